package isotopy.figure;

import isotopy.target.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the signs and lines of a picture are, in small words: in rows below it, or on the stage in a corner, on a
/// plate that keeps them readable over what is drawn. In the plane it is the corner that hides least at t = T, so
/// that nothing jumps while t runs.
final class KeyList {
    /// The mean width of a letter, in text sizes.
    private static final float LETTER = 0.53f;

    /// The distance of two lines, in text sizes.
    static final float PITCH = 1.5f;

    /// Draws a sign around a place of the page.
    @FunctionalInterface
    interface Sign {
        Mark at(float x, float y);
    }

    /// Draws a sign from a place on the base line on.
    @FunctionalInterface
    interface WideSign {
        List<Mark> at(float left, float baseline);
    }

    /// The room of a sign before its words and of what is between two of them in a row, in text sizes.
    private static final float SIGN = 1.7f;

    private static final float GAP = 1.1f;

    /// The mean width of a letter of words that stand in a row.
    private static final float IN_A_ROW = 0.5f;

    /// The length of a scale of colours, in text sizes, and its steps.
    private static final float SCALE = 6;

    private static final int STEPS = 48;

    private record Row(Sign sign, WideSign wide, float room, String words, int argb) {
        /// How wide it is in a row, in text sizes.
        float width() {
            return room + IN_A_ROW * words.length() + (words.isEmpty() ? 0 : GAP);
        }
    }

    private final Shot shot;
    private final List<Row> rows = new ArrayList<>();

    KeyList(Shot shot) {
        this.shot = shot;
    }

    /// Adds a row below the others.
    void add(Sign sign, String words, int argb) {
        float size = shot.palette().text();
        rows.add(new Row(
                sign,
                (left, baseline) -> List.of(sign.at(left + 0.7f * size, baseline - 0.35f * size)),
                SIGN,
                words,
                argb));
    }

    /// Adds what stands in a row only: a sign that is so many text sizes wide, and its words.
    void wide(float room, WideSign sign, String words) {
        rows.add(new Row(
                (x, y) -> {
                    throw new IllegalStateException("this sign stands in a row only");
                },
                sign,
                room,
                words,
                shot.palette().quiet()));
    }

    /// Adds words without a sign, which stand in a row only.
    void words(String words) {
        wide(0, (_, _) -> List.of(), words);
    }

    /// Adds a scale of colours with its ends on both sides, which stands in a row only.
    void scale(Legend scale) {
        var palette = shot.palette();
        float size = palette.text();
        float low = (IN_A_ROW * (scale.title().length() + scale.low().length() + 2) + 0.6f) * size;
        var argb = new int[STEPS];
        for (int k = 0; k < argb.length; k++) {
            argb[k] = scale.colours().applyAsInt(k / (argb.length - 1.0));
        }
        wide(
                low / size + SCALE + 0.4f,
                (x, y) -> List.of(
                        new Mark.Label(scale.title(), x, y, size, false, Mark.Anchor.START, palette.quiet()),
                        new Mark.Label(
                                scale.low(), x + low - 0.4f * size, y, size, false, Mark.Anchor.END, palette.quiet()),
                        new Mark.Heat(x + low, y - 0.7f * size, SCALE * size, 0.7f * size, STEPS, 1, argb)),
                scale.high());
    }

    /// Adds a row for a line that is drawn so.
    void line(int argb, float width, float dash, String words) {
        float line = shot.palette().line();
        float half = 0.65f * shot.palette().text();
        add(
                (x, y) -> new Mark.Curves(
                        List.of(new Mark.Curve(new float[] {x - half, x + half}, new float[] {y, y}, argb)),
                        width * line,
                        false,
                        dash * line),
                words,
                shot.palette().quiet());
    }

    /// Adds a row for a hollow circle.
    void ring(String words) {
        float radius = Math.max(shot.palette().dot(), 0.32f * shot.palette().text());
        add(
                (x, y) -> new Mark.Rings(
                        new float[] {x},
                        new float[] {y},
                        new int[] {shot.palette().quiet()},
                        radius,
                        1.3f * shot.palette().line()),
                words,
                shot.palette().quiet());
    }

