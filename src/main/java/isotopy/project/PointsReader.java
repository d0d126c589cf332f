package isotopy.project;

import de.siegmar.fastcsv.reader.CsvRecord;
import isotopy.math.Points;
import isotopy.target.Kind;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads chosen columns of a CSV file as points, some rows at a time, so that memory is bounded whatever the file's
/// size. Mutable, for one thread.
///
/// RFC 4180 in UTF-8 (a byte order mark is no fault) with a header, `#` comments, and `.` as decimal mark; the order of
/// the columns is free and others are ignored. Lines are counted as an editor does, from 1.
public final class PointsReader implements Closeable {
    private static final int LONGEST_WORD = 100;

    static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /// What else a table may hold, beside pairs of the plane.
    private static final String OTHER_KINDS =
            " (a map of the plane), x,y (a curve), x1,x2,u (a function) or" + " x1,x2,label (classes)";

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+([eE][+-]?\\d+)?");

    private final String file;
    private final boolean skipBadRows;
    private final CsvRows rows;
    private final List<String> header;
    private List<String> names = List.of();
    private int[] columns = new int[0];
    private int wordColumn = -1;
    private final List<String> words = new ArrayList<>();
    private long[] lines = new long[0];
    private final List<BadRows.Row> firstBad = new ArrayList<>();
    private long bad;

    private PointsReader(Source source, boolean skipBadRows) throws PointsException {
        file = source.name();
        this.skipBadRows = skipBadRows;
        rows = CsvRows.open(source);
        header = rows.header();
    }

    /// Opens a file to read the columns with these names.
    ///
    /// Throws: `PointsException` when there is no such file or column.
    public static PointsReader open(Path file, List<String> names, boolean skipBadRows) throws PointsException {
        return open(Source.of(file), names, false, skipBadRows);
    }

    /// Opens a source to read the columns with these names.
    ///
    /// Throws: `PointsException` when it cannot be opened or has no such column.
    static PointsReader open(Source source, List<String> names, boolean skipBadRows) throws PointsException {
        return open(source, names, false, skipBadRows);
    }

    /// Opens a file to read the columns with these names, and one of words beside them.
    ///
    /// Throws: `PointsException` when there is no such file or column.
    static PointsReader openWithWords(Source source, List<String> names, String word, boolean skipBadRows)
            throws PointsException {
        var all = new ArrayList<>(names);
        all.add(word);
        var reader = open(source, all, false, skipBadRows);
        reader.names = names;
        reader.wordColumn = reader.columns[names.size()];
        reader.columns = Arrays.copyOf(reader.columns, names.size());
        return reader;
    }

    /// Opens a file to read the columns with these names where it has them all, else as many first columns.
    ///
    /// Throws: `PointsException` when there is no such file or it has too few columns.
    public static PointsReader openNamedOrFirst(Path file, List<String> names, boolean skipBadRows)
            throws PointsException {
        return open(Source.of(file), names, true, skipBadRows);
    }

    private static PointsReader open(Source source, List<String> names, boolean orFirst, boolean skipBadRows)
            throws PointsException {
        var reader = new PointsReader(source, skipBadRows);
        try {
            reader.choose(names, orFirst);
            return reader;
        } catch (PointsException e) {
            reader.close();
            throw e;
        }
    }

