package isotopy.figure;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;

/// Small square pictures of targets for cards.
final class Thumbnails {
    /// Lines of a lattice and points of a line between two of them.
    private static final int LINES = 8;

    private static final int FINE = 6;

    /// More points than this would only make a blot.
    private static final int MOST_DOTS = 180;

    private static final int OUTLINE = 90;
    private static final int CELLS = 36;
    private static final int CURVE = 97;
    private static final double MARGIN = 0.08;

    private Thumbnails() {}

    /// The marks of the picture of a target.
    static List<Mark> of(TargetMap target, Box domain, double size, int ink) {
        return switch (target) {
            case Landmarks marks ->
                List.of(lattice(marks, domain, size, Colour.faded(ink, 0.5)), arrows(marks, domain, size, ink));
            case ShapeMap map -> shapes(map, size, ink);
            case PlaneMap map -> List.of(lattice(map, domain, size, ink));
            case LineMap map -> curve(map, domain, size, ink);
            case PlaneFunction function -> List.of(heat(function, domain, size));
            case Correspondence pairs -> pairs(pairs, size, ink);
            case Labels labels -> labels(labels, size, ink);
        };
    }

    /// The lattice of a map, fitted into the page with a margin.
    private static Mark lattice(PlaneMap map, Box domain, double size, int ink) {
        int side = (LINES - 1) * FINE + 1;
        var x = PlaneIllustrator.rows(map.apply(domain.lattice(side)));
        return LatticeLines.of(x, side, FINE, fit(x, domain, size), ink, 1, 0);
    }

    /// Both outlines: that of the start dashed, that of the goal filled.
    private static List<Mark> shapes(ShapeMap map, double size, int ink) {
        var from = Outlines.along(map.from(), OUTLINE);
        var to = Outlines.along(map.to(), OUTLINE);
        var page = fit(PlaneIllustrator.rows(from.followedBy(to)), Box.UNIT, size);
        var goal = outline(to, page, ink);
        return List.of(
                new Mark.Region(goal.x(), goal.y(), Colour.faded(ink, 0.15)),
                new Mark.Curves(List.of(outline(from, page, Colour.faded(ink, 0.7))), 1.2f, false, 3),
                new Mark.Curves(List.of(goal), 1.8f, false, 0));
    }

    private static Mark.Curve outline(Points closed, Page page, int ink) {
        int n = closed.size();
        var curve = new Mark.Curve(new float[n + 1], new float[n + 1], ink);
        for (int k = 0; k <= n; k++) {
            curve.x()[k] = page.x(closed.at(0, k % n), closed.at(1, k % n));
            curve.y()[k] = page.y(closed.at(0, k % n), closed.at(1, k % n));
        }
        return curve;
    }

    private static Page fit(double[][] x, Box domain, double size) {
        double low1 = least(x[0]);
        double high1 = -least(negative(x[0]));
        double low2 = least(x[1]);
        double high2 = -least(negative(x[1]));
        double extent = Math.max(high1 - low1, high2 - low2);
        double span = extent > 0 && Double.isFinite(extent) ? extent * 1.12 : 1.5 * domain.side();
        double c1 = Double.isFinite(low1 + high1) ? (low1 + high1) / 2 : domain.centre();
        double c2 = Double.isFinite(low2 + high2) ? (low2 + high2) / 2 : domain.centre();
        return Page.of(new Camera(c1, c2, span), size, size);
    }

    private static double least(double[] x) {
        return Arrays.stream(x).min().orElse(0);
    }

    private static double[] negative(double[] x) {
        return Arrays.stream(x).map(value -> -value).toArray();
    }

    private static Mark arrows(Landmarks marks, Box domain, double size, int ink) {
        int side = (LINES - 1) * FINE + 1;
        var page = fit(PlaneIllustrator.rows(marks.apply(domain.lattice(side))), domain, size);
        int count = Math.min(marks.x().size(), MOST_DOTS / 6);
        var at = new float[4][count];
        for (int k = 0; k < count; k++) {
            at[0][k] = page.x(marks.x().at(0, k), marks.x().at(1, k));
            at[1][k] = page.y(marks.x().at(0, k), marks.x().at(1, k));
            at[2][k] = page.x(marks.y().at(0, k), marks.y().at(1, k)) - at[0][k];
            at[3][k] = page.y(marks.y().at(0, k), marks.y().at(1, k)) - at[1][k];
        }
        return new Mark.Arrows(at[0], at[1], at[2], at[3], 1.6f, ink);
    }

