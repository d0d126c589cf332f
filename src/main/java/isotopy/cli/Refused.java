package isotopy.cli;

import java.util.Locale;
import java.util.function.Supplier;

/// Turns what a constructor refuses into a wrong call.
final class Refused {
    private Refused() {}

    /// What `maker` gives; what it refuses is a wrong call, told after the option's name.
    static <T> T by(String option, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            var reason = String.valueOf(e.getMessage());
            throw Failure.wrongCall(
                    option + ": " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1));
        }
    }
}
