package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Expression.Call;
import isotopy.math.Expression.Variable;
import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final int CASES = 4000;

    private static double[] point(SplittableRandom random) {
        return new double[] {4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2};
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void derivativesAreThoseOfDualNumbers(long seed) {
        var random = new SplittableRandom(seed);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            var tree = Trees.tree(1 + random.nextInt(4), random);
            var point = point(random);
            int variable = random.nextInt(2);
            var dual = Dual.of(tree, point, variable);
            // where numbers are huge, their differences are anything
            if (Math.abs(dual.value()) < 1e3 && Math.abs(dual.slope()) < 1e3) {
                compared++;
                assertThat(tree.value(point))
                        .as("seed %s, case %s: %s", seed, i, tree.text("x", "y"))
                        .isCloseTo(dual.value(), within(1e-10));
                assertThat(tree.derivative(variable).value(point))
                        .as("seed %s, case %s: %s at %s", seed, i, tree.text("x", "y"), Arrays.toString(point))
                        .isCloseTo(dual.slope(), within(1e-8));
            }
        }
        assertThat(compared).isGreaterThan(CASES / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void derivativesAreTheSlopesOfValues(long seed) {
        var random = new SplittableRandom(seed);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            var tree = Trees.tree(1 + random.nextInt(3), random);
            var point = point(random);
            double slope = slope(tree, point, 1e-4);
            double finer = slope(tree, point, 1e-5);
            if (Trees.isFinite(tree, point) && Math.abs(slope - finer) < 1e-6) {
                compared++;
                assertThat(tree.derivative(0).value(point))
                        .as("seed %s, case %s: %s at %s", seed, i, tree.text("x", "y"), Arrays.toString(point))
                        .isCloseTo(finer, within(1e-5));
            }
        }
        assertThat(compared).isGreaterThan(CASES / 3);
    }

    private static double slope(Expression tree, double[] point, double h) {
        var right = new double[] {point[0] + h, point[1]};
        var left = new double[] {point[0] - h, point[1]};
        return (tree.value(right) - tree.value(left)) / (2 * h);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void everyFunctionHasTheSlopeOfItsValue(Function function) {
        var random = new SplittableRandom(6);
        var names = new String[] {"a", "b", "c"};
        var tree = new Call(function, Collections.nCopies(function.arity(), new Variable(0)));
        for (int i = 0; i < function.arity(); i++) {
            var arguments = new Expression[] {new Variable(0), new Variable(1), new Variable(2)};
            tree = new Call(function, Arrays.asList(arguments).subList(0, function.arity()));
        }
        for (int i = 0; i < 200; i++) {
            double[] point = {0.05 + 0.9 * random.nextDouble(), -random.nextDouble(), random.nextDouble()};
            for (int variable = 0; variable < function.arity(); variable++) {
                double slope = Dual.of(tree, point, variable).slope();
                assertThat(tree.derivative(variable).value(point))
                        .as("%s at %s", tree.text(names), Arrays.toString(point))
                        .isCloseTo(slope, within(1e-12 * (1 + Math.abs(slope))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void whatIsNotANumberStaysNotANumber(Function function) {
        assertThat(function.value(Double.NaN, 1, 1)).isNaN();
        assertThat(Formula.parse(function.id() + "(a" + ",a".repeat(function.arity() - 1) + ")", "a")
                        .value(Double.NaN))
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abs(u); 0; -1",
                "relu(u); 0; 0",
                "relu(-u); 0; -1",
                "max(u, 0); 0; 0",
                "max(0, u); 0; 0",
                "max(-u, 0); 0; -1",
                "min(u, 0); 0; 1",
                "min(max(u, 0), 1); 0; 0",
                "min(max(u, 0), 1); 1; 1",
                "abs(u^3 - 1); 1; -3",
                "max(2u, u, 3u); 0; 1",
                "sign(u); 0; 0",
                "step(u); 0; 0",
                "if(u, u, 0.1u); 0; 0.1",
            })
    void atACornerTheDerivativeIsThatFromTheLeft(String text, double u, double slope) {
        assertThat(Formula.parse(text, "u").derivative(0).value(new double[] {u}))
                .isEqualTo(slope);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5; 0",
                "y; 0",
                "3x; 3",
                "x*y; y",
                "x^2; 2*x",
                "x^3/3; 3*x^2/3",
                "tanh(x); 1 - tanh(x)^2",
                "sin(2x); 2*cos(2*x)",
                "x - -x; 2",
                "max(x, 0); step(x)",
                "abs(x); if(x, 1, -1)",
                "exp(-x^2); -(2*x*exp(-x^2))",
                "x/y; 1/y",
                "x^1; 1",
                "x + 0*x; 1",
            })
    void derivativesAreSimple(String text, String derivative) {
        var names = new String[] {"x", "y"};
        var slope = Formula.parse(text, names).derivative(0);
        var random = new SplittableRandom(7);
        var written = Formula.parse(derivative, names);
        for (int i = 0; i < 10; i++) {
            var point = point(random);
            assertThat(slope.value(point)).isCloseTo(written.value(point), within(1e-13));
        }
        assertThat(slope.text(names).length()).isLessThanOrEqualTo(derivative.length() + 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void whatIsWrittenIsReadAgain(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            var tree = Trees.tree(1 + random.nextInt(4), random);
            var text = tree.text("x", "y");
            if (text.length() <= Formula.LONGEST) {
                assertThat(Formula.parse(text, "x", "y").expression())
                        .as("seed %s, case %s: %s", seed, i, text)
                        .isEqualTo(tree);
            }
        }
    }

    @Test
    void aPartInManyPlacesIsDerivedOnce() {
        // fifty times squared: 2⁵⁰ leaves, were they walked one by one
        Expression tree = new Variable(0);
        for (int i = 0; i < 50; i++) {
            tree = Algebra.product(tree, tree);
        }
        var program = FormulaProgram.of(java.util.List.of(tree.derivative(0).derivative(0)));
        assertThat(program.size()).isLessThan(600);
        assertThat(program.evaluator().value(0, 1)).isEqualTo(0x1p50 * (0x1p50 - 1));
    }
}
