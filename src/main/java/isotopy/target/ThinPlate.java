package isotopy.target;

import isotopy.math.Points;

/// The thin-plate spline s(x) = x + a + B x + Σₖ wₖ U(|x − xₖ|), U(r) = r² ln r², through given values: of all such
/// maps the one with the least bending energy. Immutable.
///
/// **Exact at its points.** Where two points are close and drawn apart the weights are huge and cancel: at a millionth
/// of the side and 0.1 they are some 10⁹. So each is kept as a sum of two numbers, the sums are taken in twice the
/// precision ([Twofold]), and the weights solve the equations with just those rounded values of U that an evaluation at
/// a point meets ([ThinPlateSystem]). Derivatives are summed plainly.
///
/// **Few points.** One point moves the plane along; two turn and scale it; points on one line do so across the line.
final class ThinPlate implements PlaneFormula {
    private final PlateFrame frame;

    /// Of each coordinate: n weights and the coefficients of the affine part, high and low parts.
    private final double[][] high;

    private final double[][] low;

    private ThinPlate(PlateFrame frame, double[][] high, double[][] low) {
        this.frame = frame;
        this.high = high;
        this.low = low;
    }

    /// The spline that carries point k of x to point k of y; no two points of x may be one.
    static ThinPlate through(Points x, Points y) {
        var frame = PlateFrame.of(x, y);
        var system = new ThinPlateSystem(frame);
        var high = new double[2][];
        var low = new double[2][];
        for (int c = 0; c < 2; c++) {
            var solution = system.solve(c, y);
            high[c] = solution[0];
            low[c] = solution[1];
        }
        return new ThinPlate(frame, high, low);
    }

    @Override
    public void jet(double x1, double x2, double[] into) {
        int n = frame.size();
        int affine = frame.affine();
        var sum1 = new Twofold();
        var sum2 = new Twofold();
        frame.start(0, x1, x2, sum1);
        frame.start(1, x1, x2, sum2);
        double a = frame.slope(0, 0);
        double b = frame.slope(0, 1);
        double c = frame.slope(1, 0);
        double d = frame.slope(1, 1);
        double per = frame.perUnit();
        for (int k = 0; k < n; k++) {
            double d1 = frame.across(0, x1, k);
            double d2 = frame.across(1, x2, k);
            double square = d1 * d1 + d2 * d2;
            if (square > 0) {
                double log = Math.log(square);
                double kernel = square * log;
                sum1.addProduct(high[0][k], kernel);
                sum1.add(low[0][k] * kernel);
                sum2.addProduct(high[1][k], kernel);
                sum2.add(low[1][k] * kernel);
                double along = 2 * (log + 1) * per;
                a += high[0][k] * along * d1;
                b += high[0][k] * along * d2;
                c += high[1][k] * along * d1;
                d += high[1][k] * along * d2;
            }
        }
        for (int j = 0; j < affine; j++) {
            double value = frame.basis(j, x1, x2);
            double right = frame.basisSlope(j, 0);
            double up = frame.basisSlope(j, 1);
            sum1.addProduct(high[0][n + j], value);
            sum1.add(low[0][n + j] * value);
            sum2.addProduct(high[1][n + j], value);
            sum2.add(low[1][n + j] * value);
            a += high[0][n + j] * right;
            b += high[0][n + j] * up;
            c += high[1][n + j] * right;
            d += high[1][n + j] * up;
        }
        into[0] = sum1.value();
        into[1] = sum2.value();
        into[2] = a;
        into[3] = b;
        into[4] = c;
        into[5] = d;
    }
}
