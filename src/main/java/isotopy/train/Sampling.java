package isotopy.train;

import isotopy.math.Box;

/// Where the examples come from: how many are drawn in which square, how many of them are kept for the test, and how
/// noisy they are.
///
/// For given pairs and points with classes `samples` says nothing; the domain is still the square that is shown.
///
/// Units: `noise` is the standard deviation of what is added, in the user's coordinates: for maps, functions and pairs
/// to where the training points should go, while the test points keep the truth; for points with classes to the points
/// themselves, those of the test as well, so that classes overlap.
public record Sampling(Box domain, int samples, double testFraction, double noise) {
    public static final Range SAMPLES = Range.whole("samples", 10, 1_000_000, "points");
    public static final Range TEST_FRACTION = Range.real("test fraction", 0, 0.9, "share of the points");
    public static final Range NOISE = Range.real("noise", 0, 1000, "coordinate units");

    /// 2,000 points of the square [−1, 1]², a fifth of them for the test.
    public static final Sampling STANDARD = new Sampling(Box.UNIT, 2000, 0.2, 0);

    public Sampling {
        SAMPLES.require(samples);
        TEST_FRACTION.require(testFraction);
        NOISE.require(noise);
    }

    public Sampling withDomain(Box changed) {
        return new Sampling(changed, samples, testFraction, noise);
    }

    public Sampling withSamples(int changed) {
        return new Sampling(domain, changed, testFraction, noise);
    }

    public Sampling withTestFraction(double changed) {
        return new Sampling(domain, samples, changed, noise);
    }

    public Sampling withNoise(double changed) {
        return new Sampling(domain, samples, testFraction, changed);
    }
}
