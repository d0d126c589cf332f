package isotopy.train;

/// How θ is improved: by Adam on the mean squared error, for so many steps.
///
/// `batch` 0 means all training points in every step, `clip` 0 no bound on the gradient's norm.
public record Recipe(int steps, double learningRate, int batch, double clip) {
    public static final Range STEPS = Range.whole("steps", 0, 10_000_000, "training steps");
    public static final Range LEARNING_RATE = Range.real("learning rate", 1e-8, 10, "Adam's step size");
    public static final Range BATCH = Range.whole("batch", 0, 1_000_000, "points a step, 0 for all");
    public static final Range CLIP = Range.real("clip", 0, 1e9, "gradient norm, 0 for no bound");

    /// 2,000 full-batch steps at rate 0.01.
    public static final Recipe STANDARD = new Recipe(2000, 0.01, 0, 0);

    public Recipe {
        STEPS.require(steps);
        LEARNING_RATE.require(learningRate);
        BATCH.require(batch);
        CLIP.require(clip);
    }

    public Recipe withSteps(int changed) {
        return new Recipe(changed, learningRate, batch, clip);
    }

    public Recipe withLearningRate(double changed) {
        return new Recipe(steps, changed, batch, clip);
    }

    public Recipe withBatch(int changed) {
        return new Recipe(steps, learningRate, changed, clip);
    }

    public Recipe withClip(double changed) {
        return new Recipe(steps, learningRate, batch, changed);
    }
}
