package isotopy.math;

import java.util.Locale;
import java.util.stream.IntStream;

/// Looks at a user's σ over a wide range: whether it can be used, and how steep it is.
///
/// The slope is taken at 8,193 points of [−16, 16], then on either side at 513 points of each stretch 2ᵏ ≤ |u| ≤ 2ᵏ⁺¹
/// up to 2²⁰ or to the last one in which all is finite. Around the steepest points it is maximised. Where σ changes
/// between two points by more than the slopes account for, the interval is halved towards the change: a change that
/// stays is a jump. The Lipschitz constant is infinite where σ jumps, where the slope has a pole, and where the last
/// stretch is steeper by 1 % than all before. A peak narrower than the points are apart may be missed.
final class SlopeSurvey {
    /// σ must be finite here.
    private static final int CLOSE = 8;

    private static final int PER_UNIT = 256;
    private static final int DENSE = 16;
    private static final int SHELLS = 16;
    private static final int PER_SHELL = 512;
    private static final int SUSPECTS = 64;
    private static final int HALVINGS = 24;
    private static final int SECTIONS = 64;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

    private final String text;
    private final FormulaEvaluator sigma;
    private final double[] u = points(-DENSE, DENSE, 2 * DENSE * PER_UNIT);
    private final double[] s = new double[u.length];
    private final double[] slope = new double[u.length];

    /// A survey of the program of σ and σ′.
    ///
    /// Throws: [FormulaException] where σ cannot be used.
    SlopeSurvey(String text, FormulaEvaluator sigma) {
        this.text = FormulaWords.shortened(text);
        this.sigma = sigma;
        sigma.evaluate(u, u.length, s, slope);
        for (int u = 0; u <= CLOSE; u++) {
            requireFinite(u);
            requireFinite(-u);
        }
        for (int k = -CLOSE * PER_UNIT; k <= CLOSE * PER_UNIT; k++) {
            requireFinite((double) k / PER_UNIT);
        }
        requireChange();
    }

    private static double[] points(double from, double to, int intervals) {
        return IntStream.rangeClosed(0, intervals)
                .mapToDouble(k -> from + (to - from) * k / intervals)
                .toArray();
    }

    private void requireFinite(double u) {
        double value = sigma.value(0, u);
        if (!Double.isFinite(value)) {
            throw unfit(text + " is " + (Double.isNaN(value) ? "not a number" : "infinite") + at(u)
                    + ": σ must be defined for every u");
        }
        double steepness = sigma.value(1, u);
        if (!Double.isFinite(steepness)) {
            throw unfit("the slope of " + text + " is " + (Double.isNaN(steepness) ? "not a number" : "infinite")
                    + at(u) + ": σ must have a finite slope for every u");
        }
    }

    private void requireChange() {
        for (double steepness : slope) {
            if (steepness != 0) {
                return;
            }
        }
        boolean constant = IntStream.range(1, s.length).allMatch(k -> s[k] == s[0]);
        throw unfit(
                constant
                        ? text + " does not depend on u: σ must not be constant"
                        : "the slope of " + text + " is 0 wherever it has one: no training could change its weights");
    }

    private static String at(double u) {
        var number = u == Math.rint(u) ? Long.toString((long) u) : String.format(Locale.ROOT, "%.6g", u);
        return " at u = " + number.replace('-', '−');
    }

    private static FormulaException unfit(String sentence) {
        return new FormulaException(0, sentence);
    }

    /// The least Lipschitz constant.
    ///
    /// Throws: [FormulaException] where σ is found to have a pole.
    double lipschitz() {
        double inside = allFinite(s, slope) ? steepest(u, s, slope) : Double.POSITIVE_INFINITY;
        return Double.isInfinite(inside) ? inside : Math.max(outwards(1, inside), outwards(-1, inside));
    }

    /// The largest |σ′| from the inside to the far end of one side, a little above it where it still rises there.
    private double outwards(int side, double inside) {
        double before = inside;
        double steepest = inside;
        for (int k = 0; k < SHELLS && Double.isFinite(steepest); k++) {
            double inner = side * DENSE * Math.scalb(1.0, k);
            var shell = points(inner, 2 * inner, PER_SHELL);
            var values = new double[shell.length];
            var slopes = new double[shell.length];
            sigma.evaluate(shell, shell.length, values, slopes);
            if (!allFinite(values, slopes)) {
                steepest = k == 0 ? Double.POSITIVE_INFINITY : steepest;
                break;
            }
            before = steepest;
            steepest = Math.max(steepest, steepest(shell, values, slopes));
        }
        boolean grows = steepest > 1.01 * before || Double.isInfinite(steepest);
        return grows ? Double.POSITIVE_INFINITY : steepest + (steepest - before);
    }

