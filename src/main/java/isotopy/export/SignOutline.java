package isotopy.export;

import isotopy.figure.Mark;
import java.util.Arrays;

/// The corners of signs: the shapes of [SignPainter] as polygons.
final class SignOutline {
    private SignOutline() {}

    /// The corners of a sign, moved inwards by `inset` so that a line of twice that width stays inside. A disc
    /// gets the corners of the square around it: pens have circles for it.
    ///
    /// Shapes: x₀, y₀, x₁, y₁ and so on.
    static double[] of(Mark.Sign shape, double x, double y, double radius, double inset) {
        double root = Math.sqrt(0.5);
        var corners = switch (shape) {
            case DISC -> square(radius - inset);
            case SQUARE -> square(0.89 * radius - inset);
            case TRIANGLE -> {
                double base = 0.75 * radius - inset;
                double side = 0.72 * radius - inset;
                double half = (0.5 * base + side) / 0.866;
                yield new double[] {0, -2 * side, half, base, -half, base};
            }
            case DIAMOND -> {
                double tip = 1.27 * radius - inset / root;
                yield new double[] {0, -tip, tip, 0, 0, tip, -tip, 0};
            }
            case CROSS -> cross(root * (0.38 * radius - inset), root * (1.3 * radius - inset));
        };
        for (int k = 0; k < corners.length; k += 2) {
            corners[k] += x;
            corners[k + 1] += y;
        }
        return corners;
    }

    private static double[] square(double half) {
        return new double[] {-half, -half, half, -half, half, half, -half, half};
    }

    /// Two bars at right angles, turned by an eighth of a circle.
    ///
    /// Units: half the width and half the length of a bar, each times √½.
    private static double[] cross(double bar, double end) {
        double[] upright = {
            bar, bar, end, bar, end, -bar, bar, -bar, bar, -end, -bar, -end, -bar, -bar, -end, -bar, -end, bar, -bar,
            bar, -bar, end, bar, end
        };
        var turned = new double[upright.length];
        for (int k = 0; k < turned.length; k += 2) {
            turned[k] = upright[k] - upright[k + 1];
            turned[k + 1] = upright[k] + upright[k + 1];
        }
        return turned;
    }

    /// The polygon with its first corner once more at the end.
    static double[] closed(double[] corners) {
        var closed = Arrays.copyOf(corners, corners.length + 2);
        closed[corners.length] = corners[0];
        closed[corners.length + 1] = corners[1];
        return closed;
    }
}
