package isotopy.figure;

import java.util.Arrays;
import java.util.List;

/// The edges of a turned box, those behind before and those in front after what it holds, with the names of its axes.
final class SpaceBox {
    private SpaceBox() {}

    /// Adds the edges that meet in the farthest corner, or the others.
    static void edges(Turned view, boolean behind, Palette palette, List<Mark> into) {
        int farthest = 0;
        for (int corner = 1; corner < 8; corner++) {
            if (view.near(view.corner(corner)) < view.near(view.corner(farthest))) {
                farthest = corner;
            }
        }
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 0; axis < 3; axis++) {
                int other = corner | 1 << axis;
                if (other != corner && (corner == farthest || other == farthest) == behind) {
                    into.add(edge(view.corner(corner), view.corner(other), view, behind, palette));
                }
            }
        }
    }

    private static Mark edge(double[] from, double[] to, Turned view, boolean behind, Palette palette) {
        return new Mark.Paths(
                new float[] {view.x(from), view.y(from), view.x(to), view.y(to)},
                new int[] {0, 2},
                new int[] {behind ? palette.grid() : Colour.faded(palette.grid(), 0.55)},
                palette.line(),
                false,
                behind ? 3 * palette.line() : 0);
    }

    /// Adds the names of the axes at the middles of edges at the outside of the picture, with their ends.
    static void names(Turned view, String[] names, Palette palette, List<Mark> into) {
        float size = palette.text();
        for (int axis = 0; axis < 3; axis++) {
            int best = outermost(view, axis);
            var from = view.corner(best & ~(1 << axis));
            var to = view.corner(best | 1 << axis);
            float mx = (view.x(from) + view.x(to)) / 2;
            float my = (view.y(from) + view.y(to)) / 2;
            double away = Math.hypot(mx - view.x0(), my - view.y0());
            float dx = (float) ((mx - view.x0()) / Math.max(1, away)) * 3f * size;
            float dy = (float) ((my - view.y0()) / Math.max(1, away)) * 3f * size;
            var anchor = dx < -size ? Mark.Anchor.END : dx > size ? Mark.Anchor.START : Mark.Anchor.MIDDLE;
            into.add(new Mark.Label(
                    names[axis], mx + dx, my + dy + 0.36f * size, 1.1f * size, true, anchor, palette.ink()));
            double step = step(from[axis], to[axis]);
            for (double tick : Axes.ticks(from[axis], to[axis], step)) {
                var at = from.clone();
                at[axis] = tick;
                if (!atEnd(tick, from[axis], to[axis]) && !names[axis].isEmpty()) {
                    into.add(new Mark.Label(
                            Axes.number(tick, step),
                            view.x(at) + 0.36f * dx,
                            view.y(at) + 0.36f * dy + 0.36f * size,
                            size,
                            false,
                            anchor,
                            palette.quiet()));
                }
            }
        }
    }

    private static boolean atEnd(double tick, double low, double high) {
        return Math.min(tick - low, high - tick) < 0.04 * (high - low);
    }

    /// The widest step that has two numbers or more between the ends.
    private static double step(double low, double high) {
        double step = Axes.step((high - low) / 2);
        for (int k = 0; k < 4; k++) {
            long numbers = Arrays.stream(Axes.ticks(low, high, step))
                    .filter(tick -> !atEnd(tick, low, high))
                    .count();
            if (numbers >= 2) {
                return step;
            }
            step = Axes.step(step / 2.6);
        }
        return step;
    }

    /// A corner of the edge along an axis whose middle lies farthest out, below and to the side.
    private static int outermost(Turned view, int axis) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            var from = view.corner(corner & ~(1 << axis));
            var to = view.corner(corner | 1 << axis);
            double x = (view.x(from) + view.x(to)) / 2 - view.x0();
            double y = (view.y(from) + view.y(to)) / 2 - view.y0();
            double out = axis == 2 ? -x : y + 0.2 * Math.abs(x);
            if (out > most + 1e-6) {
                most = out;
                best = corner;
            }
        }
        return best;
    }
}
