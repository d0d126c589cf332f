package isotopy.figure;

import isotopy.flow.Trajectory;
import java.util.Arrays;

/// Paths of particles as packed lines, from one time to another.
final class Trails {
    /// More points a line than this are not seen.
    private static final int MOST_POINTS = 56;

    private Trails() {}

    /// Lines along the paths of the chosen particles from `from` to `to`, last point included, each in the colour with
    /// its index in `argb`.
    static Mark.Paths of(
            Trajectory paths,
            double from,
            double to,
            int[] chosen,
            int[] argb,
            Page page,
            float width,
            boolean fading) {
        var times = times(paths, from, to);
        int points = times.length;
        var xy = new float[2 * points * chosen.length];
        var x1 = new double[paths.size()];
        var x2 = new double[paths.size()];
        for (int p = 0; p < points; p++) {
            paths.copyRow(times[p], 0, x1);
            paths.copyRow(times[p], 1, x2);
            for (int k = 0; k < chosen.length; k++) {
                int at = 2 * (k * points + p);
                xy[at] = page.x(x1[chosen[k]], x2[chosen[k]]);
                xy[at + 1] = page.y(x1[chosen[k]], x2[chosen[k]]);
            }
        }
        return new Mark.Paths(xy, starts(chosen.length, points), argb, width, fading, 0);
    }

    /// One straight line for each pair of points, given world row by world row.
    static Mark.Paths segments(double[][] from, double[][] to, int[] argb, Page page, float width) {
        int count = from[0].length;
        var xy = new float[4 * count];
        for (int k = 0; k < count; k++) {
            xy[4 * k] = page.x(from[0][k], from[1][k]);
            xy[4 * k + 1] = page.y(from[0][k], from[1][k]);
            xy[4 * k + 2] = page.x(to[0][k], to[1][k]);
            xy[4 * k + 3] = page.y(to[0][k], to[1][k]);
        }
        return new Mark.Paths(xy, starts(count, 2), argb, width, false, 0);
    }

    /// Where lines of equally many points start.
    static int[] starts(int lines, int points) {
        var start = new int[lines + 1];
        Arrays.setAll(start, k -> k * points);
        return start;
    }

    /// `from`, the kept times between, thinned where there are too many, and `to`.
    private static double[] times(Trajectory paths, double from, double to) {
        int first = paths.piece(from) + 1;
        int last = paths.piece(to);
        if (last >= first && paths.time(last) >= to) {
            last--;
        }
        int kept = Math.max(0, last - first + 1);
        int stride = 1 + kept / MOST_POINTS;
        int inner = (kept + stride - 1) / stride;
        var times = new double[inner + 2];
        times[0] = from;
        for (int k = 0; k < inner; k++) {
            times[1 + k] = paths.time(last - (inner - 1 - k) * stride);
        }
        times[inner + 1] = to;
        return times;
    }
}
