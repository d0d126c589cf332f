package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Form;
import isotopy.math.Nonlinearity;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The radial family f(z) = Σⱼ vⱼ exp(−|z − cⱼ|²/2s²): Gaussian bumps with one width s for a layer.
///
/// θ lists ln s, then the bumps one after the other, each as c₁ … c_d, v₁ … v_d; p = 2qd + 1. Its effective form is
/// radial, with β = −1/(2s²).
///
/// Source: Park, Sandberg, *Universal approximation using radial-basis-function networks*, Neural Computation 3 (1991).
public record Bumps() implements ControlFamily {
    /// The width of fresh bumps, as a share of the room's side.
    private static final double SHARE = 0.25;

    /// Fresh extra coordinates of a centre are uniform in ± this share of s, so that V grows by e^½ at most.
    private static final double OFF = 1;

    @Override
    public String id() {
        return "bumps";
    }

    @Override
    public String title() {
        return "bumps";
    }

    @Override
    public String formula() {
        return "Σⱼ vⱼ exp(−|z − cⱼ|²/2s²)";
    }

    @Override
    public String conclusion() {
        return "Sums of Gaussian bumps come near any continuous field on a bounded region, so their flows come as near as you"
                + " like, in the mean, to any continuous map of the plane.";
    }

    /// A bump's profile: e^(−u²) at u = |z − c|/(s√2).
    @Override
    public Nonlinearity activation() {
        return Activation.GAUSSIAN;
    }

    @Override
    public Form form() {
        return Form.RADIAL;
    }

    @Override
    public boolean hasWidth() {
        return true;
    }

    private static UnitList list(int dimension) {
        return new UnitList(1, 1, 2 * dimension);
    }

    /// Where bump j starts in θ.
    private static int place(int dimension, int j) {
        return 1 + 2 * j * dimension;
    }

    @Override
    public int parameters(int dimension, int width) {
        return list(dimension).parameters(width);
    }

    @Override
    public void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at) {
        theta[at] = Math.log(SHARE * room.side());
        for (int j = 0; j < width; j++) {
            int unit = at + place(dimension, j);
            place(dimension, room, random, theta, unit);
            for (int i = 0; i < dimension; i++) {
                theta[unit + dimension + i] = 0;
            }
        }
    }

    /// A centre that is uniform in the room; in extra coordinates it is near 0, where the states are.
    private static void place(int dimension, Room room, RandomGenerator random, double[] theta, int unit) {
        for (int i = 0; i < dimension; i++) {
            double reach = i < room.inputs() ? 0.5 : SHARE;
            theta[unit + i] = room.centre(i) + room.side() * reach * (2 * random.nextDouble() - 1);
        }
    }

    @Override
    public void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        double beta = beta(theta[at]);
        for (int j = 0; j < width; j++) {
            int unit = at + place(dimension, j);
            int c = to + j * (2 * dimension + 1);
            System.arraycopy(theta, unit, into, c, dimension);
            into[c + dimension] = beta;
            System.arraycopy(theta, unit + dimension, into, c + dimension + 1, dimension);
        }
    }

    private static double beta(double logarithm) {
        return -0.5 * Math.exp(-2 * logarithm);
    }

    @Override
    public void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        double slope = -2 * beta(theta[at]);
        for (int j = 0; j < width; j++) {
            int unit = at + place(dimension, j);
            int c = from + j * (2 * dimension + 1);
            for (int i = 0; i < dimension; i++) {
                dTheta[unit + i] += effective[c + i];
                dTheta[unit + dimension + i] += effective[c + dimension + 1 + i];
            }
            dTheta[at] += slope * effective[c + dimension];
        }
    }

    @Override
    public void scale(int dimension, int width, double factor, double[] theta, int at) {
        for (int j = 0; j < width; j++) {
            int v = at + place(dimension, j) + dimension;
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
                        (values, at) -> UnitList.norm(values, at + dimension, dimension),
                        (fresh, at) -> place(dimension, room, random, fresh, at),
                        origin);
    }

    /// New coordinates have v = 0, so they stay at 0. Their centres lie beside 0, and v is larger by as much as
    /// that makes the bump smaller.
    @Override
    public Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random) {
        var carried = new Carried(theta, parameters(newDimension, width));
        carried.keep(0, 0);
        int shared = Math.min(dimension, newDimension);
        for (int j = 0; j < width; j++) {
            int from = place(dimension, j);
            int to = place(newDimension, j);
            carried.keepAll(to, from, shared);
            double squares = 0;
            for (int i = shared; i < dimension; i++) {
                double share = theta[from + i] * Math.exp(-theta[0]);
                squares -= share * share;
            }
            for (int i = shared; i < newDimension; i++) {
                double share = OFF * (2 * random.nextDouble() - 1) / Math.sqrt(newDimension - shared);
                carried.start(to + i, share * Math.exp(theta[0]));
                squares += share * share;
            }
            for (int i = 0; i < shared; i++) {
                carried.keep(to + newDimension + i, from + dimension + i, Math.exp(0.5 * squares));
            }
        }
        return Optional.of(carried);
    }

    /// Σⱼ |vⱼ| e^(−½)/s: a bump is steepest at |z − c| = s.
    @Override
    public double lipschitz(int dimension, int width, double[] theta, int at) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += UnitList.norm(theta, at + place(dimension, j) + dimension, dimension);
        }
        return sum == 0 ? 0 : sum * Math.exp(-0.5 - theta[at]);
    }

    /// The width s of the bumps of a layer.
    public double s(double[] theta) {
        return Math.exp(theta[0]);
    }

    /// `lnS` is the parameter; s follows from it.
    @Override
    public List<Table> tables(int dimension, int width) {
        int unit = 2 * dimension;
        return List.of(
                Table.matrix("C", width, dimension, 1, unit, 1),
                Table.number("lnS", 0),
                Table.matrix("V", dimension, width, 1 + dimension, 1, unit));
    }

    @Override
    public Weights weights(int dimension, int width, double[] theta) {
        throw new IllegalArgumentException("bumps have centres and no rows of W");
    }

    @Override
    public double[] theta(Weights weights) {
        throw new IllegalArgumentException("bumps have centres and no rows of W");
    }
}
