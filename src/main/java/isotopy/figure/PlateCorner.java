package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.target.Kind;
import java.util.function.Function;

/// The corners of a page in which a plate of words may lie, the first of them preferred.
enum PlateCorner {
    LOWER_LEFT,
    LOWER_RIGHT,
    UPPER_LEFT,
    UPPER_RIGHT;

    /// So many particles say where the cloud is.
    private static final int ASKED = 1500;

    /// A rectangle of the page.
    record Plate(float left, float top, float right, float bottom) {
        private boolean holds(float x, float y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    }

    boolean right() {
        return this == LOWER_RIGHT || this == UPPER_RIGHT;
    }

    boolean top() {
        return this == UPPER_LEFT || this == UPPER_RIGHT;
    }

    private static Shot atEnd(Shot shot) {
        return Shot.of(
                shot.scene(),
                shot.horizon(),
                shot.look(),
                shot.page().width(),
                shot.page().height());
    }

    /// The corner whose plate hides least of particles and lattice at t = T, whatever t is shown.
    static PlateCorner emptiest(Shot shot, Function<PlateCorner, Plate> plates) {
        var last = atEnd(shot);
        var best = LOWER_LEFT;
        int least = Integer.MAX_VALUE;
        for (var corner : values()) {
            if (corner != LOWER_RIGHT || !scaled(shot)) {
                int hidden = hidden(last, plates.apply(corner));
                best = hidden < least ? corner : best;
                least = Math.min(least, hidden);
            }
        }
        return best;
    }

    /// Whether a scale of colours lies in the lower right corner.
    private static boolean scaled(Shot shot) {
        var look = shot.look();
        return look.shows(Overlay.ERROR)
                || look.measures()
                || look.shows(Overlay.COSTATE)
                || shot.kind() == Kind.FUNCTION && look.shows(Overlay.REGIONS);
    }

    private static int hidden(Shot last, Plate plate) {
        var scene = last.scene();
        int hidden = 0;
        if (last.look().shows(Overlay.PARTICLES)) {
            hidden += among(last, scene.particles(), scene.thinned(last.look(), ASKED), plate);
        }
        if (last.look().shows(Overlay.GRID)) {
            hidden += among(
                    last,
                    scene.lattice(),
                    Thinning.of(Arrangement.GRID, scene.lattice().size(), ASKED),
                    plate);
        }
        return hidden;
    }

    private static int among(Shot last, Trajectory paths, int[] chosen, Plate plate) {
        int hidden = 0;
        int end = paths.samples() - 1;
        for (int k : chosen) {
            double x1 = paths.at(end, 0, k);
            double x2 = paths.at(end, 1, k);
            hidden += plate.holds(last.page().x(x1, x2), last.page().y(x1, x2)) ? 1 : 0;
        }
        return hidden;
    }
}