    private void choose(List<String> wanted, boolean orFirst) throws PointsException {
        names = wanted;
        if (orFirst && !header.containsAll(wanted) && header.size() >= wanted.size()) {
            names = header.subList(0, wanted.size());
        }
        columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            var name = names.get(i);
            columns[i] = header.indexOf(name);
            if (orFirst || columns[i] < 0) {
                requireText();
            }
            if (columns[i] < 0) {
                throw PointsException.inFile(rows.where() + "there is no column " + name + " among '"
                        + shortened(String.join(",", header)) + "'; " + remedy(name, wanted));
            }
            if (columns[i] != header.lastIndexOf(name)) {
                throw PointsException.inFile(rows.where() + "there are two columns '" + name + "'; rename one of them");
            }
        }
    }

    /// Throws: `PointsException` when the header holds what no text does; it is not shown then.
    private void requireText() throws PointsException {
        if (header.stream()
                .flatMapToInt(String::chars)
                .anyMatch(c -> c == '\uFFFD' || c != '\t' && Character.isISOControl(c))) {
            throw PointsException.inFile(file + ": this is not UTF-8 text; save the table as CSV in UTF-8");
        }
    }

    /// What to do about a column that is not there.
    private String remedy(String name, List<String> wanted) {
        var separated = Table.separated(header);
        if (!separated.isEmpty()) {
            return separated;
        }
        return header.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(there -> "names are written in small letters: rename " + there + " to " + name)
                .orElse("the first line must name the columns " + String.join(",", wanted)
                        + (wanted.equals(Columns.roles(Kind.PLANE)) ? OTHER_KINDS : "") + ", separated by commas");
    }

    /// The names of all columns, as the file has them.
    public List<String> header() {
        return header;
    }

    /// The next rows, at most so many; empty at the end of the file.
    ///
    /// Throws: `PointsException` that names the line, for a bad row that is not to be skipped.
    public Optional<Points> next(int atMost) throws PointsException {
        var values = new double[columns.length][atMost];
        lines = new long[atMost];
        words.clear();
        int size = 0;
        while (size < atMost) {
            var row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            try {
                parse(row.get(), size, values);
                if (wordColumn >= 0) {
                    words.add(word(row.get()));
                }
                lines[size++] = rows.line();
            } catch (PointsException e) {
                skip(e);
            }
        }
        if (size == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], size);
        }
        return Optional.of(Points.of(values));
    }

    /// The next row as it stands there; empty at the end of the file.
    ///
    /// Throws: `PointsException` where no row of CSV follows.
    Optional<List<String>> nextTexts() throws PointsException {
        return rows.next()
                .map(row -> row.getFields().stream()
                        .map(text -> text.length() <= LONGEST_WORD ? text.strip() : shortened(text.strip()))
                        .toList());
    }

    /// The words of the rows that [#next(int)] gave last; empty where none were asked for.
    List<String> words() {
        return List.copyOf(words);
    }

    /// Leaves out row `k` of those that [#next(int)] gave last, for a reason that was found only later.
    ///
    /// Throws: `PointsException` that names the line, unless bad rows are to be skipped.
    public void reject(int k, String reason) throws PointsException {
        skip(PointsException.inRow(file, lines[k], reason));
    }

    private void skip(PointsException e) throws PointsException {
        if (!skipBadRows) {
            throw e;
        }
        if (bad++ < BadRows.KEPT) {
            firstBad.add(e.badRow());
        }
    }

    /// The rows that were left out so far.
    BadRows badRows() {
        return new BadRows(bad, firstBad);
    }

    /// How many bytes of the file were taken so far.
    long bytesRead() {
        return rows.bytesRead();
    }

    /// How many bad rows were left out so far.
    public long skipped() {
        return bad;
    }

    /// What is wrong with the first row that was left out; empty when there is none.
    public String firstSkipped() {
        return bad == 0
                ? ""
                : String.valueOf(PointsException.first(file, badRows()).getMessage());
    }

    private void parse(CsvRecord row, int at, double[][] into) throws PointsException {
        if (row.getFieldCount() != header.size()) {
            boolean twice = row.getFieldCount() == 2 * header.size();
            throw inRow("the row has " + row.getFieldCount() + " values, the header " + header.size()
                    + (twice ? "; the decimal mark is '.', as in 0.5" : ""));
        }
        for (int i = 0; i < columns.length; i++) {
            var text = row.getField(columns[i]).strip();
            if (!NUMBER.matcher(text).matches()) {
                throw inRow(names.get(i)
                        + (text.isEmpty() ? " is missing" : " is not a number: '" + shortened(text) + "'")
                        + (DECIMAL_COMMA.matcher(text).matches() ? "; the decimal mark is '.', as in 0.5" : ""));
            }
            into[i][at] = Double.parseDouble(text);
            if (!Double.isFinite(into[i][at])) {
                throw inRow(names.get(i) + " is beyond ±1.8e308: " + shortened(text));
            }
        }
    }

    private String word(CsvRecord row) throws PointsException {
        var word = row.getField(wordColumn).strip();
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            var what = header.get(wordColumn);
            throw inRow(what + (word.isEmpty() ? " is missing" : " is longer than " + LONGEST_WORD + " characters"));
        }
        return word;
    }

    private PointsException inRow(String reason) {
        return PointsException.inRow(file, rows.line(), reason);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 36) + "…";
    }

    @Override
    public void close() {
        rows.close();
    }
}
