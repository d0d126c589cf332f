package isotopy.target;

import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The gallery of points that belong to classes, in the square [−1, 1]².
public enum LabelPreset {
    /// Two half circles that reach into each other.
    MOONS("moons", "Two moons", "Two half moons that reach into each other.", 2),
    /// Two arms wound about each other.
    SPIRALS("spirals", "Two spirals", "Two arms, each of a turn and a half, wound about the middle.", 2),
    /// A disc in a ring: out of the reach of flows of the plane.
    ANNULUS(
            "annulus",
            "Disc in annulus",
            "A disc of radius 0.33 inside a ring from 0.67 to 1, which no flow of the plane gets out of it.",
            2),
    /// Opposite corners are alike.
    XOR("xor", "XOR", "Four squares, opposite ones alike: no line tells them apart.", 2),
    /// Squares of two colours.
    CHECKERBOARD("checkerboard", "Checkerboard", "Four by four squares in two classes by turns.", 2),
    /// Three arms.
    THREE_SPIRALS("three-spirals", "Three spirals", "Three arms, each of a turn, wound about the middle.", 3),
    /// One cloud in the middle of four.
    BLOBS("blobs", "Five clouds", "Five round clouds of points, one in the middle of four.", 5),
    /// Four sectors that turn with the radius.
    PINWHEEL("pinwheel", "Pinwheel", "Four blades about the middle, each bent by a quarter turn.", 4);

    private final String id;
    private final String title;
    private final String sentence;
    private final int classes;

    LabelPreset(String id, String title, String sentence, int classes) {
        this.id = id;
        this.title = title;
        this.sentence = sentence;
        this.classes = classes;
    }

    /// The name used on the command line and in files.
    public String id() {
        return id;
    }

    /// The name that people read.
    public String title() {
        return title;
    }

    /// What the classes are, in one plain sentence.
    public String sentence() {
        return sentence;
    }

    /// The number of classes.
    public int classes() {
        return classes;
    }

    /// Whether a flow of the plane can carry the classes to where lines tell them apart.
    public boolean withinReach() {
        return this != ANNULUS;
    }

    /// That many points, of each class as many as of any other (of the annulus one third is inside), by turns. The
    /// same seed gives the same points.
    ///
    /// Throws: `IllegalArgumentException` when there are fewer points than classes.
    public Labels draw(int points, long seed) {
        if (points < classes) {
            throw new IllegalArgumentException(
                    title + " needs a point for each of its " + classes + " classes: " + points);
        }
        var random = new SplittableRandom(seed);
        var x = new double[2][points];
        var labels = new ArrayList<Integer>(points);
        for (int k = 0; k < points; k++) {
            int label = this == ANNULUS ? k % 3 == 0 ? 0 : 1 : k % classes;
            var point = point(label, random);
            x[0][k] = point[0];
            x[1][k] = point[1];
            labels.add(label);
        }
        return new Labels(title, Points.of(x), labels, names());
    }

    private List<String> names() {
        return this == ANNULUS
                ? List.of("disc", "ring")
                : IntStream.range(0, classes)
                        .mapToObj(k -> String.valueOf((char) ('A' + k)))
                        .toList();
    }

    private double[] point(int label, SplittableRandom random) {
        return switch (this) {
            case MOONS -> moon(label, random);
            case SPIRALS -> spiral(label, 2, 1.5, 0.022, random);
            case THREE_SPIRALS -> spiral(label, 3, 1, 0.022, random);
            case ANNULUS -> label == 0 ? ring(0, 1.0 / 3, random) : ring(2.0 / 3, 1, random);
            case XOR -> square(2, (int) (2 * random.nextDouble()), label, random);
            case CHECKERBOARD -> square(4, (int) (8 * random.nextDouble()), label, random);
            case BLOBS -> blob(label, random);
            case PINWHEEL -> blade(label, random);
        };
    }

    private static double[] moon(int label, SplittableRandom random) {
        double t = Math.PI * random.nextDouble();
        double x1 = label == 0 ? Math.cos(t) : 1 - Math.cos(t);
        double x2 = label == 0 ? Math.sin(t) : 0.5 - Math.sin(t);
        double noise = 0.035;
        return new double[] {0.6 * (x1 - 0.5) + noise * bounded(random), 0.6 * (x2 - 0.25) + noise * bounded(random)};
    }

    private static double[] spiral(int label, int arms, double turns, double noise, SplittableRandom random) {
        double s = Math.sqrt(random.nextDouble()); // as many points on each length of the arm
        double angle = 2 * Math.PI * (turns * s + (double) label / arms);
        double r = 0.12 + 0.8 * s;
        return new double[] {
            r * Math.cos(angle) + noise * bounded(random), r * Math.sin(angle) + noise * bounded(random)
        };
    }

    /// Uniform in the ring.
    private static double[] ring(double inner, double outer, SplittableRandom random) {
        double r = Math.sqrt(inner * inner + (outer * outer - inner * inner) * random.nextDouble());
        double t = 2 * Math.PI * random.nextDouble();
        return new double[] {r * Math.cos(t), r * Math.sin(t)};
    }

    /// Uniform in the k-th square of that label among perSide × perSide, with a narrow gap between squares.
    private static double[] square(int perSide, int k, int label, SplittableRandom random) {
        int row = 2 * k / perSide;
        int column = 2 * (k % (perSide / 2)) + (row + label) % 2;
        double gap = 0.04;
        double side = 2.0 / perSide;
        return new double[] {
            -1 + side * (column + gap + (1 - 2 * gap) * random.nextDouble()),
            -1 + side * (row + gap + (1 - 2 * gap) * random.nextDouble())
        };
    }

    private static double[] blob(int label, SplittableRandom random) {
        double c1 = label == 0 ? 0 : 0.6 * (label % 2 == 0 ? 1 : -1);
        double c2 = label == 0 ? 0 : 0.6 * (label < 3 ? 1 : -1);
        return new double[] {c1 + 0.11 * bounded(random), c2 + 0.11 * bounded(random)};
    }

    private static double[] blade(int label, SplittableRandom random) {
        double r = 0.15 + 0.8 * Math.sqrt(random.nextDouble());
        double angle = Math.PI / 2 * (label + r) + 0.28 * bounded(random);
        return new double[] {r * Math.cos(angle), r * Math.sin(angle)};
    }

    /// Normally distributed, cut at two and a half deviations.
    private static double bounded(SplittableRandom random) {
        return Math.clamp(random.nextGaussian(), -2.5, 2.5);
    }

    /// The set of that name, in small or capital letters.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static LabelPreset named(String id) {
        return Names.find(values(), LabelPreset::id, id, "there are no classes");
    }
}
