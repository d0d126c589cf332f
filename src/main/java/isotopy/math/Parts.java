package isotopy.math;

import java.util.concurrent.RecursiveAction;
import java.util.function.IntConsumer;

/// Work that is cut into parts, which all processors share. What a part does must depend on its number alone and touch
/// nothing that another part touches: then the result is the same however many processors there are.
///
/// Parts run on the common pool of the Java machine and the caller's own thread, which returns when all are done; parts
/// may be cut into parts again. For drawing: what is summed in training has fixed chunks and workers of its own.
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
    ///
    /// Throws: what a part throws.
    public static void each(int count, IntConsumer part) {
        if (count == 1) {
            part.accept(0);
        } else if (count > 1) {
            new Task(0, count, part).invoke();
        }
    }

    /// Does the numbers 0 … n − 1 in ranges of a size that depends on n alone.
    public static void ranges(int n, Range work) {
        int count = Math.max(1, n / LEAST);
        each(count, part -> work.of((int) ((long) n * part / count), (int) ((long) n * (part + 1) / count)));
    }

    /// The parts `from … to − 1`.
    private static final class Task extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final int from;
        private final int to;
        private final transient IntConsumer part;

        Task(int from, int to, IntConsumer part) {
            this.from = from;
            this.to = to;
            this.part = part;
        }

        @Override
        protected void compute() {
            if (to - from == 1) {
                part.accept(from);
                return;
            }
            int middle = (from + to) >>> 1;
            invokeAll(new Task(from, middle, part), new Task(middle, to, part));
        }
    }
}
