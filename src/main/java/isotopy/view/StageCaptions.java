package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import java.util.Locale;

/// The sentences on the stage.
final class StageCaptions {
    private StageCaptions() {}

    /// What the stage shows that is not plain at sight.
    static String hint(Scene scene, Look look) {
        var folds = scene.snapshot().folds().layers();
        if (look.exact() && scene.exactness().isPresent()) {
            double share = scene.exactness().get().mean()
                    / scene.snapshot().experiment().sampling().domain().side();
            return "Shown: the differential equation; the network ends " + percent(share) + " of the side away from it";
        }
        if (look.shows(Overlay.FOLDS) && !folds.isEmpty()) {
            int first = folds.getFirst().layer() + 1;
            return folds.size() == 1
                    ? "Layer " + first + " folds: no longer a slice of a flow"
                    : "Layer " + first + " and " + (folds.size() - 1)
                            + (folds.size() == 2 ? " other fold" : " others fold") + ": no longer slices of a flow";
        }
        if (look.stack()) {
            return "Each sheet is a layer · drag turns them";
        }
        if (look.shows(Overlay.TARGET)) {
            return scene.latticeGoals().isPresent()
                    ? "Dashed: where the target sends the grid"
                    : "Rings: where the pairs should end";
        }
        return "";
    }

    /// A share in per cent with two digits that count: "2.1 %", "0.034 %", "12 %".
    static String percent(double share) {
        double percent = 100 * share;
        if (!Double.isFinite(percent)) {
            return "∞ %";
        }
        if (percent < 1e-6) {
            return "0 %";
        }
        int digits = (int) Math.max(0, 1 - Math.floor(Math.log10(percent)));
        return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
    }
}
