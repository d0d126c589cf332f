package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.Cases;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaProgramTest {
    private static double[][] points(int n, SplittableRandom random) {
        var points = new double[2][n];
        for (int k = 0; k < n; k++) {
            points[0][k] = 6 * random.nextDouble() - 3;
            points[1][k] = 6 * random.nextDouble() - 3;
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void loopsHaveTheValuesOfTheTree(long seed) {
        var random = new SplittableRandom(seed);
        int[] sizes = {0, 1, 7, 255, 256, 257, 700};
        for (int i = 0; i < 300; i++) {
            var tree = Trees.tree(1 + random.nextInt(4), random);
            var trees = List.of(tree, tree.derivative(0), tree.derivative(1));
            int n = sizes[random.nextInt(sizes.length)];
            var points = points(n, random);
            var values = new double[3][n + 1];
            for (var row : values) {
                row[n] = 7;
            }
            FormulaProgram.of(trees).evaluator().evaluate(points, n, values);
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < n; k++) {
                    assertThat(values[j][k])
                            .as("seed %s, case %s, tree %s, point %s: %s", seed, i, j, k, tree.text("x", "y"))
                            .isEqualTo(Double.valueOf(trees.get(j).value(new double[] {points[0][k], points[1][k]})));
                }
                assertThat(values[j][n]).as("what is beyond n").isEqualTo(7);
            }
        }
    }

    @Test
    void nothingIsAllocated() {
        var formula =
                Formula.parse("max(0.3*x*tanh(y) + exp(-x^2 - y^2), sin(x*y))/(1 + x²) + atan2(y, x)^3", "x", "y");
        var values = formula.program().evaluator();
        var all = formula.programWithDerivatives().evaluator();
        int n = 1000;
        var points = points(n, new SplittableRandom(4));
        var into = new double[3][n];
        Runnable work = () -> {
            values.evaluate(points, n, into[0]);
            all.evaluate(points, n, into);
        };
        for (int i = 0; i < 200; i++) {
            work.run();
        }
        assertThat(Cases.allocated(work)).isZero();
    }

    @Test
    void whatIsSharedIsComputedOnce() {
        var formula = Formula.parse("exp(x*y) + exp(y*x)^2 + tanh(exp(x*y))", "x", "y");
        // x, y, x·y, exp, its square, tanh, two sums
        assertThat(formula.program().size()).isEqualTo(8);
        assertThat(formula.programWithDerivatives().outputs()).isEqualTo(3);
    }

    @Test
    void anArrayMayBeReadAndOverwritten() {
        var u = new double[600];
        for (int k = 0; k < u.length; k++) {
            u[k] = k;
        }
        Formula.parse("u^2 + 1", "u").program().evaluator().evaluate(new double[][] {u}, u.length, u);
        assertThat(u[599]).isEqualTo(599 * 599 + 1);
        assertThat(u[0]).isEqualTo(1);
    }
}
