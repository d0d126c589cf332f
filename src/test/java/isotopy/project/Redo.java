package isotopy.project;

import isotopy.math.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Flows redone from the file alone by programs that know nothing of this one.
final class Redo {
    /// Ten lines: a flow by Euler's scheme, for the points on standard input.
    static final String PYTHON = """
            import json, math, sys
            c = json.load(open(sys.argv[1]))["control"]
            s = {"tanh": math.tanh, "relu": lambda u: max(u, 0), "leaky-relu": lambda u: max(u, u / 10), "sine": math.sin,
                 "sigmoid": lambda u: 1 / (1 + math.exp(-u)), "softplus": lambda u: max(u, 0) + math.log1p(math.exp(-abs(u))),
                 "gaussian": lambda u: math.exp(-u * u), "identity": lambda u: u}[c["activation"]]
            for z in ([float(x) for x in line.split(",")] for line in sys.stdin):
                for k in (k for k in c["layers"] for _ in range(c["substeps"])):
                    a = [s(sum(w * x for w, x in zip(row, z)) + b) for row, b in zip(k["W"], k["b"])]
                    z = [x + k["duration"] / c["substeps"] * sum(v * y for v, y in zip(row, a)) for x, row in zip(z, k["V"])]
                print(*z, sep=",")
            """;

    private static final Map<String, DoubleUnaryOperator> SIGMA = Map.of(
            "tanh", Math::tanh,
            "relu", u -> Math.max(u, 0),
            "leaky-relu", u -> Math.max(u, u / 10),
            "sine", Math::sin,
            "sigmoid", u -> 1 / (1 + Math.exp(-u)),
            "softplus", u -> Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u))),
            "gaussian", u -> Math.exp(-u * u),
            "identity", u -> u);

    private Redo() {}

    /// The same arithmetic as the Python lines, for one point.
    static double[] flow(Path file, double... start) throws IOException {
        var control = JsonMapper.shared().readTree(Files.readString(file)).get("control");
        var sigma = SIGMA.get(control.get("activation").asString());
        int substeps = control.get("substeps").asInt();
        var z = start.clone();
        for (var layer : control.get("layers")) {
            for (int s = 0; s < substeps; s++) {
                double h = layer.get("duration").asDouble() / substeps;
                z = step(layer, sigma, h, z);
            }
        }
        return z;
    }

    private static double[] step(JsonNode layer, DoubleUnaryOperator sigma, double h, double[] z) {
        var next = z.clone();
        for (int j = 0; j < layer.get("b").size(); j++) {
            double u = layer.get("b").get(j).asDouble();
            for (int i = 0; i < z.length; i++) {
                u += layer.get("W").get(j).get(i).asDouble() * z[i];
            }
            for (int i = 0; i < z.length; i++) {
                next[i] += h * layer.get("V").get(i).get(j).asDouble() * sigma.applyAsDouble(u);
            }
        }
        return next;
    }

    /// What Python computes, where there is one.
    static Optional<Points> python(Path script, Path file, Points x) throws IOException, InterruptedException {
        var in = Files.createTempFile(script.getParent(), "in", ".csv");
        var out = Files.createTempFile(script.getParent(), "out", ".csv");
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < x.size(); k++) {
            lines.add(x.at(0, k) + "," + x.at(1, k));
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
        var y = new double[2][rows.size()];
        for (int k = 0; k < rows.size(); k++) {
            var cells = rows.get(k).split(",");
            y[0][k] = Double.parseDouble(cells[0]);
            y[1][k] = Double.parseDouble(cells[1]);
        }
        return Optional.of(Points.of(y));
    }
}
