package isotopy.project;

/// Points cannot be read: one sentence that says in which file and line, what is wrong, and what to do.
public final class PointsException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;
    private final long line;
    private final String reason;

    private PointsException(String where, long line, String reason) {
        var clean = clean(where + reason);
        super(clean);
        sentence = clean;
        this.line = line;
        this.reason = clean(reason);
    }

    /// Without what a terminal would obey: the sentence may quote the file.
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }

    @Override
    public String getMessage() {
        return sentence;
    }

    /// The file as a whole, or its header, is wrong.
    static PointsException inFile(String sentence) {
        return new PointsException("", 0, sentence);
    }

    /// A row is wrong.
    static PointsException inRow(String file, long line, String reason) {
        return new PointsException(file + ", line " + line + ": ", line, reason);
    }

    /// The first of some rows that are wrong.
    static PointsException first(String file, BadRows bad) {
        var row = bad.first().getFirst();
        return inRow(file, row.line(), row.reason());
    }

    /// Whether the fault is a single row, so that the file can be read without it.
    public boolean row() {
        return line > 0;
    }

    /// The row and what is wrong with it.
    BadRows.Row badRow() {
        return new BadRows.Row(line, reason);
    }
}
