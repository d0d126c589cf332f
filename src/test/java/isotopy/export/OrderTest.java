package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.ControlFamily;
import isotopy.figure.CameraWork;
import isotopy.figure.Course;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.flow.Folds;
import isotopy.math.Box;
import isotopy.snapshot.Activity;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Costs;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Sampling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is what was ordered: frame by frame the pictures of those moments.
class OrderTest {
    private static final Size SIZE = new Size(120, 90, 0.5);
    private static final Look LOOK =
            Look.standard(Box.UNIT).withParticles(30).with(Overlay.AXES, true).with(Overlay.TICKS, true);
    private static final FlowSnapshot RUN = run();

    @TempDir
    Path folder;

    /// A run of three kept moments, none of which is like another.
    private static FlowSnapshot run() {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withSampling(Sampling.STANDARD.withSamples(40))
                .withNetwork(Network.STANDARD.withWidth(4).withDepth(3));
        var kept = new ArrayList<Checkpoint>();
        for (int k = 0; k < 3; k++) {
            var start = experiment.start();
            double size = 0.4 * (k + 1);
            var theta = new SplittableRandom(k)
                    .doubles(start.theta().length, -size, size)
                    .toArray();
            kept.add(new Checkpoint(10L * k * k, start.withTheta(theta)));
        }
        return new FlowSnapshot(
                experiment,
                kept.getLast().control(),
                40,
                new Evaluation(0.01, 0.1, 0.3),
                new Evaluation(0.01, 0.1, 0.3),
                LossHistory.EMPTY,
                new Checkpoints(kept),
                Costs.NONE,
                Folds.NONE,
                List.of(),
                new Activity.Waiting(),
                0);
    }

    private static int[] pixels(Picture picture) {
        return picture.raster().pixels().clone();
    }

    private static int[] still(FlowSnapshot snapshot, double t, Manner manner) {
        var order = new Order.Still(Scene.of(snapshot, LOOK), LOOK, t, manner, new Finish(Format.PNG, SIZE));
        return pixels(new Picture(order.figure(), SIZE));
    }

    private static Order.Moving film(Storyboard board, int rate, double seconds) {
        return new Order.Moving(new Reel(RUN, LOOK, board), rate, seconds, new Finish(Format.GIF, SIZE));
    }

    private static int[] frame(Order.Moving order, int k) {
        return pixels(new Picture(order.film().source().frame(k), SIZE));
    }

    @Test
    void frameKOfAFilmIsThePictureAtThatTimeBitByBit() {
        for (var words : Manner.Words.values()) {
            var order = film(Storyboard.STANDARD.withWords(words).withAxisNames(words == Manner.Words.TIME), 10, 0.5);
            var manner = order.reel().board().manner();
            assertThat(order.film().frames()).isEqualTo(5);
            for (int k = 0; k < 5; k++) {
                assertThat(frame(order, k)).as("%s %s", words, k).isEqualTo(still(RUN, k / 4.0, manner));
            }
        }
    }

    @Test
    void aFilmHasAsManyFramesAsItsSecondsHaveAtItsRate() {
        assertThat(film(Storyboard.STANDARD, 30, 6).film().frames()).isEqualTo(180);
        assertThat(film(Storyboard.STANDARD, 25, 0.1).film().frames()).isEqualTo(2);
        assertThat(film(Storyboard.STANDARD, 24, 1.98).film().frames()).isEqualTo(48);
        assertThatThrownBy(() -> film(Storyboard.STANDARD, 1, 0.1).film()).hasMessageContaining("frames");
    }

