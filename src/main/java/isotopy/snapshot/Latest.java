package isotopy.snapshot;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A slot between two threads that holds the newest value only. Safe for any number of threads; nobody waits.
public final class Latest<T> {
    private final AtomicReference<Optional<T>> slot = new AtomicReference<>(Optional.empty());

    /// Puts a value in, in place of one that was not taken.
    public void put(T value) {
        slot.set(Optional.of(value));
    }

    /// Takes the newest value out, once.
    public Optional<T> take() {
        return slot.getAndSet(Optional.empty());
    }
}
