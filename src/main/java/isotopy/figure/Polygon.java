package isotopy.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A convex polygon in a space of any dimension, corner by corner. Immutable; nobody changes the corners.
record Polygon(List<double[]> corners) {
    /// The part on which an affine function is not negative.
    ///
    /// Source: I. E. Sutherland, G. W. Hodgman, *Reentrant polygon clipping*, CACM 17 (1974).
    Polygon where(ToDoubleFunction<double[]> affine) {
        var kept = new ArrayList<double[]>();
        for (int k = 0; k < corners.size(); k++) {
            var here = corners.get(k);
            var next = corners.get((k + 1) % corners.size());
            double a = affine.applyAsDouble(here);
            double b = affine.applyAsDouble(next);
            if (a >= 0) {
                kept.add(here);
            }
            if (a >= 0 != b >= 0) {
                double share = a / (a - b);
                var cut = new double[here.length];
                for (int i = 0; i < cut.length; i++) {
                    cut[i] = here[i] + share * (next[i] - here[i]);
                }
                kept.add(cut);
            }
        }
        return new Polygon(kept);
    }

    /// The first two coordinates as those of a page.
    float[][] page() {
        var page = new float[2][corners.size()];
        for (int k = 0; k < corners.size(); k++) {
            page[0][k] = (float) corners.get(k)[0];
            page[1][k] = (float) corners.get(k)[1];
        }
        return page;
    }
}
