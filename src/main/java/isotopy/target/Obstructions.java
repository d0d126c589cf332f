package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds what keeps every flow from being equal to a target.
///
/// A map of the plane is looked at on a dense lattice, then about its smallest determinants, then along the
/// edge ([EdgeOverlap]); a map of the line from left to right ([LineObstructions]); pairs are compared with each other
/// ([PairObstructions]), classes by what surrounds what ([ClassObstructions]). Only what was found is
/// claimed: every point reported has a determinant ≤ 0 by formula. What lies between the points of the
/// lattice and its refinement may be missed.
public final class Obstructions {
    /// The determinant is looked at on a lattice of this many points a side: an even number, lest the
    /// middle line, where symmetric maps are creased, counts as an area.
    public static final int PER_SIDE = 60;

    /// A determinant up to here counts as zero: nothing but rounding is left of the area.
    private static final double ZERO = 1e-12;

    /// When the whole lattice is positive, the cells about this many smallest determinants are looked at
    /// more closely,
    private static final int CLOSER = 16;

    /// with this many points a side.
    private static final int PER_CELL = 9;

    private Obstructions() {}

    /// What keeps every flow from being equal to the target on the domain, if anything was found.
    public static Optional<Obstruction> of(TargetMap target, Box domain) {
        return switch (target) {
            case PlaneMap map -> ofMap(map, domain);
            case LineMap map -> LineObstructions.of(map, domain);
            case Labels labels -> ClassObstructions.of(labels);
            case PlaneFunction _ -> Optional.empty();
            case Correspondence pairs ->
                switch (pairs.kind()) {
                    case LINE -> LineObstructions.of(pairs);
                    case PLANE -> PairObstructions.of(pairs);
                    case LABELS, FUNCTION -> Optional.empty();
                };
        };
    }

    /// Both halves of the truth in one sentence: what no flow can do, and what a flow can do all the same.
    ///
    /// Source: Q. Li, T. Lin, Z. Shen, *Deep learning via dynamical systems: an approximation perspective*,
    /// 2022.
    public static String truth(Obstruction obstruction) {
        return obstruction.where().dimension() == 1
                ? onTheLine(obstruction.evidence())
                : inThePlane(obstruction.evidence());
    }

    private static String onTheLine(Obstruction.Evidence evidence) {
        return switch (evidence) {
            case SAME_START ->
                "No flow, and no other map, carries one point to two places: the mean of its goals is the best it can do.";
            case SAME_GOAL ->
                "No flow equals a map that does this, but where goals only rise or stay, a flow of the line comes as near to"
                        + " them as you like (see Li, Lin, Shen 2022).";
            case ORDER, DETERMINANT, OVERLAP, NEIGHBOURING_PAIRS, SURROUNDING ->
                "No flow of the line comes nearer than the best increasing curve does. One more coordinate, or a map that is"
                        + " read off at the end, lifts this bound.";
        };
    }

    private static String inThePlane(Obstruction.Evidence evidence) {
        return switch (evidence) {
            case DETERMINANT, OVERLAP ->
                "No flow equals this map, but in the plane a flow still comes as near to it as you like in the mean, "
                        + "with thin filaments where it fails (see Li, Lin, Shen 2022).";
            case NEIGHBOURING_PAIRS, SAME_GOAL ->
                "No flow equals a map that does this, but in the plane a flow still carries these points as near to "
                        + "their goals as you like, with thin filaments between them (see Li, Lin, Shen 2022).";
            case SAME_START ->
                "No flow, and no other map, carries one point to two places, but in the plane a flow still comes as near "
                        + "as you like to the mean of the goals (see Li, Lin, Shen 2022).";
            case SURROUNDING, ORDER ->
                "The flow can only squeeze the inner class out through an ever thinner gap between the points of the ring."
                        + " With one more coordinate it lifts the class out of the plane, and a plane separates them.";
        };
    }

    private static Optional<Obstruction> ofMap(PlaneMap map, Box domain) {
        var lattice = domain.lattice(PER_SIDE);
        var determinants = map.determinants(lattice);
        var bad = notPositive(determinants);
        if (bad.length == 0) {
            return closer(map, domain, lattice, determinants);
        }
        var where = lattice.select(bad);
        double share = (double) bad.length / determinants.length;
        double highest = Arrays.stream(determinants).max().orElseThrow();
        if (highest < -ZERO) {
            double lowest = Arrays.stream(determinants).min().orElseThrow();
            return Optional.of(new Obstruction.ReversesOrientation(
                    Obstruction.Evidence.DETERMINANT, lowest, highest, where, share));
        }
        return Optional.of(new Obstruction.Folds(Obstruction.Evidence.DETERMINANT, where, share));
    }

    /// Looks about the smallest determinants of a positive lattice.
    private static Optional<Obstruction> closer(PlaneMap map, Box domain, Points lattice, double[] determinants) {
        var smallest = IntStream.range(0, determinants.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> determinants[k]))
                .limit(CLOSER)
                .mapToInt(k -> k)
                .toArray();
        double spacing = domain.side() / (PER_SIDE - 1);
        var x1 = new double[smallest.length * PER_CELL * PER_CELL];
        var x2 = new double[x1.length];
        for (int k = 0; k < x1.length; k++) {
            int centre = smallest[k / (PER_CELL * PER_CELL)];
            double right = (k % PER_CELL - PER_CELL / 2) * spacing / PER_CELL;
            double up = (k / PER_CELL % PER_CELL - PER_CELL / 2) * spacing / PER_CELL;
            x1[k] = Math.clamp(lattice.at(0, centre) + right, domain.low(), domain.high());
            x2[k] = Math.clamp(lattice.at(1, centre) + up, domain.low(), domain.high());
        }
        var near = Points.of(x1, x2);
        var bad = notPositive(map.determinants(near));
        if (bad.length == 0) {
            return EdgeOverlap.of(map, domain).map(Obstructions::overlap);
        }
        double share = (double) bad.length / (PER_CELL * PER_CELL) / determinants.length;
        return Optional.of(new Obstruction.Folds(Obstruction.Evidence.DETERMINANT, near.select(bad), share));
    }

    /// Only the edge was looked at: its two points stand for a single cell of the lattice.
    private static Obstruction overlap(Points where) {
        return new Obstruction.Folds(Obstruction.Evidence.OVERLAP, where, 1.0 / (PER_SIDE * PER_SIDE));
    }

    private static int[] notPositive(double[] determinants) {
        return IntStream.range(0, determinants.length)
                .filter(k -> !(determinants[k] > ZERO))
                .toArray();
    }
}
