package isotopy.math;

import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that a formula may use: its variables, pi and e, and the functions. It knows what somebody may have meant
/// who wrote another.
final class FormulaWords {
    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "π", Math.PI, "e", Math.E);
    private static final Map<String, Function> OTHER_NAMES = Map.of(
            "log", Function.LN,
            "arcsin", Function.ASIN,
            "arccos", Function.ACOS,
            "arctan", Function.ATAN,
            "sgn", Function.SIGN);
    /// Coordinates are x₁ and x₂ on axes, and x1 and x2 in tables.
    private static final Map<String, String> OTHER_VARIABLES =
            Map.of("θ", "theta", "x1", "x", "x₁", "x", "x2", "y", "x₂", "y");

    private static final Map<String, String> MEANT = Map.of(
            "swish", "u*sigmoid(u)",
            "silu", "u*sigmoid(u)",
            "mish", "u*tanh(softplus(u))",
            "cot", "1/tan(u)",
            "pow", "u^2",
            "heaviside", "step",
            "gaussian", "gauss",
            "logistic", "sigmoid",
            "truncated", "min(max(u, 0), 1)");
    private static final int SHOWN = 24;

    private final List<String> names;

    FormulaWords(List<String> names) {
        this.names = names;
    }

    /// The plain word for a variable or a constant of that name; a name comes before a constant.
    Optional<String> leafNamed(String word) {
        int index = names.indexOf(word);
        if (index < 0 && OTHER_VARIABLES.containsKey(word)) {
            index = names.indexOf(OTHER_VARIABLES.get(word));
        }
        if (index >= 0) {
            return Optional.of("v" + index);
        }
        return switch (word) {
            case "pi", "π", "Pi", "PI" -> Optional.of("pi");
            case "e" -> Optional.of("e");
            default -> Optional.empty();
        };
    }

    /// What a plain word stands for.
    static Expression leaf(String plain) {
        var value = CONSTANTS.get(plain);
        return value == null ? new Variable(Integer.parseInt(plain.substring(1))) : new Constant(value);
    }

    /// The function of that name, in letters of any case.
    static Optional<Function> function(String word) {
        var name = word.toLowerCase(Locale.ROOT);
        var known = Stream.of(Function.values())
                .filter(function -> function.id().equals(name))
                .findFirst();
        return known.isPresent() ? known : Optional.ofNullable(OTHER_NAMES.get(name));
    }

    /// What may stand where a number or the like is expected.
    String parts() {
        var variables =
                names.isEmpty() ? "" : names.size() == 1 ? "the variable " + listed() : "a variable " + listed();
        return "a number, " + (names.isEmpty() ? "" : variables + ", ") + "a function or '('";
    }

    private String listed() {
        return String.join(", ", names);
    }

    /// The names of all functions, `log` beside the one that it is.
    private static List<String> functions() {
        return Stream.of(Function.values())
                .flatMap(function -> function == Function.LN ? Stream.of("ln", "log") : Stream.of(function.id()))
                .toList();
    }

    /// The variables with their other names, and the constants.
    private String all() {
        var all = new ArrayList<String>();
        for (var name : names) {
            all.add(
                    switch (name) {
                        case "x" -> "x (or x1)";
                        case "y" -> "y (or x2)";
                        default -> name;
                    });
        }
        return String.join(", ", all) + ", pi and e";
    }

    /// The sentence for a word before a bracket that names no function.
    String noFunction(String word, String where) {
        var known = functions();
        var hint = meant(word, known).orElse("the functions are " + String.join(", ", known));
        return "there is no function '" + shortened(word) + "' (" + where + "): " + hint;
    }

    /// The sentence for any other unknown word.
    String noVariable(String word, String where) {
        var known = new ArrayList<>(names);
        known.add("pi");
        known.addAll(functions());
        var uses = names.isEmpty() ? "this formula has no variables" : "this formula may use " + all();
        var hint = product(word).or(() -> call(word)).or(() -> meant(word, known));
        return "there is no variable '" + shortened(word) + "' (" + where + "); " + uses
                + hint.map(it -> ": " + it).orElse("");
    }

    /// `xy` for `x*y`.
    private Optional<String> product(String word) {
        for (int i = 1; i < word.length(); i++) {
            var left = word.substring(0, i);
            var right = word.substring(i);
            boolean isNumber = right.chars().allMatch(c -> '0' <= c && c <= '9');
            if (leafNamed(left).isPresent() && (leafNamed(right).isPresent() || isNumber)) {
                return Optional.of("did you mean " + left + "*" + right + "?");
            }
        }
        return Optional.empty();
    }

    /// `sinu` for `sin(u)`.
    private Optional<String> call(String word) {
        for (int i = 1; i < word.length(); i++) {
            var argument = word.substring(i);
            if (function(word.substring(0, i)).isPresent()
                    && leafNamed(argument).isPresent()) {
                return Optional.of("did you mean " + word.substring(0, i) + "(" + argument + ")?");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> meant(String word, List<String> known) {
        var name = word.toLowerCase(Locale.ROOT);
        if (MEANT.containsKey(name)) {
            return Optional.of("did you mean " + MEANT.get(name) + "?");
        }
        if (word.length() > SHOWN) {
            return Optional.empty();
        }
        return Spelling.nearest(name, known).map(other -> "did you mean " + other + "?");
    }

    /// The beginning of a word, and what cannot be seen by its number.
    static String shortened(String word) {
        var beginning =
                word.codePoints().limit(SHOWN).mapToObj(FormulaWords::shown).collect(Collectors.joining());
        return word.codePointCount(0, word.length()) > SHOWN ? beginning + "…" : beginning;
    }

    private static String shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format(Locale.ROOT, "U+%04X", character);
            default -> Character.toString(character);
        };
    }
}
