package isotopy.service;

/// How fast training steps follow each other.
public sealed interface Pace {
    /// Every decade of steps takes about four seconds: the first ten can be watched one by one, and thousands pass
    /// before one gets bored.
    record Show() implements Pace {
        static final double SECONDS_PER_DECADE = 4;
    }

    /// As fast as the machine can.
    record Max() implements Pace {}

    /// So many steps a second; 60 is one step a frame.
    record PerSecond(double steps) implements Pace {
        /// Throws: `IllegalArgumentException` unless the number is positive.
        public PerSecond {
            if (!(steps > 0)) {
                throw new IllegalArgumentException("a pace needs steps a second > 0: " + steps);
            }
        }
    }

    /// How many steps are due `seconds` after the start.
    default double due(double seconds) {
        return switch (this) {
            case Show() -> Math.pow(10, seconds / Show.SECONDS_PER_DECADE);
            case Max() -> Double.POSITIVE_INFINITY;
            case PerSecond(double steps) -> 1 + steps * seconds;
        };
    }
}
