package isotopy.cli;

import isotopy.math.Box;
import isotopy.train.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that say where the examples come from.
final class SamplingOptions {
    @Option(
            names = "--samples",
            paramLabel = "N",
            description =
                    "Points drawn in the domain, 10 to 1000000 (default 2000);" + " given pairs are taken as they are.")
    @Nullable
    String samples;

    @Option(
            names = "--domain",
            paramLabel = "LOW,HIGH",
            description = "The side of the square, or the interval, that points are drawn in (default: the one that the"
                    + " target is made for, mostly -1,1).")
    @Nullable
    String domain;

    @Option(
            names = "--test-fraction",
            paramLabel = "SHARE",
            description = "Share of the points kept for the test, 0 to 0.9" + " (default 0.2).")
    @Nullable
    String testFraction;

    @Option(
            names = "--noise",
            paramLabel = "SIGMA",
            description = "Standard deviation of what is added to the training targets, or to points with classes"
                    + " themselves, in coordinate units (default 0).")
    @Nullable
    String noise;

    Sampling over(Sampling start) {
        return new Sampling(
                domain == null ? start.domain() : domain(domain),
                (int) Numbers.within("--samples", Sampling.SAMPLES, samples, start.samples()),
                Numbers.within("--test-fraction", Sampling.TEST_FRACTION, testFraction, start.testFraction()),
                Numbers.within("--noise", Sampling.NOISE, noise, start.noise()));
    }

    /// The box that `--domain` names.
    static Box domain(String text) {
        var bounds = text.split(",", -1);
        try {
            if (bounds.length == 2) {
                return new Box(Double.parseDouble(bounds[0].strip()), Double.parseDouble(bounds[1].strip()));
            }
        } catch (IllegalArgumentException e) {
            // told below; a number that is none is such an exception too
        }
        throw Failure.wrongCall(
                "--domain " + text + ": it must be two numbers LOW,HIGH such as -1,1, the lower one first");
    }
}
