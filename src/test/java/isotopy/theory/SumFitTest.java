package isotopy.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.Cases;
import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SumFitTest {
    private static final Box BOX = new Box(-1, 3);

    private static UnaryOperator<Points> line(DoubleUnaryOperator u) {
        return x -> Points.of(new double[][] {Arrays.stream(x.row(0)).map(u).toArray()});
    }

    private static UnaryOperator<Points> plane(DoubleBinaryOperator u) {
        return x -> {
            var y = new double[x.size()];
            Arrays.setAll(y, k -> u.applyAsDouble(x.at(0, k), x.at(1, k)));
            return Points.of(new double[][] {y});
        };
    }

    private static double root(Basis basis, int parameters, DoubleUnaryOperator u, Box box) {
        var x = new double[3001];
        Arrays.setAll(x, k -> box.at(k / 3000.0));
        var points = Points.of(new double[][] {x});
        var fit = SumFit.to(line(u), 1, basis, parameters, box);
        return Math.sqrt(fit.meanSquare(points, line(u).apply(points)));
    }

    @Test
    void whatIsASumOfTheBasisIsFoundExactly() {
        double tolerance = 1e-12;
        assertThat(root(Basis.CHEBYSHEV, 4, x -> 2 - x + 3 * x * x * x, BOX)).isLessThan(tolerance * 100);
        assertThat(root(Basis.FOURIER, 5, x -> 1 + x - Math.sin(3 * Math.PI * (x + 1) / 4), BOX))
                .isLessThan(tolerance);
        assertThat(root(Basis.PIECEWISE_LINEAR, 5, x -> Math.abs(x - 1) - Math.max(0, x - 2), BOX))
                .isLessThan(tolerance);
        assertThat(SumFit.to(line(x -> 2 - x), 1, Basis.CHEBYSHEV, 3, new Box(-1, 1))
                        .coefficients())
                .satisfies(c -> {
                    assertThat(c[0]).isCloseTo(2, within(tolerance));
                    assertThat(c[1]).isCloseTo(-1, within(tolerance));
                    assertThat(c[2]).isCloseTo(0, within(tolerance));
                });
    }

    @Test
    void inThePlaneToo() {
        var x = Cases.points(2, 500, 3);
        var product = plane((a, b) -> a * b);
        assertThat(SumFit.to(product, 2, Basis.CHEBYSHEV, 4, Box.UNIT).meanSquare(x, product.apply(x)))
                .isLessThan(1e-24);
        assertThat(SumFit.to(product, 2, Basis.PIECEWISE_LINEAR, 4, Box.UNIT).meanSquare(x, product.apply(x)))
                .isLessThan(1e-24);
        assertThat(SumFit.to(product, 2, Basis.FOURIER, 4, Box.UNIT).meanSquare(x, product.apply(x)))
                .isLessThan(1e-24);
        var bump = plane((a, b) -> Math.exp(-0.5 * (a * a + (b - 1) * (b - 1)) / 2.25));
        assertThat(SumFit.to(bump, 2, Basis.GAUSSIAN_BUMPS, 9, Box.UNIT).meanSquare(x, bump.apply(x)))
                .isLessThan(1e-20);
    }

    @Test
    void straightPiecesMissASmoothFunctionByTheSquareOfTheirLength() {
        double coarse = root(Basis.PIECEWISE_LINEAR, 21, Math::exp, BOX);
        double fine = root(Basis.PIECEWISE_LINEAR, 81, Math::exp, BOX);
        assertThat(Math.log(coarse / fine) / Math.log(4)).isCloseTo(2, within(0.05));
        // the best error is that of the pieces of x²/2 · f″, h²/√720, by ‖f″‖ of the mean
        double h = 4 / 80.0;
        double curvature = Math.sqrt((Math.exp(6) - Math.exp(-2)) / 2 / 4);
        assertThat(fine).isCloseTo(h * h / Math.sqrt(720) * curvature, within(0.02 * fine));
    }

    /// The best polynomial of degree n − 1 leaves nearly the Legendre polynomial of degree n with the leading
    /// coefficient 1/n!, whose root mean square is 2ⁿ n!/(2n)!/√(2n + 1).
    @Test
    void polynomialsMissTheExponentialExponentiallyLittle() {
        assertThat(root(Basis.CHEBYSHEV, 6, Math::exp, Box.UNIT)).isCloseTo(2.668e-5, within(0.05 * 2.668e-5));
        assertThat(root(Basis.CHEBYSHEV, 10, Math::exp, Box.UNIT)).isCloseTo(3.333e-10, within(0.05 * 3.333e-10));
        assertThat(root(Basis.CHEBYSHEV, 16, Math::exp, Box.UNIT)).isLessThan(1e-14);
        assertThat(root(Basis.CHEBYSHEV, 200, Math::exp, Box.UNIT))
                .as("many more do no harm")
                .isLessThan(1e-12);
    }

    @Test
    void aLineAndSinesMissASmoothFunctionByTheOrderTwoAndAHalf() {
        double coarse = root(Basis.FOURIER, 22, Math::exp, Box.UNIT);
        double fine = root(Basis.FOURIER, 82, Math::exp, Box.UNIT);
        assertThat(Math.log(coarse / fine) / Math.log(4)).isCloseTo(2.5, within(0.1));
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void moreFunctionsComeNearer(Basis basis) {
        int d = basis.suits(1) ? 1 : 2;
        UnaryOperator<Points> u =
                d == 1 ? line(x -> Math.abs(x - 0.123)) : plane((a, b) -> Math.abs(a - 0.123) + b * b);
        var x = Cases.points(d, 2000, 5);
        var y = u.apply(x);
        double before = Double.POSITIVE_INFINITY;
        for (int parameters : new int[] {4, 16, 64, 256}) {
            var fit = SumFit.to(u, d, basis, parameters, Box.UNIT);
            assertThat(fit.parameters()).isEqualTo(parameters);
            assertThat(fit.meanSquare(x, y)).isLessThan(0.7 * before);
            before = fit.meanSquare(x, y);
        }
        assertThat(before).isLessThan(1e-3);
    }

    @Test
    void theNumberOfFunctionsIsTheOneAskedForOrTheNextSquareBelow() {
        assertThat(Basis.CHEBYSHEV.parameters(2, 960)).isEqualTo(960);
        assertThat(Basis.GAUSSIAN_BUMPS.parameters(2, 960)).isEqualTo(900);
        assertThat(Basis.PIECEWISE_LINEAR.parameters(2, 961)).isEqualTo(961);
        assertThat(Basis.PIECEWISE_LINEAR.parameters(1, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void moreFunctionsThanPointsGoThroughThePointsAndStaySmall(Basis basis) {
        int d = basis.suits(1) ? 1 : 2;
        var x = Cases.points(d, 12, 7);
        var y = Cases.points(1, 12, 8);
        var fit = SumFit.of(basis, 49, x, y, Box.UNIT);
        assertThat(Arrays.stream(fit.coefficients())).allMatch(c -> Math.abs(c) < 1e6);
        assertThat(fit.meanSquare(x, y)).isLessThan(1e-6);
    }

    @Test
    void theFitIsThatOfTheNormalEquations() {
        var x = Cases.points(1, 50, 1);
        var y = Cases.points(1, 50, 2);
        var fit = SumFit.of(Basis.CHEBYSHEV, 2, x, y, Box.UNIT);
        double n = 50;
        double sx = Arrays.stream(x.row(0)).sum();
        double sxx = Arrays.stream(x.row(0)).map(v -> v * v).sum();
        double sy = Arrays.stream(y.row(0)).sum();
        double sxy = 0;
        for (int k = 0; k < 50; k++) {
            sxy += x.at(0, k) * y.at(0, k);
        }
        double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        assertThat(fit.coefficients()[1]).isCloseTo(slope, within(1e-12));
        assertThat(fit.coefficients()[0]).isCloseTo((sy - slope * sx) / n, within(1e-12));
    }

    @Test
    void namesAndDimensionsAreChecked() {
        assertThat(Basis.suiting(1)).doesNotContain(Basis.GAUSSIAN_BUMPS);
        assertThat(Basis.suiting(2)).containsExactly(Basis.values());
        for (var basis : Basis.values()) {
            assertThat(Basis.named(basis.id())).isEqualTo(basis);
        }
        assertThatThrownBy(() -> Basis.named("wavelets")).hasMessageContaining("chebyshev");
        var x = Cases.points(1, 5, 1);
        assertThatThrownBy(() -> SumFit.of(Basis.GAUSSIAN_BUMPS, 4, x, x, Box.UNIT))
                .hasMessageContaining("dimension 1");
        assertThatThrownBy(() -> SumFit.of(Basis.FOURIER, 4, x, Cases.points(1, 4, 1), Box.UNIT))
                .hasMessageContaining("one number for each point");
    }
}
