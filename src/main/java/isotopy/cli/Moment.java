package isotopy.cli;

import java.util.regex.Pattern;

/// A time t as a user writes it: in [0, T], or as a share of T such as `50%`.
final class Moment {
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Moment() {}

    /// The time that `text` names.
    ///
    /// Throws: `Failure` for a wrong call, when it is none in [0, T].
    static double of(String text, double horizon) {
        boolean share = text.endsWith("%");
        var digits = (share ? text.substring(0, text.length() - 1) : text).strip();
        if (NUMBER.matcher(digits).matches()) {
            double value = Double.parseDouble(digits);
            double t = share ? value / 100 * horizon : value;
            // T is a sum of durations: what a user takes for T may be off by roundings
            if (t <= horizon * (1 + 1e-9)) {
                return Math.min(t, horizon);
            }
        }
        throw Failure.wrongCall("--at " + text + ": t must be in 0 … " + Numbers.plain(Math.rint(horizon * 1e9) / 1e9)
                + ", or a share of it such as 50%");
    }
}
