package isotopy.project;

/// Points cannot be read: one sentence that says in which file and line, what is wrong, and what to do.
public final class PointsException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;
    private final boolean row;

    private PointsException(String sentence, boolean row) {
        var clean = sentence.replaceAll("\\p{Cntrl}", " "); // it may quote the file
        super(clean);
        this.sentence = clean;
        this.row = row;
    }

    @Override
    public String getMessage() {
        return sentence;
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
