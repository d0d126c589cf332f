package isotopy.figure;

import java.util.Arrays;

/// Small oblique crosses, the sign of places where something goes wrong.
final class Crosses {
    private Crosses() {}

    /// One cross for each point of the plane.
    static Mark.Paths of(double[][] x, Page page, float size, float width, int argb) {
        int count = x[0].length;
        var xy = new float[8 * count];
        for (int k = 0; k < count; k++) {
            float px = page.x(x[0][k], x[1][k]);
            float py = page.y(x[0][k], x[1][k]);
            float[] cross = {px - size, py - size, px + size, py + size, px - size, py + size, px + size, py - size};
            System.arraycopy(cross, 0, xy, 8 * k, 8);
        }
        var colours = new int[2 * count];
        Arrays.fill(colours, argb);
        return new Mark.Paths(xy, Trails.starts(2 * count, 2), colours, width, false, 0);
    }
}
