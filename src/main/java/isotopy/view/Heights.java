package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.PlaneFunction;
import java.util.Arrays;
import javafx.scene.image.WritableImage;

/// Values over a square, row by row from the top, to be shown in a scale of colours. NaN stands where nothing is known.
record Heights(int side, double[] values) {
    private static final int FINE = 48;
    private static final int COARSE = 16;

    /// The values of a function over a square.
    static Heights of(PlaneFunction function, Box domain) {
        return new Heights(FINE, function.apply(places(FINE, domain)).row(0));
    }

    /// The mean values of pairs in the cells of a square.
    static Heights of(Correspondence pairs, Box domain) {
        var sums = new double[COARSE * COARSE];
        var counts = new int[sums.length];
        for (int k = 0; k < pairs.x().size(); k++) {
            int column = (int) (domain.share(pairs.x().at(0, k)) * COARSE);
            int row = (int) ((1 - domain.share(pairs.x().at(1, k))) * COARSE);
            if (column >= 0 && column < COARSE && row >= 0 && row < COARSE) {
                sums[row * COARSE + column] += pairs.y().at(0, k);
                counts[row * COARSE + column]++;
            }
        }
        Arrays.setAll(sums, k -> sums[k] / counts[k]);
        return new Heights(COARSE, sums);
    }

    /// The middles of the cells of a square, row by row from the top.
    static Points places(int side, Box domain) {
        var x = new double[2][side * side];
        for (int k = 0; k < side * side; k++) {
            x[0][k] = domain.at((k % side + 0.5) / side);
            x[1][k] = domain.at(1 - (k / side + 0.5) / side);
        }
        return Points.of(x);
    }

    /// The picture over the range of its own values.
    WritableImage image() {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        return image(low, high);
    }

    /// The picture with given values at both ends of the scale.
    WritableImage image(double low, double high) {
        var image = new WritableImage(side, side);
        for (int k = 0; k < values.length; k++) {
            boolean known = Double.isFinite(values[k]);
            double share = high > low ? (values[k] - low) / (high - low) : 0.5;
            image.getPixelWriter().setArgb(k % side, k / side, known ? isotopy.figure.Scale.cividis(share) : 0);
        }
        return image;
    }
}
