package isotopy.figure;

import java.util.List;
import java.util.stream.Stream;

/// Which moments stand beside each other in one picture.
public sealed interface Strip {
    /// The most panels of a strip.
    int MOST = 12;

    /// Times of the present flow, as shares of T.
    record Times(List<Double> shares) implements Strip {
        /// Throws: `IllegalArgumentException` unless there are 1 … [#MOST] shares in 0 … 1.
        public Times {
            shares = List.copyOf(shares);
            requireCount(shares.size());
            for (double share : shares) {
                if (!(share >= 0 && share <= 1)) {
                    throw new IllegalArgumentException("a panel shows a share of T in 0 … 1: " + share);
                }
            }
        }
    }

    /// Kept moments of the training, at t = T.
    record Steps(List<Long> steps) implements Strip {
        /// Throws: `IllegalArgumentException` unless there are 1 … [#MOST] steps ≥ 0.
        public Steps {
            steps = List.copyOf(steps);
            requireCount(steps.size());
            for (long step : steps) {
                if (step < 0) {
                    throw new IllegalArgumentException("a panel shows a training step ≥ 0: " + step);
                }
            }
        }
    }

    /// The strip written as "0,0.25,0.5,1" or as "steps=0,100,2000".
    ///
    /// Throws: `IllegalArgumentException` in a sentence, when it is written otherwise.
    static Strip named(String text) {
        var strip = text.strip();
        try {
            if (strip.startsWith("steps=")) {
                return new Steps(words(strip.substring("steps=".length()))
                        .map(Long::valueOf)
                        .toList());
            }
            return new Times(words(strip).map(Double::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a strip is written as shares of T, such as 0,0.25,0.5,0.75,1, or as steps=0,100,2000: " + text);
        }
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip);
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("a strip has 1 … " + MOST + " panels: " + count);
        }
    }
}
