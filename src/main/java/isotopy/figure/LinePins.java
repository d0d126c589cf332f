package isotopy.figure;

import isotopy.target.LineMap;
import java.util.ArrayList;
import java.util.List;

/// Pinned particles on the line: each with its letter in both pictures, its whole path, its goal, and a hairline that
/// links the two.
final class LinePins {
    private LinePins() {}

    /// Adds what is pinned, if anything.
    static void draw(Shot shot, LineLayout layout, List<Mark> into) {
        shot.scene().pins().ifPresent(pins -> {
            var argb = shot.starts(pins);
            for (int k = 0; k < pins.size(); k++) {
                pin(shot, layout, k, argb[k], into);
            }
        });
    }

    private static void pin(Shot shot, LineLayout layout, int k, int argb, List<Mark> into) {
        var pins = shot.scene().pins().orElseThrow();
        var palette = shot.palette();
        float line = palette.line();
        var plot = layout.spaceTime();
        double start = pins.at(0, 0, k);
        var read = Reading.of(shot.scene()).flatMap(Reading::pins);
        double height = shot.scene().heights(pins, shot.t())[k];
        var behind = new ArrayList<>(SpaceTime.piece(plot, pins, k, 0, Math.max(1e-12, shot.t()), argb));
        into.add(new Mark.Curves(behind, 3 * line, false, 0));
        if (shot.t() < shot.horizon()) {
            into.add(new Mark.Curves(
                    SpaceTime.piece(plot, pins, k, shot.t(), shot.horizon(), argb), 2 * line, false, 5 * line));
        }
        read.ifPresent(said -> strip(shot, layout, pins.at(shot.horizon(), 0, k), said.at(0, k), argb, into));
        boolean inside = height >= layout.low()
                && height <= layout.high()
                && start >= layout.domain().low()
                && start <= layout.domain().high();
        if (!inside) {
            return;
        }
        float graphX = (float) layout.graphX(start);
        float graphY = (float) layout.heightY(height);
        float timeX = (float) layout.timeX(shot.t() / shot.horizon());
        float timeY = (float) layout.timeY(height);
        if (layout.beside()) {
            into.add(new Mark.Curves(
                    List.of(new Mark.Curve(new float[] {graphX, timeX}, new float[] {graphY, timeY}, palette.quiet())),
                    0.8f * line,
                    false,
                    2 * line));
        }
        goal(shot, layout, start, argb, into);
        float radius = Math.max(5, 1.4f * LineGraph.radius(shot));
        var x = new float[] {graphX, timeX};
        var y = new float[] {graphY, timeY};
        into.add(new Mark.Dots(x, y, new int[] {argb, argb}, radius));
        into.add(new Mark.Rings(x, y, new int[] {palette.ink(), palette.ink()}, radius, 1.5f * line));
        for (int side = 0; side < 2; side++) {
            into.add(new Mark.Label(
                    PinMarks.name(k),
                    x[side] + radius + 4,
                    y[side] - radius,
                    1.15f * palette.text(),
                    true,
                    Mark.Anchor.START,
                    palette.ink()));
        }
    }

    /// Adds the way from the last state to what is read off it.
    private static void strip(Shot shot, LineLayout layout, double state, double said, int argb, List<Mark> into) {
        var strip = layout.strip();
        float line = shot.palette().line();
        into.add(new Mark.Curves(
                strip.cut(new float[] {strip.x(0), strip.x(1)}, new float[] {strip.y(state), strip.y(said)}, argb),
                (shot.ended() ? 3 : 2) * line,
                false,
                5 * line));
    }

    private static void goal(Shot shot, LineLayout layout, double start, int argb, List<Mark> into) {
        if (shot.scene().snapshot().experiment().target() instanceof LineMap map) {
            double goal = map.at(start);
            if (goal >= layout.low() && goal <= layout.high()) {
                into.add(new Mark.Rings(
                        new float[] {(float) layout.graphX(start), (float) layout.timeX(1)},
                        new float[] {(float) layout.heightY(goal), (float) layout.timeY(goal)},
                        new int[] {argb, argb},
                        6,
                        2 * shot.palette().line()));
            }
        }
    }
}
