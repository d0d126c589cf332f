package isotopy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.snapshot.Checkpoints.Checkpoint;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private static final Control SMALL = Cases.control(ControlFamily.named("tanh"), 2, 2, 2, 1, 1);
    private static final Control OTHER = Cases.control(ControlFamily.named("tanh"), 2, 3, 2, 1, 1);

    /// A run that keeps what is wanted.
    private static CheckpointRecorder run(long from, long to, Control control, CheckpointRecorder into) {
        for (long step = from; step <= to; step++) {
            if (into.wants(step)) {
                into.record(step, control);
            }
        }
        return into;
    }

    private static long[] steps(Checkpoints checkpoints) {
        return checkpoints.kept().stream().mapToLong(Checkpoint::step).toArray();
    }

    @Test
    void theFirstAndTheLatestMomentAreAlwaysThere() {
        for (long last : new long[] {0, 1, 7, 100, 12_345}) {
            var kept = run(0, last, SMALL, new CheckpointRecorder(Checkpoints.EMPTY))
                    .checkpoints(last, OTHER);
            assertThat(kept.get(0).step()).isZero();
            assertThat(kept.get(kept.size() - 1).step()).isEqualTo(last);
            assertThat(kept.get(kept.size() - 1).control()).isSameAs(OTHER);
        }
    }

    @Test
    void aRunOfTenMillionStepsKeepsFewAndNeverGrowsByMoreThanAnEighthBetweenTwo() {
        long last = 10_000_000;
        var kept =
                run(0, last, SMALL, new CheckpointRecorder(Checkpoints.EMPTY)).checkpoints(last, SMALL);
        assertThat(kept.size()).isLessThanOrEqualTo(Checkpoints.MOST).isGreaterThan(100);
        var steps = steps(kept);
        assertThat(LongStream.of(steps).limit(9)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        for (int k = 9; k < steps.length; k++) {
            assertThat(steps[k] - steps[k - 1]).isLessThanOrEqualTo(steps[k - 1] / 8 + 1);
        }
    }

    @Test
    void largeNetworksKeepFewerSoThatMemoryStaysBounded() {
        // 2,500 × 1000 parameters: 20 MB each
        var large = Cases.control(ControlFamily.named("tanh"), 2, 500, 1000, 1, 1);
        long bytes = large.parameters() * 8L;
        var recorder = new CheckpointRecorder(Checkpoints.EMPTY);
        for (long step = 0; step < 3000; step++) {
            if (recorder.wants(step)) {
                recorder.record(step, large);
            }
            var kept = recorder.checkpoints(step, large);
            assertThat((kept.size() - 1) * bytes).isLessThanOrEqualTo(CheckpointRecorder.BYTES);
            assertThat(kept.get(0).step()).isZero();
            assertThat(kept.get(kept.size() - 1).step()).isEqualTo(step);
        }
    }

    @Test
    void goingBackForgetsWhatFollowed() {
        var recorder = run(0, 500, SMALL, new CheckpointRecorder(Checkpoints.EMPTY));
        recorder.record(40, OTHER);
        var kept = recorder.checkpoints(41, OTHER);
        assertThat(LongStream.of(steps(kept)).max()).hasValue(41);
        assertThat(kept.get(kept.at(40)).control()).isSameAs(OTHER);
        assertThat(kept.get(kept.at(39)).control()).isSameAs(SMALL);
    }

    @Test
    void aRecorderGoesOnFromWhatWasKept() {
        var whole =
                run(0, 4000, SMALL, new CheckpointRecorder(Checkpoints.EMPTY)).checkpoints(4000, SMALL);
        var half =
                run(0, 1000, SMALL, new CheckpointRecorder(Checkpoints.EMPTY)).checkpoints(1000, SMALL);
        var rest = run(1000, 4000, SMALL, new CheckpointRecorder(half)).checkpoints(4000, SMALL);
        assertThat(LongStream.of(steps(rest)).filter(step -> step <= 1000))
                .containsExactly(LongStream.of(steps(half)).boxed().toArray(Long[]::new));
        assertThat(rest.size()).isCloseTo(whole.size(), org.assertj.core.api.Assertions.within(2));
    }

    @Test
    void theCheckpointOfAStepIsTheLastOneBeforeIt() {
        var kept = new Checkpoints(
                List.of(new Checkpoint(0, SMALL), new Checkpoint(10, OTHER), new Checkpoint(20, SMALL)));
        assertThat(kept.at(0)).isZero();
        assertThat(kept.at(9)).isZero();
        assertThat(kept.at(10)).isEqualTo(1);
        assertThat(kept.at(19)).isEqualTo(1);
        assertThat(kept.at(1000)).isEqualTo(2);
        assertThat(Checkpoints.EMPTY.at(5)).isZero();
    }

    @Test
    void stepsThatDoNotIncreaseAreRefused() {
        var one = new Checkpoint(3, SMALL);
        assertThatThrownBy(() -> new Checkpoints(List.of(one, one))).hasMessageContaining("must increase: 3, 3");
        assertThatThrownBy(() -> new Checkpoint(-1, SMALL)).hasMessageContaining("≥ 0: -1");
    }
}
