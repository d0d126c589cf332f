package isotopy.figure;

/// Values between those of the lattice, by Catmull–Rom curves first along rows, then along columns.
final class Finer {
    private Finer() {}

    /// The values with `fine` pieces between two points of the lattice.
    ///
    /// Shapes: [Scene#LATTICE]² in, ((LATTICE − 1) · fine + 1)² out.
    static double[] of(double[] values, int fine) {
        int n = Scene.LATTICE;
        int side = (n - 1) * fine + 1;
        var rows = new double[n * side];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < side; i++) {
                rows[j * side + i] = between(values, j * n, 1, i, fine);
            }
        }
        var into = new double[side * side];
        for (int j = 0; j < side; j++) {
            for (int i = 0; i < side; i++) {
                into[j * side + i] = between(rows, i, side, j, fine);
            }
        }
        return into;
    }

    /// The value at a fine place of the values `from, from + step, …`.
    private static double between(double[] values, int from, int step, int place, int fine) {
        int n = Scene.LATTICE;
        int k = Math.min(n - 2, place / fine);
        double u = (place - k * fine) / (double) fine;
        double p1 = values[from + k * step];
        double p2 = values[from + (k + 1) * step];
        double p0 = k > 0 ? values[from + (k - 1) * step] : 2 * p1 - p2;
        double p3 = k < n - 2 ? values[from + (k + 2) * step] : 2 * p2 - p1;
        return p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)));
    }
}
