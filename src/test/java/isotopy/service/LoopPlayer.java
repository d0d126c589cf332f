package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.Cases;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// Plays a [TrainingLoop] with a clock of its own: every look at it takes a millisecond, and nothing sleeps.
abstract class LoopPlayer {
    static final long MILLISECOND = 1_000_000;
    static final Points PROBES = Cases.points(2, 50, 1);

    final List<FlowSnapshot> published = new ArrayList<>();
    final List<Long> publishedAt = new ArrayList<>();
    long now = 5_000 * MILLISECOND;
    final TrainingLoop loop = new TrainingLoop(small(Preset.SWIRL), 1, this::note);

    static Experiment small(Preset target) {
        var experiment = Experiment.standard(target);
        return experiment
                .withNetwork(experiment.network().withWidth(4).withDepth(3))
                .withSampling(experiment.sampling().withSamples(100));
    }

    void note(FlowSnapshot snapshot) {
        published.add(snapshot);
        publishedAt.add(now);
    }

    FlowSnapshot newest() {
        return published.getLast();
    }

    long tick() {
        now += MILLISECOND;
        return now;
    }

    void obey(Command command) {
        loop.obey(command, now);
    }

    /// Plays as the trainer's thread would: turns while something is due, naps of four milliseconds where nothing
    /// is.
    void play(double seconds) {
        long end = now + Math.round(seconds * 1e9);
        while (now < end) {
            if (!loop.busy()) {
                now = end;
            } else if (!loop.due(now)) {
                now += 4 * MILLISECOND;
            }
            loop.turn(this::tick);
        }
    }

    void playUntilHeld(double atMostSeconds) {
        long end = now + Math.round(atMostSeconds * 1e9);
        while (loop.busy() && now < end) {
            play(0.1);
        }
        assertThat(loop.busy())
                .as("still busy after %s seconds: %s", atMostSeconds, newest().activity())
                .isFalse();
    }

    static boolean isIdentity(FlowSnapshot snapshot) {
        return snapshot.flow().apply(PROBES).equals(PROBES);
    }

    void requireAtMostSixtyASecond(int first) {
        for (int k = first + 1; k < published.size(); k++) {
            assertThat(publishedAt.get(k) - publishedAt.get(k - 1))
                    .as("nanoseconds before snapshot %d", k)
                    .isGreaterThan(16_000_000);
        }
    }

    @AfterEach
    void close() {
        loop.close();
    }
}
