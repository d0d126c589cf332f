package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Carries points through the strokes of a [DrawnMap], all points through one stroke before the next.
///
/// A mean over a symmetry needs F at the mirrored points too, and a mean of means at their mirror images.
/// Instead of recursing, which would double the work with every symmetrise, F is carried along at the
/// images of the points under all symmetries in use (at most eight sheets of points), and each symmetrise
/// averages among the sheets.
final class Drawing {
    private Drawing() {}

    /// The points x under one symmetry of the square, and F there.
    private record Sheet(int element, double[] x1, double[] x2, Jets jets) {}

    /// F, and where wanted DF, at every point.
    static Jets jets(DrawnMap map, Points x, boolean slopes) {
        var strokes = map.strokes();
        int averaged = strokes.size();
        while (averaged > 0 && !(strokes.get(averaged - 1) instanceof Stroke.Symmetrise)) {
            averaged--;
        }
        var sheets = sheets(map, averaged, x, slopes);
        for (int k = 0; k < averaged; k++) {
            sheets = carry(sheets, strokes.get(k), map.domain());
        }
        sheets = List.of(of(0, sheets)); // the mirrored points have served
        for (int k = averaged; k < strokes.size(); k++) {
            sheets = carry(sheets, strokes.get(k), map.domain());
        }
        return of(0, sheets).jets();
    }

    /// One sheet for each element of the group that the first `averaged` strokes generate, the points
    /// themselves at 0.
    private static List<Sheet> sheets(DrawnMap map, int averaged, Points x, boolean slopes) {
        var elements = new TreeSet<Integer>();
        elements.add(0);
        for (int round = 0; round < Symmetry.ALL; round++) {
            for (var stroke : map.strokes().subList(0, averaged)) {
                if (stroke instanceof Stroke.Symmetrise(var symmetry)) {
                    for (int element : elements.toArray(new Integer[0])) {
                        elements.add(Symmetry.product(symmetry.power(1), element));
                    }
                }
            }
        }
        var sheets = new ArrayList<Sheet>();
        for (int element : elements) {
            var moved = element == 0
                    ? x
                    : image(Symmetry.matrix(element), map.domain().centre(), x);
            var jets = Jets.of(map.base().formula(), moved, slopes);
            sheets.add(new Sheet(element, moved.row(0), moved.row(1), jets));
        }
        return sheets;
    }

    private static Sheet of(int element, List<Sheet> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.element == element)
                .findFirst()
                .orElseThrow();
    }

    private static Points image(int[] m, double centre, Points x) {
        var x1 = new double[x.size()];
        var x2 = new double[x.size()];
        for (int k = 0; k < x1.length; k++) {
            double u1 = x.at(0, k) - centre;
            double u2 = x.at(1, k) - centre;
            x1[k] = centre + m[0] * u1 + m[1] * u2;
            x2[k] = centre + m[2] * u1 + m[3] * u2;
        }
        return Points.of(x1, x2);
    }

    private static List<Sheet> carry(List<Sheet> sheets, Stroke stroke, Box domain) {
        switch (stroke) {
            case Stroke.Drag drag -> sheets.forEach(sheet -> drag.spline().add(domain, sheet.x1, sheet.x2, sheet.jets));
            case Stroke.Push push -> sheets.forEach(sheet -> push.carry(sheet.jets));
            case Stroke.Symmetrise(var symmetry) -> {
                return averaged(sheets, symmetry, domain.centre());
            }
        }
        return sheets;
    }

    /// The sheets of the mean of S⁻ᵏ ∘ F ∘ Sᵏ.
    private static List<Sheet> averaged(List<Sheet> sheets, Symmetry symmetry, double centre) {
        var averaged = new ArrayList<Sheet>();
        for (var sheet : sheets) {
            var mean = new Jets(sheet.jets.size, sheet.jets.slopes);
            for (int k = 0; k < symmetry.order(); k++) {
                int power = symmetry.power(k);
                var mirrored = of(Symmetry.product(power, sheet.element), sheets);
                addBack(mirrored.jets, Symmetry.matrix(power), centre, 1.0 / symmetry.order(), mean);
            }
            for (int k = 0; k < mean.size; k++) {
                mean.y1[k] += centre;
                mean.y2[k] += centre;
            }
            averaged.add(new Sheet(sheet.element, sheet.x1, sheet.x2, mean));
        }
        return averaged;
    }

    /// Adds `share` · Mᵀ(y − centre) and `share` · Mᵀ J M, M an orthogonal matrix given row by row.
    private static void addBack(Jets from, int[] m, double centre, double share, Jets into) {
        for (int k = 0; k < from.size; k++) {
            double y1 = from.y1[k] - centre;
            double y2 = from.y2[k] - centre;
            into.y1[k] += share * (m[0] * y1 + m[2] * y2);
            into.y2[k] += share * (m[1] * y1 + m[3] * y2);
        }
        if (from.slopes) {
            for (int k = 0; k < from.size; k++) {
                double jm11 = from.a[k] * m[0] + from.b[k] * m[2];
                double jm12 = from.a[k] * m[1] + from.b[k] * m[3];
                double jm21 = from.c[k] * m[0] + from.d[k] * m[2];
                double jm22 = from.c[k] * m[1] + from.d[k] * m[3];
                into.a[k] += share * (m[0] * jm11 + m[2] * jm21);
                into.b[k] += share * (m[0] * jm12 + m[2] * jm22);
                into.c[k] += share * (m[1] * jm11 + m[3] * jm21);
                into.d[k] += share * (m[1] * jm12 + m[3] * jm22);
            }
        }
    }
}
