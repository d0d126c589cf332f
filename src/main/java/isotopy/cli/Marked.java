package isotopy.cli;

import isotopy.math.FormulaException;
import java.util.function.Function;

/// Formulas that users type: what is wrong with one is told with its text and a mark below the place.
final class Marked {
    private Marked() {}

    /// What `reader` makes of the text that an option was given.
    ///
    /// Throws: `Failure` for a wrong call.
    static <T> T formula(String option, String given, Function<String, T> reader) {
        var text = given.strip();
        try {
            return reader.apply(text);
        } catch (FormulaException e) {
            var shown = text.replaceAll("[\\s\\p{Cntrl}]", " ");
            throw Failure.wrongCall(option + ": " + e.getMessage() + System.lineSeparator() + "  " + shown
                    + System.lineSeparator() + "  " + " ".repeat(Math.min(e.position(), shown.length())) + "^");
        }
    }
}
