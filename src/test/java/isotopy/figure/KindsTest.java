package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.flow.Folds;
import isotopy.flow.Trajectory;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.Kind;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.Scaling;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Samples;
import isotopy.train.Trainer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is drawn of every kind of problem.
class KindsTest {
    static final FlowSnapshot CLASSES = trained(LabelPreset.MOONS.draw(150, 3), 0, 150);
    private static final FlowSnapshot CURVE = trained(LinePreset.WAVE, 0, 60);
    static final FlowSnapshot VALUES = trained(FunctionPreset.PRODUCT, 0, 60);

    static FlowSnapshot trained(TargetMap target, int augment, int steps) {
        var standard = Experiment.standard(target);
        var experiment = standard.withSampling(standard.sampling().withSamples(100))
                .withNetwork(Network.STANDARD.withDepth(5).withWidth(6).withAugment(augment));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < steps; k++) {
                trainer.advance();
            }
            return Scenes.snapshot(experiment, trainer.control(), steps, Folds.NONE);
        }
    }

    static Stream<TargetMap> targets() {
        var x = Points.of(new double[][] {{-0.5, 0.1, 0.6}, {0.2, -0.4, 0.5}});
        var u = Points.of(new double[][] {{1, 0, -1}});
        return Stream.of(
                Preset.SWIRL,
                LinePreset.SINE,
                FunctionPreset.MAXIMUM,
                LabelPreset.BLOBS.draw(60, 1),
                new Landmarks("three", x, Points.of(new double[][] {{-0.4, 0.2, 0.5}, {0.3, -0.5, 0.6}})),
                ShapePair.DISC_TO_HEART.map(),
                new Correspondence("pairs", x, x),
                new Correspondence("values", x, u),
                new Correspondence("line", u, u));
    }

    private static Look look(FlowSnapshot snapshot) {
        return Look.standard(snapshot.experiment().sampling().domain()).withParticles(200);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyKindIsDrawnInEveryViewWithAndWithoutExtraCoordinates(TargetMap target) {
        for (int augment : new int[] {0, 1}) {
            var snapshot = trained(target, augment, 3);
            for (var projection : Projection.values()) {
                for (var theme : Theme.values()) {
                    var look = look(snapshot)
                            .withOverlays(EnumSet.allOf(Overlay.class))
                            .withTheme(theme)
                            .withPins(List.of(new Look.Pin(0.3, 0.2)))
                            .withProjection(projection);
                    var scene = Scene.of(snapshot, look);
                    for (double t : new double[] {0, 0.55, 1}) {
                        var figure = Illustrator.at(scene, t, look, 420, 400);
                        assertThat(figure.marks()).isNotEmpty();
                        assertThat(figure.marks().stream().filter(Mark.Label.class::isInstance))
                                .allSatisfy(mark -> assertThat(((Mark.Label) mark).size())
                                        .isGreaterThanOrEqualTo(
                                                Palette.of(theme).text()));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyKindHasAPictureWhileItIsDrawn(TargetMap target) {
        var look = Look.standard(target.home());
        assertThat(Illustrator.drawing(target, target.home(), Optional.empty(), look, 500, 400)
                        .marks())
                .isNotEmpty();
    }

    @Test
    void theGraphOfAMapOfTheLinePassesThroughItsParticles() {
        var look = look(CURVE).withOverlays(EnumSet.of(Overlay.PARTICLES));
        var scene = Scene.of(CURVE, look);
        var layout = LineLayout.of(LinePreset.WAVE, new Box(0, 1), 800, 500, false);
        var dots = marks(Mark.Dots.class, Illustrator.at(scene, 0.7, look, 800, 500));
        assertThat(dots).hasSize(2);
        for (int k = 0; k < scene.particles().size(); k++) {
            double start = scene.particles().at(0, 0, k);
            double height =
                    CURVE.flow().at(Points.of(new double[][] {{start}}), 0.7).at(0, 0);
            assertThat(dots.get(0).x()[k]).isCloseTo((float) layout.graphX(start), within(1e-2f));
            assertThat(dots.get(0).y()[k]).isCloseTo((float) layout.heightY(height), within(1e-2f));
            assertThat(dots.get(1).x()[k]).isCloseTo((float) layout.timeX(0.7), within(1e-2f));
            assertThat(dots.get(1).y()[k]).isEqualTo(dots.get(0).y()[k]);
        }
    }

    @Test
    void pathsOfAFlowWithAReadOutDoNotCrossWhereNoLayerFolds() {
        var snapshot = readOff(LinePreset.FLIP);
        var paths = Scene.of(snapshot, look(snapshot)).particles();
        for (int s = 0; s < paths.samples(); s++) {
            for (int k = 0; k + 1 < paths.size(); k++) {
                assertThat(paths.at(s, 0, k + 1)).isGreaterThan(paths.at(s, 0, k));
            }
        }
    }

    @Test
    void whatIsReadOffTheLastStatesStandsInAStripOfItsOwnAndInTheGraphAtTheEnd() {
        var snapshot = readOff(LinePreset.FLIP);
        var look = look(snapshot).withOverlays(EnumSet.of(Overlay.PARTICLES));
        var scene = Scene.of(snapshot, look);
        var layout = Illustrator.layout(scene, look, 800, 500);
        var figure = Illustrator.at(scene, 1, look, 800, 500);
        var said = snapshot.flow().apply(scene.particles().points(0));
        var dots = marks(Mark.Dots.class, figure);
        for (int k = 0; k < said.size(); k++) {
            assertThat(dots.get(0).y()[k]).isCloseTo((float) layout.heightY(said.at(0, k)), within(1e-2f));
            assertThat(dots.get(1).x()[k]).isCloseTo((float) layout.readRight(), within(1e-2f));
            assertThat(dots.get(1).y()[k]).isEqualTo(dots.get(0).y()[k]);
        }
        assertThat(layout.readRight()).isGreaterThan(layout.timeRight() + 40);
        assertThat(marks(Mark.Label.class, figure)).extracting(Mark.Label::text).contains("read off");
    }

    private static FlowSnapshot readOff(TargetMap target) {
        var standard = Experiment.standard(target);
        var experiment = standard.withSampling(standard.sampling().withSamples(100))
                .withNetwork(Network.STANDARD.withDepth(5).withWidth(6).withTerminal(true));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 60; k++) {
                trainer.advance();
            }
            return Scenes.snapshot(experiment, trainer.control(), 60, Folds.NONE);
        }
    }

    @Test
    void theStackShowsTheWholeCloudOfClassesAtAllTimes() {
        var look = look(CLASSES).withOverlays(EnumSet.of(Overlay.PARTICLES)).withProjection(Projection.STACK);
        var scene = Scene.of(CLASSES, look);
        int inside = 0;
        int all = 0;
        for (double t : new double[] {0, 0.5, 1}) {
            for (var dots : marks(Mark.Dots.class, Illustrator.at(scene, t, look, 700, 500))) {
                all += dots.x().length;
                inside += (int) IntStream.range(0, dots.x().length)
                        .filter(k -> dots.x()[k] > 0 && dots.x()[k] < 700 && dots.y()[k] > 0 && dots.y()[k] < 500)
                        .count();
            }
        }
        assertThat(inside).isGreaterThan(95 * all / 100);
    }

    @Test
    void pairsThatFallAreMarkedAndNoiseIsNot() {
        var random = new SplittableRandom(5);
        var x = new double[300];
        var rising = new double[300];
        var falling = new double[300];
        for (int k = 0; k < x.length; k++) {
            x[k] = random.nextDouble(-1, 1);
            rising[k] = x[k] + random.nextDouble(-0.1, 0.1);
            falling[k] = Math.sin(Math.PI * x[k]) + random.nextDouble(-0.1, 0.1);
        }
        assertThat(Trend.of(x, rising).falls()).isEmpty();
        var trend = Trend.of(x, falling);
        assertThat(trend.falls()).hasSize(2);
        assertThat(trend.x()[trend.falls().get(0)[1]]).isCloseTo(-0.5, within(0.15));
        assertThat(trend.x()[trend.falls().get(1)[0]]).isCloseTo(0.5, within(0.15));
        var pairs = new Correspondence("pairs", Points.of(new double[][] {x}), Points.of(new double[][] {falling}));
        assertThat(words(trained(pairs, 0, 2), 900, 500)).contains("falls");
    }

    @Test
    void linesAndSignsOfACurveAreExplainedInWords() {
        assertThat(words(trained(LinePreset.SINE, 0, 2), 900, 500))
                .contains("start", "target", "hollow: test", "goals, at the right edge", "t = 0", "5 layers, t = T");
        assertThat(words(trained(LinePreset.SINE, 1, 2), 900, 500)).contains("one more coordinate: paths may pass");
    }

    @Test
    void thePictureOfACurveHoldsItsPathsOrSaysThatTheyLeave() {
        var rest = trained(LinePreset.FLIP, 0, 0);
        var look = look(rest);
        var scene = Scene.of(rest, look);
        for (double reach : new double[] {1, 3, 40}) {
            var times = new double[] {0, 1};
            var paths = new Trajectory(times, new double[][][] {{{-1, 0, 1}}, {{-reach, 0, reach}}});
            var stretched = scene.with(paths, scene.lattice());
            var layout = Illustrator.layout(stretched, look, 900, 500);
            assertThat(layout.high() >= reach).isEqualTo(reach < 40);
        }
    }

    @Test
    void allLayersThatFoldAreNamed() {
        var none = Points.of(new double[2][0]);
        var two = new Folds(List.of(new Folds.Fold(1, -1, none), new Folds.Fold(4, -1, none)));
        assertThat(FoldMarks.named(two)).isEqualTo("layers 2 and 5 fold");
        var nine = new Folds(
                IntStream.range(0, 9).mapToObj(k -> new Folds.Fold(k, -1, none)).toList());
        assertThat(FoldMarks.named(nine)).isEqualTo("layers 1, 2, 3, 4, 5, 6 and 3 more fold");
    }

    private static List<String> words(FlowSnapshot snapshot, double width, double height) {
        var look = look(snapshot);
        var scene = Scene.of(snapshot, look);
        var figure = Illustrator.captioned(Illustrator.at(scene, 0.5, look, width, height), scene, 0.5, look);
        var inside = marks(Mark.Panel.class, figure).stream()
                .flatMap(panel -> marks(Mark.Label.class, panel.figure()).stream());
        return Stream.concat(marks(Mark.Label.class, figure).stream(), inside)
                .map(Mark.Label::text)
                .toList();
    }

    @Test
    void heightsStayInTheirBoxAndWhereThereAreData() {
        var x = Points.of(new double[][] {{-0.1, 0.1, 0.05, -0.05}, {-1, 1, 0.3, -0.2}});
        var u = Points.of(new double[][] {{1, -1, 0.2, 0.4}});
        var snapshot = trained(new Correspondence("values", x, u), 0, 40);
        var look = look(snapshot)
                .withOverlays(EnumSet.of(Overlay.REGIONS))
                .withProjection(Projection.HEIGHT)
                .withAngles(0, 0);
        var mesh = marks(Mark.Mesh.class, Illustrator.at(Scene.of(snapshot, look), 1, look, 600, 500))
                .getFirst();
        long seen = 0;
        for (int k = 0; k < mesh.x().length; k++) {
            assertThat(mesh.x()[k]).isBetween(300f - 133, 300f + 133);
            if (mesh.argb()[k] != 0) {
                seen++;
            }
        }
        // a tenth of the columns and a little more
        assertThat(seen).isBetween(65L * 4, 65L * 12);
    }

    @Test
    void theBoxOfTheStatesIsFilledByThem() {
        var snapshot = trained(LabelPreset.MOONS.draw(150, 3), 1, 60);
        var look = look(snapshot)
                .withOverlays(EnumSet.of(Overlay.PARTICLES))
                .withProjection(Projection.SPACE)
                .withAngles(0, 0);
        for (double t : new double[] {0, 1}) {
            var signs = marks(Mark.Signs.class, Illustrator.at(Scene.of(snapshot, look), t, look, 600, 500));
            double low = signs.stream()
                    .flatMapToDouble(mark -> IntStream.range(0, mark.x().length).mapToDouble(k -> mark.x()[k]))
                    .filter(x -> x > 100)
                    .min()
                    .orElseThrow();
            double high = signs.stream()
                    .flatMapToDouble(mark -> IntStream.range(0, mark.x().length).mapToDouble(k -> mark.x()[k]))
                    .max()
                    .orElseThrow();
            assertThat(high - low).isGreaterThan(0.5 * 265);
        }
    }

    @Test
    void whatIsDrawnInThePlaneIsExplained() {
        assertThat(words(trained(Preset.SWIRL, 0, 2), 600, 500)).contains("target", "goals of particles");
        assertThat(words(CLASSES, 600, 500)).contains("equal scores");
        assertThat(words(VALUES, 600, 500)).contains("levels, network", "levels, target");
        var none = Points.of(new double[2][0]);
        var folding = Scenes.snapshot(
                VALUES.experiment(),
                VALUES.control(),
                1,
                new Folds(List.of(new Folds.Fold(0, -1, none), new Folds.Fold(3, -1, none))));
        assertThat(words(folding, 600, 500)).contains("layers 1 and 4 fold");
    }

    @Test
    void levelLinesAreOpaqueSoThatTheirJointsDoNotShow() {
        var look = look(VALUES).withOverlays(EnumSet.of(Overlay.REGIONS, Overlay.TARGET));
        var lines = marks(Mark.Paths.class, Illustrator.at(Scene.of(VALUES, look), 0, look, 600, 500));
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(Arrays.stream(line.argb())).allMatch(argb -> argb >>> 24 == 0xFF));
    }

    @Test
    void theListOfSignsHasAGroundAndLeavesTheRulerFree() {
        var look = look(CLASSES).with(Overlay.TICKS, true);
        var marks = Illustrator.at(Scene.of(CLASSES, look), 0.5, look, 400, 300).marks();
        var label = marks.stream()
                .filter(mark -> mark instanceof Mark.Label words && words.text().equals("equal scores"))
                .map(Mark.Label.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(label.x()).isGreaterThan(5 * 12);
        assertThat(marks.subList(0, marks.indexOf(label)))
                .anySatisfy(mark -> assertThat(mark).isInstanceOfSatisfying(Mark.Region.class, plate -> {
                    assertThat(plate.argb() >>> 24).isGreaterThanOrEqualTo(0xE6);
                    assertThat(label.x()).isBetween(plate.x()[0], plate.x()[1]);
                    assertThat(label.y()).isBetween(plate.y()[0], plate.y()[2]);
                }));
    }

    @Test
    void theTwoPicturesShareTheirHeightsSideBySideAndTheirScaleOneBelowTheOther() {
        var wide = LineLayout.of(LinePreset.WAVE, new Box(0, 1), 800, 500, false);
        assertThat(wide.beside()).isTrue();
        assertThat(wide.timeY(0.3)).isEqualTo(wide.heightY(0.3));
        var high = LineLayout.of(LinePreset.WAVE, new Box(0, 1), 500, 900, false);
        assertThat(high.beside()).isFalse();
        assertThat(high.timeY(0.1) - high.timeY(0.3)).isCloseTo(high.heightY(0.1) - high.heightY(0.3), within(1e-9));
        assertThat(high.worldX(high.graphX(0.4))).isCloseTo(0.4, within(1e-12));
        assertThat(high.worldY(high.heightY(0.4))).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void whatFallsIsNamedAndWhatRisesIsNot() {
        assertThat(words(LinePreset.SINE)).containsOnlyOnce("F(x)").contains("falls");
        assertThat(words(LinePreset.WAVE)).doesNotContain("falls");
    }

    private static List<String> words(LinePreset preset) {
        var figure =
                Illustrator.drawing(preset, preset.home(), Optional.empty(), Look.standard(preset.home()), 600, 400);
        return marks(Mark.Label.class, figure).stream().map(Mark.Label::text).toList();
    }

    @Test
    void testPointsAreHollowAndOfEveryClassTheShape() {
        var look = look(CLASSES).withOverlays(EnumSet.of(Overlay.PARTICLES));
        var scene = Scene.of(CLASSES, look);
        var signs = marks(Mark.Signs.class, Illustrator.at(scene, 0, look, 600, 500));
        int tests = Samples.testSize(CLASSES.experiment());
        assertThat(signs.get(0).outline()).isZero();
        assertThat(signs.get(0).x()).hasSize(150 - tests);
        assertThat(signs.get(1).outline()).isPositive();
        assertThat(signs.get(1).x()).hasSize(tests);
        assertThat(signs.get(1).shapes()).contains(Mark.Sign.DISC, Mark.Sign.SQUARE);
    }

    @Test
    void ofATableSortedByClassEveryClassIsShownInItsPlace() {
        var many = LabelPreset.MOONS.draw(4000, 3);
        var sorted = IntStream.range(0, 4000)
                .boxed()
                .sorted(Comparator.comparing(many.classes()::get))
                .toList();
        var labels = new Labels(
                "sorted",
                many.x().select(sorted.stream().mapToInt(k -> k).toArray()),
                sorted.stream().map(many.classes()::get).toList(),
                many.names());
        var experiment =
                Experiment.standard(labels).withNetwork(CLASSES.experiment().network());
        var snapshot = Scenes.snapshot(experiment, CLASSES.control(), 1, Folds.NONE);
        for (var projection : List.of(Projection.PLANE, Projection.SPACE)) {
            var look = look(snapshot)
                    .withArrangement(Arrangement.RANDOM)
                    .withProjection(projection)
                    .withOverlays(EnumSet.of(Overlay.PARTICLES));
            var scene = Scene.of(snapshot, look);
            var signs = marks(Mark.Signs.class, Illustrator.at(scene, 0, look, 600, 500)).stream()
                    .filter(mark -> mark.x().length > 1)
                    .flatMap(mark -> Arrays.stream(mark.shapes()))
                    .toList();
            assertThat(signs).hasSizeGreaterThan(190);
            assertThat(signs.stream().filter(sign -> sign == Mark.Sign.DISC).count())
                    .isBetween(signs.size() * 2L / 5, signs.size() * 3L / 5);
            for (int k = 0; k < 200; k++) {
                assertThat(scene.particles().at(0, 0, k)).isEqualTo(labels.x().at(0, scene.row(k)));
            }
            var trails = Arrays.stream(scene.thinned(look, 20))
                    .map(k -> labels.classes().get(scene.row(k)))
                    .boxed();
            assertThat(trails).contains(0, 1);
        }
    }

    @Test
    void theSpaceViewShowsTestPointsHollowAndWrongOnesRinged() {
        var labels = LabelPreset.MOONS.draw(150, 3);
        var snapshot = trained(labels, 1, 20);
        var look = look(snapshot).withProjection(Projection.SPACE).withOverlays(EnumSet.of(Overlay.PARTICLES));
        var figure = Illustrator.at(Scene.of(snapshot, look), 0.5, look, 600, 500);
        int tests = Samples.testSize(snapshot.experiment());
        assertThat(marks(Mark.Signs.class, figure).stream()
                        .filter(mark -> mark.outline() > 0)
                        .mapToInt(mark -> mark.x().length)
                        .sum())
                .isEqualTo(tests);
        var said = snapshot.flow().apply(labels.x());
        long wrong = IntStream.range(0, 150)
                .filter(k -> ClassPoints.winner(said, k) != labels.classes().get(k))
                .count();
        long ringed = marks(Mark.Rings.class, figure).stream()
                .filter(mark -> mark.argb().length > 0
                        && mark.argb()[0] == Palette.of(Theme.LIGHT).ink())
                .mapToInt(mark -> mark.x().length)
                .sum();
        assertThat(wrong).isPositive();
        assertThat(ringed).as("and one in the list of signs").isEqualTo(wrong + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void testPointsOfPairsAreHollowOnTheLineAndInThePlaneAndInSpace(int dimension) {
        var x = dimension == 2
                ? Box.UNIT.lattice(10)
                : Points.of(
                        IntStream.range(0, 100).mapToDouble(k -> k / 50.0 - 1).toArray());
        var pairs = new Correspondence("pairs", x, x);
        for (int augment = 0; augment < dimension; augment++) {
            var snapshot = trained(pairs, augment, 3);
            var look = look(snapshot)
                    .withProjection(augment > 0 ? Projection.SPACE : Projection.PLANE)
                    .withOverlays(EnumSet.of(Overlay.PARTICLES, Overlay.TARGET));
            var figure = Illustrator.at(Scene.of(snapshot, look), 0, look, 600, 500);
            int page = Palette.of(look.theme()).background();
            long hollow = marks(Mark.Dots.class, figure).stream()
                            .flatMapToInt(mark -> Arrays.stream(mark.argb()))
                            .filter(argb -> argb == page)
                            .count()
                    + marks(Mark.Signs.class, figure).stream()
                            .filter(mark -> mark.outline() > 0)
                            .mapToInt(mark -> mark.x().length)
                            .sum();
            assertThat(hollow).as("augmented by " + augment).isEqualTo(20);
        }
    }

    @Test
    void wrongPointsAreRinged() {
        var look = look(CLASSES).withOverlays(EnumSet.of(Overlay.PARTICLES));
        var labels = LabelPreset.MOONS.draw(150, 3);
        var said = CLASSES.flow().apply(labels.x());
        long wrong = IntStream.range(0, 150)
                .filter(k -> (said.at(1, k) > said.at(0, k) ? 1 : 0)
                        != labels.classes().get(k))
                .count();
        var rings = marks(Mark.Rings.class, Illustrator.at(Scene.of(CLASSES, look), 0, look, 600, 500));
        assertThat(rings.get(0).x()).hasSize((int) wrong);
    }

    @Test
    void theBoundaryIsWhereTheNetworksScoresTie() {
        var look = look(CLASSES);
        var boundary = Scene.of(CLASSES, look)
                .said()
                .flatMap(Scene.Said::regions)
                .flatMap(Regions::boundary)
                .orElseThrow();
        var scores = CLASSES.flow().apply(boundary.ends().points(0));
        assertThat(scores.size()).isGreaterThan(50);
        for (int k = 0; k < scores.size(); k++) {
            assertThat(scores.at(0, k)).isCloseTo(scores.at(1, k), within(0.02));
        }
    }

    @Test
    void levelLinesOfANetworksValuesAreStraightAndParallelAtTheEnd() {
        var look = look(VALUES).withOverlays(EnumSet.of(Overlay.REGIONS));
        var scene = Scene.of(VALUES, look);
        var lines = marks(Mark.Paths.class, Illustrator.at(scene, 1, look, 600, 500))
                .getFirst();
        var map = VALUES.control().readout().orElseThrow();
        var camera = Illustrator.camera(scene, 1, look);
        double scale = camera.scale(600, 500);
        double size = Math.hypot(map.a(0, 0), map.a(0, 1));
        for (int k = 0; k < lines.argb().length; k++) {
            // a piece's direction against the gradient of the read-out; y runs down
            double along = map.a(0, 0) * (lines.xy()[4 * k + 2] - lines.xy()[4 * k])
                    - map.a(0, 1) * (lines.xy()[4 * k + 3] - lines.xy()[4 * k + 1]);
            assertThat(along / size / scale).isCloseTo(0, within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(Overlay.class)
    void noOverlayIsOfferedThatShowsNothing(Overlay overlay) {
        for (var snapshot : List.of(CLASSES, CURVE, VALUES)) {
            var kind = snapshot.experiment().target().kind();
            boolean needs = overlay == Overlay.FOLDS;
            if (!overlay.suits(kind, Projection.PLANE) || needs) {
                continue;
            }
            var texture = new Texture(1, 1, new int[] {-1});
            var bare =
                    look(snapshot).withOverlays(EnumSet.noneOf(Overlay.class)).withTexture(Optional.of(texture));
            var with = bare.with(overlay, true);
            var scene = Scene.of(snapshot, with);
            assertThat(Illustrator.at(scene, 0.6, with, 600, 500).marks())
                    .as(overlay + " of " + kind)
                    .hasSizeGreaterThan(
                            Illustrator.at(scene, 0.6, bare, 600, 500).marks().size());
        }
    }

    @Test
    void approximantsAreComparedAtTheirPlacesOnly() {
        var places = Comparison.places(Kind.LINE, Box.UNIT);
        var figure = Illustrator.comparison(
                new Comparison(LinePreset.SINE, Box.UNIT, "sum", places, "network", places), Theme.LIGHT, 300, 200);
        assertThat(marks(Mark.Label.class, figure)).extracting(Mark.Label::text).contains("target", "sum", "network");
        var lattice = Comparison.places(Kind.FUNCTION, Box.UNIT);
        var ones = new double[lattice.size()];
        Arrays.fill(ones, 1);
        var values = Points.of(new double[][] {ones});
        assertThat(marks(
                        Mark.Heat.class,
                        Illustrator.comparison(
                                new Comparison(FunctionPreset.PRODUCT, Box.UNIT, "sum", values, "network", values),
                                Theme.DARK,
                                300,
                                200)))
                .hasSize(3);
        assertThatThrownBy(() -> new Comparison(LinePreset.SINE, Box.UNIT, "sum", values, "network", places))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPictureThatIsTooLargeIsReducedByMeans() {
        var argb = new int[1024 * 2];
        Arrays.setAll(argb, k -> k % 2 == 0 ? 0xFF000000 : 0xFFFEFEFE);
        var reduced = new Texture(1024, 2, argb).reduced();
        assertThat(reduced.columns()).isEqualTo(512);
        assertThat(reduced.rows()).isEqualTo(1);
        assertThat(reduced.argb()).containsOnly(0xFF7F7F7F);
    }

    @Test
    void numbersOnAxesAndLegendsAreThoseOfTheUserWhereExamplesWereRescaled() {
        var x = Points.of(new double[][] {{1000, 1250, 1600, 2000}});
        var y = Points.of(new double[][] {{40, 50, 55, 60}});
        var scaling = Scaling.of(x, y);
        var line = trained(
                new Correspondence("line", scaling.scaleStarts(x), scaling.scaleGoals(y), Optional.of(scaling)), 0, 2);
        var figure = Illustrator.at(Scene.of(line, look(line)), 0, look(line), 900, 500);
        var labels = marks(Mark.Label.class, figure);
        assertThat(labels).extracting(Mark.Label::text).contains("1200", "1600", "45", "55", "x at t = 0");
        var layout = LineLayout.of(line.experiment().target(), Box.UNIT, 900, 500, false);
        var across = labels.stream()
                .filter(label -> label.text().equals("1600") && label.anchor() == Mark.Anchor.MIDDLE)
                .findFirst()
                .orElseThrow();
        assertThat(across.x()).isCloseTo((float) layout.graphX(0.2), within(0.5f));

        var plane = Points.of(new double[][] {{0, 30, 60}, {5, 40, 20}});
        var values = Points.of(new double[][] {{300, 420, 500}});
        var both = Scaling.of(plane, values);
        var function = trained(
                new Correspondence("values", both.scaleStarts(plane), both.scaleGoals(values), Optional.of(both)),
                0,
                2);
        var look = look(function).withOverlays(EnumSet.of(Overlay.REGIONS, Overlay.TICKS));
        assertThat(marks(Mark.Label.class, Illustrator.at(Scene.of(function, look), 0, look, 900, 500)))
                .extracting(Mark.Label::text)
                .contains("300", "400", "500", "20", "40");
    }

    private static <T extends Mark> List<T> marks(Class<T> type, Figure figure) {
        return figure.marks().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
