package isotopy.train;

import java.math.BigDecimal;

/// What a number of an experiment may be: its name, its bounds (included), whether it is whole, and its unit in words.
public record Range(String name, double low, double high, boolean whole, String unit) {
    public static Range whole(String name, double low, double high, String unit) {
        return new Range(name, low, high, true, unit);
    }

    public static Range real(String name, double low, double high, String unit) {
        return new Range(name, low, high, false, unit);
    }

    /// Whether the value is allowed.
    public boolean contains(double value) {
        return value >= low && value <= high && (!whole || value == Math.rint(value));
    }

    /// Returns the value.
    ///
    /// Throws: `IllegalArgumentException` that names the field, the range and the value, when it is not allowed.
    public double require(double value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(
                    name + " must be " + (whole ? "a whole number " : "") + "in " + text() + ": " + plain(value));
        }
        return value;
    }

    /// The bounds as text, such as "1 … 512".
    public String text() {
        return plain(low) + " … " + plain(high);
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        return size != 0 && (size < 1e-4 || size >= 1e9)
                ? Double.toString(value).replace(".0E", "e").replace('E', 'e')
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
