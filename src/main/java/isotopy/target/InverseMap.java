package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Optional;

/// The inverse of a map: y ↦ the x with F(x) = y.
///
/// In closed form where F has one, else by Newton's method to the last digits ([Preimages]). Where F reaches y more
/// than once, one x is taken. Where F never reaches y the value is the x whose image was found nearest, so that all
/// values are finite, and the determinant is 0, so that [Obstructions] tells of it.
public final class InverseMap implements PlaneMap {
    private final PlaneMap of;
    private final Preimages preimages;

    /// Throws: `IllegalArgumentException` when more than 32 maps are put together.
    public InverseMap(PlaneMap of) {
        if (Composition.parts(of) + 1 > Composition.MOST_PARTS) {
            throw new IllegalArgumentException(
                    "at most " + Composition.MOST_PARTS + " maps are put together: " + (Composition.parts(of) + 1));
        }
        this.of = of;
        preimages = Preimages.of(of);
    }

    /// The map that is inverted.
    public PlaneMap of() {
        return of;
    }

    /// "Swirl, inverted"; of more than one map "(Swirl, then Shear), inverted".
    @Override
    public String title() {
        return (of instanceof Composition ? "(" + of.title() + ")" : of.title()) + ", inverted";
    }

    @Override
    public Box home() {
        return of.home();
    }

    @Override
    public Points apply(Points y) {
        return preimages.at(y).x();
    }

    /// Whether F reaches each point.
    public boolean[] reached(Points y) {
        return preimages.at(y).reached();
    }

    @Override
    public double determinant(double y1, double y2) {
        return determinants(Points.single(y1, y2))[0];
    }

    /// det D(F⁻¹)(y) = 1/det DF(x) with F(x) = y; 0 where there is no such x.
    @Override
    public double[] determinants(Points y) {
        var found = preimages.at(y);
        var determinants = of.determinants(found.x());
        for (int k = 0; k < determinants.length; k++) {
            determinants[k] = found.reached()[k] ? 1 / determinants[k] : 0;
        }
        return determinants;
    }

    @Override
    public boolean exact() {
        return of.exact();
    }

    /// F itself.
    @Override
    public Optional<Points> inverse(Points x) {
        return Optional.of(of.apply(x));
    }

    Jets jets(Points y, boolean slopes) {
        var x = apply(y);
        var forward = Jets.of(of, x, slopes);
        var jets = new Jets(y.size(), slopes);
        System.arraycopy(x.row(0), 0, jets.y1, 0, jets.size);
        System.arraycopy(x.row(1), 0, jets.y2, 0, jets.size);
        for (int k = 0; k < jets.a.length; k++) {
            double determinant = forward.a[k] * forward.d[k] - forward.b[k] * forward.c[k];
            jets.a[k] = forward.d[k] / determinant;
            jets.b[k] = -forward.b[k] / determinant;
            jets.c[k] = -forward.c[k] / determinant;
            jets.d[k] = forward.a[k] / determinant;
        }
        return jets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InverseMap inverse && of.equals(inverse.of);
    }

    @Override
    public int hashCode() {
        return 31 + of.hashCode();
    }

    @Override
    public String toString() {
        return "InverseMap[" + of + "]";
    }
}
