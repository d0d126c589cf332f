package isotopy.math;

/// A text that is not a formula. The message is one plain sentence: what is wrong, at which character, and what may
/// stand there.
public final class FormulaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int position;

    /// What is wrong at that character, found by somebody who knows what the formula is for.
    public static FormulaException at(int position, String message) {
        return new FormulaException(position, message);
    }

    FormulaException(int position, String message) {
        super(message);
        this.position = position;
    }

    /// The index, from 0, of the offending character of the text; the length of the text where something is missing
    /// at its end.
    public int position() {
        return position;
    }
}
