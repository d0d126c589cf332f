package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoryboardTest {
    private static final Storyboard BOARD = Storyboard.STANDARD;

    private static double[] times(Storyboard board, int frames, int rate) {
        return IntStream.range(0, frames)
                .mapToDouble(k -> board.cue(k, frames, rate).t())
                .toArray();
    }

    private static double[] ways(Storyboard board, int frames, int rate) {
        return IntStream.range(0, frames)
                .mapToDouble(k -> board.cue(k, frames, rate).way())
                .toArray();
    }

    @Test
    void aFilmOverTimeBeginsAtZeroEndsAtTAndMovesEvenlyBetween() {
        assertThat(times(BOARD, 5, 30)).containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(times(BOARD, 1, 30)).containsExactly(1);
        assertThat(times(BOARD.withDirection(Direction.BACK), 5, 30)).containsExactly(1, 0.75, 0.5, 0.25, 0);
        assertThat(ways(BOARD, 3, 30)).containsExactly(1, 1, 1);
    }

    @Test
    void aFilmThereAndBackIsSymmetricAndReachesTInItsMiddle() {
        var board = BOARD.withDirection(Direction.THERE_AND_BACK);
        assertThat(times(board, 5, 30)).containsExactly(0, 0.5, 1, 0.5, 0);
        assertThat(times(board, 6, 30)).containsExactly(0, 0.5, 1, 1, 0.5, 0);
        assertThat(times(board, 3, 30)).containsExactly(0, 1, 0);
        assertThatThrownBy(() -> board.cue(0, 2, 30)).hasMessage("a film there and back has 3 frames or more: 2");
    }

    @Test
    void holdsLastAsManyFramesAsTheirSecondsAreAtThatRate() {
        var board = BOARD.withHold(new Storyboard.Hold(0.2, 0.3));
        // 2 and 3 frames more, and 5 that move, their ends included
        assertThat(times(board, 10, 10)).containsExactly(0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1);
        var back = board.withDirection(Direction.BACK);
        assertThat(times(back, 10, 10)).containsExactly(1, 1, 1, 0.75, 0.5, 0.25, 0, 0, 0, 0);
        // there and back, the second hold is at the turn
        var both = board.withDirection(Direction.THERE_AND_BACK);
        assertThat(times(both, 10, 10)).containsExactly(0, 0, 0, 0.5, 1, 1, 1, 1, 0.5, 0);
        assertThatThrownBy(() -> board.cue(0, 6, 10))
                .hasMessageContaining("a film of 6 frames cannot hold its ends for 2 and 3 of them and move");
        assertThatThrownBy(() -> new Storyboard.Hold(-1, 0)).hasMessageContaining("0 … 60 seconds");
        assertThatThrownBy(() -> new Storyboard.Hold(0, Double.NaN)).hasMessageContaining("0 … 60 seconds");
    }

    @ParameterizedTest
    @EnumSource(Easing.class)
    void easingGrowsAndKeepsTheEndsExactly(Easing easing) {
        assertThat(easing.at(0)).isZero();
        assertThat(easing.at(1)).isEqualTo(1);
        for (int k = 0; k < 1000; k++) {
            assertThat(easing.at((k + 1) / 1000.0)).isGreaterThan(easing.at(k / 1000.0));
        }
        assertThat(Easing.named(easing.id())).isEqualTo(easing);
    }

    @Test
    void easingIsFastWhereItsNameSays() {
        assertThat(Easing.SMOOTH.at(0.25)).isCloseTo(0.15625, within(1e-15)); // 3 s² − 2 s³
        assertThat(Easing.IN.at(0.5)).isEqualTo(0.25);
        assertThat(Easing.OUT.at(0.5)).isEqualTo(0.75);
        // back from T it begins slowly too
        var back = times(BOARD.withEasing(Easing.IN).withDirection(Direction.BACK), 3, 30);
        assertThat(back).containsExactly(1, 0.75, 0);
    }

    static Stream<Arguments> everyWay() {
        var all = new ArrayList<Arguments>();
        for (var course : List.of(
                new Course.Time(),
                new Course.Steps(0.5),
                new Course.StepsThenTime(),
                new Course.Number(Dial.DEPTH, 1, 40, 1))) {
            for (var direction : Direction.values()) {
                for (var easing : Easing.values()) {
                    for (var hold : List.of(Storyboard.Hold.NONE, new Storyboard.Hold(0.5, 1))) {
                        all.add(Arguments.of(BOARD.withCourse(course)
                                .withDirection(direction)
                                .withEasing(easing)
                                .withHold(hold)));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void everyFilmStaysBetweenItsEndsAndBeginsAndEndsExactlyThere(Storyboard board) {
        for (int frames : new int[] {47, 60, 181}) {
            var cues = IntStream.range(0, frames)
                    .mapToObj(k -> board.cue(k, frames, 24))
                    .toList();
            assertThat(cues).allSatisfy(cue -> {
                assertThat(cue.t()).isBetween(0.0, 1.0);
                assertThat(cue.way()).isBetween(0.0, 1.0);
            });
            assertThat(cues.getFirst().film()).isZero();
            assertThat(cues.getLast().film()).isEqualTo(1);
            boolean forwards = board.direction() != Direction.BACK;
            assertThat(state(board, cues.getFirst())).isEqualTo(forwards ? 0 : 1);
            assertThat(state(board, cues.getLast())).isEqualTo(board.direction() == Direction.FORWARDS ? 1 : 0);
            assertThat(cues).anySatisfy(cue -> assertThat(state(board, cue)).isEqualTo(1));
        }
    }

    /// How far a film of these courses is.
    private static double state(Storyboard board, Cue cue) {
        return board.course() instanceof Course.Time ? cue.t() : cue.way();
    }

    @Test
    void firstTheTrainingIsShownAtTAndThenTBackAndForwards() {
        var board = BOARD.withCourse(new Course.StepsThenTime());
        assertThat(ways(board, 11, 30)).containsExactly(0, 0.25, 0.5, ways(board, 11, 30)[3], 1, 1, 1, 1, 1, 1, 1);
        var t = times(board, 11, 30);
        assertThat(Arrays.copyOf(t, 5)).containsExactly(1, 1, 1, 1, 1);
        assertThat(t[5]).isCloseTo(0.5, within(1e-12));
        assertThat(t[6]).isCloseTo(0, within(1e-12));
        assertThat(t[8]).isCloseTo(0.5, within(1e-12));
        assertThat(t[10]).isEqualTo(1);
    }

    @Test
    void aNumberRunsFromOneEndToTheOtherAndIsWholeWhereItMustBe() {
        var depth = new Course.Number(Dial.DEPTH, 1, 4, 1);
        assertThat(IntStream.rangeClosed(0, 6).mapToDouble(k -> depth.value(k / 6.0)))
                .containsExactly(1.0, 2.0, 2.0, 2.0, 3.0, 4.0, 4.0); // 1.5 and 3.5 are rounded to even numbers
        var horizon = new Course.Number(Dial.HORIZON, 0.1, 0.7, 0.5);
        assertThat(horizon.value(0)).isEqualTo(0.1);
        assertThat(horizon.value(1)).isEqualTo(0.7);
        assertThatThrownBy(() -> new Course.Number(Dial.DEPTH, 0, 4, 1)).hasMessageContaining("depth must be");
        assertThatThrownBy(() -> new Course.Number(Dial.WIDTH, 1, 2.5, 1)).hasMessageContaining("width must be");
        assertThatThrownBy(() -> new Course.Number(Dial.WIDTH, 1, 2, 1.5)).hasMessageContaining("share of T");
        assertThatThrownBy(() -> new Course.Steps(Double.NaN)).hasMessageContaining("share of T");
    }

    @Test
    void chaptersThatTouchShareNoFrameAndLeaveNoneOut() {
        for (int frames = 2; frames < 200; frames++) {
            var start = new Storyboard.Chapter("start", 0, 1 / 3.0);
            var middle = new Storyboard.Chapter("middle", 1 / 3.0, 0.5);
            var end = new Storyboard.Chapter("end", 0.5, 1);
            assertThat(start.first(frames)).isZero();
            if (frames > 5) {
                assertThat(middle.first(frames)).isEqualTo(start.count(frames));
                assertThat(end.first(frames)).isEqualTo(start.count(frames) + middle.count(frames));
                assertThat(start.count(frames) + middle.count(frames) + end.count(frames))
                        .isEqualTo(frames);
            }
            assertThat(end.first(frames) + end.count(frames)).isEqualTo(frames);
        }
        assertThatThrownBy(() -> new Storyboard.Chapter("../x", 0, 1)).hasMessageContaining("letters");
        assertThatThrownBy(() -> new Storyboard.Chapter("x", 1, 0)).hasMessageContaining("later one");
    }

    @Test
    void aKeyedCameraRestsOutsideItsKeysAndNearsByEqualFactorsBetween() {
        var look = Look.standard(Box.UNIT).withAngles(10, 20);
        var camera = new CameraWork.Keyed(List.of(
                new CameraWork.Key(0.2, new Camera(0, 0, 4), Optional.empty()),
                new CameraWork.Key(0.6, new Camera(1, -1, 1), Optional.of(new CameraWork.Turn(50, 0)))));
        assertThat(camera.at(0, look)).isEqualTo(look.withCamera(new Camera(0, 0, 4)));
        assertThat(camera.at(0.2, look)).isEqualTo(camera.at(0, look));
        var half = camera.at(0.4, look);
        assertThat(half.camera().span()).isCloseTo(2, within(1e-9));
        assertThat(half.camera().x1()).isCloseTo(0.5, within(1e-9));
        assertThat(half.camera().x2()).isCloseTo(-0.5, within(1e-9));
        assertThat(half.yaw()).isCloseTo(30, within(1e-9));
        assertThat(half.pitch()).isCloseTo(10, within(1e-9));
        assertThat(camera.at(1, look))
                .isEqualTo(look.withCamera(new Camera(1, -1, 1)).withAngles(50, 0));
        assertThatThrownBy(() -> new CameraWork.Keyed(List.of())).hasMessageContaining("needs a key");
        var key = new CameraWork.Key(0.5, new Camera(0, 0, 1), Optional.empty());
        assertThatThrownBy(() -> new CameraWork.Keyed(List.of(key, key))).hasMessageContaining("must increase");
    }

    @Test
    void aStripIsTimesOrSteps() {
        assertThat(Strip.named("0, 0.25,1")).isEqualTo(new Strip.Times(List.of(0.0, 0.25, 1.0)));
        assertThat(Strip.named("steps=0,100,2000")).isEqualTo(new Strip.Steps(List.of(0L, 100L, 2000L)));
        for (var wrong : List.of("", "0,2", "a", "steps=1.5", "steps=-1", "0,1,", "0,NaN")) {
            assertThatThrownBy(() -> Strip.named(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
