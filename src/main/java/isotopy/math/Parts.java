package isotopy.math;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Work that is cut into parts, which all processors share. What a part does must depend on its number alone and touch
/// nothing that another part touches: then the result is the same however many processors there are.
///
/// Parts run on the common pool of the Java machine and the caller's own thread, which returns when all are done; parts
/// may be cut into parts again.
public final class Parts {
    /// Fewer numbers than this are not worth a second thread.
    private static final int LEAST = 1 << 14;

    private Parts() {}

    /// What is done with the numbers `from … to − 1`.
    @FunctionalInterface
    public interface Range {
        void of(int from, int to);
    }

    /// Does the parts 0 … count − 1, in any order and at once.
    public static void each(int count, IntConsumer part) {
        if (count == 1) {
            part.accept(0);
        } else {
            IntStream.range(0, count).parallel().forEach(part);
        }
    }

    /// Does the numbers 0 … n − 1 in ranges of a size that depends on n alone.
    public static void ranges(int n, Range work) {
        int count = Math.max(1, n / LEAST);
        each(count, part -> work.of((int) ((long) n * part / count), (int) ((long) n * (part + 1) / count)));
    }
}
