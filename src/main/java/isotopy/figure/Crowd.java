package isotopy.figure;

import isotopy.math.Parts;
import java.util.Arrays;
import java.util.List;

/// The particles of a plane picture, each in the colour of its start: as dots, or where there are very many as one
/// light, whose trails are light as well.
final class Crowd {
    /// More particles than this are shown as one light.
    static final int MOST_DOTS = 100_000;

    /// What uniformly scattered particles let through is e to the minus this, whatever their number.
    private static final double EXPOSURE = 1.2;

    /// How much of the light of a particle its trail has at the particle.
    private static final double TRAIL = 0.3;

    /// The moments of a trail. Each particle shows one of them: particles that follow each other are spread over
    /// the square, so that a moment belongs to [#BLOCK] of them at a time.
    private static final int MOMENTS = 16;

    private static final int BLOCK = 1 << 10;

    private Crowd() {}

    /// Whether so many are one light.
    static boolean is(int particles) {
        return particles > MOST_DOTS;
    }

    /// Adds the particles at t.
    static void draw(Shot shot, int[] argb, float radius, List<Mark> into) {
        int n = argb.length;
        if (!is(n)) {
            var x = new float[n];
            var y = new float[n];
            Parts.ranges(n, (from, to) -> project(shot, shot.t(), from, to, x, y, 0));
            into.add(new Mark.Dots(x, y, argb, radius));
            return;
        }
        boolean trails = shot.look().shows(Overlay.TRAILS) && shot.look().trail() > 0 && shot.t() > 0;
        int all = trails ? 2 * n : n;
        var x = new float[all];
        var y = new float[all];
        var colours = trails ? Arrays.copyOf(argb, all) : argb;
        Parts.ranges(n, (from, to) -> {
            project(shot, shot.t(), from, to, x, y, 0);
            if (trails) {
                trail(shot, from, to, colours, x, y);
            }
        });
        double side = shot.domain().side() * shot.page().scale();
        into.add(new Mark.Density(
                x,
                y,
                colours,
                (float) (EXPOSURE * side * side / n),
                Colour.faded(shot.palette().ink(), shot.look().theme() == Theme.DARK ? 0.8 : 0.6)));
    }

    /// Writes where each particle was at its moment of the trail, fainter the longer ago.
    private static void trail(Shot shot, int from, int to, int[] colours, float[] x, float[] y) {
        int n = shot.scene().particles().size();
        double length = Math.min(shot.t(), shot.look().trail() * shot.horizon());
        for (int start = from; start < to; ) {
            int end = Math.min(to, (start / BLOCK + 1) * BLOCK);
            double ago = (start / BLOCK % MOMENTS + 0.5) / MOMENTS;
            int alpha = (int) Math.round(255 * TRAIL * 2 * (1 - ago));
            project(shot, shot.t() - ago * length, start, end, x, y, n);
            for (int j = start; j < end; j++) {
                colours[n + j] = alpha << 24 | colours[j] & 0xFFFFFF;
            }
            start = end;
        }
    }

    private static void project(Shot shot, double t, int from, int to, float[] x, float[] y, int offset) {
        var page = shot.page();
        var paths = shot.scene().particles();
        paths.project(t, page.x0(), page.x1x(), page.x2x(), from, to, x, offset);
        paths.project(t, page.y0(), page.x1y(), page.x2y(), from, to, y, offset);
    }
}
