package isotopy.math;

/// The cube `[low, high]ᵈ` in which targets are drawn and samples are taken; in the plane, the square.
///
/// Units: the user's own coordinates.
public record Box(double low, double high) {
    /// The square [−1, 1]², in which everything starts.
    public static final Box UNIT = new Box(-1, 1);

    /// Throws: `IllegalArgumentException` unless low < high, both finite.
    public Box {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("a domain needs finite low < high: " + low + "," + high);
        }
    }

    /// The length of a side.
    public double side() {
        return high - low;
    }

    /// The middle of a side.
    public double centre() {
        return low + (high - low) / 2;
    }

    /// A coordinate at share `s` of the side: low at 0, high at 1.
    public double at(double s) {
        return low + s * (high - low);
    }

    /// A coordinate as a share of the side: the inverse of [#at(double)].
    public double share(double x) {
        return (x - low) / (high - low);
    }

    /// The regular lattice of `perSide`² points of the square, row by row from below (x₁ runs fastest).
    ///
    /// Throws: `IllegalArgumentException` when `perSide` < 2.
    public Points lattice(int perSide) {
        if (perSide < 2) {
            throw new IllegalArgumentException("a lattice needs at least 2 points a side: " + perSide);
        }
        var x1 = new double[perSide * perSide];
        var x2 = new double[perSide * perSide];
        for (int j = 0; j < perSide; j++) {
            for (int i = 0; i < perSide; i++) {
                x1[j * perSide + i] = at(i / (perSide - 1.0));
                x2[j * perSide + i] = at(j / (perSide - 1.0));
            }
        }
        return Points.of(x1, x2);
    }
}
