package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.Antisymmetric;
import isotopy.control.ControlFamily;
import isotopy.control.OneNeuron;
import isotopy.control.Perceptron;
import isotopy.control.Readout;
import isotopy.figure.Look;
import isotopy.flow.FlowMap;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import isotopy.project.WeightsFile.Form;
import isotopy.snapshot.LossHistory;
import isotopy.target.FunctionPreset;
import isotopy.target.Kind;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Flows that are taken elsewhere, and back.
class WeightsFileTest {
    private static final double EXACTLY = 1e-12;

    /// Runs every program that is named on the table beside it.
    private static final String CARRY = """
            import runpy, sys
            for name in sys.argv[1:]:
                sys.argv = [name, name.split(".")[0] + ".csv"]
                runpy.run_path(name, run_name="__main__")
            """;

    @TempDir
    Path folder;

    /// Every family with every integrator that suits it, every activation, formulas, and every kind of problem.
    static List<Project> projects() {
        var projects = new ArrayList<Project>();
        var families = new ArrayList<>(ControlFamily.all());
        families.add(new Antisymmetric(Activation.SOFTPLUS, 0.4));
        for (var formula : List.of(
                "u*exp(-u^2)",
                "if(u, sin(2u), erf(u)/3) + min(u, 0.5)",
                "0.1*(gelu(u) + elu(u) + relu(u) + softplus(u) + gauss(u) + sigmoid(u) - cbrt(u^2 + 1) + atan2(u, 2))",
                "-u^2*step(u)*0.01 + abs(u - 1)^1.5/(2 - -u^2) + ln(1 + u^2) - tanh(u)^3")) {
            families.add(new Perceptron(FormulaActivation.of(formula)));
        }
        families.add(new OneNeuron(Activation.RELU));
        for (var family : families) {
            for (var integrator : Integrator.values()) {
                if (integrator.suits(family)) {
                    int augment = projects.size() % 3 == 0 ? 2 : 0;
                    var network = new Network(family, 3, 4, 1.7, augment, integrator, 2, false);
                    projects.add(project(Preset.SWIRL, network));
                }
            }
        }
        var network = Network.STANDARD.withWidth(3).withDepth(4).withTerminal(true);
        RedoTest.scaledExamples().forEach(target -> projects.add(project(target, network)));
        for (var target : List.of(LinePreset.values()[0], FunctionPreset.values()[0], LabelPreset.MOONS.draw(40, 1))) {
            projects.add(project(target, network.withTerminal(false).withIntegrator(Integrator.RK4)));
        }
        return projects;
    }

