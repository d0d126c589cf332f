package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.LossHistory;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackExactly() throws Exception {
        for (long seed = 1; seed <= 300; seed++) {
            var project = Projects.random(seed);
            var text = ProjectFile.write(project);
            var read = ProjectFile.read(text);
            assertThat(read).as("seed %s:%n%s", seed, text).isEqualTo(project);
            assertThat(ProjectFile.write(read)).as("seed %s", seed).isEqualTo(text);
        }
    }

    @Test
    void aFileKeepsWhatATextKeeps() throws Exception {
        var file = folder.resolve("über 🌀.isotopy");
        ProjectFile.write(Projects.random(4), file);
        assertThat(Files.readString(file)).isEqualTo(ProjectFile.write(Projects.random(4)));
        assertThat(ProjectFile.read(file)).isEqualTo(Projects.random(4));
    }

    @Test
    void theMarkOfSomeEditorsAndOtherLineEndsAreNoFault() throws Exception {
        var file = folder.resolve("marked.isotopy");
        var text = ProjectFile.write(Projects.small()).replace("\n", "\r\n");
        Files.writeString(file, "\uFEFF" + text);
        assertThat(ProjectFile.read(file)).isEqualTo(Projects.small());
    }

    @Test
    void remarksInFieldsNobodyKnowsAreIgnored() throws Exception {
        var text = ProjectFile.write(Projects.small())
                .replaceFirst("\\{", "{ \"remark\": [1, \"two\", {\"three\": [[], {}]}, null, true], ")
                .replace("\"augment\": 0,", "\"augment\": 0, \"by\": \"hand\",");
        assertThat(ProjectFile.read(text)).isEqualTo(Projects.small());
    }

    @Test
    void theLayoutIsTheOneThatIsPromised() {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD.withWidth(1).withDepth(1));
        var control = experiment.start().withTheta(new double[] {0.5, -1e-7, 3, 0.1, 1e22});
        var project = new Project(
                experiment,
                control,
                12,
                LossHistory.of(new long[] {0, 12}, new double[] {1, 0.5}, new double[] {2, 1.0 / 3}),
                List.of(),
                Projects.plain());
        assertThat(ProjectFile.write(project)).isEqualTo("""
                {
                  "schema": 4,
                  "experiment": {
                    "target": {
                      "kind": "preset",
                      "name": "swirl"
                    },
                    "sampling": {
                      "domain": [-1.0, 1.0],
                      "samples": 2000,
                      "testFraction": 0.2,
                      "noise": 0.0
                    },
                    "network": {
                      "family": "tanh",
                      "activation": "tanh",
                      "width": 1,
                      "depth": 1,
                      "horizon": 1.0,
                      "augment": 0,
                      "integrator": "euler",
                      "substeps": 1,
                      "bijective": false,
                      "terminal": false
                    },
                    "recipe": {
                      "optimizer": "adam",
                      "steps": 2000,
                      "learningRate": 0.01,
                      "schedule": "constant",
                      "batch": 0,
                      "loss": "mse",
                      "clip": 0.0,
                      "penalties": {
                        "weightDecay": 0.0,
                        "roughness": 0.0,
                        "kinetic": 0.0,
                        "jacobian": 0.0,
                        "tracked": 0.0
                      }
                    },
                    "seed": 1
                  },
                  "step": 12,
                  "edits": [],
                  "control": {
                    "dimension": 2,
                    "augment": 0,
                    "family": "tanh",
                    "activation": "tanh",
                    "width": 1,
                    "integrator": "euler",
                    "substeps": 1,
                    "readout": null,
                    "scaling": null,
                    "layers": [
                      {
                        "duration": 1.0,
                        "W": [
                          [0.5, -1.0E-7]
                        ],
                        "b": [3.0],
                        "V": [
                          [0.1],
                          [1.0E22]
                        ]
                      }
                    ]
                  },
                  "history": {
                    "steps": [0, 12],
                    "train": [1.0, 0.5],
                    "test": [2.0, 0.3333333333333333]
                  },
                  "view": {
                    "theme": "light",
                    "view": "plane",
                    "exact": false,
                    "overlays": ["particles", "grid"],
                    "particles": 2000,
                    "arrangement": "random",
                    "trail": 0.25,
                    "camera": {
                      "centre": [0.0, 0.0],
                      "span": 3.0
                    },
                    "yaw": -32.0,
                    "pitch": 22.0,
                    "pins": [],
                    "storyboard": {
                      "over": "t",
                      "direction": "forwards",
                      "easing": "linear",
                      "hold": [0.0, 0.0],
                      "camera": null,
                      "caption": "time",
                      "axisNames": true,
                      "overlays": null,
                      "particles": null,
                      "chapters": []
                    }
                  },
                  "checkpoints": []
                }
                """);
    }

    @Test
    void earlierFlowsAreKept() throws Exception {
        var experiment = Experiment.standard(Preset.SWIRL);
        experiment = experiment.withNetwork(
                experiment.network().withAugment(1).withDepth(4).withWidth(3));
        var kept = new ArrayList<Checkpoint>();
        for (int k = 0; k < 5; k++) {
            var shape = experiment.withNetwork(experiment.network().withDepth(2 + k));
            kept.add(new Checkpoint(10 * k, Projects.mild(shape, new SplittableRandom(k))));
        }
        var project = new Project(
                experiment,
                kept.getLast()
                        .control()
                        .withLayers(kept.getLast().control().layers().subList(0, 4)),
                40,
                LossHistory.EMPTY,
                List.of(),
                Projects.plain(),
                new Checkpoints(kept));
        assertThat(ProjectFile.read(ProjectFile.write(project))).isEqualTo(project);
    }

    @Test
    void manyLargeCheckpointsAreThinned() {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD.withWidth(512).withDepth(100));
        var control = experiment.start();
        var kept = new ArrayList<Checkpoint>();
        for (int k = 0; k < 7; k++) {
            kept.add(new Checkpoint(k, control));
        }
        assertThat(kept.getFirst().bytes()).isEqualTo(8 * 512 * 5 * 100);
        assertThat(CheckpointsJson.thinned(kept).stream().map(Checkpoint::step)).containsExactly(0L, 6L);
        assertThat(CheckpointsJson.thinned(kept.subList(0, 2))).hasSize(2);
    }

    /// What the first version wrote, in short.
    private static final String FIRST_SCHEMA = """
            {"schema": 1,
             "experiment": {
               "target": {"kind": "preset", "name": "swirl"},
               "sampling": {"domain": [-1.0, 1.0], "samples": 2000, "testFraction": 0.2, "noise": 0.0},
               "network": {"family": "FAMILY", "width": 3, "depth": 2, "horizon": 1.0, "integrator": "rk4", "substeps": 1,
                 "bijective": false},
               "recipe": {"steps": 30, "learningRate": 0.02, "batch": 5, "clip": 1.0},
               "seed": 3},
             "step": 7, "edits": [4],
             "control": {"dimension": 2, "augment": 0, "family": "FAMILY", "activation": "SIGMA", "integrator": "rk4",
               "substeps": 1, "readout": null, "layers": [
                 {"duration": 0.5, "W": [[1, 2], [3, 4]], "b": [5, 6], "V": [[1, 0], [0, 1]]},
                 {"duration": 0.5, "W": [[0, 2], [3, 0]], "b": [0, 6], "V": [[1, 0], [0, 1]]}]},
             "history": {"steps": [0, 7], "train": [1.0, 0.5], "test": [2.0, 0.25]},
             "view": {"theme": "light", "stack": false, "exact": false, "overlays": ["particles", "grid"],
               "particles": 2000, "arrangement": "random", "trail": 0.25, "camera": {"centre": [0.0, 0.0], "span": 3.0},
               "yaw": -32.0, "pitch": 22.0, "pins": []}}
            """;

    @ParameterizedTest
    @CsvSource({"tanh, tanh, 2", "gaussian, gaussian, 2", "linear, identity, 3"})
    void filesOfTheFirstSchemaAreRead(String family, String sigma, int width) throws Exception {
        var text = FIRST_SCHEMA.replace("FAMILY", family).replace("SIGMA", sigma);
        var project = ProjectFile.read(text);
        var network = Network.STANDARD
                .withFamily(ControlFamily.named(family))
                .withWidth(3)
                .withDepth(2)
                .withIntegrator(Integrator.RK4);
        assertThat(project.experiment())
                .isEqualTo(Experiment.standard(Preset.SWIRL)
                        .withNetwork(network)
                        .withRecipe(Recipe.STANDARD
                                .withSteps(30)
                                .withLearningRate(0.02)
                                .withBatch(5)
                                .withClip(1))
                        .withSeed(3));
        assertThat(project.control().width()).isEqualTo(width);
        assertThat(project.control().theta()).startsWith(1, 2, 5).endsWith(family.equals("linear") ? 6 : 1);
        assertThat(project.control().readout()).isEmpty();
        assertThat(project.step()).isEqualTo(7);
        assertThat(ProjectFile.read(ProjectFile.write(project))).isEqualTo(project);
    }

    /// What the second version wrote of given pairs and points with classes.
    private static final List<String> SECOND_SCHEMA = List.of("""
            {"kind": "pairs", "title": "a.csv", "pairs": [[1, 2, 3, 4], [5, 6, 7, 8]]}""", """
            {"kind": "labels", "title": "b.csv", "classes": ["in", "out"], "labels": [[1, 2, 0], [5, 6, 1]]}""");

    @Test
    void examplesOfTheSecondSchemaAreRead() throws Exception {
        var x = Points.of(new double[] {1, 5}, new double[] {2, 6});
        var expected = List.of(
                new Correspondence("a.csv", x, Points.of(new double[] {3, 7}, new double[] {4, 8})),
                new Labels("b.csv", x, List.of(0, 1), List.of("in", "out")));
        for (int k = 0; k < 2; k++) {
            var text = ProjectFile.write(Project.untrained(Experiment.standard(expected.get(k))))
                    .replaceFirst("(?s)\"target\": \\{.*?\n    }", "\"target\": " + SECOND_SCHEMA.get(k))
                    .replace("\"schema\": 4", "\"schema\": 2")
                    .replaceFirst(",\\s*\"terminal\": false", "")
                    .replaceFirst("\"scaling\": null,", "");
            assertThat(text).doesNotContain("scaling", "terminal", "\"of\"");
            assertThat(ProjectFile.read(text).experiment()).isEqualTo(Experiment.standard(expected.get(k)));
        }
    }

    @Test
    void aTargetAloneIsReadBack() throws Exception {
        for (long seed = 1; seed <= 200; seed++) {
            var target = Projects.target(Box.UNIT, new SplittableRandom(seed));
            assertThat(TargetFile.read(TargetFile.write(target)))
                    .as("seed %s", seed)
                    .isEqualTo(target);
        }
    }

    @Test
    void aTargetOfANewerVersionIsRefused() {
        var newer = TargetFile.write(Preset.SWIRL).replace("\"schema\": 4", "\"schema\": 5");
        assertThatThrownBy(() -> TargetFile.read(newer))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("newer version of Isotopy");
    }

    @Test
    void theOpeningSceneIsRead() throws Exception {
        var project = ProjectFile.read(Path.of("resources/isotopy/opening.isotopy"));
        assertThat(project.experiment().target()).isEqualTo(Preset.SWIRL);
        assertThat(project.step()).isEqualTo(2000);
        assertThat(ProjectFile.read(ProjectFile.write(project))).isEqualTo(project);
    }

    @Test
    void givenPairsStandInTheFileItself() throws Exception {
        var pairs = new Correspondence(
                "pairs.csv",
                Points.of(new double[] {1, 2}, new double[] {3, 4}),
                Points.of(new double[] {5, 6}, new double[] {7, 8}));
        var text = ProjectFile.write(Project.untrained(Experiment.standard(pairs)));
        assertThat(text).contains("[1.0, 3.0, 5.0, 7.0],\n        [2.0, 4.0, 6.0, 8.0]");
    }

    @Test
    void theFlowOfASavedProjectIsTheSameBitByBit() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            var project = Projects.random(seed);
            var lattice = project.experiment().sampling().domain().lattice(4);
            var x = project.control().inputs() == 2 ? lattice : Points.of(lattice.row(1));
            var read = ProjectFile.read(ProjectFile.write(project));
            assertThat(read.experiment().flow(read.control()).apply(x))
                    .as("seed %s", seed)
                    .isEqualTo(project.experiment().flow(project.control()).apply(x));
        }
    }
}
