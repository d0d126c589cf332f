package isotopy.figure;

import isotopy.control.Control;
import isotopy.flow.FlowMap;
import isotopy.flow.Trajectory;
import java.util.Arrays;
import java.util.List;

/// det Dφₜ at the points of the fine lattice, at times from 0 to T. Immutable.
///
/// Between two times log |det| runs straight where the sign stays.
///
/// Shapes: m + 1 times; values (m + 1) × [Scene#LATTICE]².
public final class Determinants {
    /// What the scale of colours reaches, as a factor up and down: the first that holds nearly all points.
    private static final double[] REACHES = {1.1, 1.25, 1.5, 2, 3, 5, 10, 30, 100, 1000};

    private static final double NEARLY_ALL = 0.99;

    /// So many moments are enough for the eye.
    private static final int MOST_TIMES = 100;

    private final double[] times;
    private final double[][] values;
    private final double reach;

    /// Takes the arrays over: the caller must not change them afterwards.
    ///
    /// Throws: `IllegalArgumentException` when there are fewer than two times or they do not belong to the values.
    Determinants(double[] times, double[][] values) {
        if (times.length < 2 || values.length != times.length) {
            throw new IllegalArgumentException(
                    "determinants need two times or more, each with values: " + times.length + ", " + values.length);
        }
        this.times = times;
        this.values = values;
        reach = reach(values);
    }

    /// det Dφ at the edges of layers, the product of those of the layers along each path: det Dφ of a composition
    /// is the product of the determinants at the states on the way. Deep networks keep some of the edges.
    ///
    /// Shapes: the paths of the flow's particles, which have no extra coordinates.
    static Determinants along(FlowMap flow, Trajectory paths) {
        var control = flow.control();
        var edges = control.edges();
        int depth = control.depth();
        int every = 1 + (depth - 1) / MOST_TIMES;
        int kept = (depth + every - 1) / every;
        var times = new double[kept + 1];
        var values = new double[kept + 1][paths.size()];
        var det = new double[paths.size()];
        Arrays.fill(det, 1);
        Arrays.fill(values[0], 1);
        for (int k = 0; k < depth; k++) {
            var layer = control.layers().get(k);
            var alone = new Control(control.family(), control.dimension(), control.width(), List.of(layer));
            var here = new FlowMap(alone, flow.integrator(), flow.substeps())
                    .determinant(paths.points(edges[k]), layer.duration());
            Arrays.setAll(det, j -> det[j] * here[j]);
            if ((k + 1) % every == 0 || k + 1 == depth) {
                int at = (k + every) / every;
                times[at] = edges[k + 1];
                values[at] = det.clone();
            }
        }
        return new Determinants(times, values);
    }

    /// What the carried lattice says by itself, by differences between neighbours: for flows whose tangents nobody
    /// computes.
    ///
    /// Shapes: the paths of a lattice of side² points, `cell` apart at t = 0.
    static Determinants between(Trajectory lattice, int side, double cell) {
        var times = new double[lattice.samples()];
        var values = new double[times.length][lattice.size()];
        for (int k = 0; k < times.length; k++) {
            times[k] = lattice.time(k);
            for (int j = 0; j < lattice.size(); j++) {
                int column = j % side;
                int row = j / side;
                int west = column > 0 ? j - 1 : j;
                int east = column < side - 1 ? j + 1 : j;
                int south = row > 0 ? j - side : j;
                int north = row < side - 1 ? j + side : j;
                double across = cell * (east - west);
                double up = cell * (north - south) / side;
                double a = (lattice.at(k, 0, east) - lattice.at(k, 0, west)) / across;
                double b = (lattice.at(k, 1, east) - lattice.at(k, 1, west)) / across;
                double c = (lattice.at(k, 0, north) - lattice.at(k, 0, south)) / up;
                double d = (lattice.at(k, 1, north) - lattice.at(k, 1, south)) / up;
                values[k][j] = a * d - b * c;
            }
        }
        return new Determinants(times, values);
    }

    /// The factor F with 1/F ≤ |det| ≤ F at nearly all points and times, from a list of simple numbers.
    double reach() {
        return reach;
    }

    /// The values at time t, cut to [0, T].
    double[] at(double t) {
        int found = Arrays.binarySearch(times, t);
        int k = Math.clamp(found >= 0 ? found : -found - 2, 0, times.length - 2);
        double share = Math.clamp((t - times[k]) / (times[k + 1] - times[k]), 0, 1);
        var into = new double[values[k].length];
        for (int j = 0; j < into.length; j++) {
            into[j] = between(values[k][j], values[k + 1][j], share);
        }
        return into;
    }

    private static double between(double a, double b, double share) {
        return a > 0 && b > 0 ? a * Math.pow(b / a, share) : a + share * (b - a);
    }

    private static double reach(double[][] values) {
        var sizes = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(det -> Math.abs(Math.log(Math.abs(det))))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double wanted = sizes.length == 0 ? 0 : sizes[(int) (NEARLY_ALL * (sizes.length - 1))];
        for (double factor : REACHES) {
            if (wanted <= Math.log(factor)) {
                return factor;
            }
        }
        return REACHES[REACHES.length - 1];
    }
}
