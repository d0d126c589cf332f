package isotopy.figure;

import isotopy.target.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the panels of a [Panels] stand, and what stands around them.
///
/// Units: logical pixels.
final class PanelLayout {
    /// A panel is at least so wide, in text sizes.
    private static final double NARROWEST = 12;

    /// Width over height of a panel: a map of the line shows two pictures side by side.
    private static final double LINE_ASPECT = 1.55;

    private final Panels strip;
    private final Look look;
    private final Palette palette;
    private final float size;
    private final boolean line;
    private final boolean ruled;
    private final boolean own;
    private final boolean earlier;
    private final Manner manner;
    private final Setting setting;
    private final int columns;
    private final int rows;
    private final double left;
    private final double side;
    private final double width;
    private final double panelHeight;

    PanelLayout(Panels strip, Look look, boolean axisNames, double width) {
        this.strip = strip;
        this.look = look;
        this.width = width;
        palette = Palette.of(look.theme());
        size = palette.text();
        var first = Shot.of(strip.moments().getFirst().scene(), 0, look, 100, 100);
        line = first.kind() == Kind.LINE;
        ruled = !line && first.projection() == Projection.PLANE && look.shows(Overlay.TICKS);
        manner = Manner.SILENT.withAxisNames(axisNames);
        var scene = strip.moments().getFirst().scene();
        earlier = strip.moments().stream().anyMatch(moment -> moment.scene() != scene);
        own = earlier && Following.free(scene);
        setting = setting();
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

    /// What all panels have in common.
    private Setting setting() {
        return strip.moments().stream()
                .map(Panels.Moment::scene)
                .distinct()
                .map(scene -> Setting.of(scene, look, manner, width))
                .reduce(Setting::and)
                .orElseThrow();
    }

    /// Between panels there is room for numbers where each has its own.
    private double gap() {
        return Math.ceil((own && ruled ? 3.4 : 0.9) * size);
    }

    /// Between a row of panels and the titles of the next.
    private double below() {
        return own && ruled ? Math.ceil(1.6 * size) : 0;
    }

    private double title() {
        return Math.ceil(2.1 * size);
    }

    private double foot() {
        return Math.ceil((ruled ? 2 : 0.6) * size);
    }

    double height() {
        return rows * (title() + panelHeight) + (rows - 1) * below() + foot() + keys();
    }

    /// The height of the list of signs.
    private double keys() {
        return setting.rows() == 0 ? 0 : Math.ceil((0.5 + KeyList.PITCH * setting.rows()) * size);
    }

    Figure figure() {
        var marks = new ArrayList<Mark>();
        var camera = camera();
        for (int k = 0; k < strip.moments().size(); k++) {
            panel(k, camera, marks);
        }
        var last = strip.moments().getLast().scene();
        var shot = Shot.of(last, last.particles().horizon(), look, side, panelHeight)
                .withoutKeys();
        double first = height() - (0.7 + KeyList.PITCH * (setting.rows() - 1)) * size;
        PageKeys.of(shot).drawRows(size, first, width - size, setting.rows(), marks);
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
        float y = (float) Math.round(row * (title() + panelHeight + below()) + title());
        var moment = strip.moments().get(k);
        var bare = line ? look : look.with(Overlay.TICKS, false);
        var seen = own ? Following.camera(moment.scene(), moment.t(), look) : camera;
        var shot = Shot.of(moment.scene(), moment.t(), bare, manner, side, panelHeight)
                .on(Page.of(seen, side, panelHeight))
                .withHeights(setting.heights())
                .withoutKeys();
        into.add(new Mark.Panel(x, y, Illustrator.of(shot)));
        if (!line) {
            into.add(Mount.frame(palette, x, y, (float) side, (float) panelHeight));
        }
        var name = "(" + (char) ('a' + k) + ")";
        into.add(new Mark.Label(name, x, y - 0.65f * size, 1.1f * size, true, Mark.Anchor.START, palette.ink()));
        into.add(new Mark.Label(
                moment.words() + (own && !ruled ? scale(seen) : "") + (folds(shot) ? " ×" : ""),
                x + 2.2f * size,
                y - 0.65f * size,
                1.1f * size,
                false,
                Mark.Anchor.START,
                palette.ink()));
        if (ruled) {
            boolean lowest = k + columns >= strip.moments().size();
            Axes.outside(shot, x, y, own || column == 0, own || lowest, into);
        }
    }

    /// What a panel that has a scale of its own and no numbers shows.
    private static String scale(Camera seen) {
        return String.format(Locale.ROOT, ", %.3g wide", seen.span());
    }

    /// Whether a panel has a cross in its title: the layer that acts folds, or any layer of an earlier flow.
    private boolean folds(Shot shot) {
        return earlier
                ? look.shows(Overlay.FOLDS)
                        && !shot.scene().snapshot().folds().layers().isEmpty()
                : FoldMarks.now(shot);
    }
}
