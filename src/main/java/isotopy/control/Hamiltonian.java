package isotopy.control;

import isotopy.math.Nonlinearity;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family f(z) = J Wᵀ diag(c) σ(W z + b) = J ∇H, with the energy H(z) = Σⱼ cⱼ S(wⱼ·z + bⱼ), S′ = σ, and J the
/// matrix of (J y)₁ = y₂, (J y)₂ = −y₁ in each of the pairs of coordinates (1, 2), (3, 4), …; so div f = 0 and flows
/// are symplectic.
///
/// Neighbours are paired, not i with i + d/2, so that the plane is a phase space by itself and stays one when pairs of
/// extra coordinates are added.
///
/// θ lists the hidden units one after the other, each as w₁ … w_d, b, c; p = q(d + 2). In the form V σ(W z + b): vⱼ =
/// cⱼ J wⱼ. As wⱼ·J wⱼ = 0, the flow of a single unit is the shear z + t cⱼ σ(wⱼ·z + bⱼ) J wⱼ.
///
/// Source: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), ch. VI; Greydanus, Dzamba, Yosinski,
/// *Hamiltonian neural networks*, NeurIPS 2019.
public record Hamiltonian(Nonlinearity activation) implements ControlFamily {
    private static final PotentialUnits UNITS = new PotentialUnits(true);

    @Override
    public String id() {
        return "hamiltonian";
    }

    @Override
    public String title() {
        return "Hamiltonian";
    }

    @Override
    public String formula() {
        return "J Wᵀ diag(c) σ(W z + b)";
    }

    @Override
    public String conclusion() {
        return "Hamiltonian flows keep every area (with more coordinates, every volume), so they reach maps that preserve area and"
                + " nothing else.";
    }

    @Override
    public Optional<String> unfit(int dimension) {
        return dimension % 2 == 0
                ? Optional.empty()
                : Optional.of("Hamiltonian layers pair coordinates, so their number must be even: " + dimension
                        + "; choose 1 extra coordinate more or another family");
    }

    /// Throws: `IllegalArgumentException` when the number of coordinates is odd.
    private void requireFit(int dimension) {
        unfit(dimension).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return new Hamiltonian(changed);
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
        return unfit(newDimension).isPresent()
                ? Optional.empty()
                : UNITS.redimensioned(dimension, width, theta, newDimension);
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
        requireFit(weights.v().length);
        return UNITS.theta(weights);
    }
}
