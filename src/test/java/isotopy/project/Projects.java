package isotopy.project;

import isotopy.control.Antisymmetric;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Hamiltonian;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.figure.Arrangement;
import isotopy.figure.Camera;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Texture;
import isotopy.figure.Theme;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.math.Points;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.LossHistory;
import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.InverseMap;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.Preset;
import isotopy.target.Scaling;
import isotopy.target.ShapePair;
import isotopy.target.Symmetry;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Network;
import isotopy.train.Optimization;
import isotopy.train.Penalties;
import isotopy.train.Recipe;
import isotopy.train.Sampling;
import isotopy.train.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Projects of every kind, drawn from a seed.
final class Projects {
    private static final Nonlinearity SIGMA = FormulaActivation.of("u*sigmoid(2u) + sin(u)");

    private Projects() {}

    static Project random(long seed) {
        var random = new SplittableRandom(seed);
        var experiment = experiment(random);
        return new Project(
                        experiment,
                        control(experiment, random),
                        random.nextLong(1L << 40),
                        history(random),
                        edits(random),
                        look(random))
                .withStoryboard(Storyboards.random(random));
    }

    /// A small one for files that are damaged byte by byte.
    static Project small() {
        var experiment = Experiment.standard(DrawnMap.from(Preset.SWIRL, Box.UNIT, 2)
                        .drag(3, 0.25, 0.5)
                        .push(0, 0, 0.02, 0.01, 0.4)
                        .symmetrised(Symmetry.HALF_TURN))
                .withNetwork(Network.STANDARD.withWidth(2).withDepth(2));
        return new Project(
                experiment,
                control(experiment, new SplittableRandom(5)),
                7,
                LossHistory.of(new long[] {0, 7}, new double[] {0.5, 0.25}, new double[] {0.5, 0.125}),
                List.of(3L),
                plain().withPins(List.of(new Look.Pin(0.5, -0.5))));
    }