    private static boolean allFinite(double[] values, double[] slopes) {
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k]) || !Double.isFinite(slopes[k])) {
                return false;
            }
        }
        return true;
    }

    /// The largest |σ′| from the first to the last of the points, infinite where σ jumps between two of them.
    private double steepest(double[] u, double[] s, double[] slope) {
        double sampled = 0;
        for (double steepness : slope) {
            sampled = Math.max(sampled, Math.abs(steepness));
        }
        double result = sampled;
        int suspects = 0;
        for (int k = 0; k + 1 < u.length && suspects < SUSPECTS; k++) {
            double width = Math.abs(u[k + 1] - u[k]);
            double change = Math.abs(s[k + 1] - s[k]);
            if (change > 1.001 * result * width + rounding(u[k], s[k])) {
                suspects++;
                result = Math.max(result, change(u[k], u[k + 1]));
            }
        }
        for (int k = 1, peaks = 0; k + 1 < u.length && peaks < SUSPECTS; k++) {
            double here = Math.abs(slope[k]);
            if (here > 0.99 * sampled && here >= Math.abs(slope[k - 1]) && here > Math.abs(slope[k + 1])) {
                peaks++;
                result = Math.max(result, peak(u, k));
            }
        }
        return result;
    }

    /// The |σ′| where σ changes most between two points, infinite at a jump: there every halving doubles the rate.
    private double change(double from, double to) {
        double left = from;
        double right = to;
        double first = Math.abs(sigma.value(0, right) - sigma.value(0, left));
        double change = first;
        double rate = 0;
        double earlier = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (left + right);
            double value = sigma.value(0, middle);
            double below = Math.abs(value - sigma.value(0, left));
            double above = Math.abs(sigma.value(0, right) - value);
            if (below > above) {
                right = middle;
            } else {
                left = middle;
            }
            change = Math.max(below, above);
            rate = change / Math.abs(right - left);
            earlier = i == HALVINGS - 6 ? rate : earlier;
        }
        if (change > 1000 * first) {
            throw unbounded(left);
        }
        boolean jumps = rate > 16 * earlier && change > rounding(left, sigma.value(0, left));
        return jumps
                ? Double.POSITIVE_INFINITY
                : Math.max(Math.abs(sigma.value(1, left)), Math.abs(sigma.value(1, right)));
    }

    /// The largest |σ′| near the k-th point, which is steeper than its neighbours, by golden section; infinite
    /// where it has no end.
    private double peak(double[] u, int k) {
        double left = u[k - 1];
        double top = u[k];
        double right = u[k + 1];
        double best = Math.abs(sigma.value(1, top));
        double earlier = best;
        for (int i = 0; i < SECTIONS; i++) {
            boolean isRight = Math.abs(right - top) > Math.abs(top - left);
            double probe = top + (1 - GOLDEN) * ((isRight ? right : left) - top);
            double there = Math.abs(sigma.value(1, probe));
            if (there > best) {
                left = isRight ? top : left;
                right = isRight ? right : top;
                top = probe;
                best = there;
            } else {
                left = isRight ? left : probe;
                right = isRight ? probe : right;
            }
            earlier = i == SECTIONS / 2 ? best : earlier;
        }
        if (best <= 16 * earlier) {
            return best;
        }
        double edge = 1 + Math.abs(sigma.value(0, u[k - 1])) + Math.abs(sigma.value(0, u[k + 1]));
        if (!(Math.abs(sigma.value(0, top)) < 1000 * edge)) {
            throw unbounded(top);
        }
        return Double.POSITIVE_INFINITY;
    }

    /// Changes of σ up to here are taken for roundings, of parts that cancel.
    private static double rounding(double u, double s) {
        return 1e-9 * (1 + Math.abs(u) + Math.abs(s));
    }

    private FormulaException unbounded(double u) {
        return unfit(text + " grows beyond all bounds" + at(u) + ": σ must be defined for every u");
    }
}