    static Project project(TargetMap target, Network network) {
        var experiment = Experiment.standard(target).withNetwork(network);
        var random = new SplittableRandom(5);
        var control = Projects.mild(experiment, random);
        if (control.readout().isPresent()) {
            var old = control.readout().get();
            var a = new double[old.outputs()][];
            Arrays.setAll(a, i -> random.doubles(old.dimension(), -1, 1).toArray());
            control = control.with(
                    control.augment(),
                    Optional.of(new Readout(a, random.doubles(a.length, -1, 1).toArray(), old.scores())));
        }
        return new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT));
    }

    static String named(Project project) {
        var network = project.experiment().network();
        return network.family().id() + " " + network.family().activation().formula() + " "
                + network.integrator().id() + " "
                + project.experiment().target().title();
    }

    private Path written(Project project, Form form, String name) throws Exception {
        var file = folder.resolve(name + form.ending());
        WeightsFile.write(project, form, "0.0", Optional.empty(), file);
        return file;
    }

    @Test
    void whatComesBackIsTheSameFlowToTheLastBit() throws Exception {
        for (var project : projects()) {
            for (var form : List.of(Form.JSON, Form.NPZ)) {
                var back = WeightsFile.read(written(project, form, "w"), Optional.empty());
                assertThat(back.control().layers())
                        .as(named(project))
                        .isEqualTo(project.control().layers());
                assertThat(back.control().family()).isEqualTo(project.control().family());
                assertThat(back.control().readout()).isEqualTo(project.control().readout());
                assertThat(back.integrator())
                        .isEqualTo(project.experiment().network().integrator());
                assertThat(back.substeps())
                        .isEqualTo(project.experiment().network().substeps());
                assertThat(back.scaling()).isEqualTo(project.experiment().scaling());
                var reopened = ProjectFile.read(ProjectFile.write(back.project("w", Box.UNIT)));
                var x = points(project, 9);
                assertThat(reopened.experiment().flow(reopened.control()).apply(x))
                        .isEqualTo(project.experiment().flow(project.control()).apply(x));
            }
        }
    }

    static Points points(Project project, int n) {
        var random = new SplittableRandom(n);
        var rows = new double[project.experiment().target().dimension()][];
        Arrays.setAll(rows, i -> random.doubles(n, -1.2, 1.2).toArray());
        return Points.of(rows);
    }

    @Test
    void theSameFlowGivesTheSameBytes() throws Exception {
        for (var project : projects()) {
            for (var form : Form.all()) {
                if (WeightsFile.unfit(project, form).isEmpty()) {
                    assertThat(written(project, form, "a")).hasSameBinaryContentAs(written(project, form, "b"));
                }
            }
        }
    }

    /// What the program's own apply makes of points in the user's coordinates: places, or values of a function;
    /// for a module the scores of classes.
    static Points expected(Project project, Points x, Form form) {
        var flow = project.experiment().flow(project.control());
        var scaling = project.experiment().scaling();
        var start = scaling.map(units -> units.scaleStarts(x)).orElse(x);
        if (project.experiment().target().kind() == Kind.LABELS && form == Form.PYTHON) {
            var end = flow.at(start, project.control().horizon());
            return scaling.map(units -> units.userStarts(end)).orElse(end);
        }
        var end = flow.apply(start);
        return scaling.map(units -> units.userGoals(end)).orElse(end);
    }

    /// The class with the largest score at point k.
    static String likeliest(Project project, int k) {
        var scores = project.experiment()
                .flow(project.control())
                .apply(points(project, 17))
                .point(k);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return ((Labels) project.experiment().target()).names().get(best);
    }

    private void assertProgramsCarry(Python python, Form form) throws Exception {
        var projects = projects().stream()
                .filter(project -> WeightsFile.unfit(project, form).isEmpty())
                .toList();
        var files = new ArrayList<Path>();
        var wanted = new ArrayList<Points>();
        for (var project : projects) {
            var file = written(project, form, "p" + files.size());
            var x = points(project, 17);
            var start = project.experiment()
                    .scaling()
                    .map(units -> units.userStarts(x))
                    .orElse(x);
            var table = new StringBuilder(x.dimension() == 1 ? "x\n" : "name,x2,x1\n");
            for (int k = 0; k < start.size(); k++) {
                table.append(x.dimension() == 1 ? "" : "a," + start.at(1, k) + ",")
                        .append(start.at(0, k))
                        .append('\n');
            }
            Files.writeString(folder.resolve("p" + files.size() + ".csv"), table);
            files.add(file.getFileName());
            wanted.add(expected(project, start, form));
        }
        var lines = python.lines(folder, CARRY, files.toArray());
        int line = 0;
        for (int p = 0; p < projects.size(); p++) {
            int d = projects.get(p).experiment().target().dimension();
            line++; // the header
            for (int k = 0; k < 17; k++, line++) {
                var cells = lines.get(line).split(",");
                boolean classes = projects.get(p).experiment().target().kind() == Kind.LABELS && form == Form.PYTHON;
                assertThat(cells).hasSize(d + wanted.get(p).dimension() + (classes ? 1 : 0));
                if (classes) {
                    assertThat(cells[cells.length - 1]).isEqualTo(likeliest(projects.get(p), k));
                }
                for (int i = 0; i < wanted.get(p).dimension(); i++) {
                    double off =
                            Double.parseDouble(cells[d + i]) - wanted.get(p).at(i, k);
                    assertThat(Math.abs(off) / (1 + Math.abs(wanted.get(p).at(i, k))))
                            .as("coordinate %d of point %d of %s", i, k, named(projects.get(p)))
                            .isLessThan(EXACTLY);
                }
            }
        }
        assertThat(lines).hasSize(line);
    }

    @Test
    void pythonCarriesPointsAsApplyDoes() throws Exception {
        var python = Python.with("numpy");
        assertProgramsCarry(python, Form.PYTHON);
    }

    @Test
    void aModuleOfPyTorchCarriesPointsAsApplyDoes() throws Exception {
        var python = Python.with("torch");
        assertProgramsCarry(python, Form.PYTORCH);
    }

    @Test
    void numpyReadsTheArraysToTheLastBit() throws Exception {
        var python = Python.with("numpy");
        for (var project : List.of(projects().getFirst(), projects().getLast())) {
            var lines = python.lines(folder, """
                    import sys
                    import numpy as np
                    file = np.load(sys.argv[1])
                    for name in file.files:
                        a = file[name]
                        print(name, a.shape, a.dtype, *(a.ravel().tolist()), sep="|")
                    """, written(project, Form.NPZ, "n"));
            var control = project.control();
            var w = new StringBuilder("W|(4, 3, " + control.dimension() + ")|float64");
            for (var layer : control.layers()) {
                var weights = control.family().weights(control.dimension(), control.width(), layer.theta());
                for (var row : weights.w()) {
                    Arrays.stream(row).forEach(value -> w.append('|').append(plain(value)));
                }
            }
            var integrator = project.experiment().network().integrator().id();
            assertThat(lines.stream().map(WeightsFileTest::likeJava))
                    .contains(w.toString(), "integrator|()|<U" + integrator.length() + "|" + integrator)
                    .contains("dimension|()|int64|" + control.dimension());
        }
    }

    /// A number as both languages are made to say it.
    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String likeJava(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(cell -> cell.matches("-?\\d+\\.\\d.*") ? plain(Double.parseDouble(cell)) : cell)
                .collect(Collectors.joining("|"));
    }

    @Test
    void whatNumpySavesInAnyTypeAndOrderIsRead() throws Exception {
        var python = Python.with("numpy");
        var numbers = python.lines(folder, """
                import numpy as np
                r = np.random.default_rng(3)
                W, b, V = r.normal(size=(2, 5, 2)), r.normal(size=(2, 5)), r.normal(size=(2, 2, 5))
                W = W.astype(np.float32).astype(float)
                x = r.normal(size=(7, 2))
                z = x
                for k in range(2):
                    z = z + 0.5 * np.maximum(z @ W[k].T + b[k], 0) @ V[k].T
                h = np.full(2, 0.5)
                np.savez("a.npz", W=W, b=b, V=V, duration=h, activation="relu")
                np.savez_compressed("b.npz", W=np.asfortranarray(W.astype(">f4")), b=b.astype(">f8"),
                    V=np.asfortranarray(V), duration=h.astype("f2"), activation=np.array(["relu"]), unused=np.int16(3))
                np.savez("c.npz", W0=W[0], b_0=b[0], V0=V[0], duration0=0.5, W1=W[1], **{"b.1": b[1]}, V1=V[1],
                    duration1=h[1], activation=np.bytes_("relu"))
                for row in np.concatenate([x, z], axis=1).tolist():
                    print(*row, sep=",")
                """);
        for (var name : List.of("a.npz", "b.npz", "c.npz")) {
            var network = WeightsFile.read(folder.resolve(name), Optional.empty());
            var flow = new FlowMap(network.control(), network.integrator(), network.substeps());
            for (var line : numbers) {
                var cells = Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                var y = flow.apply(Points.single(cells[0], cells[1])).point(0);
                assertThat(y).as(name).containsExactly(new double[] {cells[2], cells[3]}, within(EXACTLY));
            }
        }
    }

    @Test
    void layersOfDifferentWidthsAreFilledUpWithUnitsThatDoNothing() throws Exception {
        var file = Files.writeString(folder.resolve("w.json"), """
                {"layers": [
                  {"W": [[1, 2]], "V": [[0.5], [-1]]},
                  {"W": [[0, 1], [2, 0], [1, 1]], "V": [[1, 0, 0.25], [0, 1, 0]]}
                ]}
                """);
        var network = WeightsFile.read(file, Optional.of(Activation.TANH));
        assertThat(network.control().width()).isEqualTo(3);
        double u = Math.tanh(0.3 + 2 * 0.2);
        double[] z = {0.3 + 0.5 * u, 0.2 - u};
        double[] y = {z[0] + Math.tanh(z[1]) + 0.25 * Math.tanh(z[0] + z[1]), z[1] + Math.tanh(2 * z[0])};
        var flow = new FlowMap(network.control(), network.integrator(), network.substeps());
        assertThat(flow.apply(Points.single(0.3, 0.2)).point(0)).containsExactly(y, within(1e-15));
        assertThat(network.project("w", Box.UNIT).control()).isEqualTo(network.control());
    }

    @Test
    void pathsAreReadByNumpyAsTheyAre() throws Exception {
        var python = Python.with("numpy");
        var at = List.of(
                Points.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}),
                Points.of(new double[] {7, 8, 9}, new double[] {10, 11, 12}));
        var file = folder.resolve("paths.npz");
        PathsFile.write(new double[] {0, 0.5}, at, PathsFile.Form.NPZ, file);
        var lines = python.lines(folder, """
                import sys
                import numpy as np
                f = np.load(sys.argv[1])
                print(f["t"].tolist(), f["x"].tolist())
                """, file);
        assertThat(lines)
                .containsExactly(
                        "[0.0, 0.5] [[[1.0, 4.0], [7.0, 10.0]], [[2.0, 5.0], [8.0, 11.0]], [[3.0, 6.0], [9.0, 12.0]]]");
    }
}
