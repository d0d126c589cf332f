package isotopy.view;

import isotopy.service.Background;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Experiment;
import isotopy.train.SumStudy;
import java.util.concurrent.TimeUnit;
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
        worker = new Background<Experiment, SumStudy>(
                "isotopy-sums", (experiment, wanted) -> SumStudy.of(experiment, wanted));
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
        if (!experiment.equals(asked) && room && Experiment.obstacle(experiment).isEmpty()) {
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
