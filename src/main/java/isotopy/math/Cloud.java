package isotopy.math;

import java.util.Arrays;

/// A cloud of particles that is worked on in place: one array per coordinate.
///
/// Mutable and for one thread at a time; [#points()] takes an immutable copy. A cloud has a fixed capacity and a size
/// up to it, so that a loop over tiles reuses one cloud for a shorter last tile.
///
/// Shapes: d × n.
public final class Cloud {
    private final double[][] rows;
    private int size;

    /// A cloud of `capacity` particles at the origin of R^`dimension`.
    public Cloud(int dimension, int capacity) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be ≥ 1: " + dimension);
        }
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must be ≥ 0: " + capacity);
        }
        rows = new double[dimension][capacity];
        size = capacity;
    }

    /// A cloud that starts as a copy of the points.
    public static Cloud of(Points points) {
        var cloud = new Cloud(points.dimension(), points.size());
        cloud.load(points, 0, points.size());
        return cloud;
    }

    /// The number of coordinates d.
    public int dimension() {
        return rows.length;
    }

    /// The number of particles in use.
    public int size() {
        return size;
    }

    /// How many particles fit.
    public int capacity() {
        return rows[0].length;
    }

    /// Uses the first `particles` only.
    public void resize(int particles) {
        if (particles < 0 || particles > capacity()) {
            throw new IllegalArgumentException("size must be in 0 … " + capacity() + ": " + particles);
        }
        size = particles;
    }

    /// The array behind coordinate `i`, to be read and written in place.
    public double[] row(int i) {
        return rows[i];
    }

    /// Overwrites this cloud by the points `from … from + count − 1` and takes their number as its size.
    ///
    /// Throws: `IllegalArgumentException` when the points have another dimension or do not fit.
    public void load(Points points, int from, int count) {
        if (points.dimension() != rows.length) {
            throw new IllegalArgumentException("points must have dimension " + rows.length + ": " + points.dimension());
        }
        resize(count);
        for (int i = 0; i < rows.length; i++) {
            points.copyRow(i, from, count, rows[i]);
        }
    }

    /// Overwrites this cloud by `other`, size included.
    public void set(Cloud other) {
        resize(other.size);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(other.rows[i], 0, rows[i], 0, size);
        }
    }

    /// Overwrites: this ← `base` + `factor` · `direction`, of equal shapes; any two of the three may be the same
    /// cloud.
    public void setToSum(Cloud base, double factor, Cloud direction) {
        resize(base.size);
        for (int i = 0; i < rows.length; i++) {
            var into = rows[i];
            var x = base.rows[i];
            var f = direction.rows[i];
            for (int k = 0; k < size; k++) {
                into[k] = x[k] + factor * f[k];
            }
        }
    }

    /// Adds `factor` · `direction`.
    public void add(double factor, Cloud direction) {
        setToSum(this, factor, direction);
    }

    /// Overwrites: this ← `factor` · `other`.
    public void setToMultiple(double factor, Cloud other) {
        resize(other.size);
        for (int i = 0; i < rows.length; i++) {
            var into = rows[i];
            var x = other.rows[i];
            for (int k = 0; k < size; k++) {
                into[k] = factor * x[k];
            }
        }
    }

    /// Overwrites every coordinate in use by zero.
    public void clear() {
        for (var row : rows) {
            Arrays.fill(row, 0, size, 0);
        }
    }

    /// Whether every coordinate in use is a finite number.
    public boolean finite() {
        double sum = 0;
        for (var row : rows) {
            for (int k = 0; k < size; k++) {
                sum += row[k] * 0;
            }
        }
        return sum == 0;
    }

    /// An immutable copy of the particles in use.
    public Points points() {
        var copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = Arrays.copyOf(rows[i], size);
        }
        return Points.of(copy);
    }
}
