package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Solves F(x) = y for many y at once by Newton's method, damped as K. Levenberg and D. W. Marquardt have it:
/// (JᵀJ + μ)δ = Jᵀ(y − F(x)), with μ = 0 as long as the distance to y falls.
///
/// Each search starts at that point of a lattice over twice the square's side whose image lies nearest to y; where it
/// ends away from y it begins again at other points, at most [#STARTS] times. Every loop is bounded. Immutable.
///
/// Source: J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., ch. 10.3.
final class NewtonSearch {
    private static final int PER_SIDE = 49;
    private static final int STARTS = 5;
    private static final int MOST_STEPS = 80;

    /// At this distance from y, relative to 1 + |y|, a point counts as reached,
    private static final double REACHED = 1e-10;

    /// and from here on nothing but rounding is left.
    private static final double ROUNDING = 4e-16;

    private final PlaneMap map;
    private final double longest;
    private final Points lattice;
    private final Points images;

    NewtonSearch(PlaneMap map) {
        this.map = map;
        var square = square(map);
        longest = square.side() / 2;
        lattice = new Box(square.low() - square.side() / 2, square.high() + square.side() / 2).lattice(PER_SIDE);
        images = map.apply(lattice);
    }

    private static Box square(PlaneMap map) {
        return switch (map) {
            case DrawnMap drawn -> drawn.domain();
            case Landmarks marks -> around(marks.x());
            case ShapeMap shape -> around(shape.from());
            case Preset _, TypedMap _, Composition _, InverseMap _ -> map.home();
        };
    }

    /// [−1, 1]², or a larger square that holds the points.
    private static Box around(Points x) {
        double low = IntStream.range(0, x.size())
                .mapToDouble(k -> Math.min(x.at(0, k), x.at(1, k)))
                .min()
                .orElse(-1);
        double high = IntStream.range(0, x.size())
                .mapToDouble(k -> Math.max(x.at(0, k), x.at(1, k)))
                .max()
                .orElse(1);
        return new Box(Math.min(-1, low), Math.max(1, high));
    }

    Preimages.Found at(Points y) {
        int n = y.size();
        var best = new double[2][n];
        var miss = new double[n];
        Arrays.fill(miss, Double.POSITIVE_INFINITY);
        var open = IntStream.range(0, n).toArray();
        for (int start = 0; start < STARTS && open.length > 0; start++) {
            improve(y, open, start, best, miss);
            open = Arrays.stream(open)
                    .filter(k -> !(miss[k] <= REACHED * scale(y, k)))
                    .toArray();
        }
        var reached = new boolean[n];
        for (int k = 0; k < n; k++) {
            reached[k] = miss[k] <= REACHED * scale(y, k);
        }
        return new Preimages.Found(Points.of(best), reached);
    }

    private static double scale(Points y, int k) {
        return 1 + Math.hypot(y.at(0, k), y.at(1, k));
    }

    /// Searches for the open points from their start of that number, and keeps what is better.
    private void improve(Points y, int[] open, int start, double[][] best, double[] miss) {
        var goals = y.select(open);
        var search = new Search(goals, starts(goals, start));
        for (int step = 0; step < MOST_STEPS && search.step(); step++) {}
        for (int k = 0; k < open.length; k++) {
            if (!(miss[open[k]] <= search.miss[k])) {
                best[0][open[k]] = search.x1[k];
                best[1][open[k]] = search.x2[k];
                miss[open[k]] = Double.isNaN(search.miss[k]) ? Double.POSITIVE_INFINITY : search.miss[k];
            }
        }
    }

