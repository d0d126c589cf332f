package isotopy.cli;

import isotopy.train.Experiment;
import isotopy.train.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `train` that are fields of an [Experiment]. What is not given stays as it is: at the default, or as
/// the project has it.
final class TrainOptions {
    @Mixin
    NetworkOptions network = new NetworkOptions();

    @Mixin
    RecipeOptions recipe = new RecipeOptions();

    @Mixin
    SamplingOptions sampling = new SamplingOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Where all random choices come from (default 1).")
    @Nullable
    String seed;

    /// The experiment with what was given on the command line in place of what it had.
    ///
    /// Throws: `Failure` for a wrong call, that names the option, the value and what there is.
    Experiment over(Experiment start) {
        return start.withSampling(sampling.over(start.sampling()))
                .withNetwork(network.over(start.network(), start.target().dimension()))
                .withRecipe(recipe.over(start.recipe()))
                .withSeed(seed == null ? start.seed() : seed(seed));
    }

    /// The seed that generated targets are drawn from.
    long seed() {
        return seed == null ? 1 : seed(seed);
    }

    /// How many points are drawn.
    int samples() {
        return sampling.over(Sampling.STANDARD).samples();
    }

    /// Whether the square is named that points are drawn in.
    boolean namesDomain() {
        return sampling.domain != null;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw Failure.wrongCall(
                    "--seed " + text + ": it must be a whole number in " + Long.MIN_VALUE + " … " + Long.MAX_VALUE);
        }
    }
}
