package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Function;
import isotopy.math.Nonlinearity;
import isotopy.math.Points;
import isotopy.project.WeightsFile.Form;
import isotopy.target.Kind;
import isotopy.target.Preset;
import isotopy.train.Network;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models of ONNX, run by ONNX Runtime: they say what the program itself says.
class OnnxRuntimeTest {
    private static final double EXACTLY = 1e-12;

    private static final OrtEnvironment RUNTIME = OrtEnvironment.getEnvironment();

    @TempDir
    Path folder;

    /// What a model makes of points.
    private record Said(double[][] y, Optional<double[][]> scores, Optional<String[]> labels) {}

    private Path written(Project project) throws Exception {
        var file = folder.resolve("a.onnx");
        WeightsFile.write(project, Form.ONNX, "0.0", Optional.empty(), file);
        return file;
    }

    private static Said run(OrtSession session, double[][] rows) throws OrtException {
        try (var x = OnnxTensor.createTensor(RUNTIME, rows);
                var results = session.run(Map.of("x", x))) {
            var scores = results.get("scores");
            var labels = results.get("label");
            return new Said(
                    (double[][]) results.get("y").orElseThrow().getValue(),
                    scores.isPresent() ? Optional.of((double[][]) scores.get().getValue()) : Optional.empty(),
                    labels.isPresent() ? Optional.of((String[]) labels.get().getValue()) : Optional.empty());
        }
    }

    private static double[][] rows(Points points) {
        var rows = new double[points.size()][];
        Arrays.setAll(rows, points::point);
        return rows;
    }

    /// Runs the model of a project and gives the largest error, relative to 1 + |value|.
    private double error(Project project) throws Exception {
        var points = WeightsFileTest.points(project, 17);
        var x = project.experiment().scaling().map(units -> units.userStarts(points)).orElse(points);
        try (var session = RUNTIME.createSession(written(project).toString())) {
            var said = run(session, rows(x));
            var values = WeightsFileTest.expected(project, x, Form.PYTORCH);
            double error = 0;
            if (project.experiment().target().kind() == Kind.LABELS) {
                error = error(said.scores().orElseThrow(), values);
                for (int k = 0; k < x.size(); k++) {
                    assertThat(said.labels().orElseThrow()[k]).isEqualTo(WeightsFileTest.likeliest(project, k));
                }
                values = WeightsFileTest.expected(project, x, Form.PYTHON);
            } else {
                assertThat(session.getOutputNames()).containsExactly("y");
            }
            return Math.max(error, error(said.y(), values));
        }
    }

    private static double error(double[][] found, Points wanted) {
        assertThat(found).hasDimensions(wanted.size(), wanted.dimension());
        double largest = 0;
        for (int k = 0; k < found.length; k++) {
            for (int i = 0; i < found[k].length; i++) {
                double off = Math.abs(found[k][i] - wanted.at(i, k)) / (1 + Math.abs(wanted.at(i, k)));
                largest = off <= largest ? largest : off; // what is not a number is the largest of all
            }
        }
        return largest;
    }

    static Stream<ControlFamily> families() {
        return ControlFamily.all().stream()
                .flatMap(family -> family.takesActivation()
                        ? Arrays.stream(Activation.values()).map(family::withActivation)
                        : Stream.of(family));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void everyFamilyWithEveryActivationAndIntegratorIsReproduced(ControlFamily family) throws Exception {
        for (var integrator : Integrator.values()) {
            if (integrator.suits(family)) {
                int augment = integrator.ordinal() % 2 * 2; // an even number, for what pairs coordinates
                var network = new Network(family, 3, 4, 1.7, augment, integrator, 2, false);
                var project = WeightsFileTest.project(Preset.SWIRL, network);
                assertThat(error(project)).as(WeightsFileTest.named(project)).isLessThan(EXACTLY);
            }
        }
    }

    @Test
    void everyKindScalingAndReadOutIsReproduced() throws Exception {
        for (var project : WeightsFileTest.projects()) {
            assertThat(error(project)).as(WeightsFileTest.named(project)).isLessThan(EXACTLY);
        }
    }

    static Stream<Function> functions() {
        return Arrays.stream(Function.values());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionOfFormulasIsReproduced(Function function) throws Exception {
        var arguments = List.of("sin(u)", "2*u - 0.3", "u^2 + 0.1*u");
        var call = function.id() + "(" + String.join(", ", arguments.subList(0, function.arity())) + ")";
        var formulas = new ArrayList<>(List.of("0.5*" + call + " + 0.1*u"));
        if (function == Function.ATAN2) {
            formulas.addAll(List.of("atan2(u^2 + 0.2, u)", "atan2(-u^2 - 0.2, u)", "atan2(u, 1 + u^2)"));
        }
        for (var formula : formulas) {
            var safe = switch (function) {
                case LN, SQRT -> formula.replace("(sin(u))", "(2 + sin(u))");
                case CBRT -> formula.replace("(sin(u))", "(sin(u) - 2)");
                default -> formula;
            };
            Nonlinearity sigma = FormulaActivation.of(safe);
            var network = new Network(new Perceptron(sigma), 3, 4, 0.7, 0, Integrator.RK4, 1, false);
            var project = WeightsFileTest.project(Preset.SWIRL, network);
            assertThat(error(project)).as(safe).isLessThan(EXACTLY);
        }
    }

    @Test
    void steepArgumentsAndNoPointsAtAllAreNoExceptions() throws Exception {
        for (var family : List.of("gelu", "softplus", "elu", "sigmoid", "gaussian", "tanh")) {
            for (var integrator : List.of(Integrator.EULER, Integrator.DOPRI5)) {
                var network = new Network(ControlFamily.named(family), 3, 4, 0.5, 1, integrator, 1, false);
                var project = WeightsFileTest.project(Preset.SWIRL, network);
                var far = Points.of(new double[] {-60, 60, 30, 0}, new double[] {50, -50, 45, 0});
                try (var session = RUNTIME.createSession(written(project).toString())) {
                    assertThat(error(run(session, rows(far)).y(), WeightsFileTest.expected(project, far, Form.ONNX)))
                            .as(family)
                            .isLessThan(EXACTLY);
                    var none = DoubleBuffer.allocate(0);
                    try (var x = OnnxTensor.createTensor(RUNTIME, none, new long[] {0, 2});
                            var results = session.run(Map.of("x", x))) {
                        assertThat(((OnnxTensor) results.get(0)).getInfo().getShape()).containsExactly(0, 2);
                    }
                }
            }
        }
    }

    @Test
    void theModelSaysWhatMadeIt() throws Exception {
        var project = WeightsFileTest.projects().getFirst();
        var made = Provenance.of(project, "isotopy weights a.isotopy --out a.onnx");
        var file = folder.resolve("a.onnx");
        WeightsFile.write(project, Form.ONNX, "1.2.3", Optional.of(made), file);
        try (var session = RUNTIME.createSession(file.toString())) {
            var about = session.getMetadata();
            assertThat(about.getProducerName()).isEqualTo("Isotopy");
            assertThat(about.getCustomMetadata())
                    .containsEntry("isotopy-version", "1.2.3")
                    .containsEntry("isotopy-provenance", made.text());
            assertThat(session.getInputNames()).containsExactly("x");
        }
    }
}