    /// Adds a row that names the layers that fold, where the look marks them.
    void folds() {
        var folds = shot.scene().snapshot().folds();
        if (shot.look().shows(Overlay.FOLDS) && !folds.layers().isEmpty()) {
            var palette = shot.palette();
            float size = palette.text() / 3;
            add(
                    (x, y) -> new Mark.Paths(
                            new float[] {x - size, y - size, x + size, y + size, x - size, y + size, x + size, y - size
                            },
                            new int[] {0, 2, 4},
                            new int[] {palette.alarm(), palette.alarm()},
                            1.6f * palette.line(),
                            false,
                            0),
                    FoldMarks.named(folds),
                    palette.quiet());
        }
    }

    /// Adds the plate and the rows, if there are any.
    void draw(List<Mark> into) {
        if (rows.isEmpty() || !shot.keys()) {
            return;
        }
        var palette = shot.palette();
        float size = palette.text();
        int longest = rows.stream().mapToInt(row -> row.words().length()).max().orElse(0);
        float width = (2.3f + LETTER * longest) * size;
        float above = 1.2f * size;
        float below = ((rows.size() - 1) * PITCH + 0.5f) * size;
        var corner = PlateCorner.LOWER_LEFT;
        if (shot.projection() == Projection.PLANE && shot.kind() != Kind.LINE) {
            Function<PlateCorner, PlateCorner.Plate> plates = place -> new PlateCorner.Plate(
                    left(place, width), first(place) - above, left(place, width) + width, first(place) + below);
            corner = PlateCorner.emptiest(shot, plates);
        }
        float left = left(corner, width);
        float first = first(corner);
        Legend.plate(left, first - above, left + width, first + below, palette, into);
        for (int k = 0; k < rows.size(); k++) {
            var row = rows.get(k);
            float y = first + k * PITCH * size;
            into.add(row.sign().at(left + size, y - 0.35f * size));
            into.add(new Mark.Label(row.words(), left + 2 * size, y, size, false, Mark.Anchor.START, row.argb()));
        }
    }

    /// How many rows all stand in side by side, where there is so much room.
    int rows(double width) {
        int count = 0;
        double x = width;
        for (var row : rows) {
            double wide = row.width() * shot.palette().text();
            if (count == 0 || x + wide > width) {
                count++;
                x = 0;
            }
            x += wide;
        }
        return count;
    }

    /// Adds all side by side in so many rows at most, from a place on, the base line of the first row at `first`.
    void drawRows(double left, double first, double right, int most, List<Mark> into) {
        float size = shot.palette().text();
        double x = left;
        int line = 0;
        for (var row : rows) {
            double wide = row.width() * size;
            if (x > left && x + wide > right) {
                line++;
                x = left;
            }
            if (line >= most) {
                return;
            }
            float baseline = (float) (first + line * PITCH * size);
            into.addAll(row.wide().at((float) x, baseline));
            into.add(new Mark.Label(
                    row.words(), (float) x + row.room() * size, baseline, size, false, Mark.Anchor.START, row.argb()));
            x += wide;
        }
    }

    /// The left edge of a plate of that width.
    private float left(PlateCorner corner, float width) {
        float size = shot.palette().text();
        // the numbers of the ruler stay free
        return corner.right()
                ? (float) shot.page().width() - 0.7f * size - width
                : (shot.look().shows(Overlay.TICKS) ? 4.2f : 0.7f) * size;
    }

    /// The baseline of the first row: at the top where there is a box, else above the words that the window lays
    /// over the lower edge and what is said of a layer that folds.
    private float first(PlateCorner corner) {
        float size = shot.palette().text();
        if (shot.projection() == Projection.SPACE || corner.top()) {
            return 5.6f * size;
        }
        boolean said = shot.look().shows(Overlay.FOLDS)
                && !shot.scene().snapshot().folds().layers().isEmpty();
        float foot = said ? 7.6f : 6.6f;
        return (float) shot.page().height() - (foot + PITCH * (rows.size() - 1)) * size;
    }
}
