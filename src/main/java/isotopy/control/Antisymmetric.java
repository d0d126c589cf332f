package isotopy.control;

import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family f(z) = σ(K z + b) with K = A − Aᵀ − γI, A strictly upper triangular: Df = diag(σ′) K, whose eigenvalues
/// have no positive real part where σ′ ≥ 0.
///
/// θ lists the rows of A above the diagonal, then b; p = d(d + 1)/2. In the form V σ(W z + b): W = K, V = I. The field
/// is not linear in θ: what [#scale] multiplies is A and b.
///
/// Units: the damping γ ≥ 0 is in 1/t.
///
/// Source: Haber, Ruthotto, *Stable architectures for deep neural networks*, Inverse Problems 34 (2018),
/// arXiv:1705.03341.
public record Antisymmetric(Nonlinearity activation, double damping) implements ControlFamily {
    /// No damping, γ = 0, with which layers at rest are the identity.
    public static final double UNDAMPED = 0;

    /// How large the first A and b are where a layer could not wake from 0.
    private static final double STIR = 0.1;

    /// Throws: `IllegalArgumentException` unless the damping is a number ≥ 0.
    public Antisymmetric {
        if (!(damping >= 0) || !Double.isFinite(damping)) {
            throw new IllegalArgumentException("damping must be a number ≥ 0: " + damping);
        }
    }

    @Override
    public String id() {
        return "antisymmetric";
    }

    @Override
    public String title() {
        return "antisymmetric";
    }

    @Override
    public String formula() {
        return damping == 0 ? "σ((A − Aᵀ) z + b)" : "σ((A − Aᵀ − γI) z + b)";
    }

    @Override
    public String conclusion() {
        return damping == 0
                ? "Without damping antisymmetric flows preserve area (with more coordinates, volume) and reach nothing that does"
                        + " not; where σ rises, the derivative of a layer has imaginary eigenvalues only."
                : "With damping and a rising σ the derivative of a layer has no eigenvalue with a positive real part, and flows"
                        + " never enlarge an area (with more coordinates, a volume), so they reach nothing that does.";
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return new Antisymmetric(changed, damping);
    }

    @Override
    public boolean hasWidth() {
        return false;
    }

    @Override
    public int parameters(int dimension, int width) {
        return dimension * (dimension + 1) / 2;
    }

    /// Where A_ij stands in θ, i < j.
    private static int place(int dimension, int i, int j) {
        return i * dimension - i * (i + 1) / 2 + j - i - 1;
    }

    /// How many entries of A come before b.
    private static int entries(int dimension) {
        return dimension * (dimension - 1) / 2;
    }

    /// A = 0 and b = γ times the middle of the room, towards which the damping pulls; and a little random noise
    /// where σ is flat at 0, so that nothing would learn.
    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        int p = parameters(dimension, width);
        Arrays.fill(theta, at, at + p, 0);
        for (int i = 0; i < dimension; i++) {
            theta[at + entries(dimension) + i] = damping * room.centre(i);
        }
        if (activation.derivative(0) == 0) {
            stir(dimension, room, random, theta, at);
        }
    }

    /// Adds noise, to b on the side on which σ is not flat.
    private void stir(int dimension, Room room, RandomGenerator random, double[] theta, int at) {
        double side = activation.derivative(STIR) == 0 ? -STIR : STIR;
        for (int i = 0; i < entries(dimension); i++) {
            theta[at + i] += STIR * random.nextGaussian() * 2 / room.side();
        }
        for (int i = 0; i < dimension; i++) {
            theta[at + entries(dimension) + i] += side * Math.abs(random.nextGaussian());
        }
    }

    @Override
    public int units(int dimension, int width) {
        return dimension;
    }

    @Override
    public void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        int unit = 2 * dimension + 1;
        for (int i = 0; i < dimension; i++) {
            int w = to + i * unit;
            for (int j = 0; j < dimension; j++) {
                into[w + j] = i < j
                        ? theta[at + place(dimension, i, j)]
                        : i > j ? -theta[at + place(dimension, j, i)] : -damping;
                into[w + dimension + 1 + j] = i == j ? 1 : 0;
            }
            into[w + dimension] = theta[at + entries(dimension) + i];
        }
    }

    @Override
    public void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        int unit = 2 * dimension + 1;
        for (int i = 0; i < dimension; i++) {
            for (int j = i + 1; j < dimension; j++) {
                dTheta[at + place(dimension, i, j)] += effective[from + i * unit + j] - effective[from + j * unit + i];
            }
            dTheta[at + entries(dimension) + i] += effective[from + i * unit + dimension];
        }
    }

    @Override
    public boolean scales() {
        return false;
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int i = 0; i < parameters(dimension, width); i++) {
            theta[at + i] *= factor;
        }
    }

    /// The damping is no parameter: where it alone is above the bound, A = 0 and b = 0 come nearest.
    @Override
    public double limit(int dimension, int width, double bound, double[] theta, int at) {
        if (!(lipschitz(dimension, width, theta, at) > bound)) {
            return 1;
        }
        double norm = bound / activation.lipschitz();
        double room = (norm - damping) * (norm + damping);
        double factor = room > 0 ? Math.sqrt(room) / UnitList.norm(theta, at, entries(dimension)) : 0;
        scale(dimension, width, factor, theta, at);
        return factor;
    }

    @Override
    public double[] resized(
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin) {
        Arrays.setAll(origin, i -> i);
        return theta.clone();
    }

    /// New coordinates have A = 0 and b = 0, so they stay at 0 where σ is 0 there.
    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        if (newDimension > dimension && activation.value(0) != 0) {
            return Optional.empty();
        }
        var carried = new Carried(theta, parameters(newDimension, width));
        for (int i = 0; i < Math.min(dimension, newDimension); i++) {
            for (int j = i + 1; j < Math.min(dimension, newDimension); j++) {
                carried.keep(place(newDimension, i, j), place(dimension, i, j));
            }
            carried.keep(entries(newDimension) + i, entries(dimension) + i);
        }
        return Optional.of(carried);
    }

    /// Lip(σ) |K|, where |K|² = γ² + |A − Aᵀ|² and the singular values of A − Aᵀ come in pairs, so that none is
    /// above the root of the sum of squares of A.
    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        return UnitList.bound(
                activation.lipschitz(), Math.hypot(damping, UnitList.norm(theta, at, entries(dimension))));
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        var places = new int[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                places[i][j] = i < j ? place(dimension, i, j) : -1;
            }
        }
        return List.of(new Table("A", Table.Kind.MATRIX, places), Table.vector("b", dimension, entries(dimension), 1));
    }

    @Override
    public double[] theta(Weights weights) {
        int d = weights.v().length;
        var theta = new double[parameters(d, 1)];
        boolean contained = weights.b().length == d;
        for (int i = 0; i < d && contained; i++) {
            for (int j = 0; j < d; j++) {
                contained &= weights.v()[i][j] == (i == j ? 1 : 0);
                contained &= weights.w()[i][j] == (i == j ? -damping : -weights.w()[j][i]);
                if (i < j) {
                    theta[place(d, i, j)] = weights.w()[i][j];
                }
            }
            theta[entries(d) + i] = weights.b()[i];
        }
        if (!contained) {
            throw new IllegalArgumentException("an antisymmetric layer has V = I and W = A − Aᵀ − γI with γ = "
                    + damping + ", of size " + d + " × " + d);
        }
        return theta;
    }
}
