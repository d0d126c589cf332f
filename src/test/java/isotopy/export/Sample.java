package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Mark.Anchor;
import isotopy.figure.Mark.Curve;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.figure.Texture;
import isotopy.flow.Folds;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Figures that formats are tried on: one made by hand with every mark, and scenes that nobody has trained.
final class Sample {
    private static final int INK = 0xFF102030;
    private static final int RED = 0xFFD55E00;
    private static final int BLUE = 0x900072B2;

    private Sample() {}

    /// Every mark in a place of its own, most of them in one of 4 columns × 3 rows of 60 × 50.
    static Figure marks() {
        float[] x = {10, 30, 50};
        float[] y = {10, 40, 20};
        int[] argb = {RED, BLUE, INK};
        int[] six = {INK, RED, BLUE, 0x80102030, INK, RED};
        var signs = new Mark.Sign[] {
            Mark.Sign.DISC, Mark.Sign.SQUARE, Mark.Sign.TRIANGLE, Mark.Sign.DIAMOND, Mark.Sign.CROSS
        };
        float[] signX = {8, 19, 30, 41, 52};
        float[] signY = {25, 25, 25, 25, 25};
        int[] five = {INK, RED, BLUE, INK, RED};
        return new Figure(
                240,
                200,
                0xFFFFFFFF,
                List.of(
                        new Mark.Dots(x, y, argb, 5),
                        new Mark.Rings(moved(x, 60), y, argb, 6, 2),
                        new Mark.Curves(List.of(new Curve(moved(x, 120), y, INK)), 3, false, 0),
                        new Mark.Curves(List.of(new Curve(moved(x, 180), y, RED)), 3, true, 0),
                        new Mark.Curves(List.of(new Curve(x, moved(y, 50), BLUE)), 3, false, 5),
                        new Mark.Paths(
                                new float[] {70, 60, 90, 90, 110, 60, 70, 80, Float.NaN, 0, 110, 90, 115, 70},
                                new int[] {0, 3, 7},
                                new int[] {INK, RED},
                                2,
                                false,
                                0),
                        new Mark.Arrows(
                                new float[] {130, 170},
                                new float[] {60, 90},
                                new float[] {30, -20},
                                new float[] {5, -20},
                                2,
                                INK),
                        new Mark.Region(new float[] {190, 230, 210}, new float[] {55, 65, 95}, 0xC0D55E00),
                        new Mark.Heat(10, 110, 40, 30, 3, 2, six),
                        new Mark.Mesh(
                                new float[] {70, 95, 110, 65, 90, 115},
                                new float[] {105, 112, 105, 140, 145, 140},
                                3,
                                2,
                                six),
                        new Mark.Picture(
                                new float[] {130, 150, 170, 125, 155, 175},
                                new float[] {105, 112, 105, 140, 145, 140},
                                new float[] {0, 0.5f, 1, 0, 0.5f, 1},
                                new float[] {0, 0, 0, 1, 1, 1},
                                3,
                                2,
                                new Texture(2, 2, new int[] {INK, RED, 0xFF0072B2, INK})),
                        new Mark.Signs(moved(signX, 180), moved(signY, 90), five, signs, 4, 0),
                        new Mark.Signs(moved(signX, 180), moved(signY, 110), five, signs, 4, 1.5f),
                        new Mark.Density(
                                new float[] {190, 191, 205, 220},
                                new float[] {186, 187, 190, 184},
                                new int[] {INK, RED, RED, BLUE},
                                1.5f,
                                0x80000000),
                        new Mark.Panel(
                                90,
                                180,
                                new Figure(
                                        60,
                                        16,
                                        0xFFF0F0F0,
                                        List.of(new Mark.Dots(new float[] {0, 30}, new float[] {8, 8}, argb, 6)))),
                        new Mark.Label("start φ(x₁)", 8, 170, 12, false, Anchor.START, INK),
                        new Mark.Label("<middle> & é", 120, 170, 12, true, Anchor.MIDDLE, RED),
                        new Mark.Label("end 10⁻³", 232, 170, 12, false, Anchor.END, BLUE)));
    }

    private static float[] moved(float[] values, float by) {
        var moved = values.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += by;
        }
        return moved;
    }

    /// A swirl's untrained flow with its grid, paths and axes.
    static Figure scene() {
        return figure(
                Preset.SWIRL,
                Projection.PLANE,
                Set.of(Overlay.PARTICLES, Overlay.TRAILS, Overlay.GRID, Overlay.AXES, Overlay.TICKS),
                12);
    }

    /// Everything that can be seen of a flow for that target.
    static Figure all(TargetMap target, Projection projection) {
        return figure(target, projection, EnumSet.allOf(Overlay.class), 60);
    }

    private static Figure figure(TargetMap target, Projection projection, Set<Overlay> overlays, int particles) {
        var standard = Experiment.standard(target);
        var experiment = standard.withSampling(standard.sampling().withSamples(60))
                .withNetwork(Network.STANDARD.withDepth(4).withWidth(5).withAugment(1));
        var snapshot = Scenes.snapshot(experiment, Scenes.shaken(experiment.start(), 5), 0, Folds.NONE);
        var look = Look.standard(experiment.sampling().domain())
                .withOverlays(overlays)
                .withParticles(particles)
                .withProjection(projection);
        var scene = Scene.of(snapshot, look);
        return Illustrator.captioned(Illustrator.at(scene, 0.6, look, 320, 240), scene, 0.6, look);
    }
}
