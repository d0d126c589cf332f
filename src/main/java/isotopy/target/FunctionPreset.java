package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// The gallery of functions u: R² → R, made for the square [−1, 1]².
public enum FunctionPreset implements PlaneFunction {
    /// A saddle.
    PRODUCT("product", "x₁ x₂", "The product x₁ x₂, a saddle.", (x, y) -> x * y),
    /// A crease along the diagonal.
    MAXIMUM("maximum", "max(x₁, x₂)", "The larger of both coordinates: two planes and a crease.", Math::max),
    /// Three hills and two hollows.
    PEAKS(
            "peaks",
            "Peaks",
            "Hills and hollows of several heights, the Peaks function over [−3, 3]², scaled to the square.",
            (x, y) -> peaks(3 * x, 3 * y) / 8),
    /// A round hill.
    HILL("hill", "Hill", "A round hill, e^(−4(x₁² + x₂²)).", (x, y) -> Math.exp(-4 * (x * x + y * y))),
    /// Rings.
    RIPPLE("ripple", "Ripple", "Rings around the middle, cos 2πr.", (x, y) -> Math.cos(2 * Math.PI * Math.hypot(x, y))),
    /// Bent level lines, no hill and no hollow.
    MEANDER(
            "meander",
            "Meander",
            "x₁ + 0.4 sin πx₂: it rises from left to right everywhere, and a flow can straighten its level lines.",
            (x, y) -> x + 0.4 * Math.sin(Math.PI * y)),
    /// Three valleys.
    MONKEY_SADDLE(
            "monkey-saddle",
            "Monkey saddle",
            "x₁³ − 3 x₁x₂²: three hills and three valleys about the middle.",
            (x, y) -> x * x * x - 3 * x * y * y);

    private final String id;
    private final String title;
    private final String sentence;
    private final DoubleBinaryOperator value;

    FunctionPreset(String id, String title, String sentence, DoubleBinaryOperator value) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.value = value;
    }

    private static double peaks(double x, double y) {
        return 3 * (1 - x) * (1 - x) * Math.exp(-x * x - (y + 1) * (y + 1))
                - 10 * (x / 5 - x * x * x - Math.pow(y, 5)) * Math.exp(-x * x - y * y)
                - Math.exp(-(x + 1) * (x + 1) - y * y) / 3;
    }

    /// The name used on the command line and in files.
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    /// What the function is, in one plain sentence with its formula.
    public String sentence() {
        return sentence;
    }

    /// Whether a flow of the plane and an affine read-out can equal the function on the square. Its gradient
    /// vanishes nowhere then, so that hills, hollows and saddles are out of reach; a crease is reached as nearly as
    /// one likes.
    public boolean withinReach() {
        return switch (this) {
            case MAXIMUM, MEANDER -> true;
            case PRODUCT, PEAKS, HILL, RIPPLE, MONKEY_SADDLE -> false;
        };
    }

    @Override
    public Points apply(Points x) {
        var u = new double[x.size()];
        Arrays.setAll(u, k -> value.applyAsDouble(x.at(0, k), x.at(1, k)));
        return Points.of(new double[][] {u});
    }

    /// The preset of that name, in small or capital letters.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static FunctionPreset named(String id) {
        return Names.find(values(), FunctionPreset::id, id, "there is no function");
    }
}
