package isotopy.control;

/// Some of a layer's free parameters under the name they have in the formula, as files write them: a number, a vector
/// or a matrix, and where in θ each entry stands.
///
/// Shapes: `places` has one row for a number or a vector; −1 marks an entry that is 0 and no parameter.
///
/// The array is the record's own: treat it as read-only.
public record Table(String name, Kind kind, int[][] places) {
    /// How a table is written.
    public enum Kind {
        NUMBER,
        VECTOR,
        MATRIX
    }

    /// One place in θ.
    static Table number(String name, int place) {
        return new Table(name, Kind.NUMBER, new int[][] {{place}});
    }

    /// The places first, first + stride, ….
    static Table vector(String name, int length, int first, int stride) {
        return new Table(name, Kind.VECTOR, places(1, length, first, 0, stride));
    }

    /// Entry (i, j) at first + i · down + j · across.
    static Table matrix(String name, int rows, int columns, int first, int down, int across) {
        return new Table(name, Kind.MATRIX, places(rows, columns, first, down, across));
    }

    private static int[][] places(int rows, int columns, int first, int down, int across) {
        var places = new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                places[i][j] = first + i * down + j * across;
            }
        }
        return places;
    }

    /// The number of rows; 1 for a number or a vector.
    public int rows() {
        return places.length;
    }

    /// The number of entries of a row.
    public int columns() {
        return places.length == 0 ? 0 : places[0].length;
    }

    /// The entries, read off the θ of one layer.
    public double[][] read(double[] theta) {
        var values = new double[rows()][columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                values[i][j] = places[i][j] < 0 ? 0 : theta[places[i][j]];
            }
        }
        return values;
    }

    /// Overwrites the table's part of the θ of one layer.
    ///
    /// Throws: `IllegalArgumentException` when the shape is another, a number is not finite, or one that must be 0
    /// is not.
    public void write(double[][] values, double[] theta) {
        requireShape(values);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                if (!Double.isFinite(values[i][j])) {
                    throw new IllegalArgumentException(name + " must hold finite numbers: " + values[i][j]);
                }
                if (places[i][j] >= 0) {
                    theta[places[i][j]] = values[i][j];
                } else if (values[i][j] != 0) {
                    throw new IllegalArgumentException(
                            name + " must be 0 in row " + (i + 1) + ", column " + (j + 1) + ": " + values[i][j]);
                }
            }
        }
    }

    private void requireShape(double[][] values) {
        boolean fits = values.length == rows();
        for (var row : values) {
            fits &= row.length == columns();
        }
        if (!fits) {
            throw new IllegalArgumentException(name + " must be " + rows() + " × " + columns() + ": " + values.length
                    + " × " + (values.length == 0 ? 0 : values[0].length));
        }
    }
}
