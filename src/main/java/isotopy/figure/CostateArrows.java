package isotopy.figure;

import isotopy.flow.Trajectory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The costates of some particles at t, as arrows from where the particles are: p points where the particle's loss
/// grows fastest. They are known at t = T first, where p is the slope of the loss, and run backwards to 0.
///
/// One scale of lengths holds for all times, so that one sees them grow and shrink; an arrow of its legend tells it.
final class CostateArrows {
    /// So many particles have arrows.
    static final int MOST = 320;

    /// Nearly all arrows are shorter than the arrow of the legend, and none is more than twice as long.
    private static final double NEARLY_ALL = 0.9;

    private static final double LONGEST = 2;

    /// The length of the legend's arrow, in text sizes.
    private static final double LENGTH = 4;

    private CostateArrows() {}

    /// Adds the arrows.
    static void draw(Shot shot, List<Mark> into) {
        shown(shot).ifPresent(costates -> into.add(arrows(shot, costates)));
    }

    /// Adds the arrow that tells the scale, above the legend of a map where there is one.
    static void legend(Shot shot, List<Mark> into) {
        shown(shot).filter(_ -> shot.keys()).ifPresent(costates -> {
            double unit = unit(costates.paths());
            var palette = shot.palette();
            float size = palette.text();
            float right = (float) shot.page().width() - 1.5f * size;
            boolean map = shot.look().measures() || shot.look().shows(Overlay.ERROR);
            float y = (float) shot.page().height() - (map ? 13.5f : 7.5f) * size;
            float left = right - 13.5f * size;
            Legend.plate(left - 0.5f * size, y - 1.5f * size, right + 0.5f * size, y + 1.2f * size, palette, into);
            into.add(new Mark.Arrows(
                    new float[] {left},
                    new float[] {y - 0.3f * size},
                    new float[] {(float) LENGTH * size},
                    new float[] {0},
                    1.4f * palette.line(),
                    palette.ink()));
            into.add(new Mark.Label(
                    "costate |p| = " + number(unit),
                    left + ((float) LENGTH + 0.6f) * size,
                    y,
                    size,
                    false,
                    Mark.Anchor.START,
                    palette.quiet()));
        });
    }

    /// Adds the same arrow to a list.
    static void key(Shot shot, KeyList keys) {
        shown(shot).ifPresent(costates -> {
            float size = shot.palette().text();
            int ink = shot.palette().ink();
            float width = 1.4f * shot.palette().line();
            keys.wide(
                    (float) LENGTH + 0.6f,
                    (x, y) -> List.of(new Mark.Arrows(
                            new float[] {x},
                            new float[] {y - 0.3f * size},
                            new float[] {(float) LENGTH * size},
                            new float[] {0},
                            width,
                            ink)),
                    "costate |p| = " + number(unit(costates.paths())));
        });
    }

    private static Optional<Scene.Costates> shown(Shot shot) {
        return shot.look().shows(Overlay.COSTATE) ? shot.scene().costates() : Optional.empty();
    }

    private static Mark arrows(Shot shot, Scene.Costates costates) {
        var chosen = costates.chosen();
        var p = costates.paths();
        double scale = LENGTH * shot.palette().text() / unit(p);
        double most = LONGEST * LENGTH * shot.palette().text();
        var x = new float[chosen.length];
        var y = new float[chosen.length];
        var dx = new float[chosen.length];
        var dy = new float[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            double x1 = shot.scene().particles().at(shot.t(), 0, chosen[k]);
            double x2 = shot.scene().particles().at(shot.t(), 1, chosen[k]);
            double p1 = scale * p.at(shot.t(), 0, k);
            double p2 = scale * p.at(shot.t(), 1, k);
            double cut = Math.min(1, most / Math.hypot(p1, p2));
            x[k] = shot.page().x(x1, x2);
            y[k] = shot.page().y(x1, x2);
            dx[k] = (float) (cut * p1);
            dy[k] = (float) (-cut * p2);
        }
        return new Mark.Arrows(
                x,
                y,
                dx,
                dy,
                1.2f * shot.palette().line(),
                Colour.faded(shot.palette().ink(), 0.85));
    }

    /// The size of p that the legend's arrow stands for, to one digit that counts.
    private static double unit(Trajectory p) {
        var sizes = new double[p.samples() * p.size()];
        for (int s = 0; s < p.samples(); s++) {
            for (int k = 0; k < p.size(); k++) {
                sizes[s * p.size() + k] = Math.hypot(p.at(s, 0, k), p.at(s, 1, k));
            }
        }
        var finite = Arrays.stream(sizes).filter(Double::isFinite).sorted().toArray();
        double large = finite.length == 0 ? 0 : finite[(int) (NEARLY_ALL * (finite.length - 1))];
        return large > 1e-300
                ? BigDecimal.valueOf(large).round(new MathContext(1)).doubleValue()
                : 1;
    }

    private static String number(double unit) {
        var plain = BigDecimal.valueOf(unit).round(new MathContext(1)).stripTrailingZeros();
        return unit >= 1e-3 && unit < 1e4
                ? plain.toPlainString()
                : plain.unscaledValue() + "e" + String.valueOf(-plain.scale()).replace('-', '−');
    }
}
