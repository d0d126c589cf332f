package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.DrawnCurve.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Makes a curve y = F(x) with few control points out of a freehand stroke.
///
/// The stroke is read at [#COLUMNS] equal distances in x; where it goes over one x more than once, as a hand does that
/// backs up, its mean is taken. A rising curve is made where one is wanted ([Isotone]), the trembling of the hand is
/// smoothed away, and control points are set one by one where the curve through the ones before is furthest off.
final class Sketch {
    /// How many places along the stroke are looked at.
    private static final int COLUMNS = 161;

    /// Control points at least, and at most.
    private static final int FEW = 9;

    private static final int MANY = 33;

    /// Up to here, as a share of the side, the curve may be off the smoothed stroke.
    private static final double NEAR = 0.004;

    /// The width of the smoothing, in columns, where the stroke spans the whole side.
    private static final double BLUR = 1.5;

    private Sketch() {}

    /// The control points; empty where the stroke has no width.
    static Optional<List<Node>> nodes(Box domain, Points stroke, boolean increasing) {
        double[] x1 = clamped(stroke.row(0), domain);
        double[] x2 = stroke.row(1);
        double low = Arrays.stream(x1).min().orElse(0);
        double high = Arrays.stream(x1).max().orElse(0);
        if (!(high - low > 1e-3 * domain.side()) || !stroke.finite()) {
            return Optional.empty();
        }
        var x = new double[COLUMNS];
        Arrays.setAll(x, j -> j == COLUMNS - 1 ? high : low + j * (high - low) / (COLUMNS - 1));
        double[] y = read(x1, x2, x);
        if (increasing) {
            y = Isotone.fit(y);
        }
        y = smoothed(y);
        return Optional.of(chosen(domain, x, y, increasing));
    }

    private static double[] clamped(double[] values, Box domain) {
        return Arrays.stream(values)
                .map(v -> Math.clamp(v, domain.low(), domain.high()))
                .toArray();
    }

    /// The mean of the heights at which the stroke passes each x.
    private static double[] read(double[] x1, double[] x2, double[] x) {
        var sum = new double[x.length];
        var count = new int[x.length];
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        for (int k = 1; k < x1.length; k++) {
            double left = Math.min(x1[k - 1], x1[k]);
            double right = Math.max(x1[k - 1], x1[k]);
            int first = Math.max(0, (int) Math.ceil((left - x[0]) / step - 1e-9));
            int last = Math.min(x.length - 1, (int) Math.floor((right - x[0]) / step + 1e-9));
            for (int j = first; j <= last && right > left; j++) {
                double s = Math.clamp((x[j] - x1[k - 1]) / (x1[k] - x1[k - 1]), 0, 1);
                sum[j] += x2[k - 1] + s * (x2[k] - x2[k - 1]);
                count[j]++;
            }
        }
        var y = new double[x.length];
        for (int j = 0; j < y.length; j++) {
            y[j] = count[j] > 0 ? sum[j] / count[j] : j > 0 ? y[j - 1] : x2[0];
        }
        return y;
    }

    /// The mean with the weights of a normal distribution; beyond the ends the values go on as after a half turn about
    /// them, so that straight lines stay straight and rising values rising.
    private static double[] smoothed(double[] y) {
        int reach = (int) Math.ceil(3 * BLUR);
        int last = y.length - 1;
        var smooth = new double[y.length];
        for (int j = 0; j < y.length; j++) {
            double sum = 0;
            double weights = 0;
            for (int i = -reach; i <= reach; i++) {
                int k = j + i;
                double value = k < 0 ? 2 * y[0] - y[-k] : k > last ? 2 * y[last] - y[2 * last - k] : y[k];
                double weight = Math.exp(-i * i / (2 * BLUR * BLUR));
                sum += weight * value;
                weights += weight;
            }
            smooth[j] = sum / weights;
        }
        return smooth;
    }

    private static List<Node> chosen(Box domain, double[] x, double[] y, boolean increasing) {
        var columns = new TreeSet<Integer>();
        for (int k = 0; k < 5; k++) {
            columns.add(k * (x.length - 1) / 4);
        }
        var nodes = at(columns, x, y);
        while (columns.size() < MANY) {
            var curve = new DrawnCurve(domain, nodes, increasing);
            int worst = 0;
            double error = 0;
            for (int j = 0; j < x.length; j++) {
                double off = Math.abs(curve.at(x[j]) - y[j]);
                if (off > error && !columns.contains(j)) {
                    error = off;
                    worst = j;
                }
            }
            if (error == 0 || columns.size() >= FEW && error <= NEAR * domain.side()) {
                break;
            }
            columns.add(worst);
            nodes = at(columns, x, y);
        }
        return nodes;
    }

    private static List<Node> at(TreeSet<Integer> columns, double[] x, double[] y) {
        var nodes = new ArrayList<Node>();
        for (int j : columns) {
            nodes.add(new Node(x[j], y[j]));
        }
        return nodes;
    }
}
