package isotopy.check;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.theory.Basis;
import isotopy.theory.Floor;
import isotopy.theory.SumFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/// What no flow of the line goes below, what sums of fixed functions reach, and that landmarks are met.
///
/// Source: isotonic regression for the floors; for the sums, the Legendre series of the exponential, and ‖f″‖ h²/√720
/// for straight pieces of length h.
final class ApproximationOracles {
    private static final String FLOORS = "Floors of flows of the line";
    private static final String SUMS = "Sums of fixed functions";

    private ApproximationOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>(List.of(
                floor(LinePreset.FLIP, "−x", 0.336667),
                floor(LinePreset.SINE, "sin πx", 0.063211),
                floor(LinePreset.VALLEY, "x²", 0.057377),
                floor(LinePreset.DIP, "x³ − x/2", 0.006701),
                floor(LinePreset.CORNER, "|x|", 0.057769)));
        all.add(Oracle.equal(
                FLOORS,
                "largest miss of x³ − x/2 at least",
                0.136079,
                3e-5,
                () -> floor(LinePreset.DIP, 201).supremum()));
        all.add(Oracle.equal(
                FLOORS,
                "mean square of −x on 100 points: 101/297",
                101 / 297.0,
                1e-12,
                () -> floor(LinePreset.FLIP, 100).meanSquare()));
        all.add(Oracle.equal(
                SUMS,
                "10 Chebyshev polynomials for eˣ, as a share of the best",
                1,
                0.001,
                ApproximationOracles::legendre));
        all.add(Oracle.equal(
                SUMS, "80 straight pieces for eˣ, as a share of the best", 1, 0.01, ApproximationOracles::pieces));
        all.add(Oracle.zero(
                "Landmarks",
                "how far a thin-plate spline is from 200 landmarks",
                1e-10,
                ApproximationOracles::landmarks));
        return List.copyOf(all);
    }

    private static Oracle floor(LinePreset curve, String formula, double expected) {
        return Oracle.equal(
                FLOORS,
                "mean square of " + formula + " on 201 points",
                expected,
                5e-7,
                () -> floor(curve, 201).meanSquare());
    }

    private static Floor floor(LinePreset curve, int points) {
        var x = line(points);
        return Floor.ofLine(x.row(0), curve.apply(x).row(0));
    }

    private static Points line(int points) {
        var x = new double[points];
        Arrays.setAll(x, k -> -1 + 2.0 * k / (points - 1));
        return Points.of(new double[][] {x});
    }

    private static UnaryOperator<Points> of(DoubleUnaryOperator u) {
        return x -> Points.of(new double[][] {Arrays.stream(x.row(0)).map(u).toArray()});
    }

    private static double root(Basis basis, int parameters) {
        var middles = new double[4000];
        Arrays.setAll(middles, k -> -1 + (k + 0.5) / 2000);
        var x = Points.of(new double[][] {middles});
        var fit = SumFit.to(of(Math::exp), 1, basis, parameters, Box.UNIT);
        return Math.sqrt(fit.meanSquare(x, of(Math::exp).apply(x)));
    }

    /// By what the Legendre series eˣ = Σ (2k + 1) iₖ(1) Pₖ leaves, √Σ (2k + 1) iₖ(1)² over k ≥ 10, with the
    /// modified spherical Bessel functions iₖ(1) = Σⱼ 2⁻ʲ/(j! (2k + 2j + 1)!!).
    private static double legendre() {
        double squares = 0;
        for (int k = 10; k < 20; k++) {
            double term = 1;
            for (int odd = 3; odd <= 2 * k + 1; odd += 2) {
                term /= odd;
            }
            double sum = 0;
            for (int j = 0; j < 12; j++) {
                sum += term;
                term /= 2.0 * (j + 1) * (2 * k + 2 * j + 3);
            }
            squares += (2 * k + 1) * sum * sum;
        }
        return root(Basis.CHEBYSHEV, 10) / Math.sqrt(squares);
    }

    private static double pieces() {
        double curvature = Math.sqrt((Math.exp(2) - Math.exp(-2)) / 4);
        return root(Basis.PIECEWISE_LINEAR, 81) / (1 / 1600.0 / Math.sqrt(720) * curvature);
    }

    private static double landmarks() {
        var x = Specimens.points(2, 200, 71);
        var y = Specimens.points(2, 200, 72);
        return Specimens.distance(new Landmarks("landmarks", x, y).apply(x), y);
    }
}
