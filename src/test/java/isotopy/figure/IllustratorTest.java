package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.flow.Folds;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where things are on the page, against the flow itself.
class IllustratorTest {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final FlowSnapshot SWIRL = Scenes.swirl(6);
    private static final Camera CAMERA = new Camera(0.1, -0.2, 2.7);
    private static final Look BARE =
            Look.standard(Box.UNIT).withOverlays(Set.of()).withParticles(150).withCamera(CAMERA);

    @Test
    void anEmptyLookIsAnEmptyPage() {
        var figure = Illustrator.at(Scene.of(SWIRL, BARE), 0.4, BARE, WIDTH, HEIGHT);
        assertThat(figure.marks()).isEmpty();
        assertThat(figure.background()).isEqualTo(Palette.of(Theme.LIGHT).background());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1 / 6.0, 0.5, 1})
    void particlesAreWhereTheFlowCarriesThem(double share) {
        var look = BARE.with(Overlay.PARTICLES, true);
        var scene = Scene.of(SWIRL, look);
        var starts = scene.particles().points(0);
        var expected = SWIRL.flow().at(starts, share * SWIRL.control().horizon());
        var dots = only(Mark.Dots.class, Illustrator.at(scene, share, look, WIDTH, HEIGHT));
        assertThat(dots.x()).hasSize(150);
        for (int k = 0; k < 150; k++) {
            assertThat(dots.x()[k]).isCloseTo((float) CAMERA.pageX(expected.at(0, k), WIDTH, HEIGHT), within(1e-3f));
            assertThat(dots.y()[k]).isCloseTo((float) CAMERA.pageY(expected.at(1, k), WIDTH, HEIGHT), within(1e-3f));
        }
    }

    @Test
    void particlesKeepTheColourOfTheirStart() {
        var look = BARE.with(Overlay.PARTICLES, true);
        var scene = Scene.of(SWIRL, look);
        var early = only(Mark.Dots.class, Illustrator.at(scene, 0, look, WIDTH, HEIGHT));
        var late = only(Mark.Dots.class, Illustrator.at(scene, 1, look, WIDTH, HEIGHT));
        assertThat(early.argb()).isEqualTo(late.argb());
        double share1 = (scene.particles().at(0, 0, 7) + 1) / 2;
        double share2 = (scene.particles().at(0, 1, 7) + 1) / 2;
        assertThat(late.argb()[7]).isEqualTo(StartColours.of(Theme.LIGHT).at(share1, share2));
    }

    @Test
    void trailsBeginWhereTheParticlesWereAndEndAtThem() {
        var look = BARE.with(Overlay.PARTICLES, true).with(Overlay.TRAILS, true).withTrail(0.4);
        var scene = Scene.of(SWIRL, look);
        var figure = Illustrator.at(scene, 0.7, look, WIDTH, HEIGHT);
        var dots = first(Mark.Dots.class, figure);
        var trails = first(Mark.Paths.class, figure);
        var before = SWIRL.flow().trajectory(scene.particles().points(0), 1).points(0.3);
        assertThat(trails.fading()).isTrue();
        assertThat(trails.argb()).hasSize(150);
        for (int k = 0; k < 150; k++) {
            int begin = 2 * trails.start()[k];
            int end = 2 * trails.start()[k + 1] - 2;
            assertThat(trails.xy()[end]).isCloseTo(dots.x()[k], within(1e-3f));
            assertThat(trails.xy()[end + 1]).isCloseTo(dots.y()[k], within(1e-3f));
            assertThat(trails.xy()[begin])
                    .isCloseTo((float) CAMERA.pageX(before.at(0, k), WIDTH, HEIGHT), within(1e-3f));
            assertThat(trails.argb()[k] & 0xFFFFFF).isEqualTo(dots.argb()[k] & 0xFFFFFF);
        }
    }

    @Test
    void aTrailPassesThroughEveryLayerEdgeOnItsWay() {
        var look = BARE.with(Overlay.TRAILS, true).withTrail(1);
        var scene = Scene.of(SWIRL, look);
        var trails = only(Mark.Paths.class, Illustrator.at(scene, 1, look, WIDTH, HEIGHT));
        assertThat(trails.start()[1]).isEqualTo(7);
        for (int layer = 0; layer <= 6; layer++) {
            float expected = (float) CAMERA.pageX(scene.particles().at(layer, 0, 3), WIDTH, HEIGHT);
            assertThat(trails.xy()[2 * (trails.start()[3] + layer)]).isCloseTo(expected, within(1e-3f));
        }
    }

    @Test
    void manyParticlesHaveThinnedTrailsAndSmallerDots() {
        var look = BARE.with(Overlay.PARTICLES, true).with(Overlay.TRAILS, true);
        var few = Illustrator.at(Scene.of(SWIRL, look), 0.5, look, WIDTH, HEIGHT);
        var more = look.withParticles(20_000);
        var many = Illustrator.at(Scene.of(SWIRL, more), 0.5, more, WIDTH, HEIGHT);
        assertThat(first(Mark.Dots.class, many).x()).hasSize(20_000);
        assertThat(first(Mark.Paths.class, many).argb()).hasSizeLessThanOrEqualTo(2000);
        assertThat(first(Mark.Dots.class, many).radius())
                .isLessThan(first(Mark.Dots.class, few).radius());
        var hall = Illustrator.at(Scene.of(SWIRL, more), 0.5, more.withTheme(Theme.PROJECTOR), WIDTH, HEIGHT);
        assertThat(2 * first(Mark.Dots.class, hall).radius()).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Overlay.class)
    void everyOverlayAddsMarksOfItsOwn(Overlay overlay) {
        var snapshot = overlay == Overlay.REGIONS ? KindsTest.CLASSES : folding();
        var bare = BARE.withTexture(Optional.of(new Texture(2, 2, new int[] {-1, -256, -65536, -16777216})));
        var look = bare.with(overlay, true);
        double t = overlay == Overlay.FOLDS ? 0.1 : 0.6;
        assertThat(Illustrator.at(Scene.of(snapshot, look), t, look, WIDTH, HEIGHT)
                        .marks())
                .isNotEmpty();
        var all = bare.withOverlays(EnumSet.allOf(Overlay.class));
        var without = all.with(overlay, false);
        var scene = Scene.of(snapshot, all);
        assertThat(Illustrator.at(scene, t, without, WIDTH, HEIGHT).marks().size())
                .isLessThan(Illustrator.at(scene, t, all, WIDTH, HEIGHT).marks().size());
    }

    @Test
    void theGhostIsTheImageOfTheLattice() {
        var look = BARE.with(Overlay.TARGET, true);
        var figure = Illustrator.at(Scene.of(SWIRL, look), 0.6, look, WIDTH, HEIGHT);
        var ghost = first(Mark.Paths.class, figure);
        assertThat(ghost.dash()).isGreaterThan(0);
        var corner = Preset.SWIRL.apply(Points.single(-1, -1));
        assertThat(ghost.xy()[0]).isCloseTo((float) CAMERA.pageX(corner.at(0, 0), WIDTH, HEIGHT), within(1e-3f));
        assertThat(ghost.xy()[1]).isCloseTo((float) CAMERA.pageY(corner.at(1, 0), WIDTH, HEIGHT), within(1e-3f));
        var rings = first(Mark.Rings.class, figure);
        var goals = Scene.of(SWIRL, look).goals();
        for (int k = 0; k < 150; k++) {
            assertThat(rings.x()[k]).isCloseTo((float) CAMERA.pageX(goals.at(0, k), WIDTH, HEIGHT), within(1e-3f));
        }
    }

    @Test
    void linesLeadFromParticlesToTheirGoals() {
        var look = BARE.with(Overlay.LINES, true);
        var scene = Scene.of(SWIRL, look);
        var lines = only(Mark.Paths.class, Illustrator.at(scene, 0.6, look, WIDTH, HEIGHT));
        for (int k = 0; k < 150; k++) {
            assertThat(lines.xy()[4 * k])
                    .isCloseTo((float) CAMERA.pageX(scene.particles().at(0.6, 0, k), WIDTH, HEIGHT), within(1e-3f));
            assertThat(lines.xy()[4 * k + 3])
                    .isCloseTo((float) CAMERA.pageY(scene.goals().at(1, k), WIDTH, HEIGHT), within(1e-3f));
        }
    }

    @Test
    void arrowsPointAlongTheVelocityOfTheLayerAtT() {
        var look = BARE.with(Overlay.FIELD, true);
        var scene = Scene.of(SWIRL, look);
        var arrows = only(Mark.Arrows.class, Illustrator.at(scene, 0.4, look, WIDTH, HEIGHT));
        var control = SWIRL.control();
        double[] edges = control.edges();
        int layer = control.layerAt(0.4);
        assertThat(layer).isEqualTo(2);
        for (int k = 0; k < arrows.x().length; k += 13) {
            double x1 = CAMERA.worldX1(arrows.x()[k] + arrows.dx()[k] / 2, WIDTH, HEIGHT);
            double x2 = CAMERA.worldX2(arrows.y()[k] + arrows.dy()[k] / 2, WIDTH, HEIGHT);
            var weights = control.family()
                    .weights(2, control.width(), control.layers().get(layer).theta());
            var v = velocity(weights, x1, x2);
            double cross = arrows.dx()[k] * -v[1] - arrows.dy()[k] * v[0];
            double along = arrows.dx()[k] * v[0] - arrows.dy()[k] * v[1];
            assertThat(Math.atan2(cross, along)).as("arrow %d", k).isCloseTo(0, within(1e-3));
        }
        assertThat(edges).hasSize(7);
    }

    /// V tanh(W x + b), written out.
    private static double[] velocity(isotopy.control.Weights weights, double x1, double x2) {
        var v = new double[2];
        for (int j = 0; j < weights.w().length; j++) {
            double s = Math.tanh(weights.w()[j][0] * x1 + weights.w()[j][1] * x2 + weights.b()[j]);
            v[0] += weights.v()[0][j] * s;
            v[1] += weights.v()[1][j] * s;
        }
        return v;
    }

    @Test
    void foldsAreMarkedOnlyWhileTheirLayerActs() {
        var look = BARE.with(Overlay.FOLDS, true);
        var scene = Scene.of(folding(), look);
        assertThat(Illustrator.at(scene, 0.1, look, WIDTH, HEIGHT).marks())
                .anySatisfy(mark -> assertThat(mark).isInstanceOf(Mark.Label.class));
        var later = Illustrator.at(scene, 0.5, look, WIDTH, HEIGHT);
        assertThat(later.marks()).noneSatisfy(mark -> assertThat(mark).isInstanceOf(Mark.Label.class));
        assertThat(Illustrator.captioned(later, scene, 0.5, look).marks())
                .filteredOn(Mark.Label.class::isInstance)
                .extracting(mark -> ((Mark.Label) mark).text())
                .as("a picture that stands by itself names them at every t")
                .contains("layer 1 folds");
    }

    /// The first of six layers folds at two places.
    private static FlowSnapshot folding() {
        var where = Points.of(new double[] {0.5, -0.5}, new double[] {0, 0.25});
        return Scenes.snapshot(
                SWIRL.experiment(), SWIRL.control(), 60, new Folds(List.of(new Folds.Fold(0, -0.2, where))));
    }

    @Test
    void pinsAreNamedAndShowTheirWholePathAndGoal() {
        var look = BARE.withPins(List.of(new Look.Pin(0.5, 0.25), new Look.Pin(-0.5, 0)));
        var figure = Illustrator.at(Scene.of(SWIRL, look), 0.5, look, WIDTH, HEIGHT);
        var labels =
                figure.marks().stream().filter(Mark.Label.class::isInstance).map(mark -> ((Mark.Label) mark).text());
        assertThat(labels).containsExactly("A", "B");
        var goal = ((PlaneMap) SWIRL.experiment().target()).apply(Points.single(0.5, 0.25));
        assertThat(figure.marks()).anySatisfy(mark -> {
            assertThat(mark).isInstanceOf(Mark.Rings.class);
            assertThat(((Mark.Rings) mark).x()[0])
                    .isCloseTo((float) CAMERA.pageX(goal.at(0, 0), WIDTH, HEIGHT), within(1e-3f));
        });
    }

    @Test
    void theErrorMapHasTheMissOfEachStartAtItsPlace() {
        var look = BARE.with(Overlay.ERROR, true);
        var scene = Scene.of(SWIRL, look);
        var heat = first(Mark.Heat.class, Illustrator.at(scene, 0, look, WIDTH, HEIGHT));
        int side = Scene.LATTICE;
        assertThat(heat.columns()).isEqualTo(side);
        var x = Box.UNIT.lattice(side);
        var end = SWIRL.flow().apply(x);
        var goal = Preset.SWIRL.apply(x);
        double largest = 0;
        var misses = new double[side * side];
        for (int k = 0; k < misses.length; k++) {
            misses[k] = Math.hypot(end.at(0, k) - goal.at(0, k), end.at(1, k) - goal.at(1, k));
            largest = Math.max(largest, misses[k]);
        }
        int row = 10;
        int column = 50;
        int expected = Scale.cividis(misses[(side - 1 - row) * side + column] / largest);
        assertThat(heat.argb()[row * side + column] & 0xFFFFFF).isEqualTo(expected & 0xFFFFFF);
        double cell = heat.width() / side;
        assertThat(heat.x() + (column + 0.5) * cell)
                .isCloseTo(CAMERA.pageX(-1 + 2 * column / (side - 1.0), WIDTH, HEIGHT), within(1e-2));
        assertThat(heat.y() + (row + 0.5) * heat.height() / side)
                .isCloseTo(CAMERA.pageY(1 - 2 * row / (side - 1.0), WIDTH, HEIGHT), within(1e-2));
    }

    @Test
    void givenPairsAreDrawnWithoutAGhostOfTheLattice() {
        var pairs = new Correspondence(
                "pairs",
                Points.of(new double[] {0, 0.5}, new double[] {0, 0.5}),
                Points.of(new double[] {1, 0}, new double[] {0, 1}));
        var snapshot = Scenes.trained(pairs, 3, 5);
        var look = BARE.withOverlays(
                EnumSet.complementOf(EnumSet.of(Overlay.DENSITY, Overlay.DETERMINANT, Overlay.COSTATE)));
        var figure = Illustrator.at(Scene.of(snapshot, look), 0.5, look, WIDTH, HEIGHT);
        assertThat(first(Mark.Dots.class, figure).x()).hasSize(2);
        assertThat(first(Mark.Rings.class, figure).x()).hasSize(2);
        assertThat(figure.marks()).noneSatisfy(mark -> assertThat(mark).isInstanceOf(Mark.Heat.class));
    }

    @Test
    void timesOutsideAreCutAndTheCaptionCountsLayersFromOne() {
        var look = BARE.with(Overlay.PARTICLES, true);
        var scene = Scene.of(SWIRL, look);
        var end = only(Mark.Dots.class, Illustrator.at(scene, 1, look, WIDTH, HEIGHT));
        assertThat(only(Mark.Dots.class, Illustrator.at(scene, 9, look, WIDTH, HEIGHT))
                        .x())
                .isEqualTo(end.x());
        assertThat(only(Mark.Dots.class, Illustrator.at(scene, Double.NaN, look, WIDTH, HEIGHT))
                        .x())
                .isEqualTo(only(Mark.Dots.class, Illustrator.at(scene, 0, look, WIDTH, HEIGHT))
                        .x());
        assertThat(Illustrator.caption(scene, 0)).isEqualTo("t = 0.00 T · layer 1 of 6");
        assertThat(Illustrator.caption(scene, 0.62)).isEqualTo("t = 0.62 T · layer 4 of 6");
        assertThat(Illustrator.caption(scene, 1)).isEqualTo("t = 1.00 T · layer 6 of 6");
    }

    private static <T extends Mark> T only(Class<T> kind, Figure figure) {
        assertThat(figure.marks()).hasSize(1);
        return first(kind, figure);
    }

    private static <T extends Mark> T first(Class<T> kind, Figure figure) {
        return figure.marks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName()));
    }
}
