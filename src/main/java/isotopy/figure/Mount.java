package isotopy.figure;

import isotopy.target.Kind;
import java.util.ArrayList;
import java.util.List;

/// A picture that stands by itself, on its page: words above it, the numbers of its axes around it, and below it what
/// its signs, lines and colours are. Nothing lies over the picture.
///
/// Units: logical pixels.
final class Mount {
    /// The picture keeps this share of the height; keys that would take more of it are left out.
    private static final double LEAST = 0.45;

    private static final double MARGIN = 1;

    private final Look look;
    private final Manner manner;
    private final Shot end;
    private final Setting setting;
    private final double width;
    private final double height;
    private final float size;
    private final boolean ruled;
    private final int rows;
    private final double left;
    private final double top;
    private final double side;
    private final double high;

    private Mount(Scene scene, Look look, Manner manner, Setting setting, double width, double height) {
        this.look = look;
        this.manner = manner;
        this.setting = setting;
        this.width = width;
        this.height = height;
        end = shot(scene, scene.particles().horizon(), width, height);
        size = end.palette().text();
        ruled = end.kind() != Kind.LINE && end.projection() == Projection.PLANE && look.shows(Overlay.TICKS);
        left = ruled ? Math.ceil(3.6 * size) : 0;
        side = width - left - (ruled ? Math.ceil(MARGIN * size) : 0);
        top = Math.ceil((setting.lines() == 0 ? ruled ? 0.8 : 0 : 0.85 + KeyList.PITCH * setting.lines()) * size);
        int fitting = setting.rows();
        while (fitting > 0 && height - top - foot(fitting) < LEAST * height) {
            fitting--;
        }
        rows = fitting;
        high = Math.max(1, Math.floor(height - top - foot(rows)));
    }

    /// What a page says of itself has so much room.
    static double room(Shot shot, double width) {
        return width - 2 * MARGIN * shot.palette().text();
    }

    /// The page of a scene at t, with these words about what changes.
    static Figure figure(
            Scene scene,
            double t,
            Look look,
            Manner manner,
            String words,
            Setting setting,
            double width,
            double height) {
        var mount = new Mount(scene, look, manner, setting, width, height);
        var marks = new ArrayList<Mark>();
        var shot = mount.shot(scene, t, mount.side, mount.high);
        mount.picture(shot, marks);
        mount.words(shot, words, marks);
        mount.keys(marks);
        return new Figure(width, height, shot.palette().background(), marks);
    }

    private Shot shot(Scene scene, double t, double wide, double tall) {
        var bare = look.with(Overlay.TICKS, false);
        return Shot.of(scene, t, bare, manner, wide, tall).withoutKeys().withHeights(setting.heights());
    }

    private double foot(int count) {
        return Math.ceil(((ruled ? 1.9 : 0) + (count > 0 ? 0.5 + KeyList.PITCH * count : 0)) * size);
    }

    private void picture(Shot shot, List<Mark> into) {
        float x = (float) left;
        float y = (float) top;
        if (top == 0 && rows == 0 && !ruled) {
            into.addAll(Illustrator.of(shot).marks());
            return;
        }
        into.add(new Mark.Panel(x, y, Illustrator.of(shot)));
        if (ruled) {
            into.add(frame(shot.palette(), x, y, (float) side, (float) high));
            Axes.outside(shot, x, y, true, true, into);
        }
    }

    /// The edge of a picture whose upper left corner is at (x, y).
    static Mark frame(Palette palette, float x, float y, float side, float high) {
        float right = x + side;
        float bottom = y + high;
        return new Mark.Paths(
                new float[] {x, y, right, y, right, bottom, x, bottom, x, y},
                new int[] {0, 5},
                new int[] {palette.axis()},
                palette.line(),
                false,
                0);
    }

    private void words(Shot shot, String words, List<Mark> into) {
        if (setting.lines() == 0) {
            return;
        }
        var palette = shot.palette();
        double room = room(shot, width);
        var first = FoldMarks.now(shot) ? Captions.fitting(words, FOLDING, room, size) : words;
        float x = (float) (MARGIN * size);
        into.add(new Mark.Label(
                first, x, 1.6f * size, Captions.size(first, room, size), false, Mark.Anchor.START, palette.ink()));
        if (manner.words() == Manner.Words.FORMULAS) {
            var lines = Captions.wrapped(Captions.formula(shot.scene().snapshot()), room, size);
            for (int k = 0; k < Math.min(lines.size(), setting.lines() - 1); k++) {
                float y = (1.6f + KeyList.PITCH * (k + 1)) * size;
                into.add(new Mark.Label(lines.get(k), x, y, size, false, Mark.Anchor.START, palette.quiet()));
            }
        }
    }

    /// What is said of a layer that folds, the shortest last.
    private static final List<String> FOLDING =
            List.of(" · × this layer folds: no longer a slice of a flow", " · × this layer folds", " ×");

    private void keys(List<Mark> into) {
        double first = height - (0.7 + KeyList.PITCH * (rows - 1)) * size;
        PageKeys.of(end).drawRows(MARGIN * size, first, width - MARGIN * size, rows, into);
    }
}
