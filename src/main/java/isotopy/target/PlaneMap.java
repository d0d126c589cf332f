package isotopy.target;

import isotopy.math.Points;
import java.util.Optional;

/// A map F: R² → R² given at every point of the plane.
public sealed interface PlaneMap extends TargetMap
        permits Preset, DrawnMap, TypedMap, Landmarks, ShapeMap, Composition, InverseMap {
    /// F at every point.
    ///
    /// Shapes: 2 × n in, 2 × n out.
    Points apply(Points x);

    /// det DF at one point, by formula and the chain rule, never by finite differences.
    double determinant(double x1, double x2);

    /// det DF at every point; quicker than one after the other.
    double[] determinants(Points x);

    /// Whether the determinant is that of a differentiable map everywhere. Where a formula jumps or has a corner
    /// the determinant there is that of one side, and what is said of the whole map by its determinant need not
    /// hold.
    boolean exact();

    /// F⁻¹ at every point where it has a closed form, else empty.
    Optional<Points> inverse(Points y);

    @Override
    default int dimension() {
        return 2;
    }

    @Override
    default int outputs() {
        return 2;
    }

    @Override
    default Kind kind() {
        return Kind.PLANE;
    }
}
