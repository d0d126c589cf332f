package isotopy.figure;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Kind;
import isotopy.target.TargetMap;
import java.util.Arrays;

/// Two approximants of one target, of the line or a function of the plane: a sum and a composition.
///
/// Shapes: `sum` and `composed` are 1 × n, the values at [#places(Kind, Box)].
///
/// @param sumName what people read of the sum: "Fourier series"
/// @param composedName what people read of the composition: "network"
public record Comparison(
        TargetMap target, Box domain, String sumName, Points sum, String composedName, Points composed) {
    /// Points of the line, and points a side in the plane, at which approximants are compared.
    static final int ON_A_LINE = 401;

    static final int A_SIDE = 49;

    /// Throws: `IllegalArgumentException` for a target of another kind or values at other places.
    public Comparison {
        int count = places(target.kind(), domain).size();
        if (sum.size() != count || composed.size() != count || sum.dimension() != 1 || composed.dimension() != 1) {
            throw new IllegalArgumentException(
                    "approximants need " + count + " values: " + sum.size() + " and " + composed.size());
        }
    }

    /// The places at which the approximants are compared: evenly spaced, in the plane a lattice.
    ///
    /// Throws: `IllegalArgumentException` for a kind that has no sums.
    public static Points places(Kind kind, Box domain) {
        return switch (kind) {
            case LINE -> {
                var x = new double[ON_A_LINE];
                Arrays.setAll(x, k -> domain.at(k / (ON_A_LINE - 1.0)));
                yield Points.of(new double[][] {x});
            }
            case FUNCTION -> domain.lattice(A_SIDE);
            case PLANE, LABELS -> throw new IllegalArgumentException("no sums are compared for " + kind);
        };
    }
}
