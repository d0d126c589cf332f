package isotopy.figure;

import isotopy.control.Readout;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The regions that the network gives to the classes, carried by the flow: at t = T those of the affine read-out, at t = 0
/// their pull-back. Near t = T the half-planes of the read-out reach beyond the carried square.
final class ClassRegions {
    /// The opacity of a class where the network is no better than chance, and what is added where it is sure.
    private static final double LEAST = 0.1;

    private static final double MORE = 0.24;

    /// From this share of T on the read-out's own half-planes appear.
    private static final double BEYOND = 0.8;

    private ClassRegions() {}

    /// Adds the regions and the lines between them.
    static void draw(Shot shot, List<Mark> into) {
        shot.scene().said().flatMap(Scene.Said::regions).ifPresent(regions -> {
            halfPlanes(shot, into);
            var lattice = PlaneIllustrator.rows(shot.scene().lattice().points(shot.t()));
            into.add(Carpet.of(lattice, texture(regions, shot.look().theme()), Regions.FINE, shot.page()));
            into.add(boundary(shot.scene().said().orElseThrow().lattice(), lattice, shot));
        });
    }

    /// The regions as a picture over the square.
    static Texture texture(Regions regions, Theme theme) {
        var argb = new int[Regions.SIDE * Regions.SIDE];
        for (int k = 0; k < argb.length; k++) {
            double opacity = LEAST + MORE * (regions.sureness()[k] & 0xFF) / 255;
            int rgb = ClassColours.of(regions.winner()[k], theme) & 0xFFFFFF;
            argb[k] = (int) (255 * opacity) << 24 | rgb;
        }
        return new Texture(Regions.SIDE, Regions.SIDE, argb);
    }

    /// The lines on which two classes tie before all others.
    private static Mark boundary(Points scores, double[][] lattice, Shot shot) {
        var pieces = new ArrayList<Mark.Paths>();
        int classes = scores.dimension();
        int first = classes == 2 ? 1 : 0;
        for (int i = first; i < classes; i++) {
            var lead = new double[scores.size()];
            for (int k = 0; k < lead.length; k++) {
                double next = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < classes; j++) {
                    next = j == i ? next : Math.max(next, scores.at(j, k));
                }
                lead[k] = scores.at(i, k) - next;
            }
            pieces.add(Contours.of(
                    lead, new double[1], lattice, Scene.LATTICE, shot.page(), line(shot), shot.palette().line(), 0));
        }
        return joined(pieces, line(shot), 1.3f * shot.palette().line());
    }

    private static int line(Shot shot) {
        return Colour.faded(shot.palette().ink(), 0.75);
    }

    private static Mark joined(List<Mark.Paths> pieces, int argb, float width) {
        int length = pieces.stream().mapToInt(paths -> paths.xy().length).sum();
        var xy = new float[length];
        int at = 0;
        for (var paths : pieces) {
            System.arraycopy(paths.xy(), 0, xy, at, paths.xy().length);
            at += paths.xy().length;
        }
        var colours = new int[length / 4];
        Arrays.fill(colours, argb);
        return new Mark.Paths(xy, Trails.starts(colours.length, 2), colours, width, false, 0);
    }

    /// Adds where the read-out's classes lie in the whole plane, with the lines between them.
    private static void halfPlanes(Shot shot, List<Mark> into) {
        double share = (shot.t() / shot.horizon() - BEYOND) / (1 - BEYOND);
        var control = shot.scene().snapshot().control();
        if (share <= 0 || control.dimension() != 2 || control.readout().isEmpty()) {
            return;
        }
        var map = control.readout().get();
        for (int i = 0; i < map.outputs(); i++) {
            var cell = cell(map, i, shot.page());
            if (cell[0].length >= 3) {
                int colour = ClassColours.of(i, shot.look().theme());
                into.add(new Mark.Region(cell[0], cell[1], Colour.faded(colour, 0.07 * share)));
                into.add(outline(cell, Colour.faded(shot.palette().ink(), 0.35 * share), shot.palette().line()));
            }
        }
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
                new double[] {-edge, -edge},
                new double[] {right, -edge},
                new double[] {right, bottom},
                new double[] {-edge, bottom}));
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
