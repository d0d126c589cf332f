package isotopy.check;

import isotopy.math.Activation;
import isotopy.math.Form;
import isotopy.math.Kernel;
import isotopy.math.Nonlinearity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Kernels of every register width give the same bits: those of the vector unit, half as wide ones, and the twin in
/// plain Java.
final class WidthOracles {
    private static final String GROUP = "Equal bits of vector kernels";
    private static final int TILE = 128;
    private static final int UNITS = 7;

    private WidthOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>();
        for (var sigma : List.of(Activation.TANH, Activation.RELU, Activation.SIGMOID, Activation.GELU)) {
            all.add(same(sigma.id(), Form.RIDGE, sigma, 2));
        }
        all.add(same("tanh, five coordinates", Form.RIDGE, Activation.TANH, 5));
        all.add(same("bumps", Form.RADIAL, Activation.IDENTITY, 2));
        return all;
    }

    private static Oracle same(String what, Form form, Nonlinearity sigma, int dimension) {
        var widths = IntStream.of(Kernel.lanes(), Math.max(4, Kernel.lanes() / 2))
                .distinct()
                .filter(lanes -> Kernel.lanes() > 1)
                .toArray();
        var names = new ArrayList<String>();
        IntStream.of(widths).forEach(lanes -> names.add(String.valueOf(lanes)));
        names.add("1");
        return Oracle.zero(GROUP, what + ": numbers that differ, lanes " + String.join(", ", names), 0, () -> {
            var plain = run(Kernel.ofLanes(form, sigma, dimension, TILE, 1), dimension);
            double differing = 0;
            for (int lanes : widths) {
                var wide = run(Kernel.ofLanes(form, sigma, dimension, TILE, lanes), dimension);
                for (int i = 0; i < plain.length; i++) {
                    differing += Float.floatToRawIntBits(plain[i]) == Float.floatToRawIntBits(wide[i]) ? 0 : 1;
                }
            }
            return differing;
        });
    }

    /// All numbers that a kernel computes: the velocity, the pullback and the gradients of a tile.
    private static float[] run(Kernel kernel, int dimension) {
        var random = new SplittableRandom(51);
        int size = dimension * TILE;
        int kept = 5 * size;
        int sums = kept + kernel.kept() * UNITS * TILE;
        var p = new float[UNITS * (2 * dimension + 1)];
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) (0.4 * random.nextGaussian());
        }
        var m = new float[sums + p.length * Kernel.LANES];
        for (int i = 0; i < 3 * size; i++) {
            m[i] = (float) random.nextGaussian();
        }
        kernel.evaluate(p, 0, UNITS, m, 0, size, 0.3f, 3 * size, kept);
        kernel.pullback(p, 0, UNITS, m, 0, 2 * size, 0.3f, size, 4 * size, kept, sums);
        Arrays.fill(m, kept, sums, 0); // in an order that is the kernel's own
        return m;
    }
}
