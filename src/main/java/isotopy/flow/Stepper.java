package isotopy.flow;

import isotopy.control.ControlFamily;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import isotopy.math.Cloud;

/// One step of an integrator over a cloud, with its exact derivative forwards and backwards, and the space to do it.
///
/// One object serves one thread; nothing is allocated by its methods, but for [#remember].
///
/// Shapes: all clouds are d × n, n up to the capacity; `theta[at … at + p − 1]` are the parameters of the layer.
public sealed interface Stepper permits RungeKuttaStep, ExactStep, SymplecticStep {
    /// A stepper for clouds of up to `capacity` particles of dimension `dimension`.
    ///
    /// Throws: `IllegalArgumentException` when the integrator does not suit the family.
    static Stepper of(Integrator integrator, ControlFamily family, int dimension, int width, int capacity) {
        integrator.unfit(family).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return switch (integrator) {
            case EXACT -> new ExactStep((OneNeuron) family, dimension, capacity);
            case SYMPLECTIC -> new SymplecticStep((Hamiltonian) family, dimension, width, capacity);
            case EULER, MIDPOINT, HEUN, RK4, DOPRI5 ->
                new RungeKuttaStep(
                        integrator.tableau().orElseThrow(),
                        family.field(dimension, width, capacity),
                        dimension,
                        capacity);
        };
    }

    /// Overwrites into ← the step of length `h` from x; `into` and `x` may be one cloud.
    void step(double[] theta, int at, double h, Cloud x, Cloud into);

    /// Whether the step of length −h undoes the step of length h, to rounding.
    default boolean reverses() {
        return false;
    }

    /// How many numbers a particle takes in a [StepMemory].
    int memory(int dimension);

    /// Room for what a step with up to `capacity` particles leaves for its pullback.
    StepMemory remember(int dimension, int capacity);

    /// The step of length `h` from x, in place; overwrites the memory.
    void step(double[] theta, int at, double h, Cloud x, StepMemory memory);

    /// Overwrites into ← (∂step/∂x) dx at x, the exact derivative of the step along `dx`.
    void differential(double[] theta, int at, double h, Cloud x, Cloud dx, Cloud into);

    /// Pulls the costate back through the step, exactly: overwrites λ ← (∂step/∂x)ᵀ λ and adds (∂step/∂θ)ᵀ λ to
    /// `dTheta[at … at + p − 1]`.
    void pullback(double[] theta, int at, double h, Cloud x, Cloud costate, double[] dTheta);

    /// The same, to the last bit, from the memory that the step left, with the same θ.
    void pullback(double[] theta, int at, double h, StepMemory memory, Cloud costate, double[] dTheta);
}
