package isotopy.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What can be seen of a table before it is imported: its header, its first rows as they stand there, about how many
/// rows it has, and what it most probably holds.
///
/// @param complete whether `first` are all rows, so that `rows` is their exact number
public record Table(
        String title,
        List<String> header,
        List<List<String>> first,
        long rows,
        boolean complete,
        Optional<Columns> guess) {
    /// How many rows are looked at.
    public static final int PREVIEW = 20;

    public Table {
        header = List.copyOf(header);
        first = first.stream().map(List::copyOf).toList();
    }

    /// Looks at a file.
    ///
    /// Throws: `PointsException`, one sentence, when it cannot be read or is no table.
    public static Table preview(Path file) throws PointsException {
        return preview(Source.of(file));
    }

    static Table preview(Source source) throws PointsException {
        try (var reader = PointsReader.open(source, List.of(), true)) {
            var first = new ArrayList<List<String>>();
            while (first.size() < PREVIEW) {
                var row = reader.nextTexts();
                if (row.isEmpty()) {
                    break;
                }
                first.add(row.get());
            }
            boolean complete = first.size() < PREVIEW || reader.nextTexts().isEmpty();
            long rows = complete ? first.size() : estimate(first, source.size());
            return new Table(
                    source.title(),
                    reader.header(),
                    first,
                    rows,
                    complete,
                    Columns.guess(reader.header(), numeric(reader.header().size(), first)));
        }
    }

    /// By the mean length of the first rows.
    private static long estimate(List<List<String>> first, long size) {
        long length = first.stream()
                .mapToLong(row ->
                        row.stream().mapToLong(cell -> cell.length() + 1L).sum())
                .sum();
        return Math.max(first.size(), Math.round(size * (double) first.size() / Math.max(1, length)));
    }

    /// Which columns hold numbers, apart from a few bad cells.
    private static List<Boolean> numeric(int columns, List<List<String>> rows) {
        return IntStream.range(0, columns)
                .mapToObj(k -> {
                    long numbers = rows.stream()
                            .filter(row -> k < row.size())
                            .filter(row ->
                                    PointsReader.NUMBER.matcher(row.get(k)).matches())
                            .count();
                    return 2 * numbers > rows.size();
                })
                .toList();
    }

    /// That the columns of a header are separated by something else than commas, in one sentence; empty where
    /// they are not.
    public static String separated(List<String> header) {
        for (var separator : List.of(";", "\t")) {
            if (header.stream().anyMatch(cell -> cell.contains(separator))) {
                return "the columns are separated by " + (separator.equals(";") ? "';'" : "tabs")
                        + ": save the table with ',' between the columns and '.' as decimal mark";
            }
        }
        return "";
    }
}
