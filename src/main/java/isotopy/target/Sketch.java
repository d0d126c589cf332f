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
/// backs up, its mean is taken. The trembling of the hand is smoothed away, a rising curve is made where one is
/// wanted ([Isotone]), and control points are set on hills and in hollows, then one by one where the curve through the
/// ones before is furthest off.
final class Sketch {
    /// How many places along the stroke are looked at.
    private static final int COLUMNS = 161;

    /// Control points at least, and at most.
    static final int FEW = 9;

    private static final int MANY = 25;

    /// Columns between control points at least.
    private static final int APART = 5;

    /// Up to here, as a share of the side, the curve may be off the smoothed stroke.
    private static final double NEAR = 0.007;

    /// The width of the smoothing, in columns, where the stroke spans the whole side.
    private static final double BLUR = 2.5;

    private Sketch() {}

    /// The control points; empty where the stroke has no width.
    static Optional<List<Node>> nodes(Box domain, Points stroke, boolean increasing) {
        return nodes(domain, stroke, increasing, MANY);
    }

    /// The same with no more control points than `most`, at least [#FEW].
    static Optional<List<Node>> nodes(Box domain, Points stroke, boolean increasing, int most) {
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
        y = twiceSmoothed(y);
        if (increasing) {
            y = Isotone.fit(y);
        }
        return Optional.of(chosen(domain, x, y, increasing, Math.clamp(most, FEW, MANY)));
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

    /// Smoothed, and what that took away smoothed and given back, so that hills and hollows keep their height.
    ///
    /// Source: J. W. Tukey, *Exploratory Data Analysis*, 1977: twicing.
    private static double[] twiceSmoothed(double[] y) {
        var once = smoothed(y);
        var lost = new double[y.length];
        Arrays.setAll(lost, j -> y[j] - once[j]);
        var back = smoothed(lost);
        Arrays.setAll(back, j -> once[j] + back[j]);
        return back;
    }

    /// The mean with the weights of a normal distribution; beyond the ends the values go on as after a half turn
    /// about them, so that straight lines stay straight and rising values rising.
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

    private static List<Node> chosen(Box domain, double[] x, double[] y, boolean increasing, int most) {
        double near = NEAR * domain.side();
        var columns = turns(y, near, most);
        while (columns.size() < most) {
            int worst = worst(new DrawnCurve(domain, at(columns, x, y), increasing), x, y, near, columns);
            if (worst < 0 && columns.size() >= FEW) {
                break;
            }
            columns.add(worst < 0 ? middleOfWidestGap(columns) : worst);
        }
        return at(columns, x, y);
    }

    /// The ends, and the hills and hollows between them that stand out.
    private static TreeSet<Integer> turns(double[] y, double least, int most) {
        var columns = new TreeSet<>(List.of(0, y.length - 1));
        int highest = 0;
        int lowest = 0;
        int direction = 0;
        for (int j = 1; j < y.length && columns.size() < most; j++) {
            highest = y[j] > y[highest] ? j : highest;
            lowest = y[j] < y[lowest] ? j : lowest;
            if (direction >= 0 && y[highest] - y[j] > least) {
                addApart(highest, columns);
                direction = -1;
                lowest = j;
            } else if (direction <= 0 && y[j] - y[lowest] > least) {
                addApart(lowest, columns);
                direction = 1;
                highest = j;
            }
        }
        return columns;
    }

    private static void addApart(int column, TreeSet<Integer> columns) {
        if (isApart(column, columns)) {
            columns.add(column);
        }
    }

    private static boolean isApart(int column, TreeSet<Integer> columns) {
        return columns.subSet(column - APART + 1, column + APART).isEmpty();
    }

    /// The column at which the curve is furthest off, or −1 where it is nowhere off by more than `near`.
    private static int worst(DrawnCurve curve, double[] x, double[] y, double near, TreeSet<Integer> columns) {
        int worst = -1;
        double error = near;
        for (int j = 0; j < x.length; j++) {
            double off = Math.abs(curve.at(x[j]) - y[j]);
            if (off > error && isApart(j, columns)) {
                error = off;
                worst = j;
            }
        }
        return worst;
    }

    private static int middleOfWidestGap(TreeSet<Integer> columns) {
        int from = columns.getFirst();
        int widest = 0;
        int middle = from;
        for (int column : columns) {
            if (column - from > widest) {
                widest = column - from;
                middle = (from + column) / 2;
            }
            from = column;
        }
        return middle;
    }

    private static List<Node> at(TreeSet<Integer> columns, double[] x, double[] y) {
        var nodes = new ArrayList<Node>();
        for (int j : columns) {
            nodes.add(new Node(x[j], y[j]));
        }
        return nodes;
    }
}
