package isotopy.control;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The hidden units of a potential U(z) = Σⱼ cⱼ S(wⱼ·z + bⱼ), S′ = σ: what [Potential] (the field ∇U) and [Hamiltonian]
/// (the field J ∇U) share.
///
/// θ lists the units one after the other, each as w₁ … w_d, b, c. The output weights are v = c w, or with `turned` v =
/// c J w.
record PotentialUnits(boolean turned) {
    /// How far a layer's V may be from what its W and c make of it, relative to the size of V.
    private static final double TOLERANCE = 1e-12;

    static int unit(int dimension) {
        return dimension + 2;
    }

    private static UnitList list(int dimension) {
        return new UnitList(0, 1, unit(dimension));
    }

    /// Coordinate i of w, or of J w: (J w)₁ = w₂, (J w)₂ = −w₁, and so on in pairs.
    private double direction(double[] theta, int w, int i) {
        if (!turned) {
            return theta[w + i];
        }
        return i % 2 == 0 ? theta[w + i + 1] : -theta[w + i - 1];
    }

    /// Adds `factor` times the transpose, gᵀ or gᵀJ, to the gradient of w.
    private void addTransposed(double factor, double[] g, int v, int dimension, double[] dTheta, int w) {
        for (int i = 0; i < dimension; i++) {
            if (!turned) {
                dTheta[w + i] += factor * g[v + i];
            } else if (i % 2 == 0) {
                dTheta[w + i + 1] += factor * g[v + i];
            } else {
                dTheta[w + i - 1] -= factor * g[v + i];
            }
        }
    }

    void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        for (int j = 0; j < width; j++) {
            int w = at + j * unit(dimension);
            int unit = to + j * (2 * dimension + 1);
            System.arraycopy(theta, w, into, unit, dimension + 1);
            double c = theta[w + dimension + 1];
            for (int i = 0; i < dimension; i++) {
                into[unit + dimension + 1 + i] = c * direction(theta, w, i);
            }
        }
    }

    void contract(int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        for (int j = 0; j < width; j++) {
            int w = at + j * unit(dimension);
            int unit = from + j * (2 * dimension + 1);
            int v = unit + dimension + 1;
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += effective[v + i] * direction(theta, w, i);
                dTheta[w + i] += effective[unit + i];
            }
            addTransposed(theta[w + dimension + 1], effective, v, dimension, dTheta, w);
            dTheta[w + dimension] += effective[unit + dimension];
            dTheta[w + dimension + 1] += sum;
        }
    }

    void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            int w = at + j * unit(dimension);
            UnitList.bend(dimension, room, random, theta, w);
            theta[w + dimension + 1] = 0;
        }
    }

    void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            theta[at + j * unit(dimension) + dimension + 1] *= factor;
        }
    }

    double[] resized(
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

    /// New coordinates have w = 0, so nothing depends on them and they stay at 0.
    Optional<Carried> redimensioned(int dimension, int width, double[] theta, int newDimension) {
        var carried = new Carried(theta, width * unit(newDimension));
        for (int j = 0; j < width; j++) {
            int from = j * unit(dimension);
            int to = j * unit(newDimension);
            carried.keepAll(to, from, Math.min(dimension, newDimension));
            carried.keepAll(to + newDimension, from + dimension, 2);
        }
        return Optional.of(carried);
    }

    /// |c||w|² of the unit that starts at `at`.
    private static double strength(int dimension, double[] theta, int at) {
        double norm = UnitList.norm(theta, at, dimension);
        return Math.abs(theta[at + dimension + 1]) * norm * norm;
    }

    /// Σⱼ |cⱼ||wⱼ|².
    double strength(int dimension, int width, double[] theta, int at) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += strength(dimension, theta, at + j * unit(dimension));
        }
        return sum;
    }

    List<Table> tables(int dimension, int width) {
        int unit = unit(dimension);
        return List.of(
                Table.matrix("W", width, dimension, 0, unit, 1),
                Table.vector("b", width, dimension, unit),
                Table.vector("c", width, dimension + 1, unit));
    }

    /// Finds c from V = c w, or V = c J w.
    double[] theta(Weights weights) {
        int dimension = weights.v().length;
        int width = weights.b().length;
        var effective = weights.effective();
        var theta = new double[width * unit(dimension)];
        for (int j = 0; j < width; j++) {
            int w = j * unit(dimension);
            int v = j * (2 * dimension + 1) + dimension + 1;
            System.arraycopy(effective, v - dimension - 1, theta, w, dimension + 1);
            double squares = 0;
            double product = 0;
            for (int i = 0; i < dimension; i++) {
                squares += theta[w + i] * theta[w + i];
                product += direction(theta, w, i) * effective[v + i];
            }
            theta[w + dimension + 1] = squares == 0 ? 0 : product / squares;
        }
        requireSame(dimension, width, effective, theta);
        return theta;
    }

    private void requireSame(int dimension, int width, double[] effective, double[] theta) {
        var expected = new double[effective.length];
        expand(dimension, width, theta, 0, expected, 0);
        double size = Arrays.stream(effective).map(Math::abs).max().orElse(0);
        for (int i = 0; i < effective.length; i++) {
            if (!(Math.abs(expected[i] - effective[i]) <= TOLERANCE * size)) {
                int j = i / (2 * dimension + 1);
                throw new IllegalArgumentException("each column of V must be a multiple of "
                        + (turned ? "J times its row of W" : "its row of W") + "; that of hidden unit " + (j + 1)
                        + " is not");
            }
        }
    }
}
