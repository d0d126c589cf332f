package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// Whether a target is an affine map x ↦ A x + c on its domain, up to roundings.
final class Affinity {
    /// Points a side at which a map is looked at; no whole fraction of the side, so that waves cannot hide between
    /// them.
    private static final int PER_SIDE = 8;

    /// The map is found from this many points at most, and compared at all.
    private static final int SOLVED = 2000;

    private static final double TOLERANCE = 1e-9;

    private Affinity() {}

    static boolean holds(TargetMap target, Box domain) {
        return switch (target) {
            case PlaneMap map -> {
                var x = domain.lattice(PER_SIDE);
                yield fits(x, map.apply(x));
            }
            case Correspondence pairs -> fits(pairs.x(), pairs.y());
            case LineMap map -> {
                var x = new double[64];
                Arrays.setAll(x, k -> domain.at((k + 0.3) / 64));
                var line = Points.of(new double[][] {x});
                yield fits(line, map.apply(line));
            }
            case PlaneFunction function -> {
                var x = domain.lattice(PER_SIDE);
                yield fits(x, function.apply(x));
            }
            case Labels _ -> false; // nobody says where a point should go
        };
    }

    /// Least squares of y against (x, 1) over some of the points; whether nothing is left at any point.
    private static boolean fits(Points x, Points y) {
        int m = Math.min(x.size(), SOLVED);
        var design = new double[m][];
        var goals = new double[m][];
        for (int k = 0; k < m; k++) {
            int at = (int) ((long) k * x.size() / m);
            design[k] = Arrays.copyOf(x.point(at), x.dimension() + 1);
            design[k][x.dimension()] = 1;
            goals[k] = y.point(at);
        }
        var best = new SingularValueDecomposition(new Array2DRowRealMatrix(design, false))
                .getSolver()
                .solve(new Array2DRowRealMatrix(goals, false));
        double largest = 0;
        double worst = 0;
        for (int k = 0; k < x.size(); k++) {
            for (int i = 0; i < y.dimension(); i++) {
                double found = best.getEntry(x.dimension(), i);
                for (int j = 0; j < x.dimension(); j++) {
                    found += best.getEntry(j, i) * x.at(j, k);
                }
                largest = Math.max(largest, Math.abs(y.at(i, k)));
                worst = Math.max(worst, Math.abs(found - y.at(i, k)));
            }
        }
        return worst <= TOLERANCE * Math.max(Double.MIN_NORMAL, largest);
    }
}
