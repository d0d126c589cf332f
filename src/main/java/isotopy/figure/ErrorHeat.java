package isotopy.figure;

import isotopy.target.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far each start misses its goal at t = T, as a heat map over the square, with its legend.
final class ErrorHeat {
    private static final double OPACITY = 0.9;

    private ErrorHeat() {}

    /// Adds the heat map, where the target says where every point should go.
    static void draw(Shot shot, List<Mark> into) {
        if (shot.scene().latticeGoals().isEmpty()) {
            return;
        }
        var misses = misses(shot);
        double largest = largest(misses);
        int side = Scene.LATTICE;
        var argb = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double miss = misses[(side - 1 - row) * side + column];
                argb[row * side + column] = Colour.faded(
                        Scale.cividis(
                                largest > 0 ? miss / largest : 0, shot.look().theme()),
                        OPACITY);
            }
        }
        var box = shot.domain();
        var page = shot.page();
        // the cells' middles are the lattice's points: half a cell stands out on each side
        double half = box.side() / (side - 1) / 2;
        float x = page.x(box.low() - half, box.high() + half);
        float y = page.y(box.low() - half, box.high() + half);
        into.add(new Mark.Heat(
                x,
                y,
                page.x(box.high() + half, box.low() - half) - x,
                page.y(box.high() + half, box.low() - half) - y,
                side,
                side,
                argb));
    }

    /// Adds the scale with its numbers in the lower right corner.
    static void legend(Shot shot, List<Mark> into) {
        scale(shot).ifPresent(scale -> scale.draw(shot, into));
    }

    /// The scale, where it is shown.
    static Optional<Legend> scale(Shot shot) {
        if (!shot.look().shows(Overlay.ERROR) || shot.scene().latticeGoals().isEmpty()) {
            return Optional.empty();
        }
        double largest = largest(misses(shot));
        var theme = shot.look().theme();
        return Optional.of(new Legend("miss at t = T", share -> Scale.cividis(share, theme), "0", "", number(largest)));
    }

    private static String number(double value) {
        return value >= 1e-3 && value < 1e4
                ? String.format(Locale.ROOT, value < 1 ? "%.4f" : "%.2f", value)
                : String.format(Locale.ROOT, "%.1e", value).replace('-', '−');
    }

    /// The distance at t = T from each point of the lattice to its goal, or of the value from the function's.
    private static double[] misses(Shot shot) {
        var goals = shot.scene().latticeGoals().orElseThrow();
        var misses = new double[goals.size()];
        if (shot.kind() == Kind.FUNCTION) {
            var said = shot.scene().said().map(Scene.Said::lattice).orElse(goals);
            Arrays.setAll(misses, k -> Math.abs(said.at(0, k) - goals.at(0, k)));
            return misses;
        }
        var reached = shot.scene().lattice().points(shot.horizon());
        Arrays.setAll(misses, k -> Math.hypot(reached.at(0, k) - goals.at(0, k), reached.at(1, k) - goals.at(1, k)));
        return misses;
    }

    private static double largest(double[] misses) {
        double largest = 0;
        for (double miss : misses) {
            largest =
                    Math.max(largest, miss); // NaN would stay: then nothing can be scaled, and cividis shows its lowest
        }
        return largest;
    }
}
