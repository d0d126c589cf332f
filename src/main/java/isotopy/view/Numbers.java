package isotopy.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How numbers are written wherever the window shows them: two significant digits, `,` between thousands, a true minus,
/// powers of ten as 3.1 × 10⁻⁴. The same on every machine, whatever its language.
public final class Numbers {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_UP);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    /// Keeps a number and its sign or unit in one line.
    private static final char SPACE = '\u00a0';

    private Numbers() {}

    /// A share in per cent: 0.0026 is "0.26 %".
    public static String percent(double share) {
        return measure(100 * share) + SPACE + "%";
    }

    /// Two significant digits, as plain digits where that is short: "0.34", "12", "1,600", "3.1 × 10⁻⁴", "0", "∞".
    public static String measure(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < 0.000_995 || Math.abs(value) >= 99_500) {
            return scientific(value);
        }
        return grouped(new BigDecimal(value).round(TWO));
    }

    /// Two significant digits and a power of ten: "3.1 × 10⁻⁴".
    public static String scientific(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return measure(value);
        }
        var text = String.format(Locale.ROOT, "%.1e", value);
        int e = text.indexOf('e');
        int exponent = Integer.parseInt(text.substring(e + 1).replace("+", ""));
        return sign(text.substring(0, e)) + SPACE + "×" + SPACE + powerOfTen(exponent);
    }

    /// 10ⁿ as text: "10⁻⁴".
    public static String powerOfTen(int exponent) {
        var text = new StringBuilder("10").append(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /// A whole number with its thousands apart: "1,600".
    public static String count(long value) {
        return sign(new DecimalFormat("#,##0", SYMBOLS).format(value));
    }

    /// A speed, to two significant digits so that it can be read while it changes: "5,900".
    ///
    /// Units: per second.
    public static String speed(double perSecond) {
        if (!(perSecond > 0) || !Double.isFinite(perSecond)) {
            return "0";
        }
        return grouped(new BigDecimal(perSecond).round(TWO));
    }

    /// A coordinate, to about a thousandth of the side of the square: "−0.312".
    public static String coordinate(double value, double side) {
        if (!Double.isFinite(value) || Math.abs(value) > 1e6 * side) {
            return measure(value);
        }
        int decimals = Math.max(0, Math.min(12, 3 - (int) Math.floor(Math.log10(side))));
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0.]*") ? text.substring(1) : sign(text);
    }

    /// A point of the plane: "(0.421, −0.312)".
    public static String point(double x1, double x2, double side) {
        return "(" + coordinate(x1, side) + ", " + coordinate(x2, side) + ")";
    }

    /// A place on the clock of fictitious time: "0.62 T".
    public static String time(double share) {
        return String.format(Locale.ROOT, "%.2f", share) + SPACE + "T";
    }

    private static String grouped(BigDecimal rounded) {
        var format = new DecimalFormat("#,##0", SYMBOLS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        int decimals = Math.max(0, 1 - exponent);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return sign(format.format(rounded));
    }

    private static String sign(String text) {
        return text.replace('-', '−');
    }
}