    @Test
    void aFilmOverStepsShowsTheKeptMoments() {
        var order = film(Storyboard.STANDARD.withCourse(new Course.Steps(0.5)).withWords(Manner.Words.NONE), 3, 1);
        for (int k = 0; k < 3; k++) {
            var moment = RUN.checkpoints().get(k);
            var then = k == 2 ? RUN : RUN.with(moment.control(), moment.step());
            assertThat(frame(order, k)).as("moment %s", k).isEqualTo(still(then, 0.5, Manner.SILENT));
        }
        assertThat(frame(order, 0)).isNotEqualTo(frame(order, 1));
        var said = film(Storyboard.STANDARD.withCourse(new Course.Steps(1)), 3, 1);
        assertThat(words(said, 1)).contains("10 training steps · t = 1.00 T");
    }

    private static List<String> words(Order.Moving order, int k) {
        return order.film().source().frame(k).marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
    }

    @Test
    void aFilmOfBothShowsTheTrainingAndThenTheTrainedFlow() {
        var board = Storyboard.STANDARD.withCourse(new Course.StepsThenTime()).withWords(Manner.Words.NONE);
        var order = film(board, 11, 1);
        var first = RUN.checkpoints().get(0);
        assertThat(frame(order, 0)).isEqualTo(still(RUN.with(first.control(), first.step()), 1, Manner.SILENT));
        assertThat(frame(order, 4)).isEqualTo(still(RUN, 1, Manner.SILENT));
        assertThat(frame(order, 10)).isEqualTo(still(RUN, 1, Manner.SILENT));
    }

    @Test
    void aFilmOverANumberReshapesTheFlowAsTheSliderDoes() {
        var rests = new CameraWork.Keyed(List.of(new CameraWork.Key(0, LOOK.camera(), Optional.empty())));
        var manner = Manner.SILENT.withFollows(false);
        var board = Storyboard.STANDARD.withWords(Manner.Words.NONE).withCamera(rests);
        var depth = film(board.withCourse(new Course.Number(Dial.DEPTH, 1, 3, 1)), 3, 1);
        var experiment = RUN.experiment();
        for (int k = 0; k < 3; k++) {
            var shaped = experiment.withNetwork(experiment.network().withDepth(k + 1));
            var control = shaped.shaped(RUN.control(), RUN.step());
            assertThat(control.depth()).isEqualTo(k + 1);
            assertThat(frame(depth, k)).isEqualTo(still(RUN.with(control, RUN.step()), 1, manner));
        }
        assertThat(frame(depth, 2)).isEqualTo(still(RUN, 1, manner));
        var horizon = film(board.withCourse(new Course.Number(Dial.HORIZON, 0.5, 1, 1)), 2, 1);
        assertThat(frame(horizon, 0)).isNotEqualTo(frame(horizon, 1));
        assertThat(frame(horizon, 1)).isEqualTo(still(RUN, 1, manner));
        // new hidden units rest at first: the flow stays as it was
        var wider = film(board.withCourse(new Course.Number(Dial.WIDTH, 4, 9, 1)), 2, 1);
        var end = wider.reel().scene(wider.reel().board().cue(1, 2, 2)).particles();
        var now = Scene.of(RUN, LOOK).particles();
        assertThat(end.at(1.0, 0, 7)).isEqualTo(now.at(1.0, 0, 7), within(1e-12));
        assertThat(words(film(Storyboard.STANDARD.withCourse(new Course.Number(Dial.DEPTH, 1, 3, 1)), 3, 1), 0))
                .contains("1 layer · t = 1.00 T");
    }

    @Test
    void framesMayBeAskedForInAnyOrderFromManyThreads() {
        var board = Storyboard.STANDARD.withCourse(new Course.Number(Dial.DEPTH, 1, 9, 1));
        var order = film(board, 9, 1).film();
        var inOrder =
                IntStream.range(0, 9).mapToObj(k -> order.source().frame(k)).toList();
        var other = film(board, 9, 1).film();
        IntStream.range(0, 36).map(k -> 7 * k % 9).parallel().forEach(k -> {
            var raster = pixels(new Picture(other.source().frame(k), SIZE));
            assertThat(raster).as("frame %s", k).isEqualTo(pixels(new Picture(inOrder.get(k), SIZE)));
        });
    }

