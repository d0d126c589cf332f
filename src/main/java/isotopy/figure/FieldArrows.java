package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Cloud;
import java.util.List;

/// The velocity field of the layer at t, as arrows on a lattice over the whole page.
///
/// An arrow's length grows with the speed v and saturates: v/(v + v₀) of the distance between arrows, v₀ the mean speed
/// of the flow.
final class FieldArrows {
    private FieldArrows() {}

    /// Adds the arrows.
    static void draw(Shot shot, List<Mark> into) {
        var page = shot.page();
        var control = shot.scene().snapshot().control();
        double spacing = 2.8 * shot.palette().text();
        int columns = (int) Math.ceil(page.width() / spacing);
        int rows = (int) Math.ceil(page.height() / spacing);
        if (control.dimension() != 2 || columns < 1 || rows < 1 || (long) columns * rows > 100_000) {
            return;
        }
        var z = new Cloud(2, columns * rows);
        var x = new float[columns * rows];
        var y = new float[columns * rows];
        for (int k = 0; k < x.length; k++) {
            // the lattice is centred, so that it stays when the page grows
            x[k] = (float) (page.width() / 2 + (k % columns - (columns - 1) / 2.0) * spacing);
            y[k] = (float) (page.height() / 2 + (k / columns - (rows - 1) / 2.0) * spacing);
            z.row(0)[k] = (x[k] - page.x0()) / page.x1x();
            z.row(1)[k] = (y[k] - page.y0()) / page.x2y();
        }
        var velocity = new Cloud(2, x.length);
        var theta = control.layers().get(shot.layer()).theta();
        control.family().field(2, control.width(), x.length).velocity(theta, 0, z, velocity);
        into.add(arrows(x, y, velocity, meanSpeed(shot.scene().lattice()), spacing, shot));
    }

    private static Mark arrows(float[] x, float[] y, Cloud velocity, double meanSpeed, double spacing, Shot shot) {
        var dx = new float[x.length];
        var dy = new float[x.length];
        for (int k = 0; k < x.length; k++) {
            double v1 = velocity.row(0)[k];
            double v2 = velocity.row(1)[k];
            double speed = Math.hypot(v1, v2);
            double length = speed > 0 ? 1.1 * spacing * speed / (speed + meanSpeed) : 0;
            dx[k] = (float) (speed > 0 ? length * v1 / speed : 0);
            dy[k] = (float) (speed > 0 ? -length * v2 / speed : 0);
            x[k] -= dx[k] / 2;
            y[k] -= dy[k] / 2;
        }
        return new Mark.Arrows(
                x, y, dx, dy, 1.1f * shot.palette().line(), shot.palette().field());
    }

    /// The mean length of paths divided by T, from some paths of the lattice.
    private static double meanSpeed(Trajectory lattice) {
        double length = 0;
        int count = 0;
        int side = Scene.LATTICE;
        for (int j = 0; j < side; j += 2 * Scene.FINE) {
            for (int i = 0; i < side; i += 2 * Scene.FINE, count++) {
                int at = j * side + i;
                for (int k = 1; k < lattice.samples(); k++) {
                    length += Math.hypot(
                            lattice.at(k, 0, at) - lattice.at(k - 1, 0, at),
                            lattice.at(k, 1, at) - lattice.at(k - 1, 1, at));
                }
            }
        }
        double mean = length / count / lattice.horizon();
        return mean > 0 ? mean : 1;
    }
}
