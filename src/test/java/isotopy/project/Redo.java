package isotopy.project;

import isotopy.math.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.special.Erf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Flows redone from the file alone by programs that know nothing of this one.
final class Redo {
    /// The σ that tests type as formulas, as this program knows them.
    static final String FORMULA = "u*exp(-u^2)";

    /// A flow by an explicit scheme, for the points on standard input; the last lines are the flow.
    static final String PYTHON = """
            import json, sys
            from math import *
            c = json.load(open(sys.argv[1]))["control"]
            sigma = {"tanh": tanh, "relu": lambda u: max(u, 0), "leaky-relu": lambda u: max(u, u / 10), "sine": sin,
                     "sigmoid": lambda u: 1 / (1 + exp(-u)), "softplus": lambda u: max(u, 0) + log1p(exp(-abs(u))),
                     "gaussian": lambda u: exp(-u * u), "identity": lambda u: u, "truncated-relu": lambda u: min(max(u, 0), 1),
                     "elu": lambda u: u if u > 0 else expm1(u), "gelu": lambda u: u * erfc(-u / sqrt(2)) / 2,
                     "formula": lambda u: eval(c["sigma"].replace("^", "**"), globals(), {"u": u})}[c["activation"]]
            stages = {"euler": ([], [1]), "midpoint": ([[.5]], [0, 1]), "heun": ([[1]], [.5, .5]),
                      "rk4": ([[.5], [0, .5], [0, 0, 1]], [1 / 6, 1 / 3, 1 / 3, 1 / 6])}[c["integrator"]]
            dot = lambda a, b: sum(x * y for x, y in zip(a, b))
            def f(z, k):
                if "C" in k: a = [exp(-dist(z, p) ** 2 / 2 / k["s"] ** 2) for p in k["C"]]
                else: a = [sigma(dot(w, z) + b) for w, b in zip(k["W"], k["b"])]
                return [dot(v, a) for v in k["V"]]
            unit = {"offset": [0] * 20, "factor": 1}
            put, out = (c["scaling"] or {}).get("input", unit), (c["scaling"] or {}).get("output", unit)
            for x in ([float(x) for x in line.split(",")] for line in sys.stdin):
                z = [(a - b) / put["factor"] for a, b in zip(x, put["offset"])] + [0] * c["augment"]
                for k in (k for k in c["layers"] for _ in range(c["substeps"])):
                    h, s = k["duration"] / c["substeps"], [f(z, k)]
                    for row in stages[0]: s.append(f([x + h * dot(row, y) for x, y in zip(z, zip(*s))], k))
                    z = [x + h * dot(stages[1], y) for x, y in zip(z, zip(*s))]
                if c["readout"]: z = [dot(a, z) + b for a, b in zip(c["readout"]["A"], c["readout"]["c"])]
                print(*(b + out["factor"] * a for a, b in zip(z, out["offset"])), sep=",")
            """;

