package isotopy.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.OwnMachine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Kernels against plain double loops, and against each other to the bit.
class KernelTest {
    private static final int TILE = 128;
    private static final int UNITS = 5;
    private static final float SCALE = 0.3f;
    /// All that this machine has.
    private static final int[] WIDTHS = Arrays.stream(new int[] {16, 8, 4})
            .filter(lanes -> lanes <= VectorUnit.LANES)
            .toArray();

    record Case(Form form, Nonlinearity activation) {
        @Override
        public String toString() {
            return form + " " + (form == Form.RADIAL ? "eᵘ" : activation.id() + " " + activation.formula());
        }
    }

    static Stream<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var activation : Activation.values()) {
            cases.add(new Case(Form.RIDGE, activation));
        }
        for (var text : new String[] {
            "u*exp(-u^2)+0.1*sin(3*u)",
            "atan(u)+ln(1+u^2)+sqrt(1+u^2)+if(u,u,0.3*u)",
            "erf(u)+cosh(u/4)+sinh(u/3)+abs(u)^1.5+tan(tanh(u))+max(u,0.1)+min(u,1)",
            "cbrt(u^2+1)+atan2(u,1)+asin(tanh(u)/2)+acos(tanh(u)/2)+sign(u)+step(u)+floor(u)*0.1+(1+u^2)^-2+gelu(u)",
            "sigmoid(u)*softplus(u)+relu(u)+elu(u)+gauss(u)+cos(u)-u/3",
        }) {
            cases.add(new Case(Form.RIDGE, FormulaActivation.of(text)));
        }
        cases.add(new Case(Form.RADIAL, Activation.IDENTITY));
        return cases.stream();
    }

    /// A tile, a layer, and what a kernel makes of them.
    private static final class Run {
        final int d;
        final int unit;
        final float[] p;
        final float[] m;
        final int tileSize;
        final int sums;

        Run(Case one, int d, int kept, long seed) {
            this.d = d;
            unit = 2 * d + 1;
            tileSize = d * TILE;
            var random = new SplittableRandom(seed);
            p = new float[UNITS * unit];
            for (int i = 0; i < p.length; i++) {
                p[i] = (float) ((one.form() == Form.RADIAL ? 0.3 : 1) * random.nextGaussian());
            }
            sums = 5 * tileSize + kept * UNITS * TILE;
            m = new float[sums + p.length * Kernel.LANES];
            for (int i = 0; i < 3 * tileSize; i++) {
                m[i] = (float) random.nextGaussian();
            }
        }

        /// State, base and costate are the first three tiles, velocity and pullback the next two.
        Run with(Kernel kernel) {
            return with(kernel, kernel);
        }

        Run with(Kernel forward, Kernel back) {
            return with(forward, back, new float[] {0.5f, -2}, new int[] {tileSize, 2 * tileSize});
        }

        Run with(Kernel forward, Kernel back, float[] weights, int[] places) {
            forward.evaluate(p, 0, UNITS, m, 0, tileSize, SCALE, 3 * tileSize, 5 * tileSize);
            back.pullback(p, 0, UNITS, m, 0, 2 * tileSize, SCALE, tileSize, 4 * tileSize, 5 * tileSize, sums);
            back.combine(m, 0, weights, places, 2, tileSize);
            return this;
        }

        int[] bits() {
            var bits = new ArrayList<Integer>();
            for (int i = tileSize; i < 5 * tileSize; i++) {
                bits.add(Float.floatToRawIntBits(m[i]));
            }
            for (int i = sums; i < m.length; i++) {
                bits.add(Float.floatToRawIntBits(m[i]));
            }
            return bits.stream().mapToInt(bit -> bit).toArray();
        }

        double gradient(int c) {
            double sum = 0;
            for (int lane = 0; lane < Kernel.LANES; lane++) {
                sum += m[sums + c * Kernel.LANES + lane];
            }
            return sum;
        }
    }

    private static Run run(Case one, int d, boolean stored, int lanes) {
        var kernel = Kernels.of(one.form(), one.activation(), d, TILE, stored, lanes);
        return new Run(one, d, kernel.kept(), 7 + d).with(kernel);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyRegisterWidthGivesTheBitsOfPlainJava(Case one) {
        assertThat(VectorUnit.LANES).as("the tests run with a vector unit").isGreaterThan(1);
        for (int d : new int[] {1, 2, 3, 5, 8}) {
            var plain = run(one, d, true, 1).bits();
            assertThat(run(one, d, false, 1).bits())
                    .as("%s, d = %d, recomputed", one, d)
                    .isEqualTo(plain);
            for (int lanes : WIDTHS) {
                for (boolean stored : new boolean[] {true, false}) {
                    assertThat(run(one, d, stored, lanes).bits())
                            .as("%s, d = %d, %d lanes, stored %s", one, d, lanes, stored)
                            .isEqualTo(plain);
                }
            }
        }
    }

    @Test
    void compiledCodeGivesTheSameBitsAsInterpreted() {
        var one = new Case(Form.RIDGE, Activation.TANH);
        var kernel = Kernels.of(one.form(), one.activation(), 2, TILE, true, VectorUnit.LANES);
        var first = new Run(one, 2, kernel.kept(), 9).with(kernel).bits();
        for (int i = 0; i < 20_000; i++) {
            new Run(one, 2, kernel.kept(), 9).with(kernel);
        }
        assertThat(new Run(one, 2, kernel.kept(), 9).with(kernel).bits()).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theyAreTheFormulasUpToTheRoundingOfFloats(Case one) {
        for (int d = 1; d <= Kernel.LARGEST_DIMENSION; d++) {
            var run = run(one, d, true, VectorUnit.LANES);
            var start = new Run(one, d, 0, 7 + d);
            var gradient = new double[run.p.length];
            double worst = 0;
            for (int k = 0; k < TILE; k++) {
                var expected = plain(one, start, k, gradient);
                for (int i = 0; i < d; i++) {
                    double f = run.m[3 * run.tileSize + i * TILE + k] - expected[i];
                    double mu = run.m[4 * run.tileSize + i * TILE + k] - expected[d + i];
                    worst = Math.max(worst, Math.max(Math.abs(f), Math.abs(mu)) / (1 + largest(expected)));
                }
            }
            double difference = 0;
            double size = 0;
            for (int c = 0; c < gradient.length; c++) {
                difference += Math.pow(run.gradient(c) - gradient[c], 2);
                size += gradient[c] * gradient[c];
            }
            assertThat(worst).as("%s, d = %d: velocity and pullback", one, d).isLessThan(5e-6);
            assertThat(Math.sqrt(difference / size))
                    .as("%s, d = %d: gradient", one, d)
                    .isLessThan(2e-6);
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /// Velocity and pullback of particle k in double; adds to the gradient.
    private static double[] plain(Case one, Run run, int k, double[] gradient) {
        int d = run.d;
        var into = new double[2 * d];
        for (int i = 0; i < d; i++) {
            into[i] = into[d + i] = run.m[run.tileSize + i * TILE + k];
        }
        for (int j = 0; j < UNITS; j++) {
            int at = j * run.unit;
            boolean ridge = one.form() == Form.RIDGE;
            double u = ridge ? run.p[at + d] : 0;
            double squares = 0;
            double g = 0;
            for (int i = 0; i < d; i++) {
                double z = run.m[i * TILE + k];
                squares += (z - run.p[at + i]) * (z - run.p[at + i]);
                u += ridge ? run.p[at + i] * z : 0;
                g += run.p[at + d + 1 + i] * SCALE * run.m[2 * run.tileSize + i * TILE + k];
            }
            double beta = run.p[at + d];
            double s = ridge ? one.activation().value(u) : Math.exp(beta * squares);
            double h = g * (ridge ? one.activation().derivative(u) : s);
            for (int i = 0; i < d; i++) {
                double z = run.m[i * TILE + k];
                double t = 2 * beta * h * (z - run.p[at + i]);
                into[i] += SCALE * run.p[at + d + 1 + i] * s;
                into[d + i] += ridge ? run.p[at + i] * h : t;
                gradient[at + i] += ridge ? h * z : -t;
                gradient[at + d + 1 + i] += s * SCALE * run.m[2 * run.tileSize + i * TILE + k];
            }
            gradient[at + d] += ridge ? h : h * squares;
        }
        return into;
    }

    @Test
    void onceCompiledTheyAllocateNothingAndNoWarningIsPrinted() throws IOException {
        var lines = OwnMachine.run(KernelAllocation.class);
        assertThat(lines).hasSize(Activation.values().length + 6);
        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("0 ").endsWith(" " + VectorUnit.LANES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aKernelMayBeExchangedBetweenTheWayForwardAndTheWayBack(Case one) {
        for (int d : new int[] {1, 2, 3, 5, 8}) {
            var plain = Kernels.of(one.form(), one.activation(), d, TILE, true, 1);
            var expected = new Run(one, d, plain.kept(), 13).with(plain);
            for (int lanes : WIDTHS) {
                var wide = Kernels.of(one.form(), one.activation(), d, TILE, true, lanes);
                assertThat(new Run(one, d, plain.kept(), 13).with(plain, wide).m)
                        .as("%s, d = %d, forward plain, back with %d lanes", one, d, lanes)
                        .containsExactly(expected.m);
                assertThat(new Run(one, d, plain.kept(), 13).with(wide, plain).m)
                        .as("%s, d = %d, forward with %d lanes, back plain", one, d, lanes)
                        .containsExactly(expected.m);
            }
        }
    }

    @Test
    void warmingExchangesTheTwinForTheVectorKernelAndNoBit() {
        var one = new Case(Form.RIDGE, Activation.GAUSSIAN);
        var kernel = Kernel.of(one.form(), one.activation(), 2, TILE, true);
        assertThat(kernel.kept()).isEqualTo(Kernel.kept(one.form(), one.activation()));
        var before = new Run(one, 2, kernel.kept(), 12).with(kernel).bits();
        kernel.warm();
        assertThat(kernel.cold()).isFalse();
        assertThat(new Run(one, 2, kernel.kept(), 12).with(kernel).bits()).isEqualTo(before);
    }

    @Test
    void placesOutsideTheArraysAreExceptions() {
        var kernel = Kernel.of(Form.RIDGE, Activation.TANH, 2, TILE, true);
        assertThatThrownBy(() -> kernel.evaluate(new float[5], 0, 1, new float[10], 0, 0, 1, 0, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
