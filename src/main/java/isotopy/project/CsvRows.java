package isotopy.project;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The rows of a table one by one, with the lines where they stand. Mutable, for one thread.
final class CsvRows implements Closeable {
    /// The longest row that is taken for one; a quote that is never closed makes longer ones.
    private static final int LONGEST_ROW = 1 << 20;

    private final String file;
    private final CountedBytes bytes;
    private final CloseableIterator<CsvRecord> rows;
    private long line = 1;

    private CsvRows(String file, CountedBytes bytes) {
        this.file = file;
        this.bytes = bytes;
        rows = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(bytes, StandardCharsets.UTF_8)
                .iterator();
    }

    /// Opens a table.
    ///
    /// Throws: `PointsException` when that cannot be done.
    static CsvRows open(Source source) throws PointsException {
        try {
            return new CsvRows(source.name(), new CountedBytes(source.open()));
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(source.name(), cause(e));
        }
    }

    /// The names of the columns, which the first row is.
    ///
    /// Throws: `PointsException` when there is none; then the table is closed.
    List<String> header() throws PointsException {
        try {
            return next().map(row -> row.getFields().stream().map(String::strip).toList())
                    .orElseThrow(() -> PointsException.inFile(file
                            + ", line 1: the file is empty; its first line must name the columns, such as"
                            + " x1,x2,y1,y2"));
        } catch (PointsException e) {
            close();
            throw e;
        }
    }

    /// The next row; empty at the end of the table.
    ///
    /// Throws: `PointsException` where no row of CSV follows.
    Optional<CsvRecord> next() throws PointsException {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            var row = rows.next();
            line = row.getStartingLineNumber();
            return Optional.of(row);
        } catch (CsvParseException e) {
            throw PointsException.inFile(
                    where() + "after this line comes no row of CSV; look for a quote (\") that is never closed");
        } catch (UncheckedIOException e) {
            throw unreadable(file, cause(e));
        }
    }

    private static IOException cause(UncheckedIOException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    private static PointsException unreadable(String file, IOException e) {
        return PointsException.inFile(file + ": " + Unreadable.sentence(e));
    }

    /// The line of the last row, counted from 1.
    long line() {
        return line;
    }

    /// File and line of the last row, as a sentence begins.
    String where() {
        return file + ", line " + line + ": ";
    }

    /// How many bytes were taken so far.
    long bytesRead() {
        return bytes.count();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            // all that was wanted has been read
        }
    }
}
