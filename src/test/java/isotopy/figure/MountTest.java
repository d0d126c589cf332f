package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.flow.Folds;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands around a picture, and that it hides nothing of it.
class MountTest {
    private static Look look(FlowSnapshot snapshot) {
        return Look.standard(snapshot.experiment().sampling().domain())
                .with(Overlay.AXES, true)
                .with(Overlay.TICKS, true);
    }

    private static Mark.Panel panel(Figure figure) {
        var panels = figure.marks().stream()
                .filter(Mark.Panel.class::isInstance)
                .map(Mark.Panel.class::cast)
                .toList();
        assertThat(panels).hasSize(1);
        return panels.getFirst();
    }

    private static List<Mark.Label> labels(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(Mark.Label.class::cast)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "640, 480", "326, 244"})
    void noWordsLieOverThePicture(double width, double height) {
        for (var snapshot : List.of(KindsTest.CLASSES, KindsTest.VALUES, Scenes.trained(Preset.SWIRL, 4, 5))) {
            var look = look(snapshot);
            var scene = Scene.of(snapshot, look);
            for (var words : Manner.Words.values()) {
                var manner = Manner.STANDARD.withWords(words);
                var figure = Illustrator.at(scene, 0.4, look, manner, width, height);
                var panel = panel(figure);
                float right = panel.x() + (float) panel.figure().width();
                float bottom = panel.y() + (float) panel.figure().height();
                assertThat(labels(figure)).isNotEmpty().allSatisfy(label -> {
                    boolean beside = label.x() <= panel.x() && label.anchor() == Mark.Anchor.END;
                    boolean above = label.y() < panel.y();
                    boolean below = label.y() - 0.8f * label.size() > bottom;
                    assertThat(above || below || beside).as(label.text()).isTrue();
                });
                assertThat(right).isLessThanOrEqualTo((float) width);
                assertThat(panel.figure().height()).isGreaterThan(0.4 * height);
                assertThat(labels(panel.figure())).isEmpty();
            }
        }
    }

    @Test
    void thePictureStandsStillWhileTimeRuns() {
        var look = look(KindsTest.CLASSES);
        var scene = Scene.of(KindsTest.CLASSES, look);
        var first = Illustrator.at(scene, 0, look, Manner.STANDARD, 800, 500);
        var keys = labels(first).stream().filter(label -> label.y() > 480).toList();
        assertThat(keys).isNotEmpty();
        for (double t : new double[] {0.3, 0.9, 1}) {
            var figure = Illustrator.at(scene, t, look, Manner.STANDARD, 800, 500);
            assertThat(panel(figure).y()).isEqualTo(panel(first).y());
            assertThat(panel(figure).figure().height())
                    .isEqualTo(panel(first).figure().height());
            assertThat(labels(figure)).containsAll(keys);
        }
    }

    @Test
    void aFilmOverTheDepthSeesAllAndKeepsItsLayout() {
        var snapshot = Scenes.trained(Preset.SWIRL, 8, 80);
        var look = look(snapshot).with(Overlay.GRID, false).with(Overlay.TARGET, false);
        var board = Storyboard.STANDARD.withCourse(new Course.Number(Dial.DEPTH, 1, 8, 1));
        var reel = new Reel(snapshot, look, board);
        var heights = new HashSet<Double>();
        for (double way : new double[] {0, 0.5, 1}) {
            var picture = panel(reel.frame(new Cue(way, 1, way), 800, 500)).figure();
            heights.add(picture.height());
            var dots = picture.marks().stream()
                    .filter(Mark.Dots.class::isInstance)
                    .map(Mark.Dots.class::cast)
                    .findFirst()
                    .orElseThrow();
            int out = 0;
            for (int k = 0; k < dots.x().length; k++) {
                boolean inside = dots.x()[k] >= 0
                        && dots.x()[k] <= picture.width()
                        && dots.y()[k] >= 0
                        && dots.y()[k] <= picture.height();
                out += inside ? 0 : 1;
            }
            assertThat((double) out / dots.x().length).as("at %s", way).isLessThan(0.1);
        }
        assertThat(heights).hasSize(1);
    }

    @Test
    void aFilmOfALineOverTheDepthKeepsItsScale() {
        var snapshot = KindsTest.trained(LinePreset.SINE, 0, 3);
        var look = look(snapshot);
        var board = Storyboard.STANDARD.withCourse(new Course.Number(Dial.DEPTH, 1, 5, 1));
        var reel = new Reel(snapshot, look, board);
        var numbers = new HashSet<List<Mark.Label>>();
        for (double way : new double[] {0, 0.5, 1}) {
            numbers.add(labels(panel(reel.frame(new Cue(way, 1, way), 800, 500)).figure()).stream()
                    .filter(label ->
                            label.anchor() == Mark.Anchor.END && !label.text().contains("T"))
                    .toList());
        }
        assertThat(numbers).hasSize(1);
    }

    @Test
    void namesOfAxesCanBeLeftOutOfStrips() {
        for (var snapshot : List.of(KindsTest.CLASSES, KindsTest.trained(LinePreset.SINE, 0, 3))) {
            var look = look(snapshot);
            var strip = new Panels(List.of(Panels.Moment.at(Scene.of(snapshot, look), 1)));
            for (boolean names : new boolean[] {true, false}) {
                var figure = strip.figure(look, names, 900);
                var said = new ArrayList<>(labels(figure));
                said.addAll(labels(panel(figure).figure()));
                assertThat(said.stream()
                                .anyMatch(label -> List.of("x₁", "φₜ(x)").contains(label.text())))
                        .isEqualTo(names);
            }
        }
    }

    @Test
    void aLayerThatFoldsIsNamedAboveAndBelowAndNotInThePicture() {
        var none = Points.of(new double[2][0]);
        var snapshot = Scenes.snapshot(
                KindsTest.VALUES.experiment(),
                KindsTest.VALUES.control(),
                1,
                new Folds(List.of(new Folds.Fold(0, -1, none))));
        var look = look(snapshot).with(Overlay.FOLDS, true);
        var figure = Illustrator.at(Scene.of(snapshot, look), 0, look, Manner.STANDARD, 900, 500);
        var words = labels(figure).stream().map(Mark.Label::text).toList();
        assertThat(words).contains("layer 1 folds").anyMatch(line -> line.contains("× this layer folds"));
        assertThat(labels(panel(figure).figure())).isEmpty();
    }

    @Test
    void aLongFormulaIsBrokenIntoLinesThatFit() {
        var lines = Captions.wrapped("ż = V σ(W z + b), 20 tanh layers of width 16, T = 1", 200, 12);
        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line.length() * 0.55 * 12).isLessThanOrEqualTo(200));
        assertThat(String.join(" ", lines)).isEqualTo("ż = V σ(W z + b), 20 tanh layers of width 16, T = 1");
        assertThat(Optional.of(Captions.wrapped("short", 200, 12))).contains(List.of("short"));
    }
}
