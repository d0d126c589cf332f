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

    /// Reads q units of w₁ … w_d, b, v₁ … v_d.
    static Weights of(int dimension, int units, double[] effective) {
        int unit = 2 * dimension + 1;
        var w = new double[units][dimension];
        var b = new double[units];
        var v = new double[dimension][units];
        for (int j = 0; j < units; j++) {
            b[j] = effective[j * unit + dimension];
            for (int i = 0; i < dimension; i++) {
                w[j][i] = effective[j * unit + i];
                v[i][j] = effective[j * unit + dimension + 1 + i];
            }
        }
        return new Weights(w, b, v);
    }

    /// The hidden units one after the other, each as w₁ … w_d, b, v₁ … v_d.
    double[] effective() {
        int dimension = v.length;
        int unit = 2 * dimension + 1;
        var effective = new double[b.length * unit];
        for (int j = 0; j < b.length; j++) {
            effective[j * unit + dimension] = b[j];
            for (int i = 0; i < dimension; i++) {
                effective[j * unit + i] = w[j][i];
                effective[j * unit + dimension + 1 + i] = v[i][j];
            }
        }
        return effective;
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
