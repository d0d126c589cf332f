package isotopy.target;

import isotopy.math.Box;
import java.util.function.DoubleUnaryOperator;

/// The gallery of the line: curves y = F(x), each with the interval it is made for.
public enum LinePreset implements LineMap {
    /// F′(0) = 0: depth buys accuracy there.
    PARABOLA("parabola", "x²", "The parabola x² on [0, 1], whose slope vanishes at 0.", 0, 1, x -> x * x, x -> 2 * x),
    /// ln F′ = 2x + c.
    EXPONENTIAL(
            "exponential",
            "Exponential",
            "(e²ˣ − 1)/(e² − 1) on [0, 1], whose slope grows evenly in its logarithm.",
            0,
            1,
            x -> Math.expm1(2 * x) / Math.expm1(2),
            x -> 2 * Math.exp(2 * x) / Math.expm1(2)),
    /// Nearly flat in the middle.
    WAVE(
            "wave",
            "Wave",
            "x + 0.9 sin(2πx)/(2π) on [0, 1]: increasing, and nearly flat in the middle.",
            0,
            1,
            x -> x + 0.9 * Math.sin(2 * Math.PI * x) / (2 * Math.PI),
            x -> 1 + 0.9 * Math.cos(2 * Math.PI * x)),
    /// A smooth step.
    SIGMOID(
            "smooth-step",
            "Smooth step",
            "tanh(3x)/tanh(3) on [−1, 1]: steep in the middle, flat at the ends.",
            -1,
            1,
            x -> Math.tanh(3 * x) / Math.tanh(3),
            x -> 3 * (1 - Math.tanh(3 * x) * Math.tanh(3 * x)) / Math.tanh(3)),
    /// Steeper the further out.
    CUBIC(
            "cubic",
            "z + z³",
            "z + z³ on [−1, 1]: increasing, with the slope from 1 to 4.",
            -1,
            1,
            x -> x + x * x * x,
            x -> 1 + 3 * x * x),
    /// Decreasing: out of a flow's reach.
    FLIP("flip", "−x", "−x: it decreases, which no flow of the line does.", -1, 1, x -> -x, x -> -1),
    /// Falls, rises and falls.
    SINE(
            "sine",
            "sin πx",
            "sin πx on [−1, 1]: it falls, rises and falls, and a flow of the line only rises.",
            -1,
            1,
            x -> Math.sin(Math.PI * x),
            x -> Math.PI * Math.cos(Math.PI * x)),
    /// x² over both signs.
    VALLEY("valley", "x² on [−1, 1]", "x² on [−1, 1]: it falls before it rises.", -1, 1, x -> x * x, x -> 2 * x),
    /// Falls a little in the middle.
    DIP(
            "dip",
            "x³ − x/2",
            "x³ − x/2 on [−1, 1]: it rises but for a shallow dip in the middle.",
            -1,
            1,
            x -> x * x * x - x / 2,
            x -> 3 * x * x - 0.5),
    /// A corner.
    CORNER(
            "corner",
            "|x|",
            "|x| on [−1, 1]: it falls before it rises, with a corner.",
            -1,
            1,
            Math::abs,
            x -> x > 0 ? 1 : -1),
    /// Five smoothed steps.
    STAIRCASE(
            "staircase",
            "Staircase",
            "A staircase of five rounded steps on [−1, 1], increasing everywhere.",
            -1,
            1,
            x -> x - 0.95 * Math.sin(5 * Math.PI * x) / (5 * Math.PI),
            x -> 1 - 0.95 * Math.cos(5 * Math.PI * x));

    private final String id;
    private final String title;
    private final String sentence;
    private final Box home;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;

    LinePreset(
            String id,
            String title,
            String sentence,
            double low,
            double high,
            DoubleUnaryOperator value,
            DoubleUnaryOperator slope) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        home = new Box(low, high);
        this.value = value;
        this.slope = slope;
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

    @Override
    public Box home() {
        return home;
    }

    @Override
    public double at(double x) {
        return value.applyAsDouble(x);
    }

    @Override
    public double slope(double x) {
        return slope.applyAsDouble(x);
    }

    /// Whether a flow can equal this map on its interval.
    public boolean withinReach() {
        return switch (this) {
            case PARABOLA, EXPONENTIAL, WAVE, SIGMOID, CUBIC, STAIRCASE -> true;
            case FLIP, SINE, VALLEY, DIP, CORNER -> false;
        };
    }

    /// The preset of that name, in small or capital letters.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static LinePreset named(String id) {
        return Names.find(values(), LinePreset::id, id, "there is no curve");
    }
}
