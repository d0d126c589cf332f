package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// What a figure stands on: the page of its theme, a white one, or none.
///
/// Only the page is changed, and what is painted in its colour so that it looks like the page: text and lines keep
/// theirs, so that a dark theme is readable on no white ground.
public enum Ground {
    THEME("theme"),
    WHITE("white"),
    TRANSPARENT("transparent");

    private static final int WHITE_PAGE = 0xFFFFFFFF;
    private static final int OPAQUE = 0xFF000000;

    private final String id;

    Ground(String id) {
        this.id = id;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// The ground of that name.
    ///
    /// Throws: `IllegalArgumentException` when there is none.
    public static Ground named(String id) {
        for (var ground : values()) {
            if (ground.id.equals(id)) {
                return ground;
            }
        }
        throw new IllegalArgumentException("there is no ground '" + id + "'; choose theme, white or transparent");
    }

    /// The figure on this ground.
    public Figure under(Figure figure) {
        int page = figure.background();
        return switch (this) {
            case THEME -> figure;
            case WHITE ->
                new Figure(
                        figure.width(),
                        figure.height(),
                        WHITE_PAGE,
                        figure.marks().stream()
                                .map(mark -> recoloured(mark, argb -> like(argb, page) ? white(argb) : argb))
                                .map(this::inside)
                                .toList());
            case TRANSPARENT ->
                new Figure(
                        figure.width(),
                        figure.height(),
                        0,
                        bare(figure.marks(), page).stream().map(this::inside).toList());
        };
    }

    /// A figure inside the figure stands on the same ground.
    private Mark inside(Mark mark) {
        return mark instanceof Mark.Panel panel ? new Mark.Panel(panel.x(), panel.y(), under(panel.figure())) : mark;
    }

    /// The marks without what only keeps things apart from the page: plates behind words, and the rims of dots.
    private static List<Mark> bare(List<Mark> marks, int page) {
        var bare = new ArrayList<Mark>(marks.size());
        for (int k = 0; k < marks.size(); k++) {
            boolean kept = switch (marks.get(k)) {
                case Mark.Region plate -> !like(plate.argb(), page);
                case Mark.Dots dots -> !rim(dots, k + 1 < marks.size() ? marks.get(k + 1) : dots, page);
                case Mark.Rings _,
                        Mark.Curves _,
                        Mark.Paths _,
                        Mark.Arrows _,
                        Mark.Heat _,
                        Mark.Mesh _,
                        Mark.Picture _,
                        Mark.Signs _,
                        Mark.Density _,
                        Mark.Panel _,
                        Mark.Label _ -> true;
            };
            if (kept) {
                bare.add(marks.get(k));
            }
        }
        return bare;
    }

    /// Whether dots are rims: in the page's colour and see-through, or under smaller ones at the same places.
    /// Others in that colour are the insides of hollow ones.
    private static boolean rim(Mark.Dots dots, Mark next, int page) {
        if (dots.argb().length == 0 || !Arrays.stream(dots.argb()).allMatch(argb -> like(argb, page))) {
            return false;
        }
        boolean seenThrough = Arrays.stream(dots.argb()).allMatch(argb -> argb >>> 24 != 0xFF);
        return seenThrough
                || next instanceof Mark.Dots above
                        && above.radius() < dots.radius()
                        && Arrays.equals(above.x(), dots.x())
                        && Arrays.equals(above.y(), dots.y());
    }

    private static boolean like(int argb, int page) {
        return (argb | OPAQUE) == (page | OPAQUE);
    }

    private static int white(int argb) {
        return argb | ~OPAQUE;
    }

    private static Mark recoloured(Mark mark, IntUnaryOperator colour) {
        return switch (mark) {
            case Mark.Dots d -> new Mark.Dots(d.x(), d.y(), each(d.argb(), colour), d.radius());
            case Mark.Rings r -> new Mark.Rings(r.x(), r.y(), each(r.argb(), colour), r.radius(), r.width());
            case Mark.Signs s ->
                new Mark.Signs(s.x(), s.y(), each(s.argb(), colour), s.shapes(), s.radius(), s.outline());
            case Mark.Paths p ->
                new Mark.Paths(p.xy(), p.start(), each(p.argb(), colour), p.width(), p.fading(), p.dash());
            case Mark.Region r -> new Mark.Region(r.x(), r.y(), colour.applyAsInt(r.argb()));
            case Mark.Curves c ->
                new Mark.Curves(
                        c.curves().stream()
                                .map(curve -> new Mark.Curve(curve.x(), curve.y(), colour.applyAsInt(curve.argb())))
                                .toList(),
                        c.width(),
                        c.fading(),
                        c.dash());
            case Mark.Arrows _, Mark.Heat _, Mark.Mesh _, Mark.Picture _, Mark.Density _, Mark.Panel _, Mark.Label _ ->
                mark;
        };
    }

    private static int[] each(int[] argb, IntUnaryOperator colour) {
        return Arrays.stream(argb).map(colour).toArray();
    }
}
