package isotopy.view;

import isotopy.train.Experiment;
import isotopy.train.Range;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One value of an [Experiment] that is read and typed as text.
///
/// @param id the name of its field in the window, such as "depth"
/// @param title what stands before the field
/// @param sentence what it means, in one sentence
/// @param bounds what may be typed, with its unit
/// @param text the present value
/// @param change the experiment with the typed value; throws `IllegalArgumentException` with a sentence where that is
/// not allowed
record Setting(
        String id,
        String title,
        String sentence,
        String bounds,
        Function<Experiment, String> text,
        BiFunction<Experiment, String, Experiment> change) {

    /// Reads and replaces a number of the experiment.
    record Slot(Function<Experiment, Double> value, BiFunction<Experiment, Double, Experiment> with) {}

    /// A number with a range.
    static Setting number(String id, String title, String sentence, Range range, Slot slot) {
        return new Setting(
                id,
                title,
                sentence,
                range.text() + " " + range.unit(),
                now -> text(slot.value().apply(now)),
                (now, typed) -> slot.with().apply(now, value(range, typed)));
    }

    /// The number that was typed.
    ///
    /// Throws: `IllegalArgumentException` that names the range, when it is none or not in it.
    static double value(Range range, String typed) {
        try {
            return range.require(parsed(typed));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    range.name() + " must be " + (range.whole() ? "a whole number" : "a number") + " in " + range.text()
                            + ": “" + typed.strip() + "”");
        }
    }

    /// The number in a text, in which a minus sign may be a real one.
    ///
    /// Throws: `NumberFormatException` when there is none, or letters follow that Java would take for a type.
    static double parsed(String typed) {
        var plain = typed.strip().replace('−', '-');
        if (!plain.matches("[-+0-9.eE]+")) {
            throw new NumberFormatException(plain);
        }
        return Double.parseDouble(plain);
    }

    /// What an exception says, as a whole sentence.
    static String sentence(Throwable problem) {
        return sentence(String.valueOf(problem.getMessage()));
    }

    /// With a capital letter in front and a stop at the end.
    static String sentence(String words) {
        var end = words.matches("(?s).*[.?!]") ? "" : ".";
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + end;
    }

    /// A number as people type it: 16, 0.01, 1e-8.
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        var text = Double.toString(value).toLowerCase(Locale.ROOT);
        return text.contains(".0e") ? text.replace(".0e", "e") : text;
    }
}
