package isotopy.target;

import java.util.Arrays;

/// The nearest rising values, by pooling adjacent violators: neighbours that fall are replaced by their mean.
///
/// Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, *Statistical Inference under Order
/// Restrictions*, 1972.
final class Isotone {
    private Isotone() {}

    /// The values f₁ ≤ f₂ ≤ … that make Σ (fₖ − yₖ)² least.
    static double[] fit(double[] y) {
        var mean = new double[y.length];
        var size = new int[y.length];
        int blocks = 0;
        for (double value : y) {
            mean[blocks] = value;
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int joined = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (size[blocks - 2] * mean[blocks - 2] + size[blocks - 1] * mean[blocks - 1]) / joined;
                size[blocks - 2] = joined;
                blocks--;
            }
        }
        var fit = new double[y.length];
        int from = 0;
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(fit, from, from + size[b], mean[b]);
            from += size[b];
        }
        return fit;
    }
}
