package isotopy.math;

/// A σ as kernels compute it, in single precision, with the exact derivative of that same function.
sealed interface KernelProgram {
    /// A σ that has a name.
    record Named(Activation activation) implements KernelProgram {}

    /// A user's own.
    record Own(FormulaActivation activation) implements KernelProgram {}

    /// eᵘ, of radial units.
    record Exponential() implements KernelProgram {}

    /// The program of that σ, or of what a radial unit does.
    static KernelProgram of(Form form, Nonlinearity activation) {
        return switch (form) {
            case RADIAL -> new Exponential();
            case RIDGE ->
                switch (activation) {
                    case Activation named -> new Named(named);
                    case FormulaActivation own -> new Own(own);
                };
        };
    }

    /// How many numbers the way forward leaves behind for each particle and unit: none where σ is as quickly
    /// computed anew, σ(u) where σ′ is a simple function of it (or of u as well), or σ(u) and σ′(u).
    default int kept() {
        return switch (this) {
            case Named(var activation) ->
                switch (activation) {
                    case IDENTITY -> 0;
                    case RELU, TANH, SIGMOID, GAUSSIAN, TRUNCATED_RELU, LEAKY_RELU, ELU -> 1;
                    case SOFTPLUS, SINE, GELU -> 2;
                };
            case Own _ -> 2;
            case Exponential _ -> 1;
        };
    }

    /// σ(u).
    default Lane value(Lanes on, Lane u) {
        return switch (this) {
            case Named(var activation) ->
                switch (activation) {
                    case TANH -> FloatFunctions.tanh(on, u);
                    case RELU -> FloatFunctions.relu(on, u);
                    case LEAKY_RELU -> on.ifGreater(u, on.constant(0), u, on.multiply(u, on.constant(0.1f)));
                    case SIGMOID -> FloatFunctions.sigmoid(on, u);
                    case SOFTPLUS -> FloatFunctions.softplus(on, u);
                    case SINE -> FloatFunctions.sin(on, u);
                    case GAUSSIAN -> FloatFunctions.gauss(on, u);
                    case IDENTITY -> u;
                    case TRUNCATED_RELU -> on.ifGreater(u, on.constant(1), on.constant(1), FloatFunctions.relu(on, u));
                    case ELU -> FloatFunctions.elu(on, u);
                    case GELU -> on.multiply(u, FloatFunctions.normal(on, u));
                };
            case Own(var activation) -> new FormulaLanes(on, u).of(activation.expression());
            case Exponential _ -> FloatFunctions.exp(on, u);
        };
    }

    /// g σ′(u), given s = σ(u).
    default Lane pull(Lanes on, Lane u, Lane s, Lane g) {
        return switch (this) {
            case Named(Activation activation) ->
                switch (activation) {
                    case RELU -> wherePositive(on, s, g);
                    case LEAKY_RELU -> on.ifGreater(s, on.constant(0), g, on.multiply(g, on.constant(0.1f)));
                    case IDENTITY -> g;
                    case TRUNCATED_RELU -> on.ifGreater(on.constant(1), s, wherePositive(on, s, g), on.constant(0));
                    case TANH, SIGMOID, SOFTPLUS, SINE, GAUSSIAN, ELU, GELU -> on.multiply(slope(on, u, s), g);
                };
            case Own _, Exponential _ -> on.multiply(slope(on, u, s), g);
        };
    }

    /// g where s > 0, else 0: the sign of −s, spread over all bits, is a mask. Cheaper than comparing and choosing.
    private static Lane wherePositive(Lanes on, Lane s, Lane g) {
        var mask = on.shiftRight(on.intSubtract(on.integer(0), on.bitsOf(s)), 31);
        return on.floatOf(on.intAnd(on.bitsOf(g), mask));
    }

    /// σ′(u), given s = σ(u).
    default Lane slope(Lanes on, Lane u, Lane s) {
        var one = on.constant(1);
        return switch (this) {
            case Named(var activation) ->
                switch (activation) {
                    case RELU, LEAKY_RELU, IDENTITY, TRUNCATED_RELU -> pull(on, u, s, one);
                    case TANH -> on.subtract(one, on.multiply(s, s));
                    case SIGMOID -> on.multiply(s, on.subtract(one, s));
                    case SOFTPLUS -> FloatFunctions.softplusSlope(on, u);
                    case SINE -> FloatFunctions.cos(on, u);
                    case GAUSSIAN -> on.multiply(on.multiply(on.constant(-2), u), s);
                    case ELU -> on.ifGreater(s, on.constant(0), one, on.add(s, one));
                    case GELU -> {
                        var density = on.multiply(
                                on.constant((float) (1 / Math.sqrt(2 * Math.PI))),
                                FloatFunctions.exp(on, on.multiply(on.multiply(on.constant(-0.5f), u), u)));
                        yield on.fma(u, density, FloatFunctions.normal(on, u));
                    }
                };
            case Own(var activation) -> new FormulaLanes(on, u).of(activation.slopeExpression());
            case Exponential _ -> s;
        };
    }
}
