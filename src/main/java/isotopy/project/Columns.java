package isotopy.project;

import isotopy.target.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which columns of a table are read as what: `names` holds the header's name for every role of the kind, in the order
/// of [#roles(Kind)].
public record Columns(Kind kind, List<String> names) {
    /// Throws: `IllegalArgumentException` when there are not as many columns as roles.
    public Columns {
        names = List.copyOf(names);
        if (names.size() != roles(kind).size()) {
            throw new IllegalArgumentException("a table of this kind has the columns " + roles(kind) + ": " + names);
        }
    }

    /// The columns with the names that need no choice.
    public Columns(Kind kind) {
        this(kind, roles(kind));
    }

    /// What the columns of a table of that kind mean: where a point starts, then what it is given.
    public static List<String> roles(Kind kind) {
        return switch (kind) {
            case LINE -> List.of("x", "y");
            case PLANE -> List.of("x1", "x2", "y1", "y2");
            case LABELS -> List.of("x1", "x2", "label");
            case FUNCTION -> List.of("x1", "x2", "u");
        };
    }

    /// The kind that a header names, by the columns that only one kind has; pairs of the plane where none does.
    static Kind kind(List<String> header) {
        if (header.containsAll(List.of("y1", "y2"))) {
            return Kind.PLANE;
        }
        if (header.contains("label")) {
            return Kind.LABELS;
        }
        if (header.contains("u")) {
            return Kind.FUNCTION;
        }
        return header.containsAll(roles(Kind.LINE)) && !header.contains("x1") ? Kind.LINE : Kind.PLANE;
    }

    /// What a table most probably holds: by the names of its columns, in small or capital letters, else by which of
    /// its first columns hold numbers. Empty where nothing fits.
    ///
    /// @param numeric which columns hold nothing but numbers
    static Optional<Columns> guess(List<String> header, List<Boolean> numeric) {
        for (var kind : List.of(Kind.PLANE, Kind.LABELS, Kind.FUNCTION, Kind.LINE)) {
            var names = roles(kind).stream()
                    .flatMap(role ->
                            header.stream().filter(role::equalsIgnoreCase).limit(1))
                    .toList();
            if (names.size() == roles(kind).size()) {
                return Optional.of(new Columns(kind, names));
            }
        }
        var numbers = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (int k = 0; k < header.size(); k++) {
            (numeric.get(k) ? numbers : words).add(header.get(k));
        }
        if (numbers.size() >= 2 && !words.isEmpty() && numbers.size() < 4) {
            return Optional.of(new Columns(Kind.LABELS, List.of(numbers.get(0), numbers.get(1), words.getFirst())));
        }
        return switch (numbers.size()) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(new Columns(Kind.LINE, numbers));
            case 3 -> Optional.of(new Columns(Kind.FUNCTION, numbers));
            default -> Optional.of(new Columns(Kind.PLANE, numbers.subList(0, 4)));
        };
    }

    /// The columns that hold numbers.
    List<String> numbers() {
        return kind == Kind.LABELS ? names.subList(0, 2) : names;
    }
}
