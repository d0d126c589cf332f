package isotopy.figure;

/// What changes while a film runs; forwards in every case.
public sealed interface Course {
    /// Fictitious time, from t = 0 to t = T of the present flow.
    record Time() implements Course {}

    /// The training, at one time: each kept moment of the run is shown equally long. They lie closer at the
    /// beginning, where most happens.
    ///
    /// @param at t as a share of T
    record Steps(double at) implements Course {
        public Steps {
            requireShare(at);
        }
    }

    /// The training at t = T, then t of the trained flow back to 0 and forwards to T again. One thing changes at a
    /// time, and nothing jumps: first one sees what is learned, then how it is done.
    record StepsThenTime() implements Course {
        /// The shares of the film at which the training ends and t turns.
        static final double LEARNED = 0.4;

        static final double TURNED = 0.6;
    }

    /// A number of the experiment, at one time: the flow is reshaped as the window's slider does it, without
    /// training.
    ///
    /// @param at t as a share of T
    record Number(Dial dial, double from, double to, double at) implements Course {
        public Number {
            dial.range().require(from);
            dial.range().require(to);
            requireShare(at);
        }

        /// The number at a share of the way; exactly the ends at 0 and 1.
        public double value(double share) {
            double value = share == 1 ? to : from + share * (to - from);
            return dial.range().whole() ? Math.rint(value) : value;
        }
    }

    /// The name on the command line and in files.
    default String id() {
        return switch (this) {
            case Time() -> "t";
            case Steps _ -> "steps";
            case StepsThenTime() -> "both";
            case Number number -> number.dial().id();
        };
    }

    private static void requireShare(double at) {
        if (!(at >= 0 && at <= 1)) {
            throw new IllegalArgumentException("t must be a share of T in 0 … 1: " + at);
        }
    }
}
