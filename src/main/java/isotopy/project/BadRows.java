package isotopy.project;

import java.util.List;

/// The rows of a table that cannot be read: how many, and the first of them with their lines and reasons.
public record BadRows(long count, List<Row> first) {
    /// How many are kept with line and reason.
    public static final int KEPT = 1000;

    public BadRows {
        first = List.copyOf(first);
    }

    /// A row that cannot be read; lines count from 1, as an editor does.
    public record Row(long line, String reason) {}
}
