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
            double[] values,
            double[] levels,
            double[][] places,
            int side,
            Page page,
            int argb,
            float width,
            float dash) {
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

    /// For each end of each piece of a level line the two points of the lattice between which it lies, one below
    /// the level and one not. Two ends that follow each other are a piece.
    record Ends(int[] below, int[] above) {}

    /// The ends of the pieces of one level line.
    static Ends ends(double[] values, double level, int side) {
        var below = new int[256];
        var above = new int[256];
        int count = 0;
        var edges = new int[4];
        for (int row = 0; row + 1 < side; row++) {
            for (int column = 0; column + 1 < side; column++) {
                int at = row * side + column;
                int[] corners = {at, at + 1, at + side + 1, at + side};
                int found = crossed(values, level, corners, edges);
                if (count + 4 > below.length) {
                    below = Arrays.copyOf(below, 2 * count + 8);
                    above = Arrays.copyOf(above, 2 * count + 8);
                }
                for (int k = 0; k < found; k++, count++) {
                    int a = corners[edges[k]];
                    int b = corners[(edges[k] + 1) % 4];
                    below[count] = values[a] < level ? a : b;
                    above[count] = values[a] < level ? b : a;
                }
            }
        }
        return new Ends(Arrays.copyOf(below, count), Arrays.copyOf(above, count));
    }

    /// Overwrites `into` by the crossed edges of a cell, in the order in which they are joined two by two; gives
    /// their number.
    private static int crossed(double[] values, double level, int[] corners, int[] into) {
        int found = 0;
        for (int edge = 0; edge < 4; edge++) {
            if (values[corners[edge]] < level != values[corners[(edge + 1) % 4]] < level) {
                into[found++] = edge;
            }
        }
        if (found == 4) {
            double mean = (values[corners[0]] + values[corners[1]] + values[corners[2]] + values[corners[3]]) / 4;
            boolean apart = mean < level == values[corners[0]] < level;
            into[1] = apart ? 1 : 3;
            into[3] = apart ? 3 : 1;
        }
        return found;
    }

    /// The corners of a cell in the order round it, and the edges from each to the next.
    private void cell(double[] values, double level, double[][] places, int at, int side, Page page) {
        int[] corners = {at, at + 1, at + side + 1, at + side};
        var edges = new int[4];
        int found = crossed(values, level, corners, edges);
        for (int k = 0; k < found; k += 2) {
            piece(values, level, places, corners, edges[k], edges[k + 1], page);
        }
    }

    private void piece(double[] values, double level, double[][] places, int[] corners, int from, int to, Page page) {
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
