package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Carries a closed curve to another in one or several steps, each a thin-plate spline that also holds a far ring of
/// points in place.
///
/// One long step folds the plane where a curve is bent strongly; many short ones do not while the curve between stays
/// free of crossings. The curve between is taken along straight lines, or by blending its turning angles
/// ([CurveBlend]). The fewest steps are taken that leave the determinants room on a lattice and along the curve, else
/// those that leave most; where all of them fold there is one step.
///
/// Shapes: both curves are 2 × n, point k is carried to point k.
final class CurveIsotopy implements PlaneFormula {
    private static final int[] STEPS = {1, 4, 10, 24};

    /// The determinants are looked at on a lattice of this many points a side.
    private static final int PER_SIDE = 29;

    /// The least determinant that is enough.
    private static final double ROOM = 0.15;

    /// The least determinant that counts as positive.
    private static final double POSITIVE = 1e-3;

    /// Steps, and the least determinant that was seen on their way.
    private record Way(List<ThinPlate> steps, double least) {}

    private final List<ThinPlate> steps;

    private CurveIsotopy(List<ThinPlate> steps) {
        this.steps = steps;
    }

    static CurveIsotopy of(Points from, Points to, Points anchors) {
        var blend = new CurveBlend(from, to);
        var places = Box.UNIT.lattice(PER_SIDE).followedBy(from);
        var best = new Way(List.of(step(from, to, anchors)), POSITIVE);
        for (int count : STEPS) {
            for (boolean bent : count == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
                best = better(best, blend, count, bent, anchors, places);
                if (best.least >= ROOM) {
                    return new CurveIsotopy(best.steps);
                }
            }
        }
        return new CurveIsotopy(best.steps);
    }

    private static ThinPlate step(Points from, Points to, Points anchors) {
        return ThinPlate.through(from.followedBy(anchors), to.followedBy(anchors));
    }

    /// The way in that many steps, if its determinants are larger than those of the best one so far, else that one.
    private static Way better(Way best, CurveBlend blend, int count, boolean bent, Points anchors, Points places) {
        var steps = new ArrayList<ThinPlate>();
        var now = blend.at(0, bent);
        var jets = Jets.of(new PlaneFormula.Linear(1, 0, 0, 1), places, true);
        double least = 1;
        for (int k = 1; k <= count && ClosedCurves.apart(now); k++) {
            var next = blend.at((double) k / count, bent);
            var step = step(now, next, anchors);
            jets = jets.then(Jets.of(step, jets.points(), true));
            least = Math.min(least, Arrays.stream(jets.determinants()).min().orElse(1));
            if (!(least > best.least)) {
                return best;
            }
            steps.add(step);
            now = next;
        }
        return steps.size() == count ? new Way(List.copyOf(steps), least) : best;
    }

    /// The number of steps.
    int count() {
        return steps.size();
    }

    @Override
    public void jet(double x1, double x2, double[] into) {
        steps.getFirst().jet(x1, x2, into);
        for (var step : steps.subList(1, steps.size())) {
            double a = into[2];
            double b = into[3];
            double c = into[4];
            double d = into[5];
            step.jet(into[0], into[1], into);
            double p = into[2];
            double q = into[3];
            double r = into[4];
            double s = into[5];
            into[2] = p * a + q * c;
            into[3] = p * b + q * d;
            into[4] = r * a + s * c;
            into[5] = r * b + s * d;
        }
    }
}
