package isotopy.figure;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Obstruction;
import isotopy.target.Obstructions;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Shows where a target cannot be a flow: hatching that the map itself deforms where its determinant is ≤ 0, crosses at
/// single places.
final class ObstructionMarks {
    /// Fewer places than this also get crosses: a hatch of one or two lines is easily overlooked.
    private static final int FEW = 12;

    private ObstructionMarks() {}

    /// Adds the marks, at the images of the places (pairs: at their starts).
    static void draw(
            Obstruction obstruction, TargetMap target, Box domain, Palette palette, Page page, List<Mark> into) {
        if (target instanceof PlaneMap map && obstruction.evidence() == Obstruction.Evidence.DETERMINANT) {
            into.add(hatching(map, obstruction.where(), domain, palette, page));
        }
        boolean hatched = obstruction.evidence() == Obstruction.Evidence.DETERMINANT;
        if (!hatched || obstruction.where().size() <= FEW) {
            var shown = target instanceof PlaneMap map ? map.apply(obstruction.where()) : obstruction.where();
            into.add(Crosses.of(
                    PlaneIllustrator.rows(shown), page, palette.text() / 3, 1.6f * palette.line(), palette.alarm()));
        }
    }

    /// The image of a diagonal of each place's cell; the diagonals of neighbouring cells join to lines, of which every
    /// second is drawn.
    private static Mark hatching(PlaneMap map, Points all, Box domain, Palette palette, Page page) {
        double cell = domain.side() / (Obstructions.PER_SIDE - 1);
        double half = cell / 2;
        var where = all.select(IntStream.range(0, all.size())
                .filter(k -> all.size() <= FEW || Math.round((all.at(0, k) - all.at(1, k)) / cell) % 2 == 0)
                .toArray());
        var argb = new int[where.size()];
        Arrays.fill(argb, Colour.faded(palette.alarm(), 0.75));
        return Trails.segments(
                image(map, where, -half, domain), image(map, where, half, domain), argb, page, 1.2f * palette.line());
    }

    private static double[][] image(PlaneMap map, Points where, double shift, Box domain) {
        var corners = new double[2][where.size()];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < where.size(); k++) {
                corners[i][k] = Math.clamp(where.at(i, k) + shift, domain.low(), domain.high());
            }
        }
        return PlaneIllustrator.rows(map.apply(Points.of(corners)));
    }
}
