package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Optional;
import java.util.function.Function;

/// The lines of the square on which two classes tie before all others, carried by the flow: found on a lattice finer than
/// that of the scene, and moved to where the network itself says that they tie. Immutable.
///
/// @param ends the paths of the pieces' ends: piece k runs from point 2k to point 2k + 1
public record Boundary(Trajectory ends) {
    /// Points between two of the lattice, and points a side.
    private static final int FINE = 3;

    private static final int SIDE = (Scene.LATTICE - 1) * FINE + 1;

    /// A boundary of more pieces is noise.
    private static final int MOST = 12_000;

    /// The boundary between classes with these scores at the points of the lattice.
    ///
    /// @param scores what the network says of starts
    /// @param paths where the flow carries starts
    static Optional<Boundary> of(
            Points lattice, Box domain, Function<Points, Points> scores, Function<Points, Trajectory> paths) {
        int m = lattice.dimension();
        var fine = new double[m][];
        for (int i = 0; i < m; i++) {
            fine[i] = Finer.of(lattice.row(i), FINE);
        }
        var places = domain.lattice(SIDE);
        var from = new double[2][0];
        var to = new double[2][0];
        for (int i = m == 2 ? 1 : 0; i < m; i++) {
            var found = Contours.ends(lead(fine, i), 0, SIDE);
            for (int axis = 0; axis < 2; axis++) {
                from[axis] = joined(from[axis], at(places, axis, found.below()));
                to[axis] = joined(to[axis], at(places, axis, found.above()));
            }
        }
        if (from[0].length == 0 || from[0].length > MOST) {
            return Optional.empty();
        }
        return Optional.of(new Boundary(paths.apply(tie(Points.of(from), Points.of(to), scores))));
    }

    private static double[] lead(double[][] fine, int winner) {
        var lead = new double[fine[0].length];
        for (int k = 0; k < lead.length; k++) {
            double next = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < fine.length; i++) {
                next = i == winner ? next : Math.max(next, fine[i][k]);
            }
            lead[k] = fine[winner][k] - next;
        }
        return lead;
    }

    /// Where between two starts that lie on different sides the network's two highest scores tie, by straight lines
    /// through its scores at both.
    private static Points tie(Points from, Points to, Function<Points, Points> scores) {
        var a = scores.apply(from);
        var b = scores.apply(to);
        var rows = new double[2][from.size()];
        for (int k = 0; k < from.size(); k++) {
            int first = ClassPoints.winner(a, k);
            int second = ClassPoints.winner(b, k);
            double before = a.at(first, k) - a.at(second, k);
            double after = b.at(first, k) - b.at(second, k);
            double share = first == second || !(before > after) ? 0.5 : before / (before - after);
            for (int axis = 0; axis < 2; axis++) {
                rows[axis][k] = from.at(axis, k) + share * (to.at(axis, k) - from.at(axis, k));
            }
        }
        return Points.of(rows);
    }

    private static double[] at(Points places, int axis, int[] indices) {
        var values = new double[indices.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = places.at(axis, indices[k]);
        }
        return values;
    }

    private static double[] joined(double[] one, double[] other) {
        var joined = new double[one.length + other.length];
        System.arraycopy(one, 0, joined, 0, one.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    /// The pieces at t.
    Mark.Paths at(double t, Page page, int argb, float width) {
        int pieces = ends.size() / 2;
        var xy = new float[4 * pieces];
        var x1 = new double[ends.size()];
        var x2 = new double[ends.size()];
        ends.copyRow(t, 0, x1);
        ends.copyRow(t, 1, x2);
        for (int k = 0; k < x1.length; k++) {
            xy[2 * k] = page.x(x1[k], x2[k]);
            xy[2 * k + 1] = page.y(x1[k], x2[k]);
        }
        return new Mark.Paths(xy, Trails.starts(pieces, 2), LineGraph.fill(pieces, argb), width, false, 0);
    }
}
