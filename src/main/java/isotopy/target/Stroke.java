package isotopy.target;

import java.util.Arrays;
import java.util.List;

/// One edit of a map drawn by hand; a [DrawnMap] is a list of them.
///
/// All components are plain numbers and lists, so that a stroke can be written to a file as it is.
public sealed interface Stroke {
    /// Nodes of the lattice were moved: F ← F + D, where the smooth field D takes the given values at the
    /// nodes.
    ///
    /// A class and not a record because it keeps the spline behind D, which is solved for once.
    ///
    /// Shapes: one displacement per node, x₁ runs fastest.
    final class Drag implements Stroke {
        private final List<Double> d1;
        private final List<Double> d2;
        private final LatticeSpline spline;

        /// How far each node moves, along x₁ and along x₂.
        ///
        /// Throws: `IllegalArgumentException` when a number is missing or not finite, or the lists are no
        /// square lattice of equal sizes.
        public Drag(List<Double> d1, List<Double> d2) {
            this(values("x₁", d1), values("x₂", d2));
        }

        Drag(double[] d1, double[] d2) {
            int nodes = (int) Math.round(Math.sqrt(d1.length));
            if (d1.length != d2.length || nodes * nodes != d1.length || nodes < 2) {
                throw new IllegalArgumentException(
                        "a dragged lattice needs as many x₁ as x₂ displacements, the square of a number ≥ 2: "
                                + d1.length + " and " + d2.length);
            }
            this.d1 = Arrays.stream(d1).boxed().toList();
            this.d2 = Arrays.stream(d2).boxed().toList();
            spline = new LatticeSpline(nodes, d1, d2);
        }

        /// How far each node moves along x₁.
        public List<Double> d1() {
            return d1;
        }

        /// How far each node moves along x₂.
        public List<Double> d2() {
            return d2;
        }

        LatticeSpline spline() {
            return spline;
        }

        private static double[] values(String name, List<Double> displacements) {
            var values = new double[displacements.size()];
            for (int k = 0; k < values.length; k++) {
                Double value = displacements.get(k);
                if (value == null || !Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "the " + name + " displacement of node " + k + " must be a finite number: " + value);
                }
                values[k] = value;
            }
            return values;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Drag drag && d1.equals(drag.d1) && d2.equals(drag.d2);
        }

        @Override
        public int hashCode() {
            return 31 * d1.hashCode() + d2.hashCode();
        }

        @Override
        public String toString() {
            return "Drag[" + d1.size() + " nodes]";
        }
    }

    /// A finger at (x₁, x₂) dragged space by d as it drags paint: F ← P ∘ F with P(y) = y + b(|y −
    /// x|/radius) d.
    ///
    /// The bump b(s) = (1 − s²)³, zero from s = 1 on, is twice continuously differentiable, b(0) = 1: the
    /// point under the finger goes with it. Its slope is at most 1.718 (at s² = 1/5), so that with |d| ≤
    /// radius/2 the map P has a positive determinant (≥ 0.14) and an inverse.
    record Push(double x1, double x2, double d1, double d2, double radius) implements Stroke {
        /// Throws: `IllegalArgumentException` that names the number that is not finite, a radius ≤ 0, or a
        /// push beyond half its radius.
        public Push {
            requireFinite("x₁", x1);
            requireFinite("x₂", x2);
            requireFinite("d₁", d1);
            requireFinite("d₂", d2);
            requireFinite("radius", radius);
            if (radius <= 0) {
                throw new IllegalArgumentException("the radius of a push must be > 0: " + radius);
            }
            if (Math.hypot(d1, d2) > radius / 2) {
                throw new IllegalArgumentException("a push must not be longer than half its radius: "
                        + Math.hypot(d1, d2) + " with radius " + radius);
            }
        }

        private static void requireFinite(String name, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the " + name + " of a push must be a finite number: " + value);
            }
        }

        /// Carries the images y ← P(y) and their Jacobians J ← DP(y) J.
        void carry(Jets into) {
            double shrink = 1 / radius;
            for (int k = 0; k < into.size; k++) {
                double r1 = (into.y1[k] - x1) * shrink;
                double r2 = (into.y2[k] - x2) * shrink;
                double inside = 1 - r1 * r1 - r2 * r2;
                if (inside > 0) {
                    into.y1[k] += inside * inside * inside * d1;
                    into.y2[k] += inside * inside * inside * d2;
                    if (into.slopes) {
                        double slope = -6 * inside * inside * shrink; // ∂b/∂yᵢ = slope · rᵢ
                        double along1 = slope * (r1 * into.a[k] + r2 * into.c[k]);
                        double along2 = slope * (r1 * into.b[k] + r2 * into.d[k]);
                        into.a[k] += d1 * along1;
                        into.b[k] += d1 * along2;
                        into.c[k] += d2 * along1;
                        into.d[k] += d2 * along2;
                    }
                }
            }
        }
    }

    /// The map was made symmetric: F ← the mean of F and its images S⁻ᵏ ∘ F ∘ Sᵏ under the symmetry S of
    /// the square.
    record Symmetrise(Symmetry symmetry) implements Stroke {}
}
