package isotopy.view;

import java.util.Locale;
import java.util.function.Function;
import javafx.util.StringConverter;

/// How values are named in a box of choices.
final class Choices {
    private Choices() {}

    /// Names for a box whose text cannot be typed.
    static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a choice is not typed: " + text);
            }
        };
    }

    /// With a capital letter in front.
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