    /// For each goal the point of the lattice whose image is nearest; later starts look at other parts of the
    /// lattice.
    private Points starts(Points y, int start) {
        var chosen = new int[y.size()];
        for (int k = 0; k < chosen.length; k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < images.size(); j++) {
                if (start > 0 && (j % PER_SIDE * 2 / PER_SIDE + j / PER_SIDE * 2 / PER_SIDE * 2) != start - 1) {
                    continue; // one of the four quarters
                }
                double d1 = images.at(0, j) - y.at(0, k);
                double d2 = images.at(1, j) - y.at(1, k);
                if (d1 * d1 + d2 * d2 < nearest) {
                    nearest = d1 * d1 + d2 * d2;
                    chosen[k] = j;
                }
            }
        }
        return lattice.select(chosen);
    }

    /// The search for all points side by side; mutable.
    private final class Search {
        final double[] x1;
        final double[] x2;
        final double[] miss;
        private final Points y;
        private final double[] damping;
        private Jets jets;
        private int[] active;

        Search(Points y, Points x) {
            this.y = y;
            x1 = x.row(0);
            x2 = x.row(1);
            damping = new double[x1.length];
            jets = Jets.of(map, x, true);
            miss = new double[x1.length];
            Arrays.setAll(miss, k -> Math.hypot(y.at(0, k) - jets.y1[k], y.at(1, k) - jets.y2[k]));
            active = IntStream.range(0, x1.length).filter(this::unfinished).toArray();
        }

        private boolean unfinished(int k) {
            return miss[k] > ROUNDING * scale(y, k);
        }

        /// One step of every point that is still under way; false when none is.
        boolean step() {
            var tried = new double[2][active.length];
            for (int i = 0; i < active.length; i++) {
                propose(active[i], tried, i);
            }
            var trial = Jets.of(map, Points.of(tried), true);
            var going = new int[active.length];
            int count = 0;
            for (int i = 0; i < active.length; i++) {
                if (settle(active[i], tried, trial, i)) {
                    going[count++] = active[i];
                }
            }
            active = Arrays.copyOf(going, count);
            return count > 0;
        }

        private void propose(int k, double[][] into, int i) {
            double r1 = y.at(0, k) - jets.y1[k];
            double r2 = y.at(1, k) - jets.y2[k];
            double d1;
            double d2;
            if (damping[k] == 0) {
                double determinant = jets.a[k] * jets.d[k] - jets.b[k] * jets.c[k];
                d1 = (jets.d[k] * r1 - jets.b[k] * r2) / determinant;
                d2 = (jets.a[k] * r2 - jets.c[k] * r1) / determinant;
            } else {
                double m11 = jets.a[k] * jets.a[k] + jets.c[k] * jets.c[k];
                double m22 = jets.b[k] * jets.b[k] + jets.d[k] * jets.d[k];
                double m12 = jets.a[k] * jets.b[k] + jets.c[k] * jets.d[k];
                double mu = damping[k] * (m11 + m22);
                double g1 = jets.a[k] * r1 + jets.c[k] * r2;
                double g2 = jets.b[k] * r1 + jets.d[k] * r2;
                double determinant = (m11 + mu) * (m22 + mu) - m12 * m12;
                d1 = ((m22 + mu) * g1 - m12 * g2) / determinant;
                d2 = ((m11 + mu) * g2 - m12 * g1) / determinant;
            }
            double shorten = Math.min(1, longest / Math.hypot(d1, d2));
            into[0][i] = x1[k] + shorten * d1;
            into[1][i] = x2[k] + shorten * d2;
        }

        /// Takes the step if it leads nearer, else damps the next one; false when the point is done.
        private boolean settle(int k, double[][] tried, Jets trial, int i) {
            double distance = Math.hypot(y.at(0, k) - trial.y1[i], y.at(1, k) - trial.y2[i]);
            if (distance < miss[k]) {
                boolean stuck = distance > (1 - 1e-7) * miss[k] && damping[k] > 0;
                miss[k] = distance;
                x1[k] = tried[0][i];
                x2[k] = tried[1][i];
                copy(trial, i, k);
                damping[k] = damping[k] < 1e-4 ? 0 : damping[k] / 10;
                return !stuck && unfinished(k);
            }
            if (miss[k] <= REACHED * scale(y, k)) {
                return false; // as near as rounding lets it
            }
            damping[k] = damping[k] == 0 ? 1e-3 : 8 * damping[k];
            return damping[k] < 1e12;
        }

        private void copy(Jets from, int i, int k) {
            jets.y1[k] = from.y1[i];
            jets.y2[k] = from.y2[i];
            jets.a[k] = from.a[i];
            jets.b[k] = from.b[i];
            jets.c[k] = from.c[i];
            jets.d[k] = from.d[i];
        }
    }
}
