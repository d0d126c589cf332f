package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Nonlinearity;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family f(z) = w σ(a·z + b) of a single hidden unit, whose flow has a closed form: u = a·z + b obeys the scalar
/// equation u̇ = (a·w) σ(u), and z moves along w only.
///
/// θ lists a₁ … a_d, b, w₁ … w_d; p = 2d + 1. In the form V σ(W z + b): W = aᵀ, V = w.
///
/// Source: Ruiz-Balet, Zuazua, *Neural ODE control for classification, approximation, and transport*, SIAM Review 65
/// (2023); the convex hull of the family is that of wide layers.
public record OneNeuron(Nonlinearity activation) implements ControlFamily {
    @Override
    public String id() {
        return "one-neuron";
    }

    @Override
    public String title() {
        return "one neuron";
    }

    @Override
    public String formula() {
        return "w σ(a·z + b)";
    }

    @Override
    public String conclusion() {
        if (activation == Activation.IDENTITY) {
            return Perceptron.AFFINE_ONLY;
        }
        return "Each layer has an exact solution, and layers that alternate quickly act like a wide one, so these flows come"
                + " as near as you like, in the mean, to any continuous map of the plane.";
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return new OneNeuron(changed);
    }

    @Override
    public boolean hasWidth() {
        return false;
    }

    /// The same layer as one of a family that can be wider.
    private Perceptron wide() {
        return new Perceptron(activation);
    }

    @Override
    public int units(int dimension, int width) {
        return 1;
    }

    @Override
    public int parameters(int dimension, int width) {
        return 2 * dimension + 1;
    }

    @Override
    public VectorField field(int dimension, int width, int capacity) {
        return wide().field(dimension, 1, capacity);
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        wide().dormant(dimension, 1, room, random, theta, at);
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        wide().scale(dimension, 1, factor, theta, at);
    }

    @Override
    public double[] resized(
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin) {
        return wide().resized(dimension, 1, theta, 1, room, random, origin);
    }

    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        return wide().redimensioned(dimension, 1, theta, newDimension, room, random);
    }

    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        return wide().lipschitz(dimension, 1, theta, at);
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        return wide().tables(dimension, 1);
    }

    @Override
    public double[] theta(Weights weights) {
        if (weights.b().length != 1) {
            throw new IllegalArgumentException("a one-neuron layer has 1 hidden unit: " + weights.b().length);
        }
        return wide().theta(weights);
    }
}
