package isotopy.figure;

import java.util.Arrays;
import java.util.HashSet;

/// Small oblique crosses, the sign of places where something goes wrong.
final class Crosses {
    private Crosses() {}

    /// One cross for each point of the plane, but one only where many lie close together on the page.
    static Mark.Paths of(double[][] x, Page page, float size, float width, int argb) {
        var taken = new HashSet<Long>();
        var xy = new float[8 * x[0].length];
        int count = 0;
        for (int k = 0; k < x[0].length; k++) {
            float px = page.x(x[0][k], x[1][k]);
            float py = page.y(x[0][k], x[1][k]);
            long column = Math.round(px / (3.0 * size));
            long row = Math.round(py / (3.0 * size));
            if (taken.add(column << 32 ^ row & 0xFFFFFFFFL)) {
                float[] cross = {px - size, py - size, px + size, py + size, px - size, py + size, px + size, py - size
                };
                System.arraycopy(cross, 0, xy, 8 * count++, 8);
            }
        }
        var colours = new int[2 * count];
        Arrays.fill(colours, argb);
        return new Mark.Paths(Arrays.copyOf(xy, 8 * count), Trails.starts(2 * count, 2), colours, width, false, 0);
    }
}
