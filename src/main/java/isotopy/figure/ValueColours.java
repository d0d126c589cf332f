package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.PlaneFunction;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// The colours of a function's values: one scale for the target and for what the network says.
record ValueColours(Shot shot, double low, double high) {
    /// The scale of a scene's target, whose values it spans.
    static ValueColours of(Shot shot) {
        var wanted = wanted(shot);
        double low = DoubleStream.of(wanted).filter(Double::isFinite).min().orElse(0);
        double high = DoubleStream.of(wanted).filter(Double::isFinite).max().orElse(1);
        return high > low ? new ValueColours(shot, low, high) : new ValueColours(shot, low - 0.5, low + 0.5);
    }

    private static double[] wanted(Shot shot) {
        return shot.scene().snapshot().experiment().target() instanceof PlaneFunction
                ? shot.scene().latticeGoals().orElseThrow().row(0)
                : shot.scene().said().orElseThrow().wanted().row(0);
    }

    double share(double value) {
        return (value - low) / (high - low);
    }

    int colour(double value) {
        return Scale.cividis(share(value), shot.look().theme());
    }

    /// The colour of each particle: of the value that the target gives it.
    int[] particles() {
        return colours(shot.scene().said().orElseThrow().wanted());
    }

    int[] colours(Points values) {
        return Arrays.stream(values.row(0)).mapToInt(this::colour).toArray();
    }

    /// The scale with the user's numbers.
    Legend legend(String title) {
        var theme = shot.look().theme();
        var units = Units.ofGoals(shot.scene().snapshot().experiment().target(), 0);
        return new Legend(
                title,
                share -> Scale.cividis(share, theme),
                number(units.user(low)),
                number(units.user((low + high) / 2)),
                number(units.user(high)));
    }

    static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.1e", value).replace('-', '−');
        }
        var text = String.format(Locale.ROOT, size >= 100 ? "%.0f" : "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text.replace('-', '−');
    }
}
