package isotopy.control;

/// A layer written as a reader of papers expects it, f(z) = V σ(W z + b): the effective matrices, whatever the free
/// parameters are.
///
/// Shapes: w is q × d, b has length q, v is d × q. The arrays are the record's own: treat them as read-only.
public record Weights(double[][] w, double[] b, double[][] v) {
    /// Throws: `IllegalArgumentException` when the shapes do not fit together or a number is not finite.
    public Weights {
        if (w.length != b.length) {
            throw new IllegalArgumentException("W has " + w.length + " rows, b has " + b.length + " numbers");
        }
        int d = v.length;
        for (var row : w) {
            requireRow("W", row, d);
        }
        for (var row : v) {
            requireRow("V", row, b.length);
        }
        requireRow("b", b, b.length);
    }

    private static void requireRow(String name, double[] row, int length) {
        if (row.length != length) {
            throw new IllegalArgumentException("a row of " + name + " must have " + length + " numbers: " + row.length);
        }
        for (double value : row) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must hold finite numbers: " + value);
            }
        }
    }
}
