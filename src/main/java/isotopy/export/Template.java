package isotopy.export;

import java.util.LinkedHashMap;
import java.util.Map;

/// A text with places `{{name}}`, each filled once.
final class Template {
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Template(String text) {
        this.text = text;
    }

    static Template of(String text) {
        return new Template(text);
    }

    /// What stands at a place as it is.
    Template raw(String name, String value) {
        values.put(name, value);
        return this;
    }

    /// What stands at a place as text of HTML.
    Template text(String name, String value) {
        return raw(
                name,
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
    }

    /// The text with every place filled; what is filled in is not looked at again.
    ///
    /// Throws: `IllegalStateException` when a place has no value.
    String filled() {
        var filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            var value = values.get(text.substring(open + 2, close));
            if (value == null) {
                throw new IllegalStateException("nothing is known of " + text.substring(open, close + 2));
            }
            filled.append(text, at, open).append(value);
            at = close + 2;
        }
        return filled.append(text, at, text.length()).toString();
    }
}
