package isotopy.service;

import isotopy.snapshot.Latest;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// Answers questions on one daemon thread of its own, always the newest one: a question that was not yet begun is
/// forgotten when a newer one comes, and an answer that was not yet taken when a newer one is there.
///
/// So a window can ask at every frame and never integrates, never waits and never falls behind. Safe to use from any
/// thread.
public final class Background<Q, A> implements AutoCloseable {
    private final Latest<Numbered<Q>> questions = new Latest<>();
    private final Latest<Numbered<A>> answers = new Latest<>();
    private final AtomicLong newest = new AtomicLong();
    private final Semaphore asked = new Semaphore(0);
    private final BiFunction<Q, Predicate<A>, A> work;
    private final boolean partial;
    private volatile boolean open = true;

    /// Starts the thread; `work` is called on it, one question at a time.
    public Background(String name, Function<Q, A> work) {
        this(name, (question, _) -> work.apply(question), false);
    }

    /// The same for work that has partial answers: it hands each to the predicate, where it can be taken like a
    /// whole one, and gives up when that declines it, because there is a newer question or nobody asks any more.
    /// Once there is a newer question no answer to an older one is given.
    public Background(String name, BiFunction<Q, Predicate<A>, A> work) {
        this(name, work, true);
    }

    private Background(String name, BiFunction<Q, Predicate<A>, A> work, boolean partial) {
        this.work = work;
        this.partial = partial;
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Asks; the answer is to be taken later.
    public void ask(Q question) {
        questions.put(new Numbered<>(newest.incrementAndGet(), question));
        asked.release();
    }

    /// The newest answer, if there is one that was not taken yet.
    public Optional<A> take() {
        return answers.take()
                .filter(answer -> !partial || answer.number() == newest.get())
                .map(Numbered::value);
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

    private void answer(Numbered<Q> question) {
        try {
            put(question, work.apply(question.value(), part -> put(question, part)));
        } catch (RuntimeException | OutOfMemoryError e) {
            // told and noted like one that nobody has caught, but the thread lives on for the next question
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /// Hands over an answer; says whether more of them are wanted.
    private boolean put(Numbered<Q> question, A answer) {
        answers.put(new Numbered<>(question.number(), answer));
        return open && question.number() == newest.get();
    }

    /// A question, or an answer to it, with the question's number.
    private record Numbered<T>(long number, T value) {}

    @Override
    public void close() {
        open = false;
        asked.release();
    }
}
