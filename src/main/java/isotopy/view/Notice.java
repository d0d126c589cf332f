package isotopy.view;

import java.util.List;

/// Something the user is told, beside the work and not in its way: what happened, and what can be done about it.
public record Notice(Kind kind, String text, List<Offer> offers) {
    public enum Kind {
        INFORMATION,
        WARNING,
        ERROR
    }

    /// A way out, as a button.
    public record Offer(String label, Runnable action) {}

    public Notice {
        offers = List.copyOf(offers);
    }

    /// A notice without offers.
    public static Notice of(Kind kind, String text) {
        return new Notice(kind, text, List.of());
    }
}
