package isotopy.control;

import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family fᵢ(z) = Σⱼ vⱼ σ(αⱼ zᵢ + γⱼ Σₖ zₖ + βⱼ): fields, and so flows, that commute with every exchange of
/// coordinates.
///
/// θ lists the units one after the other, each as α, γ, β, v; p = 4q. In the form V σ(W z + b) there are qd units, unit
/// (j, i) with w = αⱼ eᵢ + γⱼ 1 and v = vⱼ eᵢ.
///
/// Source: Li, Lin, Shen, *Deep neural network approximation of invariant functions through dynamical systems*, JMLR 25
/// (2024); Zaheer et al., *Deep sets*, NeurIPS 2017, for layers of this form.
public record Equivariant(Nonlinearity activation) implements ControlFamily {
    private static final UnitList LIST = new UnitList(0, 1, 4);
    private static final double TOLERANCE = 1e-12;

    @Override
    public String id() {
        return "equivariant";
    }

    @Override
    public String title() {
        return "equivariant";
    }

    @Override
    public String formula() {
        return "Σⱼ vⱼ σ(αⱼ z + γⱼ Σₖ zₖ + βⱼ)";
    }

    @Override
    public String conclusion() {
        return "These flows commute with exchanging coordinates, so they reach maps that treat the two sides of the diagonal"
                + " x₁ = x₂ as mirror images, and nothing else.";
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return new Equivariant(changed);
    }

    @Override
    public boolean hasWidth() {
        return true;
    }

    @Override
    public int parameters(int dimension, int width) {
        return LIST.parameters(width);
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            bend(dimension, room, random, theta, at + LIST.place(width, 0, j));
            theta[at + LIST.place(width, 0, j) + 3] = 0;
        }
    }

    /// The sum of d coordinates is √d times as large as one, so γ is that much smaller.
    private static void bend(int dimension, Room room, RandomGenerator random, double[] theta, int unit) {
        theta[unit] = UnitList.steepness(room, random);
        theta[unit + 1] = UnitList.steepness(room, random) / Math.sqrt(dimension);
        theta[unit + 2] = UnitList.offset(random)
                - room.centre(0) * (theta[unit] + theta[unit + 1] * Math.min(dimension, room.inputs()));
    }

    @Override
    public int units(int dimension, int width) {
        return dimension * width;
    }

    @Override
    public void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        int size = 2 * dimension + 1;
        for (int j = 0; j < width; j++) {
            int unit = at + LIST.place(width, 0, j);
            for (int i = 0; i < dimension; i++) {
                int w = to + (j * dimension + i) * size;
                Arrays.fill(into, w, w + dimension, theta[unit + 1]);
                into[w + i] += theta[unit];
                into[w + dimension] = theta[unit + 2];
                Arrays.fill(into, w + dimension + 1, w + size, 0);
                into[w + dimension + 1 + i] = theta[unit + 3];
            }
        }
    }

    @Override
    public void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        for (int j = 0; j < width; j++) {
            int unit = at + LIST.place(width, 0, j);
            for (int i = 0; i < dimension; i++) {
                int w = from + (j * dimension + i) * (2 * dimension + 1);
                dTheta[unit] += effective[w + i];
                for (int k = 0; k < dimension; k++) {
                    dTheta[unit + 1] += effective[w + k];
                }
                dTheta[unit + 2] += effective[w + dimension];
                dTheta[unit + 3] += effective[w + dimension + 1 + i];
            }
        }
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            theta[at + LIST.place(width, 0, j) + 3] *= factor;
        }
    }

    @Override
    public double[] resized(
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin) {
        return LIST.resized(
                theta,
                width,
                newWidth,
                (values, at) -> strength(dimension, values, at),
                (fresh, at) -> bend(dimension, room, random, fresh, at),
                origin);
    }

    /// A new coordinate cannot rest: at 0 it moves as every other coordinate would there.
    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        if (newDimension > dimension) {
            return Optional.empty();
        }
        var carried = new Carried(theta, parameters(newDimension, width));
        carried.keepAll(0, 0, theta.length);
        return Optional.of(carried);
    }

    /// |v| times the norm of αI + γ11ᵀ, whose eigenvalues are α (where d > 1) and α + dγ.
    private static double strength(int dimension, double[] theta, int unit) {
        double alone = dimension > 1 ? Math.abs(theta[unit]) : 0;
        return Math.abs(theta[unit + 3]) * Math.max(alone, Math.abs(theta[unit] + dimension * theta[unit + 1]));
    }

    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += strength(dimension, theta, at + LIST.place(width, 0, j));
        }
        return UnitList.bound(activation.lipschitz(), sum);
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        return List.of(
                Table.vector("alpha", width, 0, LIST.size()),
                Table.vector("gamma", width, 1, LIST.size()),
                Table.vector("beta", width, 2, LIST.size()),
                Table.vector("v", width, 3, LIST.size()));
    }

    /// In one dimension α and γ do the same; there γ = 0.
    @Override
    public double[] theta(Weights weights) {
        int d = weights.v().length;
        int units = weights.b().length;
        int width = Math.max(1, units / d);
        var theta = new double[LIST.parameters(width)];
        for (int j = 0; j < width && units % d == 0; j++) {
            int unit = LIST.place(width, 0, j);
            double shared = d > 1 ? weights.w()[j * d][1] : 0;
            theta[unit] = weights.w()[j * d][0] - shared;
            theta[unit + 1] = shared;
            theta[unit + 2] = weights.b()[j * d];
            theta[unit + 3] = weights.v()[0][j * d];
        }
        requireSame(d, width, weights.effective(), theta);
        return theta;
    }

    private void requireSame(int dimension, int width, double[] effective, double[] theta) {
        var expected = new double[dimension * width * (2 * dimension + 1)];
        expand(dimension, width, theta, 0, expected, 0);
        double size = Arrays.stream(effective).map(Math::abs).max().orElse(0);
        boolean same = expected.length == effective.length;
        for (int i = 0; i < effective.length && same; i++) {
            same = Math.abs(expected[i] - effective[i]) <= TOLERANCE * size;
        }
        if (!same) {
            throw new IllegalArgumentException(
                    "the weights of an equivariant layer must be the same for every coordinate, and these are not");
        }
    }
}
