package isotopy.export;

import java.util.Arrays;
import java.util.Optional;

/// Cuts lines and polygons to a page, so that no number in a file is far outside it.
final class PageCut {
    private final double width;
    private final double height;

    PageCut(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// Whether something of that reach around a point may touch the page.
    boolean near(double x, double y, double reach) {
        return x > -reach && x < width + reach && y > -reach && y < height + reach;
    }

    /// The shares of a straight piece between which it may touch the page, when it is so wide; empty when it
    /// cannot or is not finite.
    ///
    /// Source: Y.-D. Liang, B. Barsky, *A new concept and method for line clipping* (1984).
    Optional<double[]> shares(double x0, double y0, double x1, double y1, double reach) {
        if (!Double.isFinite(x0 + y0 + x1 + y1)) {
            return Optional.empty();
        }
        double[] speed = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
        double[] room = {x0 + reach, width + reach - x0, y0 + reach, height + reach - y0};
        double a = 0;
        double b = 1;
        for (int k = 0; k < 4; k++) {
            if (speed[k] == 0) {
                if (room[k] < 0) {
                    return Optional.empty();
                }
            } else if (speed[k] < 0) {
                a = Math.max(a, room[k] / speed[k]);
            } else {
                b = Math.min(b, room[k] / speed[k]);
            }
        }
        return a <= b ? Optional.of(new double[] {a, b}) : Optional.empty();
    }

    /// The part of a straight piece that may touch the page: x₀, y₀, x₁, y₁.
    Optional<double[]> piece(double x0, double y0, double x1, double y1, double reach) {
        return shares(x0, y0, x1, y1, reach).map(part -> new double[] {
            x0 + part[0] * (x1 - x0), y0 + part[0] * (y1 - y0), x0 + part[1] * (x1 - x0), y0 + part[1] * (y1 - y0)
        });
    }

    /// The part of a polygon over the page, as x₀, y₀, x₁, y₁ and so on; empty when there is none or a coordinate
    /// is not a number.
    ///
    /// Source: I. Sutherland, G. Hodgman, *Reentrant polygon clipping* (1974).
    Optional<double[]> polygon(float[] x, float[] y) {
        var polygon = new double[2 * x.length];
        for (int k = 0; k < x.length; k++) {
            if (Float.isNaN(x[k]) || Float.isNaN(y[k])) {
                return Optional.empty();
            }
            // far outside stays far outside, but finite
            polygon[2 * k] = Math.clamp(x[k], -1e9, 1e9);
            polygon[2 * k + 1] = Math.clamp(y[k], -1e9, 1e9);
        }
        var left = beyond(polygon, 0, 1, -1);
        var right = beyond(left, 0, -1, -width - 1);
        var top = beyond(right, 1, 1, -1);
        var within = beyond(top, 1, -1, -height - 1);
        return within.length >= 6 ? Optional.of(within) : Optional.empty();
    }

    /// What of a polygon has sign · coordinate ≥ limit.
    private static double[] beyond(double[] polygon, int axis, int sign, double limit) {
        var kept = new double[2 * polygon.length];
        int size = 0;
        for (int k = 0; k < polygon.length; k += 2) {
            int next = k + 2 < polygon.length ? k + 2 : 0;
            double here = sign * polygon[k + axis] - limit;
            double there = sign * polygon[next + axis] - limit;
            if (here >= 0) {
                kept[size++] = polygon[k];
                kept[size++] = polygon[k + 1];
            }
            if (here >= 0 != there >= 0) {
                double share = here / (here - there);
                kept[size++] = polygon[k] + share * (polygon[next] - polygon[k]);
                kept[size++] = polygon[k + 1] + share * (polygon[next + 1] - polygon[k + 1]);
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
