package isotopy.figure;

import java.util.Arrays;

/// The lines of a lattice that was carried somewhere, as smooth curves through its points.
final class LatticeLines {
    /// Pieces of a curve are about this long on the page.
    private static final double PIECE = 5;

    private LatticeLines() {}

    /// Every `every`-th line in both directions; the first and the last are among them when side − 1 is a multiple of
    /// it.
    ///
    /// Shapes: `x` is 2 × side², numbered as in [isotopy.math.Box#lattice(int)].
    static Mark.Paths of(double[][] x, int side, int every, Page page, int argb, float width, float dash) {
        int lines = (side - 1) / every + 1;
        int pieces = pieces(x, side, page);
        int points = (side - 1) * pieces + 1;
        var xy = new float[4 * lines * points];
        for (int line = 0; line < lines; line++) {
            curve(x, line * every * side, 1, side, pieces, page, xy, 2 * line * points);
            curve(x, line * every, side, side, pieces, page, xy, 2 * (lines + line) * points);
        }
        var colours = new int[2 * lines];
        Arrays.fill(colours, argb);
        return new Mark.Paths(xy, Trails.starts(2 * lines, points), colours, width, false, dash);
    }

    /// The outline of the lattice, against the clock, as page coordinates x and y.
    static float[][] outline(double[][] x, int side, Page page) {
        var outline = new float[2][4 * (side - 1)];
        int[] corners = {0, side - 1, side * side - 1, side * (side - 1)};
        int[] steps = {1, side, -1, -side};
        for (int edge = 0; edge < 4; edge++) {
            for (int k = 0; k < side - 1; k++) {
                int at = corners[edge] + k * steps[edge];
                outline[0][edge * (side - 1) + k] = page.x(x[0][at], x[1][at]);
                outline[1][edge * (side - 1) + k] = page.y(x[0][at], x[1][at]);
            }
        }
        return outline;
    }

    /// How many pieces to draw between two points: 1, 2 or 4 after the typical distance on the page.
    private static int pieces(double[][] x, int side, Page page) {
        double sum = 0;
        int row = side / 2 * side;
        for (int k = 1; k < side; k++) {
            sum += Math.hypot(
                    page.x(x[0][row + k], x[1][row + k]) - page.x(x[0][row + k - 1], x[1][row + k - 1]),
                    page.y(x[0][row + k], x[1][row + k]) - page.y(x[0][row + k - 1], x[1][row + k - 1]));
        }
        double distance = sum / (side - 1);
        return distance > 3 * PIECE ? 4 : distance > PIECE ? 2 : 1;
    }

    /// A Catmull–Rom curve through the points `at, at + step, …`; overwrites into[2 × …].
    private static void curve(double[][] x, int at, int step, int side, int pieces, Page page, float[] into, int from) {
        for (int k = 0; k < side; k++) {
            int here = at + k * step;
            into[from + 2 * k * pieces] = page.x(x[0][here], x[1][here]);
            into[from + 2 * k * pieces + 1] = page.y(x[0][here], x[1][here]);
        }
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < side - 1 && pieces > 1; k++) {
                int b = from + 2 * k * pieces + i;
                int c = b + 2 * pieces;
                float p1 = into[b];
                float p2 = into[c];
                float p0 = k > 0 ? into[b - 2 * pieces] : 2 * p1 - p2;
                float p3 = k < side - 2 ? into[c + 2 * pieces] : 2 * p2 - p1;
                for (int s = 1; s < pieces; s++) {
                    into[b + 2 * s] = between(p0, p1, p2, p3, s / (float) pieces);
                }
            }
        }
    }

    private static float between(float p0, float p1, float p2, float p3, float u) {
        return p1 + 0.5f * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)));
    }
}
