package isotopy.project;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Numbers along any number of axes, the last one running fastest, under the name that a file of weights has for them.
///
/// Shapes: `values` has as many entries as the product of `shape`; a single number has no axis. The arrays are the
/// record's own: treat them as read-only.
record Tensor(String name, int[] shape, double[] values) {
    Tensor {
        if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) != values.length) {
            throw new IllegalArgumentException(
                    name + " of shape " + Arrays.toString(shape) + " cannot have " + values.length + " entries");
        }
    }

    static Tensor number(String name, double value) {
        return new Tensor(name, new int[0], new double[] {value});
    }

    static Tensor vector(String name, double... values) {
        return new Tensor(name, new int[] {values.length}, values);
    }

    static Tensor matrix(String name, double[][] rows) {
        return stacked(name, Arrays.stream(rows).map(row -> vector(name, row)).toList());
    }

    /// Parts of one shape, one after the other along a new first axis.
    ///
    /// Throws: `IllegalArgumentException` when they have different shapes.
    static Tensor stacked(String name, List<Tensor> parts) {
        var inner = parts.isEmpty() ? new int[0] : parts.getFirst().shape;
        int size = parts.isEmpty() ? 0 : parts.getFirst().values.length;
        var values = new double[parts.size() * size];
        for (int k = 0; k < parts.size(); k++) {
            if (!Arrays.equals(parts.get(k).shape, inner)) {
                throw new IllegalArgumentException(name + " must have parts of one shape, not "
                        + parts.getFirst().shapeText() + " and "
                        + parts.get(k).shapeText());
            }
            System.arraycopy(parts.get(k).values, 0, values, k * size, size);
        }
        var shape = new int[inner.length + 1];
        shape[0] = parts.size();
        System.arraycopy(inner, 0, shape, 1, inner.length);
        return new Tensor(name, shape, values);
    }

    /// Part k along the first axis.
    Tensor part(int k, String partName) {
        int size = values.length / shape[0];
        return new Tensor(
                partName,
                Arrays.copyOfRange(shape, 1, shape.length),
                Arrays.copyOfRange(values, k * size, (k + 1) * size));
    }

    boolean has(int... wanted) {
        return Arrays.equals(shape, wanted);
    }

    /// The numbers as rows: a matrix as it is, a vector or a number as one row.
    double[][] rows() {
        int columns = shape.length == 0 ? 1 : shape[shape.length - 1];
        var rows = new double[shape.length < 2 ? 1 : shape[0]][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    /// The shape as NumPy prints it, such as `(20, 16, 2)`.
    String shapeText() {
        return text(shape);
    }

    static String text(int... shape) {
        return Arrays.stream(shape)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
    }
}
