package isotopy.export;

import isotopy.figure.Playback;
import isotopy.figure.Scene;
import isotopy.target.Labels;
import isotopy.train.Samples;
import java.util.Locale;

/// What a page says of its scene in words.
record PageWords(Scene scene, Playback playback) {
    String title() {
        return scene.snapshot().experiment().target().title();
    }

    /// The network: "Control family tanh · width 16 · 20 layers · 2,000 training steps".
    String network() {
        var snapshot = scene.snapshot();
        var control = snapshot.control();
        var family = control.family();
        return ("Control family " + family.title() + (family.hasWidth() ? " · width " + control.width() : "") + " · "
                        + count(control.depth(), "layer")
                        + (control.augment() > 0 ? " · " + count(control.augment(), "extra coordinate") : "")
                        + " · " + count(snapshot.step(), "training step"))
                + (playback.look().exact() ? " · shown as the differential equation" : "");
    }

    /// How far it is from its target.
    String error() {
        var snapshot = scene.snapshot();
        var experiment = snapshot.experiment();
        var points = Samples.testSize(experiment) > 0 ? "test" : "training";
        var share = share(100 * snapshot.miss()) + " %";
        if (experiment.target() instanceof Labels) {
            return share + " of the " + points + " points are taken for another class";
        }
        var whole = switch (experiment.target().kind()) {
            case LINE -> "the interval’s length";
            case PLANE, LABELS -> "the square’s side";
            case FUNCTION -> "the range of the values";
        };
        return "average miss on " + points + " points: " + share + " of " + whole;
    }

    private static String share(double percent) {
        return String.format(Locale.ROOT, percent >= 10 ? "%.0f" : percent >= 1 ? "%.1f" : "%.2g", percent);
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
