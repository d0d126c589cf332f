package isotopy.target;

import isotopy.math.Points;
import java.util.List;

/// The brightness of a picture, from 0 (black) to 1 (white), as a function of the plane.
///
/// The picture lies in the middle of [−1, 1]² with its longer side as long as the square's. Between the centres of its
/// pixels the brightness is bilinear; beyond them it goes on as at the nearest one.
///
/// Shapes: columns · rows numbers, row by row from above, from left to right.
public record PictureFunction(String title, int columns, int rows, List<Float> brightness) implements PlaneFunction {
    /// The most pixels along a side.
    public static final int MOST_SIDE = 1024;

    /// Throws: `IllegalArgumentException` that names what is wrong: a side outside 1 … 1024, another number of
    /// pixels than columns · rows, or a brightness outside [0, 1].
    public PictureFunction {
        if (columns < 1 || rows < 1 || columns > MOST_SIDE || rows > MOST_SIDE) {
            throw new IllegalArgumentException(
                    "a picture has 1 … " + MOST_SIDE + " pixels along each side: " + columns + " × " + rows);
        }
        brightness = List.copyOf(brightness);
        if (brightness.size() != columns * rows) {
            throw new IllegalArgumentException("a picture of " + columns + " × " + rows + " pixels needs "
                    + columns * rows + " numbers: " + brightness.size());
        }
        for (float value : brightness) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a brightness lies in [0, 1]: " + value);
            }
        }
    }

    @Override
    public Points apply(Points x) {
        var u = new double[x.size()];
        double pixels = Math.max(columns, rows) / 2.0; // for each unit of length
        for (int k = 0; k < u.length; k++) {
            u[k] = at(columns / 2.0 + pixels * x.at(0, k) - 0.5, rows / 2.0 - pixels * x.at(1, k) - 0.5);
        }
        return Points.of(new double[][] {u});
    }

    /// Bilinear, in pixels from the centre of the first one to the right and down.
    private double at(double right, double down) {
        double column = Math.clamp(right, 0, columns - 1);
        double row = Math.clamp(down, 0, rows - 1);
        int i = Math.min((int) column, Math.max(0, columns - 2));
        int j = Math.min((int) row, Math.max(0, rows - 2));
        double s = column - i;
        double t = row - j;
        return (1 - t) * ((1 - s) * pixel(i, j) + s * pixel(i + 1, j))
                + t * ((1 - s) * pixel(i, j + 1) + s * pixel(i + 1, j + 1));
    }

    private double pixel(int i, int j) {
        return brightness.get(Math.min(j, rows - 1) * columns + Math.min(i, columns - 1));
    }
}
