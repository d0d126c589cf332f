package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Optional;

/// One map after the other: x ↦ second(first(x)).
public record Composition(PlaneMap first, PlaneMap second) implements PlaneMap {
    /// The most maps that are put together.
    public static final int MOST_PARTS = 32;

    /// Throws: `IllegalArgumentException` when more than 32 maps are put together.
    public Composition {
        int parts = parts(first) + parts(second);
        if (parts > MOST_PARTS) {
            throw new IllegalArgumentException("at most " + MOST_PARTS + " maps are put together: " + parts);
        }
    }

    /// How many maps a map is put together from; an inverse counts as one more than what it inverts.
    static int parts(PlaneMap map) {
        return switch (map) {
            case Composition(var first, var second) -> parts(first) + parts(second);
            case InverseMap inverse -> parts(inverse.of()) + 1;
            case Preset _, DrawnMap _, TypedMap _, Landmarks _, ShapeMap _ -> 1;
        };
    }

    /// "Swirl, then Shear".
    @Override
    public String title() {
        return first.title() + ", then " + second.title();
    }

    @Override
    public Box home() {
        return first.home();
    }

    @Override
    public Points apply(Points x) {
        return second.apply(first.apply(x));
    }

    @Override
    public double determinant(double x1, double x2) {
        return determinants(Points.single(x1, x2))[0];
    }

    /// By the chain rule: det D(S ∘ F)(x) = det DS(F(x)) · det DF(x).
    @Override
    public double[] determinants(Points x) {
        var determinants = first.determinants(x);
        var later = second.determinants(first.apply(x));
        for (int k = 0; k < determinants.length; k++) {
            determinants[k] *= later[k];
        }
        return determinants;
    }

    @Override
    public boolean exact() {
        return first.exact() && second.exact();
    }

    @Override
    public Optional<Points> inverse(Points y) {
        return second.inverse(y).flatMap(first::inverse);
    }

    Jets jets(Points x, boolean slopes) {
        var earlier = Jets.of(first, x, slopes);
        return earlier.then(Jets.of(second, earlier.points(), slopes));
    }
}
