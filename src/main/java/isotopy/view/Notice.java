package isotopy.view;

import isotopy.snapshot.Activity;
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

    /// What is told when training stops because numbers are no longer finite, with both ways out.
    static Notice divergence(Activity.Diverged diverged, Runnable halveRate, Runnable goBack) {
        return new Notice(
                Kind.WARNING,
                "Training stopped at step " + diverged.step() + ": a state in layer " + (diverged.layer() + 1)
                        + " was no longer a finite number. The last good flow was kept.",
                List.of(new Offer("Halve the learning rate", halveRate), new Offer("Go back", goBack)));
    }
}
