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
            float y = line(shot, count - 1 - k);
            into.add(new Mark.Signs(
                    new float[] {1.7f * size},
                    new float[] {y - 0.35f * size},
                    new int[] {ClassColours.of(k, shot.look().theme())},
                    new Mark.Sign[] {ClassPoints.sign(k)},
                    radius,
                    0));
            into.add(new Mark.Label(name(labels, k), 2.5f * size, y, size, false, Mark.Anchor.START, palette.ink()));
        }
        if (shot.scene().tests()) {
            float y = line(shot, count);
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

    /// The baseline of a line of the list, counted from its foot; where there is a box, the list is at the top.
    private static float line(Shot shot, int above) {
        float size = shot.palette().text();
        if (shot.projection() == Projection.SPACE) {
            int lines = Math.min(
                            MOST,
                            shot.scene()
                                    .said()
                                    .map(said -> said.lattice().dimension())
                                    .orElse(1))
                    + 1;
            return (5.6f + 1.5f * (lines - 1 - above)) * size;
        }
        return (float) shot.page().height() - (6.6f + 1.5f * above) * size;
    }

    private static String name(Labels labels, int index) {
        var name = labels.names().get(index);
        boolean last = index == MOST - 1 && labels.names().size() > MOST;
        var shown = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        return last ? shown + " and " + (labels.names().size() - MOST) + " more" : shown;
    }
}
