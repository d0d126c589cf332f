package isotopy.figure;

import isotopy.control.Readout;
import java.util.List;

/// The regions that the network gives to the classes, carried by the flow: at t = T those of the affine read-out, at t
/// = 0 their pull-back. Near t = T the half-planes of the read-out reach beyond the carried square.
final class ClassRegions {
    /// The opacity of a class where the network is no better than chance, and what is added where it is sure.
    private static final double LEAST = 0.1;

    /// The carried lattice gets so many pieces between two points.
    private static final int CARPET = 2;

    private static final double MORE = 0.24;

    /// From this share of T on the read-out's own half-planes appear.
    private static final double BEYOND = 0.8;

    private ClassRegions() {}

    /// Adds the regions and the lines between them.
    static void draw(Shot shot, List<Mark> into) {
        shot.scene().said().flatMap(Scene.Said::regions).ifPresent(regions -> {
            halfPlanes(shot, false, into);
            var lattice = shot.scene().lattice().points(shot.t());
            double[][] fine = {Finer.of(lattice.row(0), CARPET), Finer.of(lattice.row(1), CARPET)};
            into.add(Carpet.of(fine, texture(regions, shot), Regions.FINE / CARPET, shot.page()));
            int line = Colour.faded(shot.palette().ink(), 0.8);
            regions.boundary()
                    .ifPresent(found -> into.add(found.at(
                            shot.t(), shot.page(), line, 1.4f * shot.palette().line())));
            halfPlanes(shot, true, into);
        });
    }

    /// The regions as an opaque picture over the square, so that what is laid over itself does not darken.
    private static Texture texture(Regions regions, Shot shot) {
        var argb = new int[Regions.SIDE * Regions.SIDE];
        int background = shot.palette().background();
        for (int k = 0; k < argb.length; k++) {
            double opacity = LEAST + MORE * (regions.sureness()[k] & 0xFF) / 255;
            argb[k] = Colour.mixed(
                    background, ClassColours.of(regions.winner()[k], shot.look().theme()), opacity);
        }
        return new Texture(Regions.SIDE, Regions.SIDE, argb);
    }

    /// Adds where the read-out's classes lie in the whole plane, or the lines between them.
    private static void halfPlanes(Shot shot, boolean lines, List<Mark> into) {
        double share = (shot.t() / shot.horizon() - BEYOND) / (1 - BEYOND);
        if (!beyond(shot)) {
            return;
        }
        var map = shot.scene().snapshot().control().readout().orElseThrow();
        for (int i = 0; i < map.outputs(); i++) {
            var cell = cell(map, i, shot.page());
            if (cell[0].length >= 3) {
                int colour = ClassColours.of(i, shot.look().theme());
                int ink = Colour.faded(shot.palette().ink(), 0.35 * share);
                into.add(
                        lines
                                ? outline(cell, ink, shot.palette().line())
                                : new Mark.Region(cell[0], cell[1], Colour.faded(colour, 0.07 * share)));
            }
        }
    }

    /// Whether the read-out's own half-planes are shown.
    static boolean beyond(Shot shot) {
        var control = shot.scene().snapshot().control();
        return shot.t() > BEYOND * shot.horizon()
                && control.dimension() == 2
                && control.readout().isPresent();
    }

    private static Mark outline(float[][] cell, int argb, float line) {
        int n = cell[0].length;
        var xy = new float[2 * n + 2];
        for (int k = 0; k <= n; k++) {
            xy[2 * k] = cell[0][k % n];
            xy[2 * k + 1] = cell[1][k % n];
        }
        return new Mark.Paths(xy, new int[] {0, n + 1}, new int[] {argb}, line, false, 6 * line);
    }

    /// The part of the page, and a little more, on which one class has the highest score.
    private static float[][] cell(Readout map, int winner, Page page) {
        float edge = 30;
        float right = (float) page.width() + edge;
        float bottom = (float) page.height() + edge;
        var polygon = new Polygon(List.of(
                new double[] {-edge, -edge}, new double[] {right, -edge}, new double[] {right, bottom}, new double[] {
                    -edge, bottom
                }));
        for (int other = 0; other < map.outputs(); other++) {
            double a1 = map.a(winner, 0) - map.a(other, 0);
            double a2 = map.a(winner, 1) - map.a(other, 1);
            double c = map.c(winner) - map.c(other);
            if (other != winner) {
                polygon = polygon.where(at -> {
                    double x1 = (at[0] - page.x0()) / page.x1x();
                    double x2 = (at[1] - page.y0()) / page.x2y();
                    return a1 * x1 + a2 * x2 + c;
                });
            }
        }
        return polygon.page();
    }
}
