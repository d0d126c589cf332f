package isotopy.project;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.TargetMap;
import isotopy.train.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table as a target: which columns are read as what, whether the coordinates are brought to the unit box, and
/// whether rows that cannot be read are left out or refuse the whole.
///
/// At most a million rows; memory is bounded by theirs, however long the file is.
public record TableImport(Path file, Columns columns, boolean rescale, boolean skipBadRows) {
    /// Rows read between two reports of progress.
    private static final int PART = PointsCsv.ROWS;

    /// Is told how far the reading is.
    @FunctionalInterface
    public interface Progress {
        /// Whether to go on, after so many of all the bytes; `all` is 0 where that is not known.
        boolean goesOn(long bytes, long all);
    }

    /// What came of an import.
    public sealed interface Outcome {
        /// The target, and the rows that were left out.
        record Read(TargetMap target, BadRows leftOut) implements Outcome {}

        /// Nothing, because of these rows.
        record Refused(BadRows bad) implements Outcome {}

        /// Nothing, because it was stopped.
        record Stopped() implements Outcome {}
    }

    /// The columns of a file by the names that need no choice.
    ///
    /// Throws: `PointsException`, one sentence, when it cannot be read or is no table.
    public static Columns usual(Path file) throws PointsException {
        try (var reader = PointsReader.open(file, List.of(), true)) {
            return new Columns(Columns.kind(reader.header()));
        }
    }

    /// Reads the file to its end.
    ///
    /// Throws: `PointsException`, one sentence with the file, when a column is missing, when there is no row that
    /// can be read, when there are too many rows, or when labels are too few or too many.
    public Outcome read(Progress progress) throws PointsException {
        return read(Source.of(file), progress);
    }

    Outcome read(Source source, Progress progress) throws PointsException {
        try (var reader = open(source)) {
            var parts = new ArrayList<Points>();
            var classes = new Classes(source.name());
            int size = 0;
            for (var part = reader.next(PART); part.isPresent(); part = reader.next(PART)) {
                parts.add(part.get());
                size += part.get().size();
                classes.add(reader.words());
                requireNotTooMany(source, size);
                if (!progress.goesOn(reader.bytesRead(), source.size())) {
                    return new Outcome.Stopped();
                }
            }
            var bad = reader.badRows();
            if (bad.count() > 0 && !skipBadRows) {
                return new Outcome.Refused(bad);
            }
            if (size == 0) {
                throw nothing(source, bad);
            }
            var rows = rows(parts, columns.numbers().size(), size);
            return new Outcome.Read(target(source, rows, classes), bad);
        } catch (IllegalArgumentException e) { // such as coordinates too large for a scaling
            throw PointsException.inFile(source.name() + ": " + e.getMessage());
        }
    }

    private PointsReader open(Source source) throws PointsException {
        return columns.kind() == Kind.LABELS
                ? PointsReader.openWithWords(
                        source, columns.numbers(), columns.names().getLast(), true)
                : PointsReader.open(source, columns.names(), true);
    }

    private String things() {
        return columns.kind() == Kind.LABELS || columns.kind() == Kind.FUNCTION ? "points" : "pairs";
    }

    private void requireNotTooMany(Source source, int size) throws PointsException {
        if (size > Sampling.SAMPLES.high()) {
            throw PointsException.inFile(
                    source.name() + ": there are more than 1,000,000 " + things() + "; train on a part of them");
        }
    }

    private PointsException nothing(Source source, BadRows bad) {
        var sentence = source.name() + ": there is no row to read; below the header must stand " + things() + " "
                + String.join(",", columns.names());
        var first = bad.count() == 0
                ? Optional.<BadRows.Row>empty()
                : Optional.of(bad.first().getFirst());
        return PointsException.inFile(sentence
                + first.map(row -> "; line " + row.line() + ": " + row.reason()).orElse(""));
    }

    private static double[][] rows(List<Points> parts, int columns, int size) {
        var rows = new double[columns][size];
        int at = 0;
        for (var part : parts) {
            for (int i = 0; i < columns; i++) {
                System.arraycopy(part.row(i), 0, rows[i], at, part.size());
            }
            at += part.size();
        }
        return rows;
    }

    private TargetMap target(Source source, double[][] rows, Classes classes) throws PointsException {
        var target = given(source.title(), rows, classes);
        return rescale ? UnitBox.of(target) : target;
    }

    private TargetMap given(String title, double[][] rows, Classes classes) throws PointsException {
        return switch (columns.kind()) {
            case LINE -> new Correspondence(title, Points.of(rows[0]), Points.of(rows[1]));
            case FUNCTION -> new Correspondence(title, Points.of(rows[0], rows[1]), Points.of(rows[2]));
            case PLANE -> new Correspondence(title, Points.of(rows[0], rows[1]), Points.of(rows[2], rows[3]));
            case LABELS -> {
                var names = classes.names();
                yield new Labels(title, Points.of(rows), classes.indices(names), names);
            }
        };
    }
}
