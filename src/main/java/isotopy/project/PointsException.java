package isotopy.project;

/// Points cannot be read: one sentence that says in which file and line, what is wrong, and what to do.
public final class PointsException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean row;

    private PointsException(String sentence, boolean row) {
        super(sentence.replaceAll("\\p{Cntrl}", " ")); // it may quote the file
        this.row = row;
    }

    /// The file as a whole, or its header, is wrong.
    static PointsException inFile(String sentence) {
        return new PointsException(sentence, false);
    }

    /// A row is wrong.
    static PointsException inRow(String sentence) {
        return new PointsException(sentence, true);
    }

    /// Whether the fault is a single row, so that the file can be read without it.
    public boolean row() {
        return row;
    }
}
