package isotopy.math;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The kernels generated so far, one for each shape.
final class Kernels {
    private static final Map<KernelShape, Kernel> MADE = new ConcurrentHashMap<>();

    private static final Map<KernelShape, Kernel> WARMING = new ConcurrentHashMap<>();

    private Kernels() {}

    /// The kernel for registers of so many lanes.
    static Kernel of(Form form, Nonlinearity activation, int dimension, int tile, boolean stored, int lanes) {
        return of(KernelShape.of(form, KernelProgram.of(form, activation), dimension, lanes, tile, stored));
    }

    static Kernel of(KernelShape shape) {
        return MADE.computeIfAbsent(shape, Kernels::make);
    }

    /// The kernel for this machine's vector unit, which is its plain twin until it is compiled.
    static Kernel warming(Form form, Nonlinearity activation, int dimension, int tile, boolean stored) {
        var plain = of(form, activation, dimension, tile, stored, 1);
        if (VectorUnit.LANES == 1) {
            return plain;
        }
        var program = KernelProgram.of(form, activation);
        return WARMING.computeIfAbsent(
                KernelShape.of(form, program, dimension, VectorUnit.LANES, tile, stored),
                shape -> new WarmingKernel(shape, plain, of(shape)));
    }

    private static Kernel make(KernelShape shape) {
        if (shape.lanes() > VectorUnit.LANES) { // asking for them loads what the generated class will name
            throw new IllegalStateException("this machine has registers of " + VectorUnit.LANES + " floats: " + shape);
        }
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(KernelWriter.write(shape), true);
            return (Kernel) lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("a kernel could not be made: " + shape, e);
        }
    }
}
