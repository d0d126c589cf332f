package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.target.Kind;
import java.util.Arrays;

/// The camera goes along where the flow is free to leave the square: what is read off by an affine map may lie
/// anywhere.
final class Following {
    /// So many particles say where the cloud is, and this share of them may be out of sight on each side.
    private static final int ASKED = 400;

    /// So many times are looked at where all of them count.
    private static final int MOMENTS = 12;

    private static final double OUTSIDE = 0.02;

    /// The room around the cloud, as a share of it.
    private static final double ROOM = 1.3;

    private Following() {}

    /// Whether the flow is free to leave the square.
    static boolean free(Scene scene) {
        var kind = scene.snapshot().experiment().target().kind();
        return kind == Kind.LABELS || kind == Kind.FUNCTION;
    }

    /// The camera of a look, moved and widened so that the cloud at t is seen where the square would be.
    static Camera camera(Scene scene, double t, Look look) {
        var experiment = scene.snapshot().experiment();
        var kind = experiment.target().kind();
        var paths = scene.particles();
        boolean free = kind == Kind.LABELS || kind == Kind.FUNCTION;
        if (!free || paths.size() == 0) {
            return look.camera();
        }
        var box = experiment.sampling().domain();
        double[] first = bounds(paths, t, 0);
        double[] second = bounds(paths, t, 1);
        double least = 1.5 * box.side();
        double span = Math.max(least, ROOM * Math.max(first[1] - first[0], second[1] - second[0]));
        if (!Double.isFinite(span)) {
            return look.camera();
        }
        double factor = span / least;
        var camera = look.camera();
        return new Camera(
                towards(box.centre(), first, span) + (camera.x1() - box.centre()) * factor,
                towards(box.centre(), second, span) + (camera.x2() - box.centre()) * factor,
                camera.span() * factor);
    }

    /// The camera of a look, widened so that the cloud at t is seen, whether or not it is free to leave the square.
    static Camera holding(Scene scene, double t, Look look) {
        var seen = camera(scene, t, look);
        var kind = scene.snapshot().experiment().target().kind();
        if (kind == Kind.LINE || scene.particles().size() == 0) {
            return seen;
        }
        double[] first = bounds(scene.particles(), t, 0);
        double[] second = bounds(scene.particles(), t, 1);
        double span = 1.1 * Math.max(first[1] - first[0], second[1] - second[0]);
        return span > 0 && Double.isFinite(span)
                ? seen.and(new Camera((first[0] + first[1]) / 2, (second[0] + second[1]) / 2, span))
                : seen;
    }

    /// The square in which the cloud is seen at all times, as the middle and the side: that of the domain unless
    /// the flow is free to leave it.
    static Camera throughout(Scene scene) {
        var experiment = scene.snapshot().experiment();
        var kind = experiment.target().kind();
        var paths = scene.particles();
        var box = experiment.sampling().domain();
        boolean free = kind == Kind.LABELS || kind == Kind.FUNCTION;
        double[] low = {box.low(), box.low()};
        double[] high = {box.high(), box.high()};
        for (int k = 0; free && paths.size() > 0 && k <= MOMENTS; k++) {
            for (int i = 0; i < 2; i++) {
                double[] bounds = bounds(paths, k * paths.horizon() / MOMENTS, i);
                low[i] = Double.isFinite(bounds[0]) ? Math.min(low[i], bounds[0]) : low[i];
                high[i] = Double.isFinite(bounds[1]) ? Math.max(high[i], bounds[1]) : high[i];
            }
        }
        double widest = Math.max(high[0] - low[0], high[1] - low[1]);
        return new Camera((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, Math.max(box.side(), widest));
    }

    /// The middle, moved no more than needed to see the bounds.
    private static double towards(double centre, double[] bounds, double span) {
        double half = span / 2 / ROOM;
        return Math.clamp(
                centre, Math.min(bounds[1] - half, bounds[0] + half), Math.max(bounds[1] - half, bounds[0] + half));
    }

    private static double[] bounds(Trajectory paths, double t, int coordinate) {
        var asked = Thinning.of(Arrangement.GRID, paths.size(), ASKED);
        var values = new double[asked.length];
        Arrays.setAll(values, k -> paths.at(t, coordinate, asked[k]));
        Arrays.sort(values);
        int out = (int) (OUTSIDE * values.length);
        return new double[] {values[out], values[values.length - 1 - out]};
    }
}
