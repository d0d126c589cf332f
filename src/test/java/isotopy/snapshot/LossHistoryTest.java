package isotopy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LossHistoryTest {
    private static LossRecorder recorded(long... steps) {
        var recorder = new LossRecorder(LossHistory.EMPTY);
        for (long step : steps) {
            recorder.record(step, 1.0 / (1 + step), 2.0 / (1 + step));
        }
        return recorder;
    }

    @Test
    void aRunOfAMillionStepsKeepsAllEarlyStepsAndSomeHundredsInAll() {
        var recorder = new LossRecorder(LossHistory.EMPTY);
        for (long step = 0; step <= 1_000_000; step++) {
            if (recorder.wants(step)) {
                recorder.record(step, 1, 2);
            }
        }
        var history = recorder.history();
        assertThat(history.size()).isBetween(500, 600);
        for (int k = 0; k <= 50; k++) {
            assertThat(history.step(k)).isEqualTo(k);
        }
        for (int k = 51; k < history.size(); k++) {
            assertThat(history.step(k) - history.step(k - 1))
                    .as("gap before %d", history.step(k))
                    .isLessThanOrEqualTo(1 + history.step(k) / 50);
        }
    }

    @Test
    void stepsThatAreTakenAgainReplaceWhatFollowed() {
        var recorder = recorded(0, 10, 20, 30);
        recorder.record(20, 7, 8);
        var history = recorder.history();
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.step(2)).isEqualTo(20);
        assertThat(history.train(2)).isEqualTo(7);
        assertThat(history.test(2)).isEqualTo(8);
        assertThat(history.train(1)).isEqualTo(1 / 11.0);
    }

    @Test
    void aHistoryIsAValueThatALaterRecordDoesNotChange() {
        var recorder = recorded(0, 1);
        var before = recorder.history();
        recorder.record(2, 0, 0);
        assertThat(before.size()).isEqualTo(2);
        assertThat(before).isEqualTo(recorded(0, 1).history()).isNotEqualTo(recorder.history());
        assertThat(before).hasSameHashCodeAs(recorded(0, 1).history());
    }

    @Test
    void recordingGoesOnFromAHistory() {
        var recorder = new LossRecorder(recorded(0, 1, 2).history());
        assertThat(recorder.wants(2)).isFalse();
        assertThat(recorder.wants(3)).isTrue();
        recorder.record(3, 5, 5);
        assertThat(recorder.history().size()).isEqualTo(4);
    }

    @Test
    void moreThanSixtyFourStepsFit() {
        var recorder = new LossRecorder(LossHistory.EMPTY);
        for (int k = 0; k < 1000; k++) {
            recorder.record(k, k, 2 * k);
        }
        assertThat(recorder.history().size()).isEqualTo(1000);
        assertThat(recorder.history().test(999)).isEqualTo(1998);
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThatThrownBy(() -> LossHistory.of(new long[2], new double[1], new double[2]))
                .hasMessageContaining("2, 1, 2");
        assertThatThrownBy(() -> LossHistory.of(new long[] {3, 3}, new double[2], new double[2]))
                .hasMessageContaining("increase: 3");
        assertThatThrownBy(() -> LossHistory.of(new long[1], new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> LossHistory.of(new long[1], new double[1], new double[] {-1}))
                .hasMessageContaining("-1");
    }

    @Test
    void theNewestValueIsTakenOnce() {
        var slot = new Latest<String>();
        assertThat(slot.take()).isEmpty();
        slot.put("old");
        slot.put("new");
        assertThat(slot.take()).contains("new");
        assertThat(slot.take()).isEmpty();
    }
}
