package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import isotopy.control.ControlFamily;
import isotopy.figure.Look;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.project.Provenance;
import isotopy.snapshot.LossHistory;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.LabelPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Flows that leave the program and come back, and their paths as data.
class WeightsCommandTest {
    @TempDir
    Path folder;

    private Project saved(TargetMap target, Integrator integrator) throws Exception {
        var network = new Network(ControlFamily.named("tanh"), 3, 4, 2, 0, integrator, 2, false);
        var experiment = Experiment.standard(target).withNetwork(network);
        var start = experiment.start();
        var random = new SplittableRandom(3);
        var control =
                start.withTheta(random.doubles(start.theta().length, -0.6, 0.6).toArray());
        var look = Look.standard(Box.UNIT).withParticles(40);
        var project = new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), look);
        ProjectFile.write(project, folder.resolve("a.isotopy"));
        return project;
    }

    private Told told(String line) {
        return Told.by(folder, line);
    }

    @ParameterizedTest
    @CsvSource({"w.json", "w.npz"})
    void weightsComeBackAsAProjectOfTheSameFlow(String name) throws Exception {
        var project = saved(Preset.SWIRL, Integrator.HEUN);
        assertThat(told("weights {}/a.isotopy --out {}/" + name))
                .isEqualTo(new Told(
                        0,
                        "60 parameters of 4 layers, written to " + folder + "/" + name + "." + System.lineSeparator(),
                        ""));
        var back = told("import {}/" + name + " --out {}/b.isotopy");
        assertThat(back)
                .isEqualTo(new Told(
                        0,
                        "4 layers of the family tanh and 60 parameters, written to " + folder + "/b.isotopy."
                                + System.lineSeparator(),
                        ""));
        var opened = ProjectFile.read(folder.resolve("b.isotopy"));
        var lattice = Box.UNIT.lattice(9);
        assertThat(opened.control()).isEqualTo(project.control());
        assertThat(opened.experiment().flow(opened.control()).apply(lattice))
                .isEqualTo(project.experiment().flow(project.control()).apply(lattice));
        assertThat(told("train {}/b.isotopy --steps 1 --out {}/c.isotopy --quiet")
                        .status())
                .isZero();
    }

    @Test
    void theNameOrTheFormatSaysWhatIsWritten() throws Exception {
        saved(Preset.SWIRL, Integrator.RK4);
        for (var line : List.of("w.py", "w.pt.py", "w.onnx", "w.txt --format python")) {
            assertThat(told("weights {}/a.isotopy --quiet --out {}/" + line)).isEqualTo(new Told(0, "", ""));
        }
        assertThat(folder.resolve("w.txt")).hasSameTextualContentAs(folder.resolve("w.py"));
        assertThat(folder.resolve("w.py")).content().contains("import numpy as np", "def apply(x):");
        assertThat(folder.resolve("w.pt.py")).content().contains("class Flow(nn.Module):", "def forward(self, x):");
        assertThat(new String(Files.readAllBytes(folder.resolve("w.onnx")), StandardCharsets.ISO_8859_1))
                .contains("isotopy weights a.isotopy --out w.onnx", Provenance.MARK);
        assertThat(told("weights {}/a.isotopy --out {}/w.onyx").err())
                .contains("this version has only .json, .npz, .py");
        assertThat(told("weights {}/a.isotopy --out {}/w.py --format matlab").status())
                .isEqualTo(2);
        saved(Preset.SWIRL, Integrator.DOPRI5);
        var refused = told("weights {}/a.isotopy --out {}/followed.pt.py");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("this flow is integrated by dopri5; write a .py file");
        assertThat(folder.resolve("followed.pt.py")).doesNotExist();
    }

    @Test
    void whatCannotBeImportedIsToldAndLeavesNoFile() throws Exception {
        Files.writeString(folder.resolve("w.json"), "{\"layers\": [{\"W\": [[1, 2]], \"V\": [[1], [1e200]]}]}");
        for (var line : List.of(
                "import {}/w.json --out {}/b.isotopy|1|which σ its layers have",
                "import {}/w.json --out {}/b.isotopy --activation tanhh|2|--activation tanhh",
                "import {}/none.npz --out {}/b.isotopy|1|there is no such file",
                "import {} --out {}/b.isotopy|1|this is a folder",
                "import {}/w.json --out {}/b.npz|2|a project's name ends in .isotopy",
                "import {}/w.json --out {}/b.isotopy --sigma u^4*1e200|1|w.json: the network carries a point of [-1.0, 1.0]")) {
            var words = line.split("\\|");
            var told = told(words[0]);
            assertThat(told.err()).as(line).contains(words[2]).hasLineCount(told.status());
            assertThat(told.status()).as(line).isEqualTo(Integer.parseInt(words[1]));
        }
        assertThat(folder.resolve("b.isotopy")).doesNotExist();
        assertThat(told("import {}/w.json --activation relu --domain -0.5,0.5 --out {}/b.isotopy --quiet"))
                .isEqualTo(new Told(0, "", ""));
        assertThat(ProjectFile.read(folder.resolve("b.isotopy"))
                        .experiment()
                        .sampling()
                        .domain())
                .isEqualTo(new Box(-0.5, 0.5));
    }

    /// Targets of every kind, and pairs in units of their own.
    private static List<TargetMap> targets() {
        var x = Points.of(new double[] {100, 300, 200}, new double[] {-2, 7, 1});
        var y = Points.of(new double[] {5, 6, 9}, new double[] {0.001, 0.002, 0.003});
        var scaling = Scaling.of(x, y);
        var values = Scaling.of(x, Points.of(y.row(0)));
        return List.of(
                Preset.SWIRL,
                LinePreset.values()[0],
                FunctionPreset.values()[0],
                LabelPreset.MOONS.draw(20, 1),
                new Correspondence("pairs", scaling.scaleStarts(x), scaling.scaleGoals(y), Optional.of(scaling)),
                new Correspondence(
                        "values", values.scaleStarts(x), values.scaleGoals(Points.of(y.row(0))), Optional.of(values)));
    }

    @Test
    void pathsAreWhereApplyPutsTheirStartsAtThatTime() throws Exception {
        for (var target : targets()) {
            var project = saved(target, Integrator.MIDPOINT);
            assertThat(told("render {}/a.isotopy --out {}/paths.csv --quiet")).isEqualTo(new Told(0, "", ""));
            var rows = Files.readAllLines(folder.resolve("paths.csv"));
            boolean line = target.dimension() == 1;
            assertThat(rows.getFirst()).isEqualTo(line ? "particle,t,x" : "particle,t,x1,x2");
            var cells = rows.stream()
                    .skip(1)
                    .map(row -> Arrays.stream(row.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            double[] start = {};
            for (var row : cells) {
                start = row[1] == 0 ? row : start;
                assertThat(row[0]).isEqualTo(start[0]);
                if (target.outputs() == target.dimension()) {
                    var from = line ? Points.single(start[2]) : Points.single(start[2], start[3]);
                    var end = Voyage.of(project, row[1]).forth(from);
                    for (int i = 0; i < target.dimension(); i++) {
                        assertThat(row[2 + i]).isCloseTo(end.at(i, 0), offset(1e-9 * (1 + Math.abs(end.at(i, 0)))));
                    }
                }
            }
            assertThat(cells.getLast()[1]).isEqualTo(project.control().horizon());
            Files.copy(folder.resolve("paths.csv"), folder.resolve("first.csv"));
            told("render {}/a.isotopy --out {}/paths.csv --quiet");
            assertThat(folder.resolve("paths.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));
            Files.delete(folder.resolve("first.csv"));
        }
    }

    @Test
    void pathsHaveNoFramesAndNoColours() throws Exception {
        saved(Preset.SWIRL, Integrator.EULER);
        for (var option : List.of("--at 1", "--fps 3", "--theme dark", "--overlays grid", "--view plane")) {
            var told = told("render {}/a.isotopy --out {}/paths.npz " + option);
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.err()).contains(option + ": a file of paths holds numbers at all times; leave it out");
        }
        assertThat(folder.resolve("paths.npz")).doesNotExist();
        assertThat(told("render {}/a.isotopy --out {}/paths.npz --particles 12").out())
                .startsWith("The paths of 12 particles at ");
    }
}
