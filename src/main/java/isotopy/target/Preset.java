package isotopy.target;

import isotopy.math.Points;
import java.util.Optional;

/// The gallery: maps of the plane given by a formula, made for the square [−1, 1]².
///
/// All but [#MIRROR] and [#FOLD] keep orientation and are one to one on that square, so that flows reach
/// them.
public enum Preset implements PlaneMap {
    /// y = x.
    IDENTITY("identity", "Identity", "Leaves every point where it is: y = x.", new PlaneFormula.Linear(1, 0, 0, 1)),
    /// The quarter turn.
    ROTATION(
            "rotation",
            "Rotation",
            "Turns the plane by 90° against the clock: y = (−x₂, x₁).",
            new PlaneFormula.Linear(0, -1, 1, 0)),
    /// A turn whose angle grows with the radius.
    SWIRL(
            "swirl",
            "Swirl",
            "Turns every circle about the middle by an angle that grows with its radius r: 1.4 r radians.",
            new PlaneFormula.Twist(0, 0, r -> 1.4 * r, r -> 1.4)),
    /// Horizontal lines slide in proportion to their height.
    SHEAR(
            "shear",
            "Shear",
            "Slides every horizontal line in proportion to its height: y = (x₁ + 0.8 x₂, x₂).",
            new PlaneFormula.Linear(1, 0.8, 0, 1)),
    /// Wider and lower, at the same area.
    SQUEEZE(
            "squeeze",
            "Squeeze",
            "Makes the square wider and lower at the same area: y = (1.6 x₁, x₂/1.6).",
            new PlaneFormula.Linear(1.6, 0, 0, 1 / 1.6)),
    /// Vertical lines become sine curves.
    S_BEND(
            "s-bend",
            "S-bend",
            "Bends every vertical line to an S: y = (x₁ + 0.5 sin πx₂, x₂).",
            new PlaneFormula.Slide(u -> 0.5 * Math.sin(Math.PI * u), u -> 0.5 * Math.PI * Math.cos(Math.PI * u))),
    /// Two centres draw space in.
    PINCH(
            "pinch",
            "Pinch",
            "Draws space towards the two points p = (±0.5, 0): y = x − 0.65 Σ (x − p) e^(−|x − p|²/0.16).",
            new PlaneFormula.Pinch(0.5, 0.65, 0.4)),
    /// Two opposite twists, one after the other.
    VORTICES(
            "vortices",
            "Vortices",
            "Twists space about (−0.5, 0), then the other way about (0.5, 0), each by ±1.8 e^(−r²/0.25) radians at distance r.",
            new PlaneFormula.Chain(whirl(-0.5, 1.8, 0.5), whirl(0.5, -1.8, 0.5))),
    /// Horizontal lines become parabolas.
    ARCH(
            "arch",
            "Arch",
            "Bends every horizontal line to a parabola: y = (x₁, x₂ + 0.4 − 0.8 x₁²).",
            upright(new PlaneFormula.Slide(u -> 0.4 - 0.8 * u * u, u -> -1.6 * u))),
    /// Sine waves across, then up.
    WEAVE(
            "weave",
            "Weave",
            "Bends vertical lines, then horizontal ones: y₁ = x₁ + 0.25 sin πx₂, y₂ = x₂ + 0.25 sin πy₁.",
            new PlaneFormula.Chain(wave(0.25), upright(wave(0.25)))),
    /// Narrow below, wide above.
    TAPER(
            "taper",
            "Taper",
            "Narrows the square below and widens it above: y = (x₁ e^(0.5 x₂), x₂).",
            new PlaneFormula.Widening(u -> Math.exp(0.5 * u), u -> 0.5 * Math.exp(0.5 * u))),
    /// A narrow waist.
    HOURGLASS(
            "hourglass",
            "Hourglass",
            "Narrows the square at half height: y = (x₁ (1 − 0.6 e^(−4 x₂²)), x₂).",
            new PlaneFormula.Widening(u -> 1 - 0.6 * Math.exp(-4 * u * u), u -> 4.8 * u * Math.exp(-4 * u * u))),
    /// The middle is magnified.
    LENS(
            "lens",
            "Lens",
            "Magnifies the middle: y = x √((|x|² + 0.6)/(|x|² + 0.15)).",
            new PlaneFormula.Lens(0.6, 0.15)),
    /// Arcs and rays.
    FAN(
            "fan",
            "Fan",
            "Opens the square like a fan, lines to arcs and rays: y = (e^(0.6 x₂) sin 0.6x₁, e^(0.6 x₂) cos 0.6x₁ − 1)/0.6.",
            new PlaneFormula.Fan(0.6)),
    /// Left and right exchanged: out of a flow's reach.
    MIRROR(
            "mirror",
            "Mirror",
            "Exchanges left and right, which no flow does: y = (−x₁, x₂).",
            new PlaneFormula.Linear(-1, 0, 0, 1)),
    /// The left half laid on the right one: out of a flow's reach.
    FOLD(
            "fold",
            "Fold",
            "Folds the left half over the right one, which no flow does: y = (√(x₁² + 0.04) − 0.5, x₂ + 0.3 x₁).",
            new PlaneFormula.Fold(0.2, 0.5, 0.3));

    private final String id;
    private final String title;
    private final String sentence;
    private final PlaneFormula formula;

    Preset(String id, String title, String sentence, PlaneFormula formula) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.formula = formula;
    }

    /// The name used on the command line and in files.
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    /// What the map does, in one plain sentence with its formula.
    public String sentence() {
        return sentence;
    }

    /// Whether a flow can equal this map on the square [−1, 1]².
    public boolean withinReach() {
        return this != MIRROR && this != FOLD;
    }

    /// The preset of that name, in small or capital letters.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Preset named(String id) {
        return Names.find(values(), Preset::id, id, "there is no preset");
    }

    @Override
    public Points apply(Points x) {
        return Jets.of(formula, x, false).points();
    }

    @Override
    public double determinant(double x1, double x2) {
        var jet = new double[6];
        formula.jet(x1, x2, jet);
        return jet[2] * jet[5] - jet[3] * jet[4];
    }

    @Override
    public double[] determinants(Points x) {
        return Jets.of(formula, x, true).determinants();
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public Optional<Points> inverse(Points y) {
        if (!(formula instanceof PlaneFormula.Invertible invertible)) {
            return Optional.empty();
        }
        var x1 = new double[y.size()];
        var x2 = new double[y.size()];
        var x = new double[2];
        for (int k = 0; k < y.size(); k++) {
            invertible.preimage(y.at(0, k), y.at(1, k), x);
            x1[k] = x[0];
            x2[k] = x[1];
        }
        return Optional.of(Points.of(x1, x2));
    }

    /// The formula behind the name.
    PlaneFormula formula() {
        return formula;
    }

    private static PlaneFormula.Invertible whirl(double c1, double angle, double radius) {
        return new PlaneFormula.Twist(
                c1,
                0,
                r -> angle * Math.exp(-r * r / (radius * radius)),
                r -> -2 * r / (radius * radius) * angle * Math.exp(-r * r / (radius * radius)));
    }

    private static PlaneFormula.Invertible wave(double height) {
        return new PlaneFormula.Slide(
                u -> height * Math.sin(Math.PI * u), u -> height * Math.PI * Math.cos(Math.PI * u));
    }

    /// The same with the roles of the coordinates exchanged.
    private static PlaneFormula.Invertible upright(PlaneFormula.Invertible formula) {
        return new PlaneFormula.Chain(PlaneFormula.Linear.SWAP, formula, PlaneFormula.Linear.SWAP);
    }
}
