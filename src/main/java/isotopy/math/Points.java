package isotopy.math;

import java.util.Arrays;

/// A finite set of points of Rᵈ, immutable: n columns of d coordinates.
///
/// Shapes: d × n, one row per coordinate.
public final class Points {
    private final double[][] rows;
    private final int size;

    private Points(double[][] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    /// Copies one array per coordinate.
    ///
    /// Throws: `IllegalArgumentException` when there is no coordinate or the arrays differ in length.
    public static Points of(double[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("points need at least one coordinate: 0");
        }
        var copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "coordinates must have equal lengths: " + rows[0].length + " and " + rows[i].length);
            }
            copy[i] = rows[i].clone();
        }
        return new Points(copy, rows[0].length);
    }

    /// One point, given by its coordinates.
    public static Points single(double... coordinates) {
        var rows = new double[coordinates.length][1];
        for (int i = 0; i < coordinates.length; i++) {
            rows[i][0] = coordinates[i];
        }
        return of(rows);
    }

    /// The number of coordinates d.
    public int dimension() {
        return rows.length;
    }

    /// The number of points n.
    public int size() {
        return size;
    }

    /// Coordinate `i` of point `j`.
    public double at(int i, int j) {
        return rows[i][j];
    }

    /// A copy of coordinate `i` of all points.
    public double[] row(int i) {
        return rows[i].clone();
    }

    /// A copy of point `j`.
    public double[] point(int j) {
        var point = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            point[i] = rows[i][j];
        }
        return point;
    }

    /// Copies coordinate `i` of the points `from … from + count − 1` to the front of `into`; overwrites.
    public void copyRow(int i, int from, int count, double[] into) {
        System.arraycopy(rows[i], from, into, 0, count);
    }

    /// Copies coordinate `i` of the points `indices[from … from + count − 1]` to the front of `into`; overwrites.
    public void gatherRow(int i, int[] indices, int from, int count, double[] into) {
        var row = rows[i];
        for (int k = 0; k < count; k++) {
            into[k] = row[indices[from + k]];
        }
    }

    /// The points with the given indices, in that order.
    public Points select(int[] indices) {
        var picked = new double[rows.length][indices.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < indices.length; k++) {
                picked[i][k] = rows[i][indices[k]];
            }
        }
        return new Points(picked, indices.length);
    }

    /// These points followed by `other`'s.
    public Points followedBy(Points other) {
        var joined = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            joined[i] = Arrays.copyOf(rows[i], size + other.size);
            System.arraycopy(other.rows[i], 0, joined[i], size, other.size);
        }
        return new Points(joined, size + other.size);
    }

    /// Whether every coordinate is a finite number.
    public boolean finite() {
        for (var row : rows) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points points && Arrays.deepEquals(rows, points.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return "Points[" + dimension() + " × " + size + "]";
    }
}
