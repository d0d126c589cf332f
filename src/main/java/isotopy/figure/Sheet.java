package isotopy.figure;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// A carried lattice in three coordinates: cells and lines, the farthest rows and columns first.
///
/// @param every every so many-th line of the fine lattice is drawn
record Sheet(Turned view, int every, Palette palette) {
    /// Adds the sheet.
    ///
    /// @param places the three coordinates of each point of the lattice
    /// @param argb the colour at each point
    void draw(IntFunction<double[]> places, int[] argb, int lines, List<Mark> into) {
        draw(places, argb, lines, _ -> true, into);
    }

    /// The same with lines only at some of the points.
    void draw(IntFunction<double[]> places, int[] argb, int lines, IntPredicate lined, List<Mark> into) {
        int side = Scene.LATTICE;
        var at = new double[side * side][];
        for (int k = 0; k < at.length; k++) {
            at[k] = places.apply(k);
        }
        int middle = side / 2;
        boolean rows = view.near(at[middle]) <= view.near(at[(side - 1) * side + middle]);
        boolean columns = view.near(at[middle * side]) <= view.near(at[middle * side + side - 1]);
        var x = new float[at.length];
        var y = new float[at.length];
        var drawn = new float[at.length];
        var ordered = new int[at.length];
        for (int k = 0; k < at.length; k++) {
            int row = rows ? k / side : side - 1 - k / side;
            int column = columns ? k % side : side - 1 - k % side;
            int from = row * side + column;
            x[k] = view.x(at[from]);
            y[k] = view.y(at[from]);
            ordered[k] = argb[from];
            drawn[k] = lined.test(from) ? x[k] : Float.NaN;
        }
        into.add(new Mark.Mesh(x, y, side, side, ordered));
        into.add(lattice(drawn, y, lines));
    }

    private Mark lattice(float[] x, float[] y, int argb) {
        int side = Scene.LATTICE;
        int count = (side - 1) / every + 1;
        var xy = new float[4 * count * side];
        for (int line = 0; line < count; line++) {
            for (int k = 0; k < side; k++) {
                int along = line * every * side + k;
                int across = k * side + line * every;
                xy[2 * (line * side + k)] = x[along];
                xy[2 * (line * side + k) + 1] = y[along];
                xy[2 * ((count + line) * side + k)] = x[across];
                xy[2 * ((count + line) * side + k) + 1] = y[across];
            }
        }
        return new Mark.Paths(
                xy, Trails.starts(2 * count, side), LineGraph.fill(2 * count, argb), palette.line(), false, 0);
    }
}
