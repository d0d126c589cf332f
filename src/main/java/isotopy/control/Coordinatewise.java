package isotopy.control;

import isotopy.math.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The family fᵢ(z) = Σⱼ vᵢⱼ σ(αᵢⱼ zᵢ + βᵢⱼ): every coordinate moves by itself, with q hidden units of its own; so Df
/// is diagonal.
///
/// θ lists the coordinates one after the other, each with its units as α, β, v; p = 3qd. In the form V σ(W z + b) there
/// are qd units, with w = α eᵢ and v = vᵢⱼ eᵢ.
///
/// Source: Li, Lin, Shen (2022), where such products of increasing functions are one step of the construction.
public record Coordinatewise(Nonlinearity activation) implements ControlFamily {
    private static final int UNIT = 3;

    @Override
    public String id() {
        return "coordinatewise";
    }

    @Override
    public String title() {
        return "coordinatewise";
    }

    @Override
    public String formula() {
        return "Σⱼ vⱼ ⊙ σ(αⱼ ⊙ z + βⱼ)";
    }

    @Override
    public String conclusion() {
        return "Each coordinate moves by itself and keeps its order, so these flows reach maps with an increasing function of its"
                + " own for every coordinate, and nothing else.";
    }

    @Override
    public boolean takesActivation() {
        return true;
    }

    @Override
    public ControlFamily withActivation(Nonlinearity changed) {
        return new Coordinatewise(changed);
    }

    @Override
    public boolean hasWidth() {
        return true;
    }

    private static UnitList list(int dimension) {
        return new UnitList(0, dimension, UNIT);
    }

    @Override
    public int parameters(int dimension, int width) {
        return list(dimension).parameters(width);
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < width; j++) {
                int unit = at + list(dimension).place(width, i, j);
                bend(i, room, random, theta, unit);
                theta[unit + 2] = 0;
            }
        }
    }

    private static void bend(int coordinate, Room room, RandomGenerator random, double[] theta, int unit) {
        theta[unit] = UnitList.steepness(room, random);
        theta[unit + 1] = UnitList.offset(random) - theta[unit] * room.centre(coordinate);
    }

    @Override
    public int units(int dimension, int width) {
        return dimension * width;
    }

    @Override
    public void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        int size = 2 * dimension + 1;
        Arrays.fill(into, to, to + dimension * width * size, 0);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < width; j++) {
                int unit = at + (i * width + j) * UNIT;
                int w = to + (i * width + j) * size;
                into[w + i] = theta[unit];
                into[w + dimension] = theta[unit + 1];
                into[w + dimension + 1 + i] = theta[unit + 2];
            }
        }
    }

    @Override
    public void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < width; j++) {
                int unit = at + (i * width + j) * UNIT;
                int w = from + (i * width + j) * (2 * dimension + 1);
                dTheta[unit] += effective[w + i];
                dTheta[unit + 1] += effective[w + dimension];
                dTheta[unit + 2] += effective[w + dimension + 1 + i];
            }
        }
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int k = 0; k < dimension * width; k++) {
            theta[at + k * UNIT + 2] *= factor;
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
                        Coordinatewise::strength,
                        (fresh, at) -> bend(at / (newWidth * UNIT), room, random, fresh, at),
                        origin);
    }

    private static double strength(double[] theta, int unit) {
        return Math.abs(theta[unit] * theta[unit + 2]);
    }

    /// New coordinates have v = 0.
    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        var carried = new Carried(theta, parameters(newDimension, width));
        int shared = Math.min(parameters(dimension, width), parameters(newDimension, width));
        carried.keepAll(0, 0, shared);
        for (int unit = shared; unit < parameters(newDimension, width); unit += UNIT) {
            carried.start(unit, UnitList.steepness(room, random));
            carried.start(unit + 1, UnitList.offset(random));
        }
        return Optional.of(carried);
    }

    /// Lip(σ) maxᵢ Σⱼ |vᵢⱼ αᵢⱼ|, as Df is diagonal.
    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        double largest = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                sum += strength(theta, at + (i * width + j) * UNIT);
            }
            largest = Math.max(largest, sum);
        }
        return UnitList.bound(activation.lipschitz(), largest);
    }

    @Override
    public List<Table> tables(int dimension, int width) {
        return List.of(
                Table.matrix("alpha", dimension, width, 0, width * UNIT, UNIT),
                Table.matrix("beta", dimension, width, 1, width * UNIT, UNIT),
                Table.matrix("v", dimension, width, 2, width * UNIT, UNIT));
    }

    @Override
    public double[] theta(Weights weights) {
        int d = weights.v().length;
        int units = weights.b().length;
        if (units % d != 0) {
            throw new IllegalArgumentException(
                    "a coordinatewise layer has as many hidden units for each of its " + d + " coordinates: " + units);
        }
        var theta = new double[units * UNIT];
        for (int k = 0; k < units; k++) {
            int own = k / (units / d);
            theta[k * UNIT] = weights.w()[k][own];
            theta[k * UNIT + 1] = weights.b()[k];
            theta[k * UNIT + 2] = weights.v()[own][k];
            for (int i = 0; i < d; i++) {
                if (i != own && (weights.w()[k][i] != 0 || weights.v()[i][k] != 0)) {
                    throw new IllegalArgumentException("hidden unit " + (k + 1)
                            + " of a coordinatewise layer may look at and move coordinate " + (own + 1) + " only");
                }
            }
        }
        return theta;
    }
}
