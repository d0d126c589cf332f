package isotopy.view;

import isotopy.math.Points;
import java.util.List;

/// A closed curve drawn by hand, as evenly spaced points. Plain functions.
final class Outline {
    /// Points on a curve.
    private static final int POINTS = 96;

    /// How often each point is put to the mean of itself and its neighbours: the hand's trembling goes.
    private static final int SMOOTHINGS = 3;

    private Outline() {}

    /// The closed curve through the places of a stroke, spaced evenly by length.
    ///
    /// Shapes: 2 × n without a repeated end.
    static Points of(List<Touch> stroke) {
        var even = even(stroke);
        for (int k = 0; k < SMOOTHINGS; k++) {
            even = smoothed(even);
        }
        return Points.of(even);
    }

    /// The length of a stroke. Units: pixels.
    static double length(List<Touch> stroke) {
        double length = 0;
        for (int k = 1; k < stroke.size(); k++) {
            length += stroke.get(k).distance(stroke.get(k - 1));
        }
        return length;
    }

    private static double[][] even(List<Touch> stroke) {
        int n = stroke.size();
        var along = new double[n + 1];
        for (int k = 0; k < n; k++) {
            var a = stroke.get(k);
            var b = stroke.get((k + 1) % n);
            along[k + 1] = along[k] + Math.hypot(b.x1() - a.x1(), b.x2() - a.x2());
        }
        var even = new double[2][POINTS];
        int piece = 0;
        for (int k = 0; k < POINTS; k++) {
            double at = along[n] * k / POINTS;
            while (piece < n - 1 && along[piece + 1] <= at) {
                piece++;
            }
            var a = stroke.get(piece);
            var b = stroke.get((piece + 1) % n);
            double length = along[piece + 1] - along[piece];
            double s = length > 0 ? (at - along[piece]) / length : 0;
            even[0][k] = a.x1() + s * (b.x1() - a.x1());
            even[1][k] = a.x2() + s * (b.x2() - a.x2());
        }
        return even;
    }

    private static double[][] smoothed(double[][] curve) {
        var smooth = new double[2][POINTS];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < POINTS; k++) {
                smooth[i][k] = (curve[i][(k + POINTS - 1) % POINTS] + 2 * curve[i][k] + curve[i][(k + 1) % POINTS]) / 4;
            }
        }
        return smooth;
    }
}
