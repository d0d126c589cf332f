package isotopy.bench;

import isotopy.train.Trainer;
import java.util.Arrays;
import java.util.Locale;

/// How long training takes to come to full speed in a fresh process: prints the seconds until nine tenths of the final
/// speed are reached for good, and the steps per second in the end.
final class WarmUp {
    private static final double SECONDS = 6;
    private static final double WINDOW = 0.1;

    private WarmUp() {}

    public static void main(String[] args) {
        var counts = new int[(int) Math.round(SECONDS / WINDOW)];
        try (var trainer = new Trainer(Work.named(args[0]).experiment(), 1)) {
            long begin = System.nanoTime();
            for (int window = 0; window < counts.length; ) {
                trainer.advance();
                window = (int) ((System.nanoTime() - begin) * 1e-9 / WINDOW);
                if (window < counts.length) {
                    counts[window]++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%.1f %.4g%n", reached(counts), full(counts) / WINDOW);
    }

    /// The median of the last third.
    private static double full(int[] counts) {
        var last = Arrays.copyOfRange(counts, counts.length * 2 / 3, counts.length);
        Arrays.sort(last);
        return last[last.length / 2];
    }

    /// The begin of the first three windows that are, taken together, at nine tenths.
    private static double reached(int[] counts) {
        for (int k = 0; k + 3 <= counts.length; k++) {
            if (counts[k] + counts[k + 1] + counts[k + 2] >= 0.9 * 3 * full(counts)) {
                return k * WINDOW;
            }
        }
        return SECONDS;
    }
}
