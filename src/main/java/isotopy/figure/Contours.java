package isotopy.figure;

import java.util.Arrays;

/// Level lines of values on the lattice, carried with it.
///
/// Source: marching squares; saddles are decided by the mean of the corners.
final class Contours {
    private float[] xy = new float[1024];
    private int count;

    private Contours() {}

    /// The lines of all the levels as packed pieces of one colour.
    ///
    /// Shapes: values side², places 2 × side².
    static Mark.Paths of(
            double[] values, double[] levels, double[][] places, int side, Page page, int argb, float width, float dash) {
        var contours = new Contours();
        for (double level : levels) {
            for (int row = 0; row + 1 < side; row++) {
                for (int column = 0; column + 1 < side; column++) {
                    contours.cell(values, level, places, row * side + column, side, page);
                }
            }
        }
        int pieces = contours.count / 4;
        var colours = new int[pieces];
        Arrays.fill(colours, argb);
        return new Mark.Paths(
                Arrays.copyOf(contours.xy, contours.count), Trails.starts(pieces, 2), colours, width, false, dash);
    }

    /// The corners of a cell in the order round it, and the edges from each to the next.
    private void cell(double[] values, double level, double[][] places, int at, int side, Page page) {
        int[] corners = {at, at + 1, at + side + 1, at + side};
        var crossings = new int[4];
        int found = 0;
        for (int edge = 0; edge < 4; edge++) {
            double a = values[corners[edge]];
            double b = values[corners[(edge + 1) % 4]];
            if (a < level != b < level) {
                crossings[found++] = edge;
            }
        }
        if (found == 2) {
            piece(values, level, places, corners, crossings[0], crossings[1], page);
        } else if (found == 4) {
            double mean = (values[corners[0]] + values[corners[1]] + values[corners[2]] + values[corners[3]]) / 4;
            boolean apart = mean < level == values[corners[0]] < level;
            piece(values, level, places, corners, 0, apart ? 1 : 3, page);
            piece(values, level, places, corners, 2, apart ? 3 : 1, page);
        }
    }

    private void piece(
            double[] values, double level, double[][] places, int[] corners, int from, int to, Page page) {
        if (count + 4 > xy.length) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        for (int edge : new int[] {from, to}) {
            int a = corners[edge];
            int b = corners[(edge + 1) % 4];
            double share = (level - values[a]) / (values[b] - values[a]);
            double x1 = places[0][a] + share * (places[0][b] - places[0][a]);
            double x2 = places[1][a] + share * (places[1][b] - places[1][a]);
            xy[count++] = page.x(x1, x2);
            xy[count++] = page.y(x1, x2);
        }
    }
}
