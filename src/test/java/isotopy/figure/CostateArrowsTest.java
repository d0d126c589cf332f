package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.snapshot.FlowSnapshot;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// Costates as arrows, against the slope of the loss.
class CostateArrowsTest {
    private static final FlowSnapshot SWIRL = Scenes.swirl(6);
    private static final Look LOOK =
            Look.standard(Box.UNIT).withOverlays(EnumSet.of(Overlay.COSTATE)).withParticles(60);

    @Test
    void atTheEndTheyPointAwayFromTheGoalsByTwiceTheMissInTheScaleOfTheLegend() {
        var scene = Scene.of(SWIRL, LOOK);
        var figure = Illustrator.at(scene, 1, LOOK, 500, 500);
        var arrows = arrows(figure, 0);
        var legend = arrows(figure, 1);
        double unit = Double.parseDouble(figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .filter(text -> text.startsWith("costate |p| = "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*= ", ""));
        double pixels = legend.dx()[0] / unit;
        var end = scene.particles().points(1);
        for (int k = 0; k < arrows.x().length; k++) {
            double p1 = 2 * (end.at(0, k) - scene.goals().at(0, k)) * pixels;
            double p2 = 2 * (end.at(1, k) - scene.goals().at(1, k)) * pixels;
            double cut = Math.min(1, 2 * legend.dx()[0] / Math.hypot(p1, p2));
            assertThat(arrows.dx()[k]).as("arrow %d", k).isCloseTo((float) (cut * p1), within(1e-2f));
            assertThat(arrows.dy()[k]).as("arrow %d", k).isCloseTo((float) (-cut * p2), within(1e-2f));
        }
    }

    @Test
    void beforeTheEndTheyAreTheSlopeOfTheLossOfWhatFollows() {
        var scene = Scene.of(SWIRL, LOOK);
        var costates = scene.costates().orElseThrow().paths();
        var flow = SWIRL.flow();
        double step = 1e-6;
        for (int k = 0; k < 10; k++) {
            double[] start = {scene.particles().at(0, 0, k), scene.particles().at(0, 1, k)};
            for (int i = 0; i < 2; i++) {
                var more = start.clone();
                var less = start.clone();
                more[i] += step;
                less[i] -= step;
                double slope = (loss(flow, more, scene, k) - loss(flow, less, scene, k)) / (2 * step);
                assertThat(costates.at(0.0, i, k)).isCloseTo(slope, within(1e-6));
            }
        }
    }

    @Test
    void theyStandWhereTheParticlesAre() {
        var scene = Scene.of(SWIRL, LOOK);
        var arrows = arrows(Illustrator.at(scene, 0.3, LOOK, 500, 500), 0);
        var page = Page.of(LOOK.camera(), 500, 500);
        var now = scene.particles().points(0.3);
        for (int k = 0; k < arrows.x().length; k++) {
            assertThat(arrows.x()[k]).isCloseTo(page.x(now.at(0, k), now.at(1, k)), within(1e-3f));
        }
    }

    private static double loss(isotopy.flow.FlowMap flow, double[] start, Scene scene, int k) {
        var end = flow.apply(isotopy.math.Points.single(start));
        double d1 = end.at(0, 0) - scene.goals().at(0, k);
        double d2 = end.at(1, 0) - scene.goals().at(1, k);
        return d1 * d1 + d2 * d2;
    }

    private static Mark.Arrows arrows(Figure figure, int index) {
        return figure.marks().stream()
                .filter(Mark.Arrows.class::isInstance)
                .map(Mark.Arrows.class::cast)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }
}
