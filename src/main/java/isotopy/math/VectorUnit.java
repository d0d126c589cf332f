package isotopy.math;

/// The processor's vector unit, as far as this Java machine lets it be used.
final class VectorUnit {
    private VectorUnit() {}

    static void load() {
        try {
            Class.forName("jdk.internal.module.Modules").getMethod("loadModule", String.class).invoke(null, "jdk.incubator.vector");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
