package isotopy.figure;

import isotopy.math.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How the flow up to t changes areas: det Dφₜ over the square in which everything starts, and the density into which
/// it pushes an even cloud, ρₜ(φₜ(x)) = ρ₀/|det Dφₜ(x)|, over the carried square. Both scales are logarithmic and have
/// 1 in the middle; crosses mark what was turned over.
final class DeterminantMaps {
    private static final double OPACITY = 0.85;

    private DeterminantMaps() {}

    /// Adds what the look shows of the two.
    static void draw(Shot shot, List<Mark> into) {
        shot.scene().determinants().ifPresent(found -> {
            var now = found.at(shot.t());
            if (shot.look().shows(Overlay.DETERMINANT)) {
                into.add(mesh(shot, shot.scene().lattice().points(0), argb(shot, now, found.reach(), false)));
            }
            if (shot.look().shows(Overlay.DENSITY)) {
                into.add(mesh(shot, shot.scene().lattice().points(shot.t()), argb(shot, now, found.reach(), true)));
            }
        });
    }

    /// Adds crosses where space is turned over, and the legend.
    static void mark(Shot shot, List<Mark> into) {
        shot.scene().determinants().ifPresent(found -> {
            boolean density = shot.look().shows(Overlay.DENSITY);
            if (!density && !shot.look().shows(Overlay.DETERMINANT)) {
                return;
            }
            turned(shot, found.at(shot.t()), density ? shot.t() : 0, into);
        });
        scale(shot).ifPresent(scale -> scale.draw(shot, into));
    }

    /// The scale, where it is shown.
    static Optional<Legend> scale(Shot shot) {
        boolean density = shot.look().shows(Overlay.DENSITY);
        boolean shown = density || shot.look().shows(Overlay.DETERMINANT);
        var theme = shot.look().theme();
        return shot.scene()
                .determinants()
                .filter(_ -> shown)
                .map(found -> new Legend(
                        density ? "density ρₜ/ρ₀ = 1/|det Dφ|" : "det Dφ, × turned over",
                        share -> colour(2 * share - 1, density, theme),
                        "1/" + number(found.reach()),
                        "1",
                        number(found.reach())));
    }

    private static void turned(Shot shot, double[] det, double t, List<Mark> into) {
        var lattice = PlaneIllustrator.rows(shot.scene().lattice().points(t));
        int count = 0;
        var x = new double[2][det.length];
        for (int k = 0; k < det.length; k++) {
            if (det[k] <= 0) {
                x[0][count] = lattice[0][k];
                x[1][count++] = lattice[1][k];
            }
        }
        if (count > 0) {
            double[][] where = {Arrays.copyOf(x[0], count), Arrays.copyOf(x[1], count)};
            float size = shot.palette().text() / 4;
            into.add(Crosses.of(
                    where,
                    shot.page(),
                    size,
                    1.4f * shot.palette().line(),
                    shot.palette().alarm()));
        }
    }

    private static Mark mesh(Shot shot, Points lattice, int[] argb) {
        var x = new float[argb.length];
        var y = new float[argb.length];
        for (int k = 0; k < argb.length; k++) {
            x[k] = shot.page().x(lattice.at(0, k), lattice.at(1, k));
            y[k] = shot.page().y(lattice.at(0, k), lattice.at(1, k));
        }
        return new Mark.Mesh(x, y, Scene.LATTICE, Scene.LATTICE, argb);
    }

    private static int[] argb(Shot shot, double[] det, double reach, boolean density) {
        var argb = new int[det.length];
        double logReach = Math.log(reach);
        for (int k = 0; k < argb.length; k++) {
            double deviation = Math.clamp(Math.log(Math.abs(det[k])) / logReach, -1, 1);
            argb[k] = Colour.faded(
                    colour(
                            density ? -deviation : deviation,
                            density,
                            shot.look().theme()),
                    OPACITY);
        }
        return argb;
    }

    private static int colour(double deviation, boolean density, Theme theme) {
        return density ? Scale.cividis((1 + deviation) / 2, theme) : Scale.diverging(deviation, theme);
    }

    private static String number(double factor) {
        return BigDecimal.valueOf(factor)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
