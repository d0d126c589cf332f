package isotopy.view;

import isotopy.service.Background;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Experiment;
import isotopy.train.SumStudy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Has sums compared with compositions in the background, as long as somebody looks: one study for each experiment, and
/// the present network put into it a few times a second. A study that is no longer wanted is given up. Lives on the
/// JavaFX thread; mutable.
///
/// Where there is a single processor, nothing is begun while training runs.
final class SumStudies implements AutoCloseable {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(400);

    private final Background<Experiment, SumStudy> worker;
    private final Background<SumFindings.Question, SumFindings> painter =
            new Background<>("isotopy-sum-pictures", SumFindings::of);
    private final ReadOnlyObjectWrapper<SumFindings> found = new ReadOnlyObjectWrapper<>(SumFindings.NOTHING);
    private SumStudy study = SumStudy.EMPTY;
    private int watchers;
    private @Nullable Experiment asked;
    private SumFindings.@Nullable Question put;
    private long putAt;

    SumStudies() {
        worker = new Background<Experiment, SumStudy>("isotopy-sums", SumStudies::study);
    }

    /// The study; where it cannot be made, or not to its end, as far as it came and with the reason.
    static SumStudy study(Experiment experiment, Predicate<SumStudy> wanted) {
        var last = new AtomicReference<>(SumStudy.EMPTY);
        try {
            return SumStudy.of(experiment, part -> {
                last.set(part);
                return wanted.test(part);
            });
        } catch (IllegalArgumentException e) {
            return last.get().refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger("isotopy").log(System.Logger.Level.ERROR, "sums could not be compared", e);
            var reason = e instanceof OutOfMemoryError ? "the memory is not enough" : String.valueOf(e.getMessage());
            return last.get().refused("The comparison ended early: " + reason + ".");
        }
    }

    /// What was found last.
    ReadOnlyObjectProperty<SumFindings> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Somebody begins to look, or ends.
    void watch(boolean on) {
        watchers += on ? 1 : -1;
    }

    /// Takes what is ready, and asks about another experiment or flow when it is time.
    ///
    /// Units: `now` in nanoseconds of wall time.
    void pulse(FlowSnapshot shown, long now) {
        worker.take().filter(answer -> asked != null).ifPresent(answer -> study = answer);
        painter.take().ifPresent(found::set);
        var experiment = shown.experiment();
        if (watchers <= 0 || !SumStudy.suits(experiment)) {
            return;
        }
        boolean room =
                Runtime.getRuntime().availableProcessors() > 1 || !(shown.activity() instanceof Activity.Training);
        if (!experiment.equals(asked) && room) {
            asked = experiment;
            study = SumStudy.EMPTY;
            worker.ask(experiment);
        }
        put(shown, now);
    }

    private void put(FlowSnapshot shown, long now) {
        boolean same = put != null && put.shown().control() == shown.control() && put.study() == study;
        if (!same && now - putAt >= EVERY && shown.experiment().equals(asked)) {
            put = new SumFindings.Question(study, shown);
            putAt = now;
            painter.ask(put);
        }
    }

    @Override
    public void close() {
        worker.close();
        painter.close();
    }
}
