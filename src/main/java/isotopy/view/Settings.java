package isotopy.view;

import isotopy.math.Box;
import isotopy.train.Network;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import java.util.List;

/// Every number of an [Experiment] that can be typed in the window.
final class Settings {
    static final Setting.Slot DEPTHS = new Setting.Slot(
            now -> (double) now.network().depth(),
            (now, v) -> now.withNetwork(now.network().withDepth(v.intValue())));
    static final Setting.Slot WIDTHS = new Setting.Slot(
            now -> (double) now.network().width(),
            (now, v) -> now.withNetwork(now.network().withWidth(v.intValue())));
    static final Setting.Slot HORIZONS = new Setting.Slot(
            now -> now.network().horizon(),
            (now, v) -> now.withNetwork(now.network().withHorizon(v)));
    static final Setting.Slot RATES = new Setting.Slot(
            now -> now.recipe().learningRate(),
            (now, v) -> now.withRecipe(now.recipe().withLearningRate(v)));

    static final Setting.Slot SAMPLE_COUNTS = new Setting.Slot(
            now -> (double) now.sampling().samples(),
            (now, v) -> now.withSampling(now.sampling().withSamples(v.intValue())));
    static final Setting.Slot TEST_FRACTIONS = new Setting.Slot(
            now -> now.sampling().testFraction(),
            (now, v) -> now.withSampling(now.sampling().withTestFraction(v)));
    static final Setting.Slot NOISES = new Setting.Slot(
            now -> now.sampling().noise(),
            (now, v) -> now.withSampling(now.sampling().withNoise(v)));

    static final Setting DEPTH = Setting.number(
            "depth",
            "Depth",
            "How many layers the flow is cut into; more can be added while it trains.",
            Network.DEPTH,
            DEPTHS);
    static final Setting WIDTH =
            Setting.number("width", "Width", "How many hidden units one layer has.", Network.WIDTH, WIDTHS);
    static final Setting HORIZON = Setting.number(
            "horizon",
            "Horizon",
            "The end T of fictitious time: how long the particles flow.",
            Network.HORIZON,
            HORIZONS);
    static final Setting SUBSTEPS = Setting.number(
            "substeps",
            "Substeps",
            "How many steps of the scheme make one layer.",
            Network.SUBSTEPS,
            new Setting.Slot(
                    now -> (double) now.network().substeps(),
                    (now, v) -> now.withNetwork(now.network().withSubsteps(v.intValue()))));
    static final Setting AUGMENT = Setting.number(
            "augment",
            "Extra coordinates",
            "How many coordinates are added to the state; they start at 0 and give the flow room to go round.",
            Network.AUGMENT,
            new Setting.Slot(
                    now -> (double) now.network().augment(),
                    (now, v) -> now.withNetwork(now.network().withAugment(v.intValue()))));
    static final Setting RATE = Setting.number(
            "rate", "Rate", "The learning rate: how far one step of the optimizer goes.", Recipe.LEARNING_RATE, RATES);
    static final Setting STEPS = Setting.number(
            "steps",
            "Steps",
            "How many steps the command line takes; in the window training goes on until it is paused or rests.",
            Recipe.STEPS,
            new Setting.Slot(
                    now -> (double) now.recipe().steps(),
                    (now, v) -> now.withRecipe(now.recipe().withSteps(v.intValue()))));
    static final Setting BATCH = Setting.number(
            "batch",
            "Batch",
            "How many points each step learns from.",
            Recipe.BATCH,
            new Setting.Slot(
                    now -> (double) now.recipe().batch(),
                    (now, v) -> now.withRecipe(now.recipe().withBatch(v.intValue()))));
    static final Setting CLIP = Setting.number(
            "clip",
            "Clip",
            "The longest gradient a step may follow; longer ones are cut to it.",
            Recipe.CLIP,
            new Setting.Slot(
                    now -> now.recipe().clip(),
                    (now, v) -> now.withRecipe(now.recipe().withClip(v))));
    static final Setting SAMPLES = Setting.number(
            "samples",
            "Samples",
            "How many points are drawn in the domain to learn from and to test; given pairs are all used.",
            Sampling.SAMPLES,
            SAMPLE_COUNTS);
    static final Setting TEST_FRACTION = Setting.number(
            "test-fraction",
            "Test fraction",
            "The share of the points that is kept from training, to test what was learnt.",
            Sampling.TEST_FRACTION,
            TEST_FRACTIONS);
    static final Setting NOISE = Setting.number(
            "noise",
            "Noise",
            "The standard deviation of what is added to the training goals, or to the places of points with classes.",
            Sampling.NOISE,
            NOISES);
    static final Setting SEED = new Setting(
            "seed",
            "Seed",
            "The number from which every random choice follows: the same seed gives the same run.",
            "a whole number",
            now -> Long.toString(now.seed()),
            (now, typed) -> now.withSeed(seed(typed)));
    static final Setting DOMAIN = new Setting(
            "domain",
            "Domain",
            "The square, or interval, in which points are drawn: its lowest and its highest coordinate.",
            "low, high in coordinate units",
            now -> Setting.text(now.sampling().domain().low()) + ", "
                    + Setting.text(now.sampling().domain().high()),
            (now, typed) -> now.withSampling(now.sampling().withDomain(domain(typed))));

    /// What is typed under *Exact* without a slider, in the order in which it is shown.
    static final List<Setting> RUN = List.of(STEPS, BATCH, CLIP, SEED);

    static final List<Setting> POINTS = List.of(SAMPLES, TEST_FRACTION, NOISE, DOMAIN);

    private Settings() {}

    private static long seed(String typed) {
        try {
            return Long.parseLong(typed.strip().replace('−', '-'));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "seed must be a whole number of at most 18 digits: “" + typed.strip() + "”");
        }
    }

    private static Box domain(String typed) {
        var ends = typed.strip().split("\\s*[,;]\\s*|\\s+");
        try {
            if (ends.length == 2) {
                return new Box(Setting.parsed(ends[0]), Setting.parsed(ends[1]));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "domain must be two numbers, the lowest and the highest coordinate, such as −1, 1: “" + typed.strip()
                        + "”");
    }
}
