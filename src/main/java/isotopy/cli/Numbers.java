package isotopy.cli;

import isotopy.train.Range;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as text for people and for command lines.
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private Numbers() {}

    /// The number that an option was given, or the one that holds otherwise.
    ///
    /// Throws: `Failure` for a wrong call, that names the option, what was given and the range.
    static double within(String option, Range range, @Nullable String given, double otherwise) {
        if (given == null) {
            return otherwise;
        }
        var text = given.strip();
        double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!range.contains(value)) {
            throw Failure.wrongCall(option + " " + given + ": it must be "
                    + (range.whole() ? "a whole number" : "a number") + " in " + range.text() + " (" + range.unit()
                    + ")");
        }
        return value;
    }

    /// The shortest text of a number, without a trailing ".0": "1", "0.01", "1e-8".
    static String plain(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e15)) {
            return Double.toString(value).replace(".0E", "e").replace('E', 'e');
        }
        var digits = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return 1 / value == Double.NEGATIVE_INFINITY ? "-0" : digits;
    }

    /// Three digits: "3.41e-4", "0.0832", "12.3".
    static String rough(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.2e", value)
                    .replaceAll("e([+-])0*(\\d)", "e$1$2")
                    .replace("e+", "e");
        }
        int decimals = Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, 6);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /// A count with commas: "2,000".
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// So many of a thing: "1 point", "2,000 points".
    static String count(long value, String thing) {
        return count(value) + " " + thing + (value == 1 ? "" : "s");
    }
}
