package isotopy.target;

import isotopy.math.Points;

/// A function u: R² → R given at every point of the plane.
public sealed interface PlaneFunction extends TargetMap permits FunctionPreset, TypedFunction, PictureFunction {
    /// u at every point.
    ///
    /// Shapes: 2 × n in, 1 × n out.
    Points apply(Points x);

    @Override
    default int dimension() {
        return 2;
    }

    @Override
    default int outputs() {
        return 1;
    }

    @Override
    default Kind kind() {
        return Kind.FUNCTION;
    }
}