    static List<Arguments> nothingToPlay() {
        var bare = Checkpoints.EMPTY;
        var untrained = new FlowSnapshot(
                RUN.experiment(),
                RUN.control(),
                0,
                RUN.train(),
                RUN.test(),
                LossHistory.EMPTY,
                bare,
                Costs.NONE,
                Folds.NONE,
                List.of(),
                new Activity.Waiting(),
                0);
        var linear = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD.withFamily(ControlFamily.named("linear")));
        var narrow = new FlowSnapshot(
                linear,
                linear.start(),
                0,
                RUN.train(),
                RUN.test(),
                LossHistory.EMPTY,
                bare,
                Costs.NONE,
                Folds.NONE,
                List.of(),
                new Activity.Waiting(),
                0);
        return List.of(
                Arguments.of(untrained, new Course.Steps(1), "keeps no earlier moments of its training"),
                Arguments.of(untrained, new Course.StepsThenTime(), "keeps no earlier moments of its training"),
                Arguments.of(narrow, new Course.Number(Dial.WIDTH, 1, 3, 1), "linear have no width"));
    }

    @ParameterizedTest
    @MethodSource("nothingToPlay")
    void whatHasNothingToPlayOverIsRefused(FlowSnapshot snapshot, Course course, String sentence) {
        assertThatThrownBy(() -> new Reel(snapshot, LOOK, Storyboard.STANDARD.withCourse(course)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void everyChapterIsAFileOfItsOwn() throws Exception {
        var board = Storyboard.STANDARD
                .withDirection(Direction.THERE_AND_BACK)
                .withChapters(
                        List.of(new Storyboard.Chapter("there", 0, 0.5), new Storyboard.Chapter("and back", 0.5, 1)));
        var order = film(board, 10, 0.5);
        var pieces = order.pieces(folder.resolve("film.gif"));
        assertThat(pieces)
                .extracting(piece -> piece.file().getFileName().toString())
                .containsExactly("film-1-there.gif", "film-2-and-back.gif");
        assertThat(pieces).extracting(Order.Piece::frames).containsExactly(3, 2);
        for (var piece : pieces) {
            assertThat(piece.exporter().export(piece.file(), Progress.NONE)).isTrue();
            assertThat(Files.size(piece.file())).isPositive();
        }
        var whole = order.film();
        var second = whole.part(3, 2);
        assertThat(pixels(new Picture(second.source().frame(0), SIZE))).isEqualTo(frame(order, 3));
    }

    @Test
    void theGroundIsThatOfTheOrder() {
        var finish = new Finish(Format.PNG, SIZE).withGround(Ground.TRANSPARENT);
        var still = new Order.Still(Scene.of(RUN, LOOK), LOOK, 1, Manner.STANDARD, finish);
        assertThat(still.figure().background()).isZero();
        assertThat(finish.withProvenance(Optional.empty()).ground()).isEqualTo(Ground.TRANSPARENT);
    }

    @Test
    void textIsReadableWherePresetsArePrinted() {
        for (var preset : isotopy.export.Preset.values()) {
            preset.centimetres().ifPresent(width -> {
                assertThat(preset.points(12).orElseThrow()).isGreaterThanOrEqualTo(7);
                // a vector page is 3/4 pt a pixel, and as wide as it says
                assertThat(preset.size(Format.PDF).width() * 0.75 / 72 * 2.54).isCloseTo(width, within(0.02));
            });
            assertThat(preset.size(Format.MP4).width() % 2).isZero();
            assertThat(preset.size(Format.MP4).height() % 2).isZero();
            assertThat(preset.size(Format.SVG).pageWidth())
                    .isCloseTo(preset.size(Format.PNG).pageWidth(), within(2.0));
        }
        assertThat(isotopy.export.Preset.SLIDE.size(Format.PNG)).isEqualTo(new Size(1920, 1080, 1.5));
        assertThat(isotopy.export.Preset.WEB.size(2)).isEqualTo(new Size(1600, 1200, 2));
    }
}
