package isotopy.target;

import isotopy.math.Points;

/// A map F: R → R given at every point of the line.
public sealed interface LineMap extends TargetMap permits LinePreset, DrawnCurve, TypedCurve {
    /// F(x).
    double at(double x);

    /// F′(x); at a corner that of one side.
    double slope(double x);

    /// F at every point.
    ///
    /// Shapes: 1 × n in, 1 × n out.
    default Points apply(Points x) {
        var y = x.row(0);
        for (int k = 0; k < y.length; k++) {
            y[k] = at(y[k]);
        }
        return Points.of(new double[][] {y});
    }

    @Override
    default int dimension() {
        return 1;
    }

    @Override
    default int outputs() {
        return 1;
    }

    @Override
    default Kind kind() {
        return Kind.LINE;
    }
}
