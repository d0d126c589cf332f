package isotopy.figure;

import isotopy.target.Kind;
import java.util.ArrayList;
import java.util.List;

/// Where the panels of a [Panels] stand, and what stands around them.
///
/// Units: logical pixels.
final class PanelLayout {
    /// A panel is at least so wide, in text sizes.
    private static final double NARROWEST = 12;

    /// Width over height of a panel: a map of the line shows two pictures side by side.
    private static final double LINE_ASPECT = 2;

    private final Panels strip;
    private final Look look;
    private final Palette palette;
    private final float size;
    private final boolean line;
    private final boolean ruled;
    private final int columns;
    private final int rows;
    private final double left;
    private final double side;
    private final double width;
    private final double panelHeight;

    PanelLayout(Panels strip, Look look, double width) {
        this.strip = strip;
        this.look = look;
        this.width = width;
        palette = Palette.of(look.theme());
        size = palette.text();
        var first = Shot.of(strip.moments().getFirst().scene(), 0, look, 100, 100);
        line = first.kind() == Kind.LINE;
        ruled = !line && first.projection() == Projection.PLANE && look.shows(Overlay.TICKS);
        left = ruled ? 3.2 * size : 0.5 * size;
        double free = width - left - 0.5 * size;
        double least = NARROWEST * size * (line ? 2 : 1);
        int fitting = (int)
                Math.clamp((free + gap()) / (least + gap()), 1, strip.moments().size());
        rows = Math.ceilDiv(strip.moments().size(), fitting);
        columns = Math.ceilDiv(strip.moments().size(), rows);
        // whole pixels, so that panels are equally sharp
        side = Math.floor((free - (columns - 1) * gap()) / columns);
        panelHeight = Math.floor(line ? side / LINE_ASPECT : side);
    }

    private double gap() {
        return Math.ceil(0.9 * size);
    }

    private double title() {
        return Math.ceil(2.1 * size);
    }

    private double foot() {
        return Math.ceil((ruled ? 2 : 0.6) * size);
    }

    double height() {
        return rows * (title() + panelHeight) + foot() + (keyed() ? 2 * size : 0);
    }

    private boolean keyed() {
        return !line;
    }

    Figure figure() {
        var marks = new ArrayList<Mark>();
        var camera = camera();
        for (int k = 0; k < strip.moments().size(); k++) {
            panel(k, camera, marks);
        }
        if (keyed()) {
            var last = strip.moments().getLast();
            var shot = Shot.of(last.scene(), last.t(), look, side, panelHeight);
            PlaneKeys.of(shot)
                    .drawRow((float) left, (float) (height() - 0.6 * size), (float) (width - 0.5 * size), marks);
        }
        return new Figure(width, height(), palette.background(), marks);
    }

    /// One view for all: the widest of those in which the moments would be seen by themselves.
    private Camera camera() {
        double low1 = Double.POSITIVE_INFINITY;
        double high1 = Double.NEGATIVE_INFINITY;
        double low2 = low1;
        double high2 = high1;
        for (var moment : strip.moments()) {
            var seen = Following.camera(moment.scene(), moment.t(), look);
            low1 = Math.min(low1, seen.x1() - seen.span() / 2);
            high1 = Math.max(high1, seen.x1() + seen.span() / 2);
            low2 = Math.min(low2, seen.x2() - seen.span() / 2);
            high2 = Math.max(high2, seen.x2() + seen.span() / 2);
        }
        return new Camera((low1 + high1) / 2, (low2 + high2) / 2, Math.max(high1 - low1, high2 - low2));
    }

    private void panel(int k, Camera camera, List<Mark> into) {
        int column = k % columns;
        int row = k / columns;
        float x = (float) Math.round(left + column * (side + gap()));
        float y = (float) Math.round(row * (title() + panelHeight) + title());
        var moment = strip.moments().get(k);
        var bare = line ? look : look.with(Overlay.TICKS, false);
        var shot = Shot.of(moment.scene(), moment.t(), bare, side, panelHeight)
                .on(Page.of(camera, side, panelHeight))
                .withoutKeys();
        into.add(new Mark.Panel(x, y, Illustrator.of(shot)));
        if (!line) {
            into.add(frame(x, y));
        }
        var name = "(" + (char) ('a' + k) + ")";
        into.add(new Mark.Label(name, x, y - 0.65f * size, 1.1f * size, true, Mark.Anchor.START, palette.ink()));
        into.add(new Mark.Label(
                moment.words(),
                x + 2.2f * size,
                y - 0.65f * size,
                1.1f * size,
                false,
                Mark.Anchor.START,
                palette.ink()));
        if (ruled) {
            boolean lowest = k + columns >= strip.moments().size();
            Axes.outside(shot, x, y, column == 0, lowest, into);
        }
    }

    private Mark frame(float x, float y) {
        float right = x + (float) side;
        float bottom = y + (float) panelHeight;
        return new Mark.Paths(
                new float[] {x, y, right, y, right, bottom, x, bottom, x, y},
                new int[] {0, 5},
                new int[] {palette.axis()},
                palette.line(),
                false,
                0);
    }
}
