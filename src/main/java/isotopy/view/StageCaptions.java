package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.flow.Folds;
import java.util.Locale;

/// The sentences on the stage.
final class StageCaptions {
    private StageCaptions() {}

    /// What the stage shows that is not plain at sight; `brief` where there is little room.
    static String hint(Scene scene, Look look, boolean brief) {
        var folds = scene.snapshot().folds();
        if (look.exact() && scene.exactness().isPresent()) {
            double side = scene.snapshot().experiment().sampling().domain().side();
            return brief
                    ? "The exact equation"
                    : "Shown: the differential equation; the network ends "
                            + percent(scene.exactness().get().mean() / side) + " of the side away from it";
        }
        if (look.shows(Overlay.FOLDS) && !folds.layers().isEmpty()) {
            return folding(folds, brief);
        }
        var augmented = augmented(scene, look, brief);
        if (!augmented.isEmpty()) {
            return augmented;
        }
        if (look.stack()) {
            return brief ? "Drag to turn" : "Each sheet is a moment of the flow · drag turns them";
        }
        return switch (scene.snapshot().experiment().target().kind()) {
            case PLANE -> plane(scene, look, brief);
            case LINE -> line(look, brief);
            case LABELS -> labels(look, brief);
            case FUNCTION -> function(look, brief);
        };
    }

    private static String plane(Scene scene, Look look, boolean brief) {
        if (!look.shows(Overlay.TARGET)) {
            return "";
        }
        boolean everywhere = scene.latticeGoals().isPresent();
        return brief
                ? everywhere ? "Dashed: the target" : "Rings: the target"
                : everywhere ? "Dashed: where the target sends the grid" : "Rings: where the pairs should end";
    }

    private static String line(Look look, boolean brief) {
        if (!look.shows(Overlay.TARGET)) {
            return "";
        }
        return brief ? "Dashed: the target" : "Dashed: the target · dots: training points · hollow: test points";
    }

    private static String labels(Look look, boolean brief) {
        if (!look.shows(Overlay.REGIONS)) {
            return "";
        }
        return brief
                ? "Shaded: what the network says"
                : "Shaded: the class that the network gives · at t = T the regions have straight edges";
    }

    private static String function(Look look, boolean brief) {
        if (look.height()) {
            return brief ? "Drag to turn" : "Height: t/T of what is read off at t · drag turns it";
        }
        if (!look.shows(Overlay.REGIONS)) {
            return "";
        }
        return brief
                ? "Colour: what the network says"
                : "Colour: the value that the network gives each start · its level lines are straight at t = T";
    }

    /// What is seen of a state with extra coordinates; empty where there are none.
    private static String augmented(Scene scene, Look look, boolean brief) {
        var control = scene.snapshot().control();
        int extra = control.augment();
        if (extra == 0) {
            return "";
        }
        if (look.space()) {
            return brief ? "Drag to turn" : "Among the axes are extra coordinates, which start at 0 · drag turns them";
        }
        var room = extra == 1 ? "1 extra coordinate" : extra + " extra coordinates";
        if (look.shows(Overlay.FIELD)) {
            return brief ? room + ", no field" : room + ": a field of so many has no picture in the plane";
        }
        boolean turns = control.readout()
                .filter(map -> !map.scores() && map.outputs() == control.inputs())
                .isPresent();
        return brief
                ? room
                : turns
                        ? room + ": the view turns from the first coordinates at t = 0 to the read-out at t = T"
                        : room + ": seen are the first two coordinates";
    }

    private static String folding(Folds folds, boolean brief) {
        int first = folds.layers().getFirst().layer() + 1;
        int others = folds.layers().size() - 1;
        if (others == 0) {
            return "Layer " + first + (brief ? " folds" : " folds: no longer a slice of a flow");
        }
        String who = "Layer " + first + " and " + others + (others == 1 ? " other" : " others");
        return who + (brief ? " fold" : " fold: no longer slices of a flow");
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
