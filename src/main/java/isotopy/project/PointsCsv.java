package isotopy.project;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import isotopy.math.Points;
import isotopy.target.TargetMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Points and pairs of points as CSV: `x1,x2` are where a point starts, `y1,y2` where it should go or where it was
/// carried; `label` is the class of a point.
public final class PointsCsv {
    public static final List<String> STARTS = List.of("x1", "x2");
    public static final List<String> GOALS = List.of("y1", "y2");

    /// Rows that are read and worked on at a time.
    public static final int ROWS = 4096;

    private PointsCsv() {}

    /// Given examples, and how many bad rows were left out; `firstSkipped` says what is wrong with the first of
    /// them.
    public record Examples(TargetMap target, long skipped, String firstSkipped) {}

    /// The examples in a file, of the kind that its header names: x1, x2, y1, y2 are pairs of the plane, x, y
    /// pairs of the line, x1, x2, u values of a function, and x1, x2, label points with classes.
    ///
    /// Throws: `PointsException`, one sentence with file and line, when it cannot be read, holds a bad row that is
    /// not to be skipped, no row, or more than a million.
    public static Examples readExamples(Path file, boolean skipBadRows) throws PointsException {
        return read(new TableImport(file, TableImport.usual(file), false, skipBadRows));
    }

    /// The examples that an import gives, to its end.
    ///
    /// Throws: `PointsException`, as above.
    public static Examples read(TableImport table) throws PointsException {
        return switch (table.read((bytes, all) -> true)) {
            case TableImport.Outcome.Read(var target, var leftOut) ->
                new Examples(
                        target,
                        leftOut.count(),
                        leftOut.count() == 0
                                ? ""
                                : String.valueOf(
                                        PointsException.first(table.file().toString(), leftOut)
                                                .getMessage()));
            case TableImport.Outcome.Refused(var bad) ->
                throw PointsException.first(table.file().toString(), bad);
            case TableImport.Outcome.Stopped() -> throw new IllegalStateException("nobody stopped the reading");
        };
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
            write(first, second, List.of());
        }

        /// The same with a word for each point in a last column; no words for none.
        ///
        /// Throws: `IOException` when the file cannot be written.
        public void write(Points first, Points second, List<String> words) throws IOException {
            int d = first.dimension();
            int numbers = d + second.dimension();
            var cells = new String[numbers + (words.isEmpty() ? 0 : 1)];
            try {
                for (int k = 0; k < first.size(); k++) {
                    int point = k;
                    Arrays.setAll(
                            cells,
                            i -> i == numbers
                                    ? words.get(point)
                                    : Double.toString(i < d ? first.at(i, point) : second.at(i - d, point)));
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