    private static final Map<String, DoubleUnaryOperator> SIGMA = Map.ofEntries(
            Map.entry("tanh", Math::tanh),
            Map.entry("relu", u -> Math.max(u, 0)),
            Map.entry("leaky-relu", u -> Math.max(u, u / 10)),
            Map.entry("sine", Math::sin),
            Map.entry("sigmoid", u -> 1 / (1 + Math.exp(-u))),
            Map.entry("softplus", u -> Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)))),
            Map.entry("gaussian", u -> Math.exp(-u * u)),
            Map.entry("truncated-relu", u -> Math.min(Math.max(u, 0), 1)),
            Map.entry("elu", u -> u > 0 ? u : Math.expm1(u)),
            Map.entry("gelu", u -> u * Erf.erfc(-u / Math.sqrt(2)) / 2),
            Map.entry("formula", u -> u * Math.exp(-u * u)),
            Map.entry("identity", u -> u));

    private static final Map<String, double[][]> STAGES = Map.of(
            "euler", new double[][] {{1}},
            "midpoint", new double[][] {{0.5}, {0, 1}},
            "heun", new double[][] {{1}, {0.5, 0.5}},
            "rk4", new double[][] {{0.5}, {0, 0.5}, {0, 0, 1}, {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0}});

    private Redo() {}

    /// The output for one point.
    static double[] flow(Path file, double... start) throws IOException {
        var control = JsonMapper.shared().readTree(Files.readString(file)).get("control");
        if (control.has("sigma") && !control.get("sigma").asString().equals(FORMULA)) {
            throw new IOException("another formula: " + control.get("sigma"));
        }
        var sigma = SIGMA.get(control.get("activation").asString());
        var integrator = control.get("integrator").asString();
        int substeps = control.get("substeps").asInt();
        var z = Arrays.copyOf(scaled(control, start), control.get("dimension").asInt());
        for (var layer : control.get("layers")) {
            double duration = layer.get("duration").asDouble();
            UnaryOperator<double[]> f = x -> velocity(layer, sigma, x);
            if (STAGES.containsKey(integrator)) {
                for (int s = 0; s < substeps; s++) {
                    z = step(STAGES.get(integrator), f, duration / substeps, z);
                }
            } else if (integrator.equals("symplectic")) {
                for (int s = 0; s < substeps; s++) {
                    z = shears(layer, sigma, duration / substeps, z);
                }
            } else {
                z = solved(f, kinks(layer, control.get("activation").asString()), duration, z);
            }
        }
        return user(control, read(control.get("readout"), z));
    }

    private static double[] scaled(JsonNode control, double[] x) {
        var z = x.clone();
        if (!control.get("scaling").isNull()) {
            var input = control.get("scaling").get("input");
            Arrays.setAll(
                    z,
                    i -> (x[i] - input.get("offset").get(i).asDouble())
                            / input.get("factor").asDouble());
        }
        return z;
    }

    private static double[] user(JsonNode control, double[] z) {
        var y = z.clone();
        if (!control.get("scaling").isNull()) {
            var output = control.get("scaling").get("output");
            Arrays.setAll(
                    y,
                    i -> output.get("offset").get(i).asDouble()
                            + output.get("factor").asDouble() * z[i]);
        }
        return y;
    }

    private static double[] velocity(JsonNode layer, DoubleUnaryOperator sigma, double[] z) {
        var f = new double[z.length];
        int units = layer.get("V").get(0).size();
        for (int j = 0; j < units; j++) {
            double a = layer.has("C") ? bump(layer, j, z) : sigma.applyAsDouble(argument(layer, j, z));
            for (int i = 0; i < z.length; i++) {
                f[i] += layer.get("V").get(i).get(j).asDouble() * a;
            }
        }
        return f;
    }

    private static double argument(JsonNode layer, int j, double[] z) {
        double u = layer.get("b").get(j).asDouble();
        for (int i = 0; i < z.length; i++) {
            u += layer.get("W").get(j).get(i).asDouble() * z[i];
        }
        return u;
    }

    private static double bump(JsonNode layer, int j, double[] z) {
        double squares = 0;
        for (int i = 0; i < z.length; i++) {
            double away = z[i] - layer.get("C").get(j).get(i).asDouble();
            squares += away * away;
        }
        double s = layer.get("s").asDouble();
        return Math.exp(-squares / (2 * s * s));
    }

    /// A step of an explicit scheme, whose last row are the weights.
    private static double[] step(double[][] scheme, UnaryOperator<double[]> f, double h, double[] z) {
        var slopes = new ArrayList<double[]>();
        slopes.add(f.apply(z));
        for (int i = 0; i < scheme.length - 1; i++) {
            slopes.add(f.apply(moved(z, h, scheme[i], slopes)));
        }
        return moved(z, h, scheme[scheme.length - 1], slopes);
    }

    private static double[] moved(double[] z, double h, double[] weights, List<double[]> slopes) {
        var moved = z.clone();
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < z.length; i++) {
                moved[i] += h * weights[j] * slopes.get(j)[i];
            }
        }
        return moved;
    }

    /// Half a step of each hidden unit's own flow, in their order and back.
    private static double[] shears(JsonNode layer, DoubleUnaryOperator sigma, double h, double[] start) {
        var z = start.clone();
        int units = layer.get("b").size();
        for (int k = 0; k < 2 * units; k++) {
            int j = k < units ? k : 2 * units - 1 - k;
            double a = h / 2 * sigma.applyAsDouble(argument(layer, j, z));
            for (int i = 0; i < z.length; i++) {
                z[i] += layer.get("V").get(i).get(j).asDouble() * a;
            }
        }
        return z;
    }

    /// The differential equation, to the last digits.
    private static double[] solved(
            UnaryOperator<double[]> f, List<ToDoubleFunction<double[]>> kinks, double duration, double[] start) {
        var z = start.clone();
        var equation = new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return start.length;
            }

            @Override
            public void computeDerivatives(double t, double[] y, double[] slope) {
                System.arraycopy(f.apply(y), 0, slope, 0, y.length);
            }
        };
        var integrator = new DormandPrince853Integrator(1e-13 * duration, duration / 40, 1e-14, 1e-14);
        kinks.forEach(kink -> integrator.addEventHandler(new Crossing(kink), duration / 50, 1e-14 * duration, 200));
        integrator.integrate(equation, 0, start, duration, z);
        return z;
    }

    /// Functions of the state that are 0 where the field has a corner.
    private static List<ToDoubleFunction<double[]>> kinks(JsonNode layer, String activation) {
        if (!List.of("relu", "leaky-relu", "truncated-relu", "elu").contains(activation)) {
            return List.of();
        }
        var kinks = new ArrayList<ToDoubleFunction<double[]>>();
        for (int j = 0; j < layer.get("b").size(); j++) {
            int unit = j;
            kinks.add(z -> argument(layer, unit, z));
            kinks.add(z -> argument(layer, unit, z) - 1);
        }
        return kinks;
    }

    /// Makes the integrator begin a step where a path crosses a corner.
    private record Crossing(ToDoubleFunction<double[]> kink) implements EventHandler {
        @Override
        public void init(double t0, double[] y0, double t) {}

        @Override
        public double g(double t, double[] y) {
            return kink.applyAsDouble(y);
        }

        @Override
        public Action eventOccurred(double t, double[] y, boolean increasing) {
            return Action.RESET_DERIVATIVES;
        }

        @Override
        public void resetState(double t, double[] y) {}
    }

    private static double[] read(JsonNode readout, double[] z) {
        if (readout.isNull()) {
            return z;
        }
        var output = new double[readout.get("c").size()];
        for (int i = 0; i < output.length; i++) {
            output[i] = readout.get("c").get(i).asDouble();
            for (int j = 0; j < z.length; j++) {
                output[i] += readout.get("A").get(i).get(j).asDouble() * z[j];
            }
        }
        return output;
    }

    /// What Python computes, where there is one.
    static Optional<Points> python(Path script, Path file, Points x) throws IOException, InterruptedException {
        var in = Files.createTempFile(script.getParent(), "in", ".csv");
        var out = Files.createTempFile(script.getParent(), "out", ".csv");
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < x.size(); k++) {
            lines.add(Arrays.stream(x.point(k)).mapToObj(Double::toString).collect(Collectors.joining(",")));
        }
        Files.write(in, lines);
        Process process;
        try {
            process = new ProcessBuilder("python3", script.toString(), file.toString())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the Python lines failed");
        }
        var rows = Files.readAllLines(out);
        var y = new double[rows.getFirst().split(",").length][rows.size()];
        for (int k = 0; k < rows.size(); k++) {
            var cells = rows.get(k).split(",");
            for (int i = 0; i < y.length; i++) {
                y[i][k] = Double.parseDouble(cells[i]);
            }
        }
        return Optional.of(Points.of(y));
    }
}
