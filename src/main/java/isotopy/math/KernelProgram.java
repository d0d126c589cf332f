package isotopy.math;

/// The non-linearity σ as kernels compute it, in single precision, with the exact derivative of that same function.
public sealed interface KernelProgram {
    /// The program of a σ that has a name.
    record Named(Activation activation) implements KernelProgram {}

    /// What the way forward may leave behind so that the way back need not compute it again.
    enum Kept {
        /// σ′ is as quickly computed anew.
        NOTHING(0),
        /// σ(u), of which σ′ is a simple function.
        VALUE(1),
        /// Both σ(u) and σ′(u).
        VALUE_AND_SLOPE(2);

        private final int count;

        Kept(int count) {
            this.count = count;
        }

        /// How many numbers for each particle and hidden unit.
        int count() {
            return count;
        }
    }

    /// What is worth keeping.
    default Kept kept() {
        return switch (this) {
            case Named(Activation activation) ->
                switch (activation) {
                    case LEAKY_RELU, IDENTITY -> Kept.NOTHING;
                    case RELU, TANH, SIGMOID, GAUSSIAN -> Kept.VALUE;
                    case SOFTPLUS, SINE -> Kept.VALUE_AND_SLOPE;
                };
        };
    }

    /// σ(u).
    default Lane value(Lanes on, Lane u) {
        return switch (this) {
            case Named(Activation activation) ->
                switch (activation) {
                    case RELU -> on.floatOf(on.intMax(on.bitsOf(u), on.integer(0)));
                    case IDENTITY -> u;
                    default -> FloatFunctions.tanh(on, u);
                };
        };
    }

    /// g σ′(u), given s = σ(u).
    default Lane pull(Lanes on, Lane u, Lane s, Lane g) {
        return switch (this) {
            case Named(Activation activation) ->
                switch (activation) {
                    case RELU -> on.floatOf(on.intAnd(on.bitsOf(g), on.shiftRight(on.intSubtract(on.integer(0), on.bitsOf(s)), 31)));
                    case IDENTITY -> g;
                    default -> on.multiply(on.subtract(on.constant(1), on.multiply(s, s)), g);
                };
        };
    }

    /// σ′(u), given s = σ(u).
    default Lane slope(Lanes on, Lane u, Lane s) {
        return pull(on, u, s, on.constant(1));
    }
}
