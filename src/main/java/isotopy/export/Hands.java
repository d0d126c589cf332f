package isotopy.export;

import java.util.function.IntConsumer;

/// Who does pieces of work that do not depend on each other. Files start no threads: a service that has some may lend
/// them here.
@FunctionalInterface
interface Hands {
    /// One piece after the other, by the caller.
    Hands ONE = (count, work) -> {
        for (int k = 0; k < count; k++) {
            work.accept(k);
        }
    };

    /// Does the pieces `0 … count − 1` in any order, and returns when all are done. The work throws nothing.
    void all(int count, IntConsumer work);
}
