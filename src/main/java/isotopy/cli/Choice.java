package isotopy.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One of several things with names.
final class Choice {
    private Choice() {}

    /// The one of that name, or the one that holds otherwise where none is given.
    ///
    /// Throws: `Failure` for a wrong call, that names the option, what was given and all names there are.
    static <T> T of(String option, @Nullable String given, List<T> all, Function<T, String> id, T otherwise) {
        return given == null ? otherwise : of(option, given, all, id);
    }

    /// The one of that name.
    static <T> T of(String option, String given, List<T> all, Function<T, String> id) {
        return all.stream()
                .filter(one -> id.apply(one).equals(given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> only(option, given, all.stream().map(id).collect(Collectors.joining(", "))));
    }

    static Failure only(String option, String value, String there) {
        return Failure.wrongCall(option + " " + value + ": this version has only " + there);
    }
}
