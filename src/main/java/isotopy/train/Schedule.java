package isotopy.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How the learning rate goes along a run of so many steps, as a factor of the given rate.
public enum Schedule {
    /// The given rate throughout.
    CONSTANT("constant", "constant") {
        @Override
        public double factor(long step, int steps) {
            return 1;
        }
    },
    /// Half a cosine wave, from the given rate down to 0 at the last step: ½ (1 + cos(π k/n)).
    ///
    /// Source: Loshchilov, Hutter, *SGDR: stochastic gradient descent with warm restarts*, ICLR 2017.
    COSINE("cosine", "cosine, down to 0 at the last step") {
        @Override
        public double factor(long step, int steps) {
            return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, step / (double) Math.max(1, steps))));
        }
    },
    /// A straight rise over the first twentieth of the run, then the cosine.
    WARMUP("warm-up", "warm-up over a twentieth of the run, then cosine") {
        @Override
        public double factor(long step, int steps) {
            double rising = Math.max(1, steps / 20);
            if (step < rising) {
                return (step + 1) / rising;
            }
            return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, (step - rising) / Math.max(1, steps - rising))));
        }
    };

    private final String id;
    private final String title;

    Schedule(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// What it is, for people.
    public String title() {
        return title;
    }

    /// By what the learning rate is multiplied at training step `step`, counted from 0, of a run of `steps`.
    public abstract double factor(long step, int steps);

    /// The schedule of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Schedule named(String id) {
        for (var schedule : values()) {
            if (schedule.id.equals(id.toLowerCase(Locale.ROOT))) {
                return schedule;
            }
        }
        throw new IllegalArgumentException("there is no schedule '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Schedule::id).collect(Collectors.joining(", ")));
    }
}
