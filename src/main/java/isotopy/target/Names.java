package isotopy.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds one of several things by the name that people type.
final class Names {
    private Names() {}

    /// The one of that name, in small or capital letters; `none` begins the sentence that says there is none:
    /// "there is no curve".
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    static <T> T find(T[] all, Function<T, String> id, String name, String none) {
        return Arrays.stream(all)
                .filter(one -> id.apply(one).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(none + " '" + name + "'; there are "
                        + Arrays.stream(all).map(id).collect(Collectors.joining(", "))));
    }
}
