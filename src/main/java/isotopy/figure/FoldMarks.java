package isotopy.figure;

import isotopy.flow.Folds;
import java.util.List;
import java.util.stream.Collectors;

/// Marks the places where the layer that acts at t folds space, and says so.
final class FoldMarks {
    /// More layers than this are not all named.
    private static final int NAMED = 6;

    private FoldMarks() {}

    /// Adds crosses at the states on entry where the layer's determinant is ≤ 0, and one line of text; nothing when
    /// it does not fold.
    static void draw(Shot shot, List<Mark> into) {
        var palette = shot.palette();
        for (var fold : shot.scene().snapshot().folds().layers()) {
            if (fold.layer() == shot.layer()) {
                float size = palette.text() / 3;
                into.add(Crosses.of(
                        PlaneIllustrator.rows(fold.where()),
                        shot.page(),
                        size,
                        1.6f * palette.line(),
                        palette.alarm()));
                label(shot, fold.layer(), into);
            }
        }
    }

    /// Whether the layer that acts in a shot is marked as one that folds.
    static boolean now(Shot shot) {
        return shot.look().shows(Overlay.FOLDS)
                && shot.scene().snapshot().folds().contains(shot.layer());
    }

    /// Which layers fold: "layer 5 folds", "layers 2, 5 and 7 fold".
    static String named(Folds folds) {
        var all = folds.indices();
        if (all.size() == 1) {
            return "layer " + (all.getFirst() + 1) + " folds";
        }
        int told = all.size() <= NAMED ? all.size() - 1 : NAMED;
        var names = all.subList(0, told).stream()
                .map(layer -> Integer.toString(layer + 1))
                .collect(Collectors.joining(", "));
        var rest = all.size() <= NAMED ? Integer.toString(all.getLast() + 1) : all.size() - told + " more";
        return "layers " + names + " and " + rest + " fold";
    }

    /// Adds the sentence at the foot of the page; the cross before it has the colour of those on the stage, the
    /// text that of ink.
    static void label(Shot shot, int layer, List<Mark> into) {
        if (!shot.keys()) {
            return;
        }
        var palette = shot.palette();
        float size = 1.1f * palette.text();
        float x = (float) shot.page().width() / 2;
        // above the words that the window lays over the lower edge
        float y = (float) shot.page().height() - 5.2f * size;
        into.add(new Mark.Label(
                "× Layer " + (layer + 1) + " folds: no longer a slice of a flow",
                x,
                y,
                size,
                true,
                Mark.Anchor.MIDDLE,
                palette.ink()));
    }
}
