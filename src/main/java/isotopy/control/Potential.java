package isotopy.control;

import isotopy.math.Nonlinearity;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family f(z) = Wᵀ diag(c) σ(W z + b), the gradient of the potential Σⱼ cⱼ S(wⱼ·z + bⱼ) with S′ = σ; so Df = Wᵀ
/// diag(c σ′) W is symmetric.
///
/// θ lists the hidden units one after the other, each as w₁ … w_d, b, c; p = q(d + 2). In the form V σ(W z + b): vⱼ =
/// cⱼ wⱼ.
///
/// Source: Ruthotto, Haber, *Deep neural networks motivated by partial differential equations*, J. Math. Imaging Vis.
/// 62 (2020), for layers of this form with c < 0.
public record Potential(Nonlinearity activation) implements ControlFamily {
    private static final PotentialUnits UNITS = new PotentialUnits(false);

    @Override
    public String id() {
        return "gradient";
    }

    @Override
    public String title() {
        return "gradient";
    }

    @Override
    public String formula() {
        return "Wᵀ diag(c) σ(W z + b)";
    }

    @Override
    public String conclusion() {
        return "Within a layer particles slide along the slope of a potential and never go round in a circle; turning takes several"
                + " layers, as a matrix of positive determinant is a product of several symmetric positive ones.";
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return new Potential(changed);
    }

    @Override
    public boolean hasWidth() {
        return true;
    }

    @Override
    public int parameters(int dimension, int width) {
        return width * PotentialUnits.unit(dimension);
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        UNITS.dormant(dimension, width, room, random, theta, at);
    }

    @Override
    public void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        UNITS.expand(dimension, width, theta, at, into, to);
    }

    @Override
    public void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        UNITS.contract(dimension, width, theta, at, effective, from, dTheta);
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        UNITS.scale(dimension, width, factor, theta, at);
    }

    @Override
    public double[] resized(
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin) {
        return UNITS.resized(dimension, width, theta, newWidth, room, random, origin);
    }

    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        return UNITS.redimensioned(dimension, width, theta, newDimension);
    }

    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        return UnitList.bound(activation.lipschitz(), UNITS.strength(dimension, width, theta, at));
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        return UNITS.tables(dimension, width);
    }

    @Override
    public double[] theta(Weights weights) {
        return UNITS.theta(weights);
    }
}
