package isotopy.train;

/// How many parameters a network has, and about how many bytes it takes to train it: an upper estimate that is made
/// before anything is allocated.
record Footprint(long parameters, long bytes) {
    /// Copies of θ that a run holds whatever the optimizer is: the trainer's own, the gradient, the last good
    /// one, and the controls that are shown, drawn and kept for an undo.
    private static final int COPIES = 10;

    /// Steps a layer that an adaptive flow hardly ever needs more than, on average over its layers.
    private static final int ADAPTIVE_STEPS = 8;

    /// The estimate for training by that many threads.
    static Footprint of(Experiment experiment, int threads) {
        var network = experiment.network();
        int d = experiment.stateDimension();
        long perLayer = network.family().parameters(d, network.width());
        long parameters = perLayer * network.depth();
        long copies = COPIES
                + (threads == 1 ? 1 : ExactGradient.CHUNKS)
                + switch (experiment.recipe().optimizer()) {
                    case ADAM, ADAMW -> 2;
                    case SGD -> 1;
                    case LBFGS -> 23;
                };
        long steps = (long) network.depth() * (network.integrator().adaptive() ? ADAPTIVE_STEPS : network.substeps());
        long states = steps * d * Adjoint.TILE * Double.BYTES;
        long workspace = threads * (Adjoint.MEMORY + 2 * states);
        long samples = 4L * Samples.count(experiment) * d * Double.BYTES;
        return new Footprint(parameters, copies * parameters * Double.BYTES + workspace + samples);
    }
}
