package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.BadRows;
import isotopy.project.Columns;
import isotopy.project.Table;
import isotopy.project.TableImport;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The import of a table, step by step: it is looked at, the user says what its columns are, it is read, and the user
/// decides about rows that cannot be read. Nothing changes before all of that is done. Lives on the JavaFX thread;
/// mutable.
final class TableImports {
    /// How far the import is.
    sealed interface State {}

    /// No table is being imported.
    record Closed() implements State {}

    /// The user chooses what the columns are; `problem` says why the last choice could not be read.
    record Choosing(Path file, Table table, String problem) implements State {}

    /// The rows are being read.
    record Reading(Path file, Table table, AtomicBoolean stopped) implements State {}

    /// The user decides about rows that cannot be read; `target` is what the others make.
    record Deciding(Path file, Table table, TargetMap target, BadRows bad) implements State {}

    private final WorkbenchModel model;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Closed());
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(0);
    private final AtomicBoolean told = new AtomicBoolean();
    private long asked;

    TableImports(WorkbenchModel model, Tasks tasks) {
        this.model = model;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The share of the file that was read.
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// Looks at a table in the background and lets the user choose; one that cannot be read is told of.
    void begin(Path file) {
        close();
        long question = ++asked;
        tasks.run(
                () -> Table.preview(file),
                table -> {
                    if (question == asked) {
                        model.dismissNotice();
                        var fault = Table.separated(table.header());
                        state.set(new Choosing(file, table, fault.isEmpty() ? "" : Choices.capital(fault) + "."));
                    }
                },
                problem -> model.tell(Notice.of(Notice.Kind.ERROR, sentence(problem))));
    }

    /// Reads the table by these columns in the background.
    void read(Columns columns, boolean rescale) {
        if (!(state.get() instanceof Choosing(var file, var table, var _))) {
            return;
        }
        var stopped = new AtomicBoolean();
        var reading = new Reading(file, table, stopped);
        share.set(0);
        state.set(reading);
        tasks.run(
                () -> new TableImport(file, columns, rescale, true).read((bytes, all) -> {
                    tell(all > 0 ? bytes / (double) all : 0);
                    return !stopped.get();
                }),
                outcome -> arrive(reading, outcome),
                problem -> {
                    if (state.get() == reading) {
                        state.set(new Choosing(file, table, sentence(problem)));
                    }
                });
    }

    /// Hands the progress to the window, at most once at a time. From the reading thread.
    private void tell(double part) {
        if (told.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                told.set(false);
                share.set(part);
            });
        }
    }

    private void arrive(Reading reading, TableImport.Outcome outcome) {
        if (state.get() != reading) {
            return;
        }
        switch (outcome) {
            case TableImport.Outcome.Read(var target, var bad)
            when bad.count() > 0 -> state.set(new Deciding(reading.file(), reading.table(), target, bad));
            case TableImport.Outcome.Read(var target, var _) -> {
                state.set(new Closed());
                use(target);
            }
            case TableImport.Outcome.Refused _, TableImport.Outcome.Stopped _ ->
                state.set(new Choosing(reading.file(), reading.table(), ""));
        }
    }

    /// Takes the rows that can be read, without the others.
    void skip() {
        if (state.get() instanceof Deciding(var _, var _, var target, var bad)) {
            state.set(new Closed());
            use(target);
            model.tell(Notice.of(
                    Notice.Kind.INFORMATION,
                    starts(target).size() + " " + things(target) + " were read and " + bad.count()
                            + (bad.count() == 1 ? " bad row" : " bad rows") + " left out."));
        }
    }

    /// Goes one step back without importing anything: reading stops, and the columns can be chosen anew.
    void stop() {
        switch (state.get()) {
            case Reading(var file, var table, var stopped) -> {
                stopped.set(true);
                state.set(new Choosing(file, table, ""));
            }
            case Deciding(var file, var table, var _, var _) -> state.set(new Choosing(file, table, ""));
            case Closed _, Choosing _ -> close();
        }
    }

    /// Ends the import; nothing was changed.
    void close() {
        asked++;
        if (state.get() instanceof Reading reading) {
            reading.stopped().set(true);
        }
        state.set(new Closed());
    }

    private void use(TargetMap target) {
        var starts = starts(target);
        model.leaveDrawing();
        model.edit(
                Choices.capital(things(target)) + " from " + target.title(),
                now -> Fitting.with(now, target)
                        .withSampling(
                                now.sampling().withDomain(domain(now.sampling().domain(), starts))));
    }

    private static String things(TargetMap target) {
        return switch (target.kind()) {
            case LABELS -> "points with classes";
            case FUNCTION -> "points with values";
            case LINE, PLANE -> "pairs";
        };
    }

    private static Points starts(TargetMap target) {
        return switch (target) {
            case Correspondence pairs -> pairs.x();
            case Labels labels -> labels.x();
            case PlaneMap _, LineMap _, PlaneFunction _ ->
                throw new IllegalArgumentException("a table holds no map: " + target.title());
        };
    }

    private static String sentence(Exception problem) {
        return Objects.requireNonNullElse(problem.getMessage(), "The table could not be read.");
    }

    /// The present square where all starts lie in it, else the smallest one around them, with a little room.
    static Box domain(Box present, Points starts) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < starts.dimension(); i++) {
            for (double x : starts.row(i)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        if (low >= present.low() && high <= present.high() && high - low > 0.1 * present.side()) {
            return present;
        }
        double side = Math.max(high - low, 1e-6 * Math.max(1, Math.abs(high)));
        double digit = Math.pow(10, Math.floor(Math.log10(side)) - 1); // two digits will do
        return new Box(
                Math.floor((low - 0.02 * side) / digit) * digit, Math.ceil((high + 0.02 * side) / digit) * digit);
    }
}
