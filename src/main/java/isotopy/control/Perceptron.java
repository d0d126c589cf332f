package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The family f(z) = V σ(W z + b) of width q: the layer of a residual network with one hidden layer per block.
///
/// θ lists the hidden units one after the other, each as w₁ … w_d, b, v₁ … v_d; so p = q(2d + 1).
///
/// Source: Li, Lin, Shen (2022), whose examples of families with a well in the closed convex hull these are.
public record Perceptron(Nonlinearity activation) implements ControlFamily {
    /// How steep fresh hidden units are over the region.
    private static final double STEEPNESS = 2;

    @Override
    public String id() {
        return activation.id();
    }

    @Override
    public String title() {
        return switch (activation) {
            case Activation named ->
                switch (named) {
                    case RELU -> "ReLU";
                    case LEAKY_RELU -> "leaky ReLU";
                    case TRUNCATED_RELU -> "truncated ReLU";
                    case ELU, GELU -> named.id().toUpperCase(Locale.ROOT);
                    case TANH, SIGMOID, SOFTPLUS, IDENTITY -> named.id();
                    case SINE -> "sine";
                    case GAUSSIAN -> "Gaussian";
                };
            case FormulaActivation _ -> "your own σ";
        };
    }

    @Override
    public String conclusion() {
        return switch (activation) {
            case Activation named ->
                switch (named) {
                    case RELU ->
                        "Sums of shifted ReLUs form a well, so flows of ReLU layers come as near as you like, in the mean, to any"
                                + " continuous map of the plane.";
                    case TRUNCATED_RELU ->
                        "Sums of shifted truncated ReLUs form a well on any bounded region, so there its flows come as near"
                                + " as you like, in the mean, to any continuous map of the plane.";
                    case TANH, LEAKY_RELU, SIGMOID, SOFTPLUS, ELU, GELU ->
                        "Shifted and scaled " + title() + " units form a well in the limit, so their"
                                + " flows come as near as you like, in the mean, to any continuous map of the plane.";
                    case SINE ->
                        "The family is affine invariant and not linear; averages of shifted sines form a well on any bounded"
                                + " region, so there its flows come as near as you like, in the mean, to any continuous map of the"
                                + " plane.";
                    case GAUSSIAN ->
                        "Sums of Gaussian ridges form a well on any bounded region, so there its flows come as near as you"
                                + " like, in the mean, to any continuous map of the plane.";
                    case IDENTITY -> "Without a non-linearity layers compose to affine maps only.";
                };
            case FormulaActivation _ ->
                "Where σ is Lipschitz and no polynomial, sums of its units come near every continuous field on a bounded"
                        + " region, a well among them, and the flows come near to any continuous map of the plane, in"
                        + " the mean.";
        };
    }

    @Override
    public boolean hasWidth() {
        return true;
    }

    @Override
    public int parameters(int dimension, int width) {
        return width * unit(dimension);
    }

    private static int unit(int dimension) {
        return 2 * dimension + 1;
    }

    @Override
    public VectorField field(int dimension, int width, int capacity) {
        return new PerceptronField(activation, dimension, width, capacity);
    }

    @Override
    public void dormant(int dimension, int width, Box region, RandomGenerator random, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            unitAtRest(dimension, region, random, theta, at + j * unit(dimension));
        }
    }

    /// A hidden unit with V = 0 that bends somewhere in the region: in coordinates that make the region [−1, 1]ᵈ,
    /// the entries of w are normal with deviation 2 and b is uniform in [−2, 2].
    ///
    /// With deviation 1 the units are nearly linear over the region, and trained paths were half as long again
    /// (measured on the swirl, the pinch and the vortices).
    private static void unitAtRest(int dimension, Box region, RandomGenerator random, double[] theta, int at) {
        for (int i = 0; i < dimension; i++) {
            theta[at + i] = STEEPNESS * random.nextGaussian() * 2 / region.side();
        }
        double offset = STEEPNESS * (2 * random.nextDouble() - 1);
        for (int i = 0; i < dimension; i++) {
            offset -= theta[at + i] * region.centre();
        }
        theta[at + dimension] = offset;
        Arrays.fill(theta, at + dimension + 1, at + unit(dimension), 0);
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            int v = at + j * unit(dimension) + dimension + 1;
            for (int i = 0; i < dimension; i++) {
                theta[v + i] *= factor;
            }
        }
    }

    @Override
    public double[] resized(
            int dimension, int width, double[] theta, int newWidth, Box region, RandomGenerator random, int[] origin) {
        int unit = unit(dimension);
        int[] kept = strongest(dimension, width, theta, Math.min(width, newWidth));
        var resized = new double[newWidth * unit];
        Arrays.fill(origin, 0, resized.length, -1);
        for (int j = 0; j < newWidth; j++) {
            if (j < kept.length) {
                for (int i = 0; i < unit; i++) {
                    resized[j * unit + i] = theta[kept[j] * unit + i];
                    origin[j * unit + i] = kept[j] * unit + i;
                }
            } else {
                unitAtRest(dimension, region, random, resized, j * unit);
            }
        }
        return resized;
    }

    /// The units that move space most, in their old order.
    private static int[] strongest(int dimension, int width, double[] theta, int count) {
        int unit = unit(dimension);
        return IntStream.range(0, width)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -strength(dimension, theta, j * unit))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// |v||w| of the unit that starts at `at`.
    private static double strength(int dimension, double[] theta, int at) {
        double w = 0;
        double v = 0;
        for (int i = 0; i < dimension; i++) {
            w = Math.hypot(w, theta[at + i]); // squares could overflow, or vanish
            v = Math.hypot(v, theta[at + dimension + 1 + i]);
        }
        return w * v;
    }

    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += strength(dimension, theta, at + j * unit(dimension));
        }
        return activation.lipschitz() * sum;
    }

    @Override
    public Weights weights(int dimension, int width, double[] theta) {
        int unit = unit(dimension);
        var w = new double[width][dimension];
        var b = new double[width];
        var v = new double[dimension][width];
        for (int j = 0; j < width; j++) {
            b[j] = theta[j * unit + dimension];
            for (int i = 0; i < dimension; i++) {
                w[j][i] = theta[j * unit + i];
                v[i][j] = theta[j * unit + dimension + 1 + i];
            }
        }
        return new Weights(w, b, v);
    }

    @Override
    public double[] theta(Weights weights) {
        int width = weights.b().length;
        int dimension = weights.v().length;
        int unit = unit(dimension);
        var theta = new double[width * unit];
        for (int j = 0; j < width; j++) {
            theta[j * unit + dimension] = weights.b()[j];
            for (int i = 0; i < dimension; i++) {
                theta[j * unit + i] = weights.w()[j][i];
                theta[j * unit + dimension + 1 + i] = weights.v()[i][j];
            }
        }
        return theta;
    }
}
