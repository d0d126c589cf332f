package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;

/// Closed curves by formula, against the clock.
final class Shapes {
    private static final int FINE = 240;

    private Shapes() {}

    /// A circle about the middle.
    static Points disc(double radius) {
        var x = new double[2][FINE];
        for (int k = 0; k < FINE; k++) {
            x[0][k] = radius * Math.cos(2 * Math.PI * k / FINE);
            x[1][k] = radius * Math.sin(2 * Math.PI * k / FINE);
        }
        return Points.of(x);
    }

    /// The heart (16 sin³ t, 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t)/22, about the middle.
    static Points heart() {
        var x = new double[2][FINE];
        for (int k = 0; k < FINE; k++) {
            double t = -2 * Math.PI * k / FINE;
            x[0][k] = 16 * Math.pow(Math.sin(t), 3) / 22;
            x[1][k] = (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t) + 2.5) / 22;
        }
        return Points.of(x);
    }

    /// Five rounded arms: r = 0.6 + 0.2 cos 5t, one of them upwards.
    static Points star() {
        var x = new double[2][FINE];
        for (int k = 0; k < FINE; k++) {
            double t = 2 * Math.PI * k / FINE;
            double r = 0.6 + 0.2 * Math.cos(5 * (t - Math.PI / 2));
            x[0][k] = r * Math.cos(t);
            x[1][k] = r * Math.sin(t);
        }
        return Points.of(x);
    }

    /// A crescent open to the right: the disc of radius 0.7 without one of radius 0.5 about (0.35, 0).
    static Points moon() {
        double outer = Math.acos((0.7 * 0.7 + 0.35 * 0.35 - 0.5 * 0.5) / (2 * 0.7 * 0.35));
        double inner = Math.PI - Math.asin(0.7 * Math.sin(outer) / 0.5);
        if (0.7 * Math.cos(outer) > 0.35) {
            inner = Math.PI - inner;
        }
        var x = new double[2][FINE];
        for (int k = 0; k < FINE / 2; k++) {
            double share = k / (FINE / 2.0);
            double out = outer + share * (2 * Math.PI - 2 * outer);
            x[0][k] = 0.7 * Math.cos(out);
            x[1][k] = 0.7 * Math.sin(out);
            double in = 2 * Math.PI - inner - share * (2 * Math.PI - 2 * inner);
            x[0][FINE / 2 + k] = 0.35 + 0.5 * Math.cos(in);
            x[1][FINE / 2 + k] = 0.5 * Math.sin(in);
        }
        return Points.of(x);
    }

    /// A straight band, wide and low.
    static Points bar() {
        return polygon(-0.75, -0.11, 0.75, -0.11, 0.75, 0.11, -0.75, 0.11);
    }

    /// A band of a turn and a quarter, its middle line at the radius 0.17 + 0.46 s at share s of its way.
    static Points spiral() {
        var x = new double[2][FINE];
        for (int k = 0; k < FINE; k++) {
            boolean outside = k < FINE / 2;
            double share = outside ? k / (FINE / 2 - 1.0) : 1 - (k - FINE / 2) / (FINE / 2 - 1.0);
            double angle = Math.PI / 2 + 2.5 * Math.PI * share;
            double r = 0.17 + 0.46 * share + (outside ? 0.075 : -0.075);
            x[0][k] = r * Math.cos(angle);
            x[1][k] = r * Math.sin(angle);
        }
        return Points.of(x);
    }

    /// The polygon with these corners: x₁, x₂, x₁, x₂ and so on.
    static Points polygon(double... corners) {
        var x = new double[2][corners.length / 2];
        Arrays.setAll(x[0], k -> corners[2 * k]);
        Arrays.setAll(x[1], k -> corners[2 * k + 1]);
        return Points.of(x);
    }

    static Points letterL() {
        return polygon(-0.5, -0.7, 0.5, -0.7, 0.5, -0.3, -0.1, -0.3, -0.1, 0.7, -0.5, 0.7);
    }

    static Points letterT() {
        return polygon(-0.2, -0.7, 0.2, -0.7, 0.2, 0.3, 0.6, 0.3, 0.6, 0.7, -0.6, 0.7, -0.6, 0.3, -0.2, 0.3);
    }

    static Points letterC() {
        return polygon(-0.5, -0.7, 0.5, -0.7, 0.5, -0.35, -0.15, -0.35, -0.15, 0.35, 0.5, 0.35, 0.5, 0.7, -0.5, 0.7);
    }

    static Points letterS() {
        return polygon(
                -0.5, -0.7, 0.5, -0.7, 0.5, 0.15, -0.2, 0.15, -0.2, 0.4, 0.5, 0.4, 0.5, 0.7, -0.5, 0.7, -0.5, -0.15,
                0.2, -0.15, 0.2, -0.4, -0.5, -0.4);
    }
}
