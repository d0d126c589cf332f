package isotopy.project;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.train.Sampling;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Points and pairs of points as CSV: `x1,x2` are where a point starts, `y1,y2` where it should go or where it was
/// carried.
public final class PointsCsv {
    public static final List<String> STARTS = List.of("x1", "x2");
    public static final List<String> GOALS = List.of("y1", "y2");
    private static final List<String> PAIRS = List.of("x1", "x2", "y1", "y2");

    /// Rows that are read and worked on at a time.
    public static final int ROWS = 4096;

    private PointsCsv() {}

    /// Given pairs, and how many bad rows were left out; `firstSkipped` says what is wrong with the first of them.
    public record Pairs(Correspondence target, long skipped, String firstSkipped) {}

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
                if (size > Sampling.SAMPLES.high()) {
                    throw PointsException.inFile(
                            file + ": there are more than 1,000,000 pairs; train on a part of them");
                }
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
        var rows = new double[4][size];
        int at = 0;
        for (var part : parts) {
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(part.row(i), 0, rows[i], at, part.size());
            }
            at += part.size();
        }
        var name = file.getFileName();
        return new Correspondence(
                name == null ? file.toString() : name.toString(),
                Points.of(rows[0], rows[1]),
                Points.of(rows[2], rows[3]));
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
