package isotopy.figure;

/// A picture laid over the square and carried with the lattice.
final class Carpet {
    private Carpet() {}

    /// A picture over the whole square whose pixels with numbers 0, `fine`, 2 · `fine`, … lie on the points of a
    /// lattice.
    static Mark.Picture of(double[][] lattice, Texture texture, int fine, Page page) {
        int side = (texture.columns() - 1) / fine + 1;
        var u = new float[side * side];
        var v = new float[side * side];
        for (int k = 0; k < u.length; k++) {
            u[k] = (k % side * fine + 0.5f) / texture.columns();
            v[k] = ((side - 1 - k / side) * fine + 0.5f) / texture.rows();
        }
        return mark(lattice, u, v, side, texture, page);
    }

    /// A picture in the middle of the square, as large as it fits without changing its shape.
    static Mark.Picture fitted(double[][] lattice, Texture texture, Page page) {
        int side = Scene.LATTICE;
        float longest = Math.max(texture.columns(), texture.rows());
        float across = longest / texture.columns();
        float down = longest / texture.rows();
        var u = new float[side * side];
        var v = new float[side * side];
        var x = new double[2][];
        x[0] = lattice[0].clone();
        x[1] = lattice[1].clone();
        for (int k = 0; k < u.length; k++) {
            u[k] = 0.5f + across * (k % side / (side - 1f) - 0.5f);
            v[k] = 0.5f - down * (k / side / (side - 1f) - 0.5f);
        }
        if (across > 1 || down > 1) {
            cut(x, u, v, across, down);
        }
        return mark(x, u, v, side, texture, page);
    }

    /// Moves the corners outside the picture to its edge, along their row or column of the lattice.
    private static void cut(double[][] x, float[] u, float[] v, float across, float down) {
        int side = Scene.LATTICE;
        double left = (side - 1) * (0.5 - 0.5 / across);
        double top = (side - 1) * (0.5 - 0.5 / down);
        var from = new double[][] {x[0].clone(), x[1].clone()};
        for (int k = 0; k < u.length; k++) {
            double column = Math.clamp(k % side, left, side - 1 - left);
            double row = Math.clamp((double) (k / side), top, side - 1 - top);
            for (int i = 0; i < 2; i++) {
                x[i][k] = at(from[i], column, row);
            }
            u[k] = Math.clamp(u[k], 0, 1);
            v[k] = Math.clamp(v[k], 0, 1);
        }
    }

    /// The value at a fractional place of the lattice, in columns and rows.
    static double at(double[] values, double column, double row) {
        int side = Scene.LATTICE;
        int i = Math.min(side - 2, (int) column);
        int j = Math.min(side - 2, (int) row);
        double a = column - i;
        double b = row - j;
        int k = j * side + i;
        return (1 - b) * ((1 - a) * values[k] + a * values[k + 1])
                + b * ((1 - a) * values[k + side] + a * values[k + side + 1]);
    }

    private static Mark.Picture mark(double[][] lattice, float[] u, float[] v, int side, Texture texture, Page page) {
        var x = new float[u.length];
        var y = new float[u.length];
        for (int k = 0; k < u.length; k++) {
            x[k] = page.x(lattice[0][k], lattice[1][k]);
            y[k] = page.y(lattice[0][k], lattice[1][k]);
        }
        return new Mark.Picture(x, y, u, v, side, side, texture);
    }
}
