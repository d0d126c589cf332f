package isotopy.math;

import isotopy.Cases;
import java.util.stream.IntStream;

/// Prints, for every σ, what its vector kernel allocates once it is compiled: in a Java machine of its own, in which,
/// as in the program and unlike in the other tests, registers have one width.
final class KernelAllocation {
    private static final int TILE = 128;
    private static final int UNITS = 5;

    private KernelAllocation() {}

    public static void main(String[] arguments) {
        for (var activation : Activation.values()) {
            print(Form.RIDGE, activation, 2);
        }
        print(Form.RIDGE, FormulaActivation.of("u*exp(-u^2)+0.1*sin(3*u)"), 2);
        print(Form.RADIAL, Activation.IDENTITY, 2);
        IntStream.of(1, 3, 5, 8).forEach(d -> print(Form.RIDGE, Activation.TANH, d));
    }

    private static void print(Form form, Nonlinearity activation, int d) {
        var kernel = Kernels.of(form, activation, d, TILE, true, VectorUnit.LANES);
        int tile = d * TILE;
        int kept = 4 * tile;
        int sums = kept + kernel.kept() * UNITS * TILE;
        var p = new float[UNITS * (2 * d + 1)];
        var m = new float[sums + p.length * Kernel.LANES];
        var weights = new float[] {1, 1};
        var places = new int[] {0, tile};
        long bytes = Cases.leastAllocated(() -> {
            for (int i = 0; i < 60; i++) {
                kernel.evaluate(p, 0, UNITS, m, 0, tile, 1, 2 * tile, kept);
                kernel.pullback(p, 0, UNITS, m, 0, tile, 1, 2 * tile, 3 * tile, kept, sums);
                kernel.combine(m, 0, weights, places, 2, 2 * tile);
            }
        });
        System.out.println(bytes + " " + form + " " + activation.id() + " " + d + " " + VectorUnit.LANES);
    }
}
