package isotopy.theory;

import isotopy.math.Points;
import java.util.Optional;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// Whether given pairs turn space over as a whole: what no flow does, and one affine map at its end can do for it.
public final class Orientation {
    private Orientation() {}

    /// The reflection nearest to the best affine map of x to y, where that has a negative determinant: the
    /// orthogonal factor Q of its slope A = Q (AᵀA)^½. On the line it is −1.
    ///
    /// Shapes: x and y are d × n, the matrix is d × d, its rows first.
    /// Source: Higham, *Computing the polar decomposition*, SIAM J. Sci. Stat. Comput. 7 (1986).
    public static Optional<double[][]> reflection(Points x, Points y) {
        var slope = AffineResidual.slope(x, y);
        if (!(new LUDecomposition(slope).getDeterminant() < 0)) {
            return Optional.empty();
        }
        var parts = new SingularValueDecomposition(slope);
        return Optional.of(parts.getU().multiply(parts.getVT()).getData());
    }
}
