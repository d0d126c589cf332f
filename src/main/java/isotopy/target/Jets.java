package isotopy.target;

import isotopy.math.Points;

/// The images of many points and, where wanted, their 2 × 2 Jacobians; worked on in place.
///
/// Mutable and for one thread at a time. Without slopes the arrays `a` to `d` are empty.
///
/// Shapes: n entries each; the Jacobian is [[a, b], [c, d]] with a = ∂₁y₁, b = ∂₂y₁, c = ∂₁y₂, d = ∂₂y₂.
final class Jets {
    final int size;
    final boolean slopes;
    final double[] y1;
    final double[] y2;
    final double[] a;
    final double[] b;
    final double[] c;
    final double[] d;

    Jets(int size, boolean slopes) {
        this.size = size;
        this.slopes = slopes;
        y1 = new double[size];
        y2 = new double[size];
        a = new double[slopes ? size : 0];
        b = new double[slopes ? size : 0];
        c = new double[slopes ? size : 0];
        d = new double[slopes ? size : 0];
    }

    /// The map's images of the points.
    static Jets of(PlaneMap map, Points x, boolean slopes) {
        return switch (map) {
            case Preset preset -> of(preset.formula(), x, slopes);
            case DrawnMap drawn -> Drawing.jets(drawn, x, slopes);
            case TypedMap typed -> typed.jets(x, slopes);
            case Landmarks marks -> of(marks.spline(), x, slopes);
            case ShapeMap shape -> of(shape.carried(), x, slopes);
            case Composition composition -> composition.jets(x, slopes);
            case InverseMap inverse -> inverse.jets(x, slopes);
        };
    }

    /// The formula's images of the points.
    static Jets of(PlaneFormula formula, Points x, boolean slopes) {
        var jets = new Jets(x.size(), slopes);
        var jet = new double[6];
        for (int k = 0; k < jets.size; k++) {
            formula.jet(x.at(0, k), x.at(1, k), jet);
            jets.y1[k] = jet[0];
            jets.y2[k] = jet[1];
            if (slopes) {
                jets.a[k] = jet[2];
                jets.b[k] = jet[3];
                jets.c[k] = jet[4];
                jets.d[k] = jet[5];
            }
        }
        return jets;
    }

    /// The chain rule: the images of `later`, which was taken at these images, and the products of the Jacobians.
    Jets then(Jets later) {
        var both = new Jets(size, slopes);
        System.arraycopy(later.y1, 0, both.y1, 0, size);
        System.arraycopy(later.y2, 0, both.y2, 0, size);
        for (int k = 0; k < both.a.length; k++) {
            both.a[k] = later.a[k] * a[k] + later.b[k] * c[k];
            both.b[k] = later.a[k] * b[k] + later.b[k] * d[k];
            both.c[k] = later.c[k] * a[k] + later.d[k] * c[k];
            both.d[k] = later.c[k] * b[k] + later.d[k] * d[k];
        }
        return both;
    }

    /// An immutable copy of the images.
    Points points() {
        return Points.of(y1, y2);
    }

    /// ad − bc for every point; needs slopes.
    double[] determinants() {
        var determinants = new double[size];
        for (int k = 0; k < size; k++) {
            determinants[k] = a[k] * d[k] - b[k] * c[k];
        }
        return determinants;
    }
}
