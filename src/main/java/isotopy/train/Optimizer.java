package isotopy.train;

import isotopy.control.Reshaping;

/// The machine that improves θ, with the memory of the steps so far. Mutable, for one thread; a step allocates nothing.
sealed interface Optimizer permits Adam, AdamW, Sgd, Lbfgs {
    /// An optimizer with an empty memory, for a run that begins, or one that goes on with a trained θ.
    static Optimizer of(Recipe recipe, int parameters, boolean goesOn) {
        return switch (recipe.optimizer()) {
            case ADAM -> new Adam(parameters, goesOn);
            case ADAMW -> new AdamW(parameters, goesOn, recipe.penalties().weightDecay());
            case SGD -> new Sgd(parameters);
            case LBFGS -> new Lbfgs(parameters);
        };
    }

    /// Changes θ in place by one step at that learning rate. The landscape was evaluated at θ just before, with
    /// that value; its slope may have been shortened since.
    void update(double learningRate, double value, Landscape landscape, double[] theta);

    /// Takes the memory along when the parameters change their shape: with θ′ = cθ a gradient is divided by c.
    void reshape(Reshaping reshaping);

    /// Whether it is the optimizer of that recipe, but for the learning rate.
    default boolean serves(Recipe recipe) {
        return true;
    }

    /// How often the last step evaluated the landscape, beyond the evaluation before it.
    default int extraEvaluations() {
        return 0;
    }

    /// The landscape's value at the θ it left, where its last call was there; else NaN.
    default double reached() {
        return Double.NaN;
    }

    /// Whether a bound on the gradient's norm means anything to it.
    default boolean clips() {
        return true;
    }
}