    /// A curve over its dashed diagonal, one scale for both axes' own ranges.
    private static List<Mark> curve(LineMap map, Box domain, double size, int ink) {
        var x = new double[CURVE];
        Arrays.setAll(x, k -> domain.at(k / (CURVE - 1.0)));
        var y = map.apply(Points.of(new double[][] {x})).row(0);
        double low = least(y);
        double high = -least(negative(y));
        if (!Double.isFinite(high - low) || high <= low) {
            low = domain.low();
            high = domain.high();
        }
        var curve = new Mark.Curve(new float[CURVE], new float[CURVE], ink);
        for (int k = 0; k < CURVE; k++) {
            curve.x()[k] = at(domain.share(x[k]), size);
            curve.y()[k] = at(1 - (y[k] - low) / (high - low), size);
        }
        return List.of(
                new Mark.Curves(List.of(diagonal(domain, low, high, size, ink)), 1, false, 2),
                new Mark.Curves(List.of(curve), 1.8f, false, 0));
    }

    /// The part of y = x that lies on the card.
    private static Mark.Curve diagonal(Box domain, double low, double high, double size, int ink) {
        double from = Math.clamp(low, domain.low(), domain.high());
        double to = Math.clamp(high, domain.low(), domain.high());
        return new Mark.Curve(
                new float[] {at(domain.share(from), size), at(domain.share(to), size)},
                new float[] {at(1 - (from - low) / (high - low), size), at(1 - (to - low) / (high - low), size)},
                Colour.faded(ink, 0.45));
    }

    private static float at(double share, double size) {
        return (float) (size * (MARGIN + (1 - 2 * MARGIN) * share));
    }

    private static Mark heat(PlaneFunction function, Box domain, double size) {
        var values = function.apply(domain.lattice(CELLS)).row(0);
        double low = least(values);
        double high = -least(negative(values));
        var argb = new int[CELLS * CELLS];
        for (int k = 0; k < argb.length; k++) {
            int row = CELLS - 1 - k / CELLS;
            argb[k] = Scale.cividis(high > low ? (values[row * CELLS + k % CELLS] - low) / (high - low) : 0.5);
        }
        float edge = at(0, size);
        float side = at(1, size) - edge;
        return new Mark.Heat(edge, edge, side, side, CELLS, CELLS, argb);
    }

    private static List<Mark> pairs(Correspondence pairs, double size, int ink) {
        var chosen = Thinning.of(Arrangement.GRID, pairs.x().size(), MOST_DOTS);
        var x = pairs.x().select(chosen);
        var y = pairs.y().select(chosen);
        return switch (pairs.kind()) {
            case LINE -> List.of(dots(x.row(0), y.row(0), fill(chosen.length, ink), size));
            case FUNCTION -> List.of(dots(x.row(0), x.row(1), values(y.row(0)), size));
            case PLANE, LABELS -> {
                var page = fit(PlaneIllustrator.rows(x.followedBy(y)), Box.UNIT, size);
                yield List.of(Trails.segments(
                        PlaneIllustrator.rows(x), PlaneIllustrator.rows(y), fill(chosen.length, ink), page, 1));
            }
        };
    }

    private static List<Mark> labels(Labels labels, double size, int ink) {
        var theme = Colour.luminance(ink) < 0.4 ? Theme.LIGHT : Theme.DARK;
        var chosen = Thinning.of(Arrangement.GRID, labels.x().size(), MOST_DOTS);
        var argb = new int[chosen.length];
        Arrays.setAll(argb, k -> ClassColours.of(labels.classes().get(chosen[k]), theme));
        var x = labels.x().select(chosen);
        return List.of(dots(x.row(0), x.row(1), argb, size));
    }

    private static int[] values(double[] u) {
        double low = least(u);
        double high = -least(negative(u));
        return Arrays.stream(u)
                .mapToInt(value -> Scale.cividis(high > low ? (value - low) / (high - low) : 0.5))
                .toArray();
    }

    private static int[] fill(int count, int argb) {
        var all = new int[count];
        Arrays.fill(all, argb);
        return all;
    }

    /// Dots, each axis with its own range.
    private static Mark dots(double[] x, double[] y, int[] argb, double size) {
        double left = least(x);
        double right = -least(negative(x));
        double low = least(y);
        double high = -least(negative(y));
        var pageX = new float[x.length];
        var pageY = new float[x.length];
        for (int k = 0; k < x.length; k++) {
            pageX[k] = at(right > left ? (x[k] - left) / (right - left) : 0.5, size);
            pageY[k] = at(high > low ? 1 - (y[k] - low) / (high - low) : 0.5, size);
        }
        return new Mark.Dots(pageX, pageY, argb, (float) Math.max(1, size / 50));
    }
}
