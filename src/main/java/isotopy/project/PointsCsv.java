package isotopy.project;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.TargetMap;
import isotopy.train.Sampling;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Points and pairs of points as CSV: `x1,x2` are where a point starts, `y1,y2` where it should go or where it was
/// carried; `label` is the class of a point.
public final class PointsCsv {
    public static final List<String> STARTS = List.of("x1", "x2");
    public static final List<String> GOALS = List.of("y1", "y2");
    private static final String LABEL = "label";
    private static final List<String> PAIRS = List.of("x1", "x2", "y1", "y2");

    /// Rows that are read and worked on at a time.
    public static final int ROWS = 4096;

    private PointsCsv() {}

    /// Given pairs, and how many bad rows were left out; `firstSkipped` says what is wrong with the first of them.
    public record Pairs(Correspondence target, long skipped, String firstSkipped) {}

    /// Given examples, and how many bad rows were left out; `firstSkipped` says what is wrong with the first of
    /// them.
    public record Examples(TargetMap target, long skipped, String firstSkipped) {}

    /// The examples in a file: pairs where it has the columns x1, x2, y1, y2, else points with classes in the
    /// columns
    /// x1, x2, label.
    ///
    /// Throws: `PointsException`, one sentence with file and line.
    public static Examples readExamples(Path file, boolean skipBadRows) throws PointsException {
        boolean labelled;
        try (var reader = PointsReader.open(file, List.of(), skipBadRows)) {
            labelled = reader.header().contains(LABEL) && !reader.header().containsAll(GOALS);
        }
        if (labelled) {
            return readLabels(file, skipBadRows);
        }
        var pairs = readPairs(file, skipBadRows);
        return new Examples(pairs.target(), pairs.skipped(), pairs.firstSkipped());
    }

    private static Examples readLabels(Path file, boolean skipBadRows) throws PointsException {
        try (var reader = PointsReader.openWithWords(file, STARTS, LABEL, skipBadRows)) {
            var parts = new ArrayList<Points>();
            var words = new ArrayList<String>();
            for (var part = reader.next(ROWS); part.isPresent(); part = reader.next(ROWS)) {
                parts.add(part.get());
                words.addAll(reader.words());
                requireNotTooMany(file, words.size(), "points");
            }
            if (words.isEmpty()) {
                throw PointsException.inFile(
                        file + ": there is no row to read; below the header must stand points x1,x2,label");
            }
            return new Examples(labels(file, parts, words), reader.skipped(), reader.firstSkipped());
        }
    }

    private static Labels labels(Path file, List<Points> parts, List<String> words) throws PointsException {
        var names = ClassNames.sorted(words);
        if (names.size() < 2 || names.size() > Labels.MOST_CLASSES) {
            throw PointsException.inFile(file + ": there must be 2 … " + Labels.MOST_CLASSES
                    + " different labels, and there " + (names.size() == 1 ? "is 1" : "are " + names.size())
                    + "; name few classes in the column " + LABEL);
        }
        var index = new HashMap<String, Integer>();
        names.forEach(name -> index.put(name, index.size()));
        var rows = rows(parts, STARTS.size(), words.size());
        return new Labels(
                title(file), Points.of(rows), words.stream().map(index::get).toList(), names);
    }

    private static void requireNotTooMany(Path file, int size, String things) throws PointsException {
        if (size > Sampling.SAMPLES.high()) {
            throw PointsException.inFile(
                    file + ": there are more than 1,000,000 " + things + "; train on a part of them");
        }
    }

    /// The pairs in a file with the columns x1, x2, y1, y2.
    ///
    /// Throws: `PointsException`, one sentence with file and line, when it cannot be read, holds a bad row that is
    /// not to be skipped, no pair, or more than a million.
    public static Pairs readPairs(Path file, boolean skipBadRows) throws PointsException {
        try (var reader = PointsReader.open(file, PAIRS, skipBadRows)) {
            var parts = new ArrayList<Points>();
            int size = 0;
            for (var part = reader.next(ROWS); part.isPresent(); part = reader.next(ROWS)) {
                parts.add(part.get());
                size += part.get().size();
                requireNotTooMany(file, size, "pairs");
            }
            if (size == 0) {
                throw PointsException.inFile(
                        file + ": there is no row to read; below the header must stand pairs x1,x2,y1,y2");
            }
            var target = correspondence(file, parts, size);
            return new Pairs(target, reader.skipped(), reader.firstSkipped());
        }
    }

    private static Correspondence correspondence(Path file, List<Points> parts, int size) {
        var rows = rows(parts, PAIRS.size(), size);
        return new Correspondence(title(file), Points.of(rows[0], rows[1]), Points.of(rows[2], rows[3]));
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

    private static String title(Path file) {
        var name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// Writes two sets of points side by side, as many rows at a time as there are. Not buffered beyond that.
    public static final class Rows implements AutoCloseable {
        private final CsvWriter csv;

        /// Writes the header: the names of the first points' coordinates, then of the second.
        public Rows(OutputStream into, List<String> first, List<String> second) {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(into, StandardCharsets.UTF_8);
            var header = new ArrayList<>(first);
            header.addAll(second);
            csv.writeRecord(header);
        }

        /// Adds one row for each point of `first` and its partner in `second`.
        ///
        /// Throws: `IOException` when the file cannot be written.
        public void write(Points first, Points second) throws IOException {
            int d = first.dimension();
            var cells = new String[d + second.dimension()];
            try {
                for (int k = 0; k < first.size(); k++) {
                    int point = k;
                    Arrays.setAll(cells, i -> Double.toString(i < d ? first.at(i, point) : second.at(i - d, point)));
                    csv.writeRecord(cells);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        /// Hands on what is still held back; leaves the stream open.
        @Override
        public void close() throws IOException {
            try {
                csv.flush();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
