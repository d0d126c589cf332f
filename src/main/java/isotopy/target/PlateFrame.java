package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;

/// The coordinates in which a [ThinPlate] is solved for: about the middle of its points, along their longest extent and
/// across it, and each in its own unit. Immutable.
///
/// The affine functions are 1, the coordinate along, and the coordinate across; points on one line leave the last one
/// undetermined, and a single point both. Then the plane moves across the line as the nearest turn and scaling along it
/// says, and is not bent.
final class PlateFrame {
    /// Points count as lying on one line when they spread across it by no more than this share of their extent
    /// along.
    private static final double FLAT = 1e-9;

    private final double[][] at;
    private final double[] centre;
    private final double perUnit;
    private final int affine;
    private final double[][] slopes;
    private final double[][] given;

    private PlateFrame(
            double[][] at, double[] centre, double perUnit, int affine, double[][] slopes, double[][] given) {
        this.at = at;
        this.centre = centre;
        this.perUnit = perUnit;
        this.affine = affine;
        this.slopes = slopes;
        this.given = given;
    }

    static PlateFrame of(Points x, Points y) {
        double[][] at = {x.row(0), x.row(1)};
        var centre = new double[2];
        double reach = 0;
        for (int i = 0; i < 2; i++) {
            double low = Arrays.stream(at[i]).min().orElse(0);
            double high = Arrays.stream(at[i]).max().orElse(0);
            centre[i] = low / 2 + high / 2;
            reach = Math.max(reach, high / 2 - low / 2);
        }
        // a power of two, so that differences are scaled without rounding
        double perUnit = reach > 0 ? 1 / Math.scalb(1.0, Math.clamp(Math.getExponent(reach) + 1, -500, 500)) : 1;
        var spread = spread(at, centre, perUnit);
        double angle = Math.atan2(2 * spread[1], spread[0] - spread[2]) / 2;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double along = extent(at, centre, perUnit, cos, sin);
        double across = extent(at, centre, perUnit, -sin, cos);
        int affine = reach == 0 ? 1 : across <= FLAT * along ? 2 : 3;
        double[][] slopes = {
            {0, 0},
            {cos * perUnit / along, sin * perUnit / along},
            {-sin * perUnit / across, cos * perUnit / across}
        };
        var given = new double[2][2];
        if (affine == 2) {
            turnAcross(at, y, centre, cos, sin, given);
        }
        return new PlateFrame(at, centre, perUnit, affine, slopes, given);
    }

    /// Σu₁², Σu₁u₂ and Σu₂² about the mean.
    private static double[] spread(double[][] at, double[] centre, double perUnit) {
        int n = at[0].length;
        var mean = new double[2];
        for (int i = 0; i < 2; i++) {
            double middle = centre[i];
            mean[i] = Arrays.stream(at[i]).map(v -> (v - middle) * perUnit).sum() / n;
        }
        var spread = new double[3];
        for (int k = 0; k < n; k++) {
            double u1 = (at[0][k] - centre[0]) * perUnit - mean[0];
            double u2 = (at[1][k] - centre[1]) * perUnit - mean[1];
            spread[0] += u1 * u1;
            spread[1] += u1 * u2;
            spread[2] += u2 * u2;
        }
        return spread;
    }

    /// How far the points reach along a direction, from the first to the last.
    private static double extent(double[][] at, double[] centre, double perUnit, double e1, double e2) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < at[0].length; k++) {
            double u = (e1 * (at[0][k] - centre[0]) + e2 * (at[1][k] - centre[1])) * perUnit;
            low = Math.min(low, u);
            high = Math.max(high, u);
        }
        return high - low;
    }

    /// Of points on a line: the slopes across it that make the best straight fit along it a turn and a scaling.
    private static void turnAcross(double[][] at, Points y, double[] centre, double cos, double sin, double[][] into) {
        int n = at[0].length;
        double mean = 0;
        var means = new double[2];
        for (int k = 0; k < n; k++) {
            mean += (cos * (at[0][k] - centre[0]) + sin * (at[1][k] - centre[1])) / n;
            for (int i = 0; i < 2; i++) {
                means[i] += (y.at(i, k) - at[i][k]) / n;
            }
        }
        double squares = 0;
        var along = new double[2];
        for (int k = 0; k < n; k++) {
            double t = cos * (at[0][k] - centre[0]) + sin * (at[1][k] - centre[1]) - mean;
            squares += t * t;
            for (int i = 0; i < 2; i++) {
                along[i] += t * (y.at(i, k) - at[i][k] - means[i]);
            }
        }
        double[] across = {-along[1] / squares, along[0] / squares}; // along, turned by 90°
        for (int i = 0; i < 2; i++) {
            into[i][0] = -sin * across[i];
            into[i][1] = cos * across[i];
        }
    }

    /// The number of points.
    int size() {
        return at[0].length;
    }

    /// The number of affine functions: 1, 2 or 3.
    int affine() {
        return affine;
    }

    /// By what lengths are multiplied before U is taken.
    double perUnit() {
        return perUnit;
    }

    /// The coordinates of point k.
    double at(int i, int k) {
        return at[i][k];
    }

    /// The scaled difference between a coordinate and that of point k.
    double across(int i, double x, int k) {
        return (x - at[i][k]) * perUnit;
    }

    /// The affine function of that number, at x.
    double basis(int j, double x1, double x2) {
        return j == 0 ? 1 : slopes[j][0] * (x1 - centre[0]) + slopes[j][1] * (x2 - centre[1]);
    }

    /// Its derivative with respect to a coordinate.
    double basisSlope(int j, int coordinate) {
        return slopes[j][coordinate];
    }

    /// Adds what is not solved for: x itself, and the turn across a line.
    void start(int i, double x1, double x2, Twofold into) {
        into.add(i == 0 ? x1 : x2);
        into.add(given[i][0] * (x1 - centre[0]) + given[i][1] * (x2 - centre[1]));
    }

    /// The derivative of the same.
    double slope(int i, int coordinate) {
        return given[i][coordinate] + (i == coordinate ? 1 : 0);
    }
}
