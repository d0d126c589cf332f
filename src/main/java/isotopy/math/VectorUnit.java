package isotopy.math;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// The processor's vector unit, as far as this Java machine lets it be used.
///
/// The Vector API is an incubating module: named at start, it makes the Java machine print a warning. So it is loaded
/// here, when the first kernel is made, and only where the machine was told to compile its calls to single instructions
/// (-XX:+EnableVectorSupport); without that they would be a thousand times slower than plain Java. No source file names
/// its classes, only generated ones do.
final class VectorUnit {
    private static final String MODULE = "jdk.incubator.vector";

    /// The floats of a register that kernels use: 16, 8, 4, or 1 where there is no vector unit to be used.
    static final int LANES = lanes();

    private VectorUnit() {}

    private static int lanes() {
        // off: a rehearsal of the start, whose notes of the loaded classes a module loaded late would spoil
        if ("off".equals(System.getProperty("isotopy.vectors")) || !"true".equals(option("EnableVectorSupport"))) {
            return 1;
        }
        try {
            if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
                Class.forName("jdk.internal.module.Modules")
                        .getMethod("loadModule", String.class)
                        .invoke(null, MODULE);
            }
            var vector = Class.forName(MODULE + ".FloatVector");
            var species = Class.forName(MODULE + ".VectorSpecies");
            int lanes = (int) species.getMethod("length")
                    .invoke(vector.getField("SPECIES_PREFERRED").get(null));
            return lanes >= Kernel.LANES ? Kernel.LANES : lanes >= 4 ? lanes : 1;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return 1; // the twin gives the same numbers, only later
        }
    }

    /// Whether a fused multiply-add of plain Java is one instruction.
    static boolean fuses() {
        return "true".equals(option("UseFMA"));
    }

    /// The value of an option of the Java machine, empty where it has no such option.
    static String option(String name) {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption(name)
                    .getValue();
        } catch (IllegalArgumentException | NullPointerException | LinkageError e) {
            return "";
        }
    }
}
