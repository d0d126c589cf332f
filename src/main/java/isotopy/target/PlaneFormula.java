package isotopy.target;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A smooth map of the plane together with its exact first derivatives.
@FunctionalInterface
interface PlaneFormula {
    /// Overwrites `into` by (y₁, y₂, ∂₁y₁, ∂₂y₁, ∂₁y₂, ∂₂y₂) at x.
    void jet(double x1, double x2, double[] into);

    /// A formula whose inverse is a formula too.
    interface Invertible extends PlaneFormula {
        /// Overwrites the first two entries of `into` by the x that is carried to y.
        void preimage(double y1, double y2, double[] into);
    }

    /// y = (a x₁ + b x₂, c x₁ + d x₂) with ad ≠ bc.
    record Linear(double a, double b, double c, double d) implements Invertible {
        /// Exchanges the two coordinates.
        static final Linear SWAP = new Linear(0, 1, 1, 0);

        @Override
        public void jet(double x1, double x2, double[] into) {
            fill(into, a * x1 + b * x2, c * x1 + d * x2, a, b, c, d);
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            double determinant = a * d - b * c;
            into[0] = (d * y1 - b * y2) / determinant;
            into[1] = (a * y2 - c * y1) / determinant;
        }
    }

    /// Turns every circle about c by an angle that depends on its radius: y = c + R(α(r))(x − c), r = |x −
    /// c|; det = 1.
    ///
    /// @param angle α(r)
    /// @param slope α′(r)
    record Twist(double c1, double c2, DoubleUnaryOperator angle, DoubleUnaryOperator slope) implements Invertible {
        @Override
        public void jet(double x1, double x2, double[] into) {
            double u1 = x1 - c1;
            double u2 = x2 - c2;
            double r = Math.hypot(u1, u2);
            double cos = Math.cos(angle.applyAsDouble(r));
            double sin = Math.sin(angle.applyAsDouble(r));
            double v1 = cos * u1 - sin * u2;
            double v2 = sin * u1 + cos * u2;
            double g = r > 0 ? slope.applyAsDouble(r) / r : 0; // at the centre v = 0 stands beside it
            fill(into, c1 + v1, c2 + v2, cos - v2 * g * u1, -sin - v2 * g * u2, sin + v1 * g * u1, cos + v1 * g * u2);
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            double v1 = y1 - c1;
            double v2 = y2 - c2;
            double alpha = angle.applyAsDouble(Math.hypot(v1, v2));
            into[0] = c1 + Math.cos(alpha) * v1 + Math.sin(alpha) * v2;
            into[1] = c2 - Math.sin(alpha) * v1 + Math.cos(alpha) * v2;
        }
    }

    /// Slides every horizontal line along itself: y = (x₁ + s(x₂), x₂); det = 1.
    record Slide(DoubleUnaryOperator shift, DoubleUnaryOperator slope) implements Invertible {
        @Override
        public void jet(double x1, double x2, double[] into) {
            fill(into, x1 + shift.applyAsDouble(x2), x2, 1, slope.applyAsDouble(x2), 0, 1);
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            into[0] = y1 - shift.applyAsDouble(y2);
            into[1] = y2;
        }
    }

    /// Widens every horizontal line by its own positive factor: y = (x₁ w(x₂), x₂); det = w(x₂).
    record Widening(DoubleUnaryOperator width, DoubleUnaryOperator slope) implements Invertible {
        @Override
        public void jet(double x1, double x2, double[] into) {
            double w = width.applyAsDouble(x2);
            fill(into, x1 * w, x2, w, x1 * slope.applyAsDouble(x2), 0, 1);
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            into[0] = y1 / width.applyAsDouble(y2);
            into[1] = y2;
        }
    }

