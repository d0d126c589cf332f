package isotopy.export;

/// Writes numbers short: rounded, with no zero that says nothing.
final class Decimal {
    private Decimal() {}

    /// Appends a number of hundredths, such as 12.5 for 1250, and -.5 for -50.
    static void hundredths(StringBuilder into, long hundredths) {
        long rest = Math.abs(hundredths);
        if (hundredths < 0) {
            into.append('-');
        }
        if (rest >= 100 || rest == 0) {
            into.append(rest / 100);
        }
        long fraction = rest % 100;
        if (fraction != 0) {
            into.append('.').append(fraction / 10);
            if (fraction % 10 != 0) {
                into.append(fraction % 10);
            }
        }
    }

    /// A finite number rounded to two decimals.
    static String of(double value) {
        var text = new StringBuilder();
        hundredths(text, Math.round(value * 100));
        return text.toString();
    }

    /// The share of 255 that an eight bit channel is, to three decimals.
    static String share(int channel) {
        long thousandths = Math.round(channel * 1000 / 255.0);
        if (thousandths % 1000 == 0) {
            return Long.toString(thousandths / 1000);
        }
        return ("." + Long.toString(1000 + thousandths).substring(1)).replaceAll("0+$", "");
    }
}