    /// A small one whose layers have free parameters of their own, with two checkpoints.
    static Project structured() {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD
                        .withFamily(ControlFamily.named("hamiltonian"))
                        .withWidth(2)
                        .withDepth(2));
        var control = mild(experiment, new SplittableRandom(6));
        var kept = List.of(new Checkpoint(0, experiment.start()), new Checkpoint(7, control));
        return new Project(experiment, control, 7, LossHistory.EMPTY, List.of(), plain(), new Checkpoints(kept));
    }

    /// One of pairs that were brought to the unit box, with an affine map at the end.
    static Project scaled() {
        var x = Points.of(new double[] {-1, 3, 0}, new double[] {0, 2, 1});
        var y = Points.of(new double[] {10, 30, 20}, new double[] {-7, -7, 2});
        var scaling = Scaling.of(x, y);
        var pairs = new Correspondence("far.csv", scaling.scaleStarts(x), scaling.scaleGoals(y), Optional.of(scaling));
        var experiment = Experiment.standard(pairs)
                .withNetwork(Network.STANDARD.withWidth(2).withDepth(2).withTerminal(true));
        return new Project(
                experiment, mild(experiment, new SplittableRandom(6)), 7, LossHistory.EMPTY, List.of(), plain());
    }

    /// A look of fixed numbers, whatever the usual one is.
    static Look plain() {
        return new Look(
                Theme.LIGHT,
                Projection.PLANE,
                false,
                EnumSet.of(Overlay.PARTICLES, Overlay.GRID),
                2000,
                Arrangement.RANDOM,
                0.25,
                new Camera(0, 0, 3),
                -32,
                22,
                List.of(),
                Optional.empty());
    }

    static Experiment experiment(SplittableRandom random) {
        double low = 10 * random.nextDouble() - 5;
        var domain = new Box(low, low + 0.1 + 5 * random.nextDouble());
        var target = target(domain, random);
        int augment = random.nextInt(2) * random.nextInt(4);
        var families = new ArrayList<>(ControlFamily.all());
        families.add(new Perceptron(SIGMA));
        families.add(new Antisymmetric(Activation.SINE, 0.3));
        families.add(new Hamiltonian(SIGMA));
        families.removeIf(family -> family.unfit(target.dimension() + augment).isPresent());
        var family = families.get(random.nextInt(families.size()));
        var network = new Network(
                family,
                1 + random.nextInt(5),
                1 + random.nextInt(6),
                0.01 + 3 * random.nextDouble(),
                augment,
                integrator(family, random),
                1 + random.nextInt(3),
                random.nextBoolean(),
                random.nextBoolean());
        return new Experiment(
                target,
                new Sampling(
                        domain,
                        10 + random.nextInt(100),
                        0.9 * random.nextDouble(),
                        random.nextInt(2) * number(random)),
                network,
                recipe(random),
                random.nextLong());
    }

    private static Integrator integrator(ControlFamily family, SplittableRandom random) {
        var suiting = Arrays.stream(Integrator.values())
                .filter(integrator -> integrator.suits(family))
                .toList();
        return suiting.get(random.nextInt(suiting.size()));
    }

    private static Recipe recipe(SplittableRandom random) {
        return new Recipe(
                random.nextInt(5000),
                1e-8 + random.nextDouble(),
                random.nextInt(100),
                random.nextInt(3),
                Optimization.values()[random.nextInt(4)],
                Schedule.values()[random.nextInt(3)],
                Loss.all().get(random.nextInt(3)),
                new Penalties(
                        random.nextInt(2),
                        random.nextDouble(),
                        1e-9 * random.nextDouble(),
                        random.nextInt(2) * 1e6,
                        random.nextDouble()));
    }

    /// One of every kind.
    static TargetMap target(Box domain, SplittableRandom random) {
        return switch (random.nextInt(16)) {
            case 0 -> Preset.values()[random.nextInt(Preset.values().length)];
            case 1, 2 -> drawn(domain, random);
            case 3 -> LinePreset.values()[random.nextInt(LinePreset.values().length)];
            case 4 -> FunctionPreset.values()[random.nextInt(FunctionPreset.values().length)];
            case 5 -> curve(domain, random);
            case 6 -> Typed.parse("x^2 - 0.25 sin(" + random.nextInt(9) + "x)", Kind.LINE);
            case 7 -> Typed.parse("x + r theta, max(y, " + random.nextInt(9) + ")", Kind.PLANE);
            case 8 -> Typed.parse("if(x > y, r, " + random.nextInt(9) + ")", Kind.FUNCTION);
            case 9 -> {
                var x = cloud(2, 1 + random.nextInt(6), random);
                yield new Landmarks("dragged", x, cloud(2, x.size(), random));
            }
            case 10 -> labels(random);
            case 11 -> ShapePair.values()[random.nextInt(ShapePair.values().length)].map();
            case 12 -> new Composition(drawn(domain, random), new InverseMap(Preset.SHEAR));
            case 13 -> new InverseMap(new Composition(Preset.SWIRL, Preset.ARCH));
            case 14 -> picture(random);
            default -> pairs(random);
        };
    }

    private static DrawnCurve curve(Box domain, SplittableRandom random) {
        var nodes = new ArrayList<DrawnCurve.Node>();
        int n = 2 + random.nextInt(5);
        for (int k = 0; k < n; k++) {
            nodes.add(new DrawnCurve.Node(domain.at(k / (n - 1.0)), domain.at(k / (n + 1.0) + 0.1 * number(random))));
        }
        return new DrawnCurve(domain, nodes, random.nextBoolean());
    }

    private static PictureFunction picture(SplittableRandom random) {
        int columns = 1 + random.nextInt(5);
        int rows = 1 + random.nextInt(5);
        var brightness = new ArrayList<Float>();
        for (int k = 0; k < columns * rows; k++) {
            brightness.add((float) random.nextDouble());
        }
        return new PictureFunction("a \"picture\".png", columns, rows, brightness);
    }

    private static Points cloud(int dimension, int size, SplittableRandom random) {
        var rows = new double[dimension][];
        Arrays.setAll(rows, i -> random.doubles(size, -3, 3).toArray());
        return Points.of(rows);
    }

    private static DrawnMap drawn(Box domain, SplittableRandom random) {
        var map = DrawnMap.from(Preset.values()[random.nextInt(Preset.values().length)], domain, 2 + random.nextInt(4));
        for (int k = random.nextInt(8); k > 0; k--) {
            double dx1 = random.nextDouble() - 0.5;
            double dx2 = random.nextDouble() - 0.5;
            map = switch (random.nextInt(3)) {
                case 0 -> map.drag(random.nextInt(map.nodes() * map.nodes()), dx1, dx2);
                case 1 -> map.push(random.nextDouble(), random.nextDouble(), dx1, dx2, 0.1 + random.nextDouble());
                default -> map.symmetrised(Symmetry.values()[random.nextInt(4)]);
            };
        }
        return map;
    }

    private static Labels labels(SplittableRandom random) {
        int n = 2 + random.nextInt(9);
        var rows = new double[2][n];
        var classes = new ArrayList<Integer>();
        for (int k = 0; k < n; k++) {
            rows[0][k] = wild(random);
            rows[1][k] = number(random);
            classes.add(random.nextInt(3));
        }
        var x = Points.of(rows);
        return new Labels(
                "some \"labels\"",
                x,
                classes,
                List.of("a", "b, \"c\"", "é\n"),
                random.nextBoolean() ? Optional.empty() : Optional.of(Scaling.ofStarts(cloud(2, 4, random), 3)));
    }

    private static Correspondence pairs(SplittableRandom random) {
        int n = 1 + random.nextInt(9);
        int d = 1 + random.nextInt(2);
        int m = 1 + random.nextInt(d);
        var rows = new double[d + m][n];
        for (var row : rows) {
            for (int k = 0; k < n; k++) {
                row[k] = wild(random);
            }
        }
        var title = random.nextBoolean() ? "pairs.csv" : "two \"quoted\" lines\n\t\\ φ₁ \u0001 🌀.csv";
        var scaling = Scaling.of(cloud(d, 4, random), cloud(m, 4, random));
        return new Correspondence(
                title,
                Points.of(Arrays.copyOf(rows, d)),
                Points.of(Arrays.copyOfRange(rows, d, d + m)),
                random.nextBoolean() ? Optional.empty() : Optional.of(scaling));
    }

    /// A control of ordinary numbers.
    static Control mild(Experiment experiment, SplittableRandom random) {
        var start = experiment.start();
        return start.withTheta(random.doubles(start.theta().length, -1, 1).toArray());
    }

    /// A control with numbers of any size and layers of any duration.
    private static Control control(Experiment experiment, SplittableRandom random) {
        var start = experiment.start();
        var layers = new ArrayList<Layer>();
        boolean any = start.family() instanceof Perceptron; // whose numbers are written as they are
        for (var layer : start.layers()) {
            var theta = layer.theta();
            for (int i = 0; i < theta.length; i++) {
                theta[i] =
                        0.5 * (random.nextDouble() - 0.5) + (random.nextInt(20) == 0 && any ? wild(random) * 1e-3 : 0);
            }
            layers.add(new Layer(theta, random.nextInt(4) == 0 ? 0.01 + number(random) : layer.duration()));
        }
        return start.withLayers(layers);
    }

    private static LossHistory history(SplittableRandom random) {
        int n = random.nextInt(6);
        var steps = new long[n];
        var train = new double[n];
        var test = new double[n];
        for (int k = 0; k < n; k++) {
            steps[k] = (k == 0 ? 0 : steps[k - 1]) + 1 + random.nextInt(1000);
            train[k] = Math.abs(wild(random));
            test[k] = number(random);
        }
        return LossHistory.of(steps, train, test);
    }

    private static List<Long> edits(SplittableRandom random) {
        return random.longs(random.nextInt(4), 0, 100_000).sorted().boxed().toList();
    }

    private static Look look(SplittableRandom random) {
        var overlays = EnumSet.noneOf(Overlay.class);
        for (var overlay : Overlay.values()) {
            if (random.nextBoolean()) {
                overlays.add(overlay);
            }
        }
        var pins = new ArrayList<Look.Pin>();
        for (int k = random.nextInt(3); k > 0; k--) {
            pins.add(new Look.Pin(wild(random), number(random)));
        }
        return new Look(
                Theme.values()[random.nextInt(Theme.values().length)],
                Projection.values()[random.nextInt(4)],
                random.nextBoolean(),
                overlays,
                1 + random.nextInt(20_000),
                Arrangement.values()[random.nextInt(3)],
                random.nextDouble(),
                new Camera(number(random), -number(random), 0.1 + number(random)),
                360 * random.nextDouble(),
                -90 * random.nextDouble(),
                pins,
                random.nextBoolean() ? Optional.empty() : Optional.of(texture(random)));
    }

    private static Texture texture(SplittableRandom random) {
        int columns = 1 + random.nextInt(4);
        int rows = 1 + random.nextInt(4);
        return new Texture(columns, rows, random.ints((long) columns * rows).toArray());
    }

    private static double number(SplittableRandom random) {
        return random.nextDouble();
    }

    /// A double of any size, now and then one that is easily written wrongly.
    private static double wild(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> -0.0;
            case 1 -> Double.MIN_VALUE;
            case 2 -> random.nextInt(100);
            case 3 -> 1e300 * random.nextDouble();
            case 4 -> 2e-3;
            default -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
        };
    }
}
