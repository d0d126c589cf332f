package isotopy.figure;

import isotopy.target.Labels;
import java.util.List;

/// The names of the classes beside their colours, along the left edge.
final class ClassLegend {
    /// More classes than this are not listed.
    private static final int MOST = 8;

    /// The longest name that is written out.
    private static final int LONGEST = 24;

    private ClassLegend() {}

    /// Adds the list.
    static void draw(Labels labels, Shot shot, List<Mark> into) {
        var palette = shot.palette();
        float size = palette.text();
        int count = Math.min(MOST, labels.names().size());
        float radius = Math.max(palette.dot(), 0.32f * size);
        for (int k = 0; k < count; k++) {
            // above the words that the window lays over the lower edge
            float y = (float) shot.page().height() - (6 + 1.5f * (count - 1 - k)) * size;
            into.add(new Mark.Signs(
                    new float[] {1.7f * size},
                    new float[] {y - 0.35f * size},
                    new int[] {ClassColours.of(k, shot.look().theme())},
                    new Mark.Sign[] {ClassPoints.sign(k)},
                    radius,
                    0));
            into.add(new Mark.Label(name(labels, k), 2.5f * size, y, size, false, Mark.Anchor.START, palette.ink()));
        }
        if (shot.scene().held().contains(true)) {
            float y = (float) shot.page().height() - (6 + 1.5f * count) * size;
            into.add(new Mark.Rings(
                    new float[] {1.7f * size},
                    new float[] {y - 0.35f * size},
                    new int[] {palette.quiet()},
                    radius,
                    1.3f * palette.line()));
            into.add(new Mark.Label(
                    "hollow: test · ringed: wrong", 2.5f * size, y, size, false, Mark.Anchor.START, palette.quiet()));
        }
    }

    private static String name(Labels labels, int index) {
        var name = labels.names().get(index);
        boolean last = index == MOST - 1 && labels.names().size() > MOST;
        var shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        return last ? shown + " and " + (labels.names().size() - MOST) + " more" : shown;
    }
}
