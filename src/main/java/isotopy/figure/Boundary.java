package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// The lines of the square on which two classes tie before all others, carried by the flow: found on a lattice finer
/// than that of the scene, and moved to where the network itself says that they tie. Immutable.
///
/// @param ends the paths of the pieces' ends: piece k runs from point 2k to point 2k + 1
public record Boundary(Trajectory ends) {
    /// Points between two of the lattice, and points a side.
    private static final int FINE = 2;

    private static final int SIDE = (Scene.LATTICE - 1) * FINE + 1;

    /// Each halves the stretch of the square in which two classes are known to tie.
    private static final int HALVINGS = 9;

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
        var below = new double[2][0];
        var above = new double[2][0];
        var winners = new double[0];
        for (int i = m == 2 ? 1 : 0; i < m; i++) {
            var found = Contours.ends(lead(fine, i), 0, SIDE);
            for (int axis = 0; axis < 2; axis++) {
                below[axis] = joined(below[axis], at(places, axis, found.below()));
                above[axis] = joined(above[axis], at(places, axis, found.above()));
            }
            var these = new double[found.below().length];
            Arrays.fill(these, i);
            winners = joined(winners, these);
        }
        if (winners.length == 0 || winners.length > MOST) {
            return Optional.empty();
        }
        widen(below, above, winners, scores);
        var whole = whole(below, above, winners, scores);
        for (int axis = 0; axis < 2; axis++) {
            below[axis] = selected(below[axis], whole);
            above[axis] = selected(above[axis], whole);
        }
        winners = selected(winners, whole);
        for (int k = 0; k < HALVINGS && winners.length > 0; k++) {
            halve(below, above, winners, scores);
        }
        return winners.length == 0 ? Optional.empty() : Optional.of(new Boundary(paths.apply(Points.of(above))));
    }

    /// Takes a stretch three times as long where the lattice's curves have missed the place at which the classes
    /// tie.
    private static void widen(double[][] below, double[][] above, double[] winners, Function<Points, Points> scores) {
        var saidBelow = scores.apply(Points.of(below));
        var saidAbove = scores.apply(Points.of(above));
        for (int k = 0; k < winners.length; k++) {
            boolean ties = ClassPoints.winner(saidAbove, k) == (int) winners[k]
                    && ClassPoints.winner(saidBelow, k) != (int) winners[k];
            for (int axis = 0; axis < 2 && !ties; axis++) {
                double step = above[axis][k] - below[axis][k];
                below[axis][k] -= step;
                above[axis][k] += step;
            }
        }
    }

    /// The ends of the pieces that lie between the same two classes at both ends, as the network itself has it.
    private static int[] whole(double[][] below, double[][] above, double[] winners, Function<Points, Points> scores) {
        var saidBelow = scores.apply(Points.of(below));
        var saidAbove = scores.apply(Points.of(above));
        var kept = new int[winners.length];
        int count = 0;
        for (int k = 0; k + 1 < winners.length; k += 2) {
            int loser = ClassPoints.winner(saidBelow, k);
            boolean same = loser == ClassPoints.winner(saidBelow, k + 1) && loser != (int) winners[k];
            boolean won = ClassPoints.winner(saidAbove, k) == (int) winners[k]
                    && ClassPoints.winner(saidAbove, k + 1) == (int) winners[k];
            if (same && won) {
                kept[count++] = k;
                kept[count++] = k + 1;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static double[] selected(double[] values, int[] indices) {
        var selected = new double[indices.length];
        Arrays.setAll(selected, k -> values[indices[k]]);
        return selected;
    }

    /// Moves one of two starts to the middle between them, so that the class still wins at `above` and not at
    /// `below`.
    private static void halve(double[][] below, double[][] above, double[] winners, Function<Points, Points> scores) {
        var middle = new double[2][winners.length];
        for (int axis = 0; axis < 2; axis++) {
            for (int k = 0; k < winners.length; k++) {
                middle[axis][k] = (below[axis][k] + above[axis][k]) / 2;
            }
        }
        var said = scores.apply(Points.of(middle));
        for (int k = 0; k < winners.length; k++) {
            var moved = ClassPoints.winner(said, k) == (int) winners[k] ? above : below;
            moved[0][k] = middle[0][k];
            moved[1][k] = middle[1][k];
        }
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
