package isotopy.service;

import isotopy.snapshot.Latest;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// Answers questions on one daemon thread of its own, always the newest one: a question that was not yet begun is
/// forgotten when a newer one comes, and an answer that was not yet taken when a newer one is there.
///
/// So a window can ask at every frame and never integrates, never waits and never falls behind. Safe to use from any
/// thread.
public final class Background<Q, A> implements AutoCloseable {
    private final Latest<Q> questions = new Latest<>();
    private final Latest<A> answers = new Latest<>();
    private final Semaphore asked = new Semaphore(0);
    private final BiFunction<Q, Predicate<A>, A> work;
    private volatile boolean open = true;

    /// Starts the thread; `work` is called on it, one question at a time.
    public Background(String name, Function<Q, A> work) {
        this(name, (question, _) -> work.apply(question));
    }

    /// The same for work that has partial answers: it hands each to the predicate, where it can be taken like a whole
    /// one, and gives up when that declines it, because there is a newer question or nobody asks any more.
    public Background(String name, BiFunction<Q, Predicate<A>, A> work) {
        this.work = work;
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Asks; the answer is to be taken later.
    public void ask(Q question) {
        questions.put(question);
        asked.release();
    }

    /// The newest answer, if there is one that was not taken yet.
    public Optional<A> take() {
        return answers.take();
    }

    private void run() {
        try {
            while (open) {
                asked.acquire();
                asked.drainPermits();
                questions.take().ifPresent(this::answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Q question) {
        try {
            answers.put(work.apply(question, this::partly));
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "a background computation failed", e);
        }
    }

    private boolean partly(A answer) {
        answers.put(answer);
        return open && asked.availablePermits() == 0;
    }

    @Override
    public void close() {
        open = false;
        asked.release();
    }
}
