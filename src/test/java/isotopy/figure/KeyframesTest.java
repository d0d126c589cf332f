package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.flow.Trajectory;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyframesTest {
    @Test
    void aRoundPathIsKeptByFewTimesAndNeverStraysFartherThanAllowed() {
        var round = round(600, 1);
        double stray = 1e-3;
        var times = Keyframes.of(List.of(round), stray);
        var kept = Keyframes.at(round, times);

        // a chord of angle a leaves the unit circle by about a²/8
        assertThat(times.length).isBetween((int) (2 * Math.PI / Math.sqrt(8 * stray)), 600 / 6);
        assertThat(times[0]).isZero();
        assertThat(times[times.length - 1]).isEqualTo(1);
        for (int k = 0; k < round.samples(); k++) {
            for (int i = 0; i < 2; i++) {
                assertThat(Math.abs(kept.at(round.time(k), i, 0) - round.at(k, i, 0)))
                        .isLessThanOrEqualTo(stray);
            }
        }
    }

    @Test
    void whateverMovesMostDecides() {
        var still = round(200, 0);
        assertThat(Keyframes.of(List.of(still), 1e-6).length).isLessThan(10);
        assertThat(Keyframes.of(List.of(still, round(200, 1)), 1e-6)).hasSize(200);
    }

    /// Once around a circle of that radius.
    private static Trajectory round(int samples, double radius) {
        var times = new double[samples];
        var positions = new double[samples][2][1];
        for (int k = 0; k < samples; k++) {
            times[k] = k / (samples - 1.0);
            positions[k][0][0] = radius * Math.cos(2 * Math.PI * times[k]);
            positions[k][1][0] = radius * Math.sin(2 * Math.PI * times[k]);
        }
        return new Trajectory(times, positions);
    }
}
