package isotopy.view;

import isotopy.figure.Scene;
import isotopy.flow.Trajectory;

/// Lets the picture glide from one scene to the next while training, instead of jumping from step to step. Mutable.
///
/// Only paths of the same particles are blended, and only where that is cheap: else the newest scene is shown at once.
///
/// Units: times in nanoseconds of wall time.
final class SceneBlend {
    private static final double LASTS = 100e6;
    /// Scenes that follow each other quicker than this are smooth by themselves.
    private static final long QUICK = 60_000_000;
    /// More numbers than this are not worth the work of a frame.
    private static final long MOST = 400_000;

    private Scene from;
    private Scene to;
    private Scene shown;
    private long since;
    private long arrived = Long.MIN_VALUE / 2;

    SceneBlend(Scene scene) {
        from = scene;
        to = scene;
        shown = scene;
    }

    /// Goes towards another scene from what is shown now; at once unless it is another moment of the same
    /// particles.
    void towards(Scene next, long now) {
        boolean another = next.snapshot() != to.snapshot() && now - arrived > QUICK;
        arrived = now;
        to = next;
        if (another && alike(shown.particles(), next.particles()) && alike(shown.lattice(), next.lattice())) {
            from = shown;
            since = now;
        } else {
            from = next;
            shown = next;
        }
    }

    /// What is to be shown now; the same object as long as nothing moves.
    Scene at(long now) {
        if (from == to) {
            return shown;
        }
        double share = (now - since) / LASTS;
        if (share >= 1) {
            from = to;
            shown = to;
            return shown;
        }
        double s = Math.max(0, share);
        shown = to.with(between(from.particles(), to.particles(), s), between(from.lattice(), to.lattice(), s));
        return shown;
    }

    /// The newest scene, whatever is shown of it.
    Scene newest() {
        return to;
    }

    private static boolean alike(Trajectory a, Trajectory b) {
        if (a.size() != b.size()
                || a.dimension() != b.dimension()
                || a.samples() != b.samples()
                || a.horizon() != b.horizon()
                || (long) a.size() * a.samples() * a.dimension() > MOST) {
            return false;
        }
        int last = a.size() - 1;
        return a.size() == 0 || a.at(0, 0, 0) == b.at(0, 0, 0) && a.at(0, 0, last) == b.at(0, 0, last);
    }

    private static Trajectory between(Trajectory a, Trajectory b, double share) {
        var times = new double[b.samples()];
        var positions = new double[b.samples()][b.dimension()][b.size()];
        for (int k = 0; k < times.length; k++) {
            times[k] = b.time(k);
            for (int i = 0; i < b.dimension(); i++) {
                var row = positions[k][i];
                for (int j = 0; j < row.length; j++) {
                    double start = a.at(k, i, j);
                    row[j] = start + share * (b.at(k, i, j) - start);
                }
            }
        }
        return new Trajectory(times, positions);
    }
}
