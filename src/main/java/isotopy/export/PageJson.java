package isotopy.export;

import isotopy.flow.Trajectory;
import isotopy.math.Points;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;

/// A JSON object for a page, written field by field; it can stand in a script element as it is.
final class PageJson {
    private final StringBuilder text = new StringBuilder("{");

    /// The object so far, closed.
    String close() {
        return text + "}";
    }

    /// A field with a text.
    PageJson put(String name, String value) {
        return raw(name, quoted(value));
    }

    PageJson put(String name, boolean value) {
        return raw(name, String.valueOf(value));
    }

    PageJson put(String name, double value) {
        return raw(name, number(value));
    }

    PageJson put(String name, double... values) {
        return raw(name, numbers(values));
    }

    PageJson put(String name, double[][] rows) {
        var list = new StringBuilder();
        for (var row : rows) {
            list.append(list.isEmpty() ? "" : ",").append(numbers(row));
        }
        return raw(name, "[" + list + "]");
    }

    PageJson texts(String name, Collection<String> values) {
        return raw(
                name,
                "[" + String.join(",", values.stream().map(PageJson::quoted).toList()) + "]");
    }

    /// A field whose value is written in JSON already.
    PageJson raw(String name, String json) {
        text.append(text.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(json);
        return this;
    }

    /// Numbers 0 … 255.
    PageJson bytes(String name, int... values) {
        var bytes = new byte[values.length];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) values[k];
        }
        return put(name, Base64.getEncoder().encodeToString(bytes));
    }

    /// Red, green and blue of colours.
    PageJson colours(String name, int... argb) {
        var bytes = new int[3 * argb.length];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = argb[k / 3] >>> 16 - 8 * (k % 3) & 0xFF;
        }
        return bytes(name, bytes);
    }

    /// Points, coordinate by coordinate.
    PageJson points(String name, Points points, Codes codes) {
        var all = new int[points.dimension() * points.size()];
        for (int i = 0; i < points.dimension(); i++) {
            for (int j = 0; j < points.size(); j++) {
                all[i * points.size() + j] = codes.code(points.at(i, j));
            }
        }
        return codes(name, all);
    }

    /// Paths: time by time, coordinate by coordinate, particle by particle.
    PageJson paths(String name, Trajectory paths, Codes codes) {
        int n = paths.size();
        int d = paths.dimension();
        var all = new int[paths.samples() * d * n];
        for (int k = 0; k < paths.samples(); k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < n; j++) {
                    all[(k * d + i) * n + j] = codes.code(paths.at(k, i, j));
                }
            }
        }
        return codes(name, all);
    }

    /// Two bytes each, the lower one first.
    private PageJson codes(String name, int[] codes) {
        var bytes = new int[2 * codes.length];
        for (int k = 0; k < codes.length; k++) {
            bytes[2 * k] = codes[k] & 0xFF;
            bytes[2 * k + 1] = codes[k] >>> 8;
        }
        return bytes(name, bytes);
    }

    static String colour(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    private static String numbers(double[] values) {
        var list = new StringBuilder();
        for (double value : values) {
            list.append(list.isEmpty() ? "" : ",").append(number(value));
        }
        return "[" + list + "]";
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /// A text in quotes; what could end a script element, or is no printable ASCII, is escaped.
    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (int k = 0; k < value.length(); k++) {
            char sign = value.charAt(k);
            if (sign < ' ' || sign > '~' || "\"\\<>&".indexOf(sign) >= 0) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
            } else {
                quoted.append(sign);
            }
        }
        return quoted.append('"').toString();
    }
}