    /// Moves along the rays from the middle: |y|² = s(s + p)/(s + q) with s = |x|², 0 < p, q.
    ///
    /// Near the middle lengths are multiplied by √(p/q), far away y − x tends to zero. The inverse solves
    /// s² + (p − g)s − gq = 0, g = |y|².
    record Lens(double p, double q) implements Invertible {
        @Override
        public void jet(double x1, double x2, double[] into) {
            double s = x1 * x1 + x2 * x2;
            double k = Math.sqrt((s + p) / (s + q));
            double g = (q - p) / ((s + q) * (s + q)) / k; // dk/dxᵢ = g xᵢ
            fill(into, k * x1, k * x2, k + g * x1 * x1, g * x1 * x2, g * x1 * x2, k + g * x2 * x2);
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            double g = y1 * y1 + y2 * y2;
            double half = (g - p) / 2;
            double root = Math.sqrt(half * half + g * q);
            double s = half > 0 ? half + root : g * q / (root - half); // the positive root, without cancellation
            double k = Math.sqrt((s + p) / (s + q));
            into[0] = y1 / k;
            into[1] = y2 / k;
        }
    }

    /// Opens the square like a fan: horizontal lines become arcs, vertical ones rays. With polar
    /// coordinates about (0, −1/k): radius e^(k x₂)/k, angle k x₁ from the vertical; det = e^(2k x₂). One
    /// to one while |k x₁| < π, which is where the inverse is given.
    record Fan(double k) implements Invertible {
        @Override
        public void jet(double x1, double x2, double[] into) {
            double sin = Math.exp(k * x2) * Math.sin(k * x1);
            double cos = Math.exp(k * x2) * Math.cos(k * x1);
            fill(into, sin / k, (cos - 1) / k, cos, sin, -sin, cos);
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            into[0] = Math.atan2(k * y1, k * y2 + 1) / k;
            into[1] = Math.log(Math.hypot(k * y1, k * y2 + 1)) / k;
        }
    }

    /// Draws space towards (±c, 0): y = x − a Σ (x − p) e^(−|x − p|²/w²) over p = (±c, 0).
    record Pinch(double c, double a, double w) implements PlaneFormula {
        @Override
        public void jet(double x1, double x2, double[] into) {
            fill(into, x1, x2, 1, 0, 0, 1);
            pull(c, x1, x2, into);
            pull(-c, x1, x2, into);
        }

        private void pull(double centre, double x1, double x2, double[] into) {
            double u1 = x1 - centre;
            double e = a * Math.exp(-(u1 * u1 + x2 * x2) / (w * w));
            double k = 2 / (w * w);
            into[0] -= u1 * e;
            into[1] -= x2 * e;
            into[2] -= e * (1 - k * u1 * u1);
            into[3] += e * k * u1 * x2;
            into[4] += e * k * u1 * x2;
            into[5] -= e * (1 - k * x2 * x2);
        }
    }

    /// Folds the left half over the right one with a rounded crease: y = (√(x₁² + ε²) − m, x₂ + s x₁); det
    /// = x₁/(y₁ + m), negative on the left.
    ///
    /// @param crease ε
    /// @param left m, which brings the picture back to the middle
    /// @param slant s, which keeps the two layers from lying line on line
    record Fold(double crease, double left, double slant) implements PlaneFormula {
        @Override
        public void jet(double x1, double x2, double[] into) {
            double bend = Math.hypot(x1, crease);
            fill(into, bend - left, x2 + slant * x1, x1 / bend, 0, slant, 1);
        }
    }

    /// One after the other, the first of the list first.
    record Chain(List<Invertible> links) implements Invertible {
        Chain(Invertible... links) {
            this(List.of(links));
        }

        @Override
        public void jet(double x1, double x2, double[] into) {
            fill(into, x1, x2, 1, 0, 0, 1);
            for (var link : links) {
                double a = into[2];
                double b = into[3];
                double c = into[4];
                double d = into[5];
                link.jet(into[0], into[1], into);
                double p = into[2];
                double q = into[3];
                double r = into[4];
                double s = into[5];
                fill(into, into[0], into[1], p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d);
            }
        }

        @Override
        public void preimage(double y1, double y2, double[] into) {
            into[0] = y1;
            into[1] = y2;
            for (var link : links.reversed()) {
                link.preimage(into[0], into[1], into);
            }
        }
    }

    private static void fill(double[] into, double y1, double y2, double a, double b, double c, double d) {
        into[0] = y1;
        into[1] = y2;
        into[2] = a;
        into[3] = b;
        into[4] = c;
        into[5] = d;
    }
}
