package isotopy.train;

/// How θ is improved: by which method on which loss, with what added to it, for so many steps.
///
/// `batch` 0 means all training points in every step, `clip` 0 no bound on the gradient's norm. To L-BFGS the learning
/// rate is the length of its first step alone, and a bound on the gradient says nothing. A schedule counts from where a
/// run begins or goes on, and stays where it ends.
public record Recipe(
        int steps,
        double learningRate,
        int batch,
        double clip,
        Optimization optimizer,
        Schedule schedule,
        Loss loss,
        Penalties penalties) {
    public static final Range STEPS = Range.whole("steps", 0, 10_000_000, "training steps");
    public static final Range LEARNING_RATE = Range.real("learning rate", 1e-8, 10, "the optimizer's step size");
    public static final Range BATCH = Range.whole("batch", 0, 1_000_000, "points a step, 0 for all");
    public static final Range CLIP = Range.real("clip", 0, 1e9, "gradient norm, 0 for no bound");

    /// 2,000 full-batch steps of Adam at rate 0.01 on the squared distance.
    public static final Recipe STANDARD =
            new Recipe(2000, 0.01, 0, 0, Optimization.ADAM, Schedule.CONSTANT, new Loss.Squared(), Penalties.NONE);

    public Recipe {
        STEPS.require(steps);
        LEARNING_RATE.require(learningRate);
        BATCH.require(batch);
        CLIP.require(clip);
    }

    public Recipe withSteps(int changed) {
        return new Recipe(changed, learningRate, batch, clip, optimizer, schedule, loss, penalties);
    }

    public Recipe withLearningRate(double changed) {
        return new Recipe(steps, changed, batch, clip, optimizer, schedule, loss, penalties);
    }

    public Recipe withBatch(int changed) {
        return new Recipe(steps, learningRate, changed, clip, optimizer, schedule, loss, penalties);
    }

    public Recipe withClip(double changed) {
        return new Recipe(steps, learningRate, batch, changed, optimizer, schedule, loss, penalties);
    }

    public Recipe withOptimizer(Optimization changed) {
        return new Recipe(steps, learningRate, batch, clip, changed, schedule, loss, penalties);
    }

    public Recipe withSchedule(Schedule changed) {
        return new Recipe(steps, learningRate, batch, clip, optimizer, changed, loss, penalties);
    }

    public Recipe withLoss(Loss changed) {
        return new Recipe(steps, learningRate, batch, clip, optimizer, schedule, changed, penalties);
    }

    public Recipe withPenalties(Penalties changed) {
        return new Recipe(steps, learningRate, batch, clip, optimizer, schedule, loss, changed);
    }
}
