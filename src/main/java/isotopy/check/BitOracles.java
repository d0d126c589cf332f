package isotopy.check;

import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The same experiment gives the same bits, whatever works on it.
final class BitOracles {
    private static final String GROUP = "Equal bits of training";
    private static final int STEPS = 12;

    private BitOracles() {}

    static List<Oracle> all() {
        var all = new ArrayList<Oracle>();
        for (var activation : List.of(Activation.TANH, Activation.RELU)) {
            for (int threads : List.of(2, 5)) {
                var family = new Perceptron(activation);
                all.add(Oracle.zero(
                        GROUP,
                        family.id() + ": numbers in θ that differ, " + threads + " threads and 1",
                        0,
                        () -> differing(trained(family, threads), trained(family, 1))));
            }
        }
        return all;
    }

    private static double[] trained(ControlFamily family, int threads) {
        var x = Specimens.points(2, 700, 61);
        var y = Specimens.points(2, 700, 62);
        var shape = Specimens.control(family, 2, 8, 5, 63);
        return Training.on(x, y)
                .of(shape, Integrator.MIDPOINT, 1)
                .trained(STEPS, threads)
                .theta();
    }

    private static double differing(double[] a, double[] b) {
        if (a.length != b.length) {
            return Math.max(a.length, b.length);
        }
        int index = Arrays.mismatch(a, b);
        if (index < 0) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Double.doubleToRawLongBits(a[i]) == Double.doubleToRawLongBits(b[i]) ? 0 : 1;
        }
        return count;
    }
}
