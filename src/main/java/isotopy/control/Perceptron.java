package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family f(z) = V σ(W z + b) of width q: the layer of a residual network with one hidden layer per block.
///
/// θ lists the hidden units one after the other, each as w₁ … w_d, b, v₁ … v_d; so p = q(2d + 1).
///
/// Source: Li, Lin, Shen (2022), whose examples of families with a well in the closed convex hull these are.
public record Perceptron(Nonlinearity activation) implements ControlFamily {
    static final String AFFINE_ONLY = "Without a non-linearity layers compose to affine maps only.";

    @Override
    public String id() {
        return activation.id();
    }

    @Override
    public String title() {
        return switch (activation) {
            case Activation named -> title(named);
            case FormulaActivation _ -> "own formula";
        };
    }

    private static String title(Activation named) {
        return switch (named) {
            case RELU -> "ReLU";
            case LEAKY_RELU -> "leaky ReLU";
            case TRUNCATED_RELU -> "truncated ReLU";
            case ELU, GELU -> named.id().toUpperCase(Locale.ROOT);
            case TANH, SIGMOID, SOFTPLUS, IDENTITY -> named.id();
            case SINE -> "sine";
            case GAUSSIAN -> "Gaussian";
        };
    }

    @Override
    public String formula() {
        return "V σ(W z + b)";
    }

    @Override
    public String conclusion() {
        return switch (activation) {
            case Activation named -> conclusion(named);
            case FormulaActivation _ ->
                "If σ is Lipschitz and not affine, layers can carry any finite set of points of the plane to any other; if its"
                        + " shifts also form a well, their flows come near any continuous map in the mean.";
        };
    }

    private static String conclusion(Activation named) {
        return switch (named) {
            case RELU ->
                "Sums of shifted ReLUs form a well, so flows of ReLU layers come as near as you like, in the mean, to any"
                        + " continuous map of the plane.";
            case TRUNCATED_RELU ->
                "Sums of shifted truncated ReLUs form a well on any bounded region, so there its flows come as near"
                        + " as you like, in the mean, to any continuous map of the plane.";
            case TANH, LEAKY_RELU, SIGMOID, SOFTPLUS, ELU, GELU ->
                "Shifted and scaled " + title(named) + " units form a well in the limit, so their"
                        + " flows come as near as you like, in the mean, to any continuous map of the plane.";
            case SINE ->
                "The family is affine invariant and not linear; averages of shifted sines form a well on any bounded"
                        + " region, so there its flows come as near as you like, in the mean, to any continuous map of the"
                        + " plane.";
            case GAUSSIAN ->
                "Sums of Gaussian ridges form a well on any bounded region, so there its flows come as near as you"
                        + " like, in the mean, to any continuous map of the plane.";
            case IDENTITY -> AFFINE_ONLY;
        };
    }

    /// A user's own σ can be exchanged for another; a named one is the family itself.
    @Override
    public boolean takesActivation() {
        return activation instanceof FormulaActivation;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return takesActivation() ? new Perceptron(changed) : this;
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

    private static UnitList list(int dimension) {
        return new UnitList(0, 1, unit(dimension));
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        int unit = unit(dimension);
        for (int j = 0; j < width; j++) {
            UnitList.bend(dimension, room, random, theta, at + j * unit);
            Arrays.fill(theta, at + j * unit + dimension + 1, at + (j + 1) * unit, 0);
        }
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
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin) {
        return list(dimension)
                .resized(
                        theta,
                        width,
                        newWidth,
                        (values, at) -> strength(dimension, values, at),
                        (fresh, at) -> UnitList.bend(dimension, room, random, fresh, at),
                        origin);
    }

    /// New coordinates have V = 0, so they stay at 0, where their random W says nothing yet.
    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        var carried = new Carried(theta, parameters(newDimension, width));
        int shared = Math.min(dimension, newDimension);
        for (int j = 0; j < width; j++) {
            int from = j * unit(dimension);
            int to = j * unit(newDimension);
            carried.keepAll(to, from, shared);
            for (int i = shared; i < newDimension; i++) {
                carried.start(to + i, UnitList.steepness(room, random));
            }
            carried.keep(to + newDimension, from + dimension);
            carried.keepAll(to + newDimension + 1, from + dimension + 1, shared);
        }
        return Optional.of(carried);
    }

    /// |v||w| of the unit that starts at `at`.
    private static double strength(int dimension, double[] theta, int at) {
        return UnitList.norm(theta, at, dimension) * UnitList.norm(theta, at + dimension + 1, dimension);
    }

    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += strength(dimension, theta, at + j * unit(dimension));
        }
        return UnitList.bound(activation.lipschitz(), sum);
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        int unit = unit(dimension);
        return List.of(
                Table.matrix("W", width, dimension, 0, unit, 1),
                Table.vector("b", width, dimension, unit),
                Table.matrix("V", dimension, width, dimension + 1, 1, unit));
    }

    @Override
    public double[] theta(Weights weights) {
        return weights.effective();
    }
}
