package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.flow.SolverReport;
import isotopy.math.Points;
import isotopy.project.ProjectFile;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.Preset;
import isotopy.train.Evaluation;
import isotopy.train.Loss;
import isotopy.train.Samples;
import isotopy.train.Trainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
    /// Small enough to take no time.
    private static final String SMALL = " --width 4 --depth 4 --samples 60 --steps 30 ";

    @TempDir
    Path folder;

    private Told told(String line) {
        return Told.by(folder, line);
    }

    private JsonNode report() throws Exception {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
    }

    @Test
    void aRunSavesWhatTheTrainerGives() throws Exception {
        var told = told("train --preset swirl --out {}/a.isotopy --seed 5 --lr 0.03 --family relu" + SMALL);
        assertThat(told.status()).isZero();
        assertThat(told.err()).isEmpty();
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        assertThat(project.experiment().target()).isEqualTo(Preset.SWIRL);
        assertThat(project.step()).isEqualTo(30);
        assertThat(project.edits()).isEmpty();
        assertThat(project.history().step(0)).isZero();
        assertThat(project.history().step(project.history().size() - 1)).isEqualTo(30);
        try (var trainer = new Trainer(project.experiment(), 1)) {
            for (int k = 0; k < 30; k++) {
                trainer.advance();
            }
            assertThat(project.control()).isEqualTo(trainer.control());
            assertThat(project.history().test(project.history().size() - 1))
                    .isEqualTo(trainer.testEvaluation().meanSquare());
        }
    }

    @Test
    void aPersonReadsWhatCameOfIt() {
        var told = told("train --preset swirl --out {}/a.isotopy" + SMALL);
        assertThat(told.out().lines().toList())
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.getFirst())
                        .matches("Swirl: 4 layers of the family tanh, width 4, 30 steps in \\d+\\.\\d s\\."))
                .satisfies(lines -> assertThat(lines.get(1))
                        .matches(
                                "Test error 0\\.\\d+ \\(mean square\\); on average a point misses by \\d+\\.\\d+ % of the"
                                        + " square's side, at most by \\d+\\.?\\d* %\\."))
                .satisfies(lines -> assertThat(lines.get(2))
                        .matches("The field is evaluated 4 times a point; the differential equation itself leads on"
                                + " average [0-9.e-]+ % of the side away from where the network does\\."))
                .satisfies(lines -> assertThat(lines.get(3)).contains("No layer folds"))
                .satisfies(lines -> assertThat(lines.get(4)).isEqualTo("Saved as " + folder + "/a.isotopy."));
        assertThat(told("train --preset swirl --out {}/a.isotopy --quiet" + SMALL))
                .isEqualTo(new Told(0, "", ""));
    }

    @Test
    void layersThatFoldAreExplained() throws Exception {
        // two coarse layers that learn the mirror must turn space over
        var told = told("train --preset mirror --out {}/a.isotopy --depth 2 --samples 100 --steps 300 --lr 0.05");
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        var folding = project.snapshot().folds().indices();
        assertThat(folding).isNotEmpty();
        assertThat(told.out())
                .contains(folding.size() + " of 2 layers fold")
                .contains("which no flow does; --bijective keeps every layer one to one");
        var kept = told(
                "train --preset mirror --out {}/b.isotopy --depth 2 --samples 100 --steps 300 --lr 0.05 --bijective");
        assertThat(kept.out()).contains("No layer folds");
    }

    @Test
    void theReportHasTheKeysThatArePromised() throws Exception {
        var told = told("train --preset swirl --out {}/a.isotopy --report {}/report.json --integrator rk4 --horizon 1.5"
                + SMALL + "--test-fraction 0.25 --threads 2");
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("Test error ").contains("Saved as ");
        var report = report();
        assertThat(report.propertyNames())
                .containsExactly(
                        "schema",
                        "version",
                        "seed",
                        "family",
                        "width",
                        "depth",
                        "horizon",
                        "integrator",
                        "optimizer",
                        "steps",
                        "parameters",
                        "trainMse",
                        "testMse",
                        "supError",
                        "trainAccuracy",
                        "testAccuracy",
                        "floor",
                        "foldingLayers",
                        "seconds",
                        "stepsPerSecond",
                        "threads",
                        "evaluations",
                        "solverError",
                        "solverSupError",
                        "outcome");
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        var samples = Samples.draw(project.experiment());
        var flow = project.experiment().flow(project.control());
        var train = Evaluation.of(flow, samples.trainX(), samples.trainY());
        var test = Evaluation.of(flow, samples.testX(), samples.testY());
        assertThat(samples.testX().size()).isEqualTo(15);
        assertThat(report.get("trainMse").asDouble()).isEqualTo(train.meanSquare());
        assertThat(report.get("testMse").asDouble()).isEqualTo(test.meanSquare());
        assertThat(report.get("supError").asDouble()).isEqualTo(Math.max(train.supremum(), test.supremum()));
        assertThat(report.get("parameters").asInt()).isEqualTo(4 * 4 * 5);
        assertThat(report.get("integrator").asString()).isEqualTo("rk4");
        assertThat(report.get("horizon").asDouble()).isEqualTo(1.5);
        assertThat(report.get("threads").asInt()).isEqualTo(2);
        assertThat(report.get("steps").asInt()).isEqualTo(30);
        assertThat(report.get("floor").isNull()).isTrue();
        assertThat(report.get("testAccuracy").isNull()).isTrue();
        assertThat(report.get("foldingLayers").isArray()).isTrue();
        assertThat(report.get("outcome").asString()).isEqualTo("done");
        assertThat(report.get("evaluations").asDouble()).isEqualTo(4 * 4);
        var solver = SolverReport.of(flow, samples.trainX());
        assertThat(report.get("solverError").asDouble())
                .isEqualTo(solver.mean())
                .isGreaterThan(0);
        assertThat(report.get("solverSupError").asDouble()).isEqualTo(solver.largest());
        assertThat(report.get("stepsPerSecond").asDouble()
                        * report.get("seconds").asDouble())
                .isBetween(29.999, 30.001);
    }

    @Test
    void withoutATestTheReportSaysSo() throws Exception {
        var told = told("train --preset swirl --out {}/a.isotopy --report {}/report.json --test-fraction 0" + SMALL);
        assertThat(told.status()).isZero();
        assertThat(report().get("testMse").isNull()).isTrue();
        assertThat(told("train --preset swirl --out {}/a.isotopy --test-fraction 0" + SMALL)
                        .out())
                .contains("Training error ");
    }

    @Test
    void aProjectGoesOnForSomeMoreSteps() throws Exception {
        told("train --preset swirl --out {}/a.isotopy" + SMALL);
        var told = told("train {}/a.isotopy --out {}/b.isotopy --steps 10 --depth 6 --report {}/report.json --quiet");
        assertThat(told).isEqualTo(new Told(0, "", ""));
        var before = ProjectFile.read(folder.resolve("a.isotopy"));
        var after = ProjectFile.read(folder.resolve("b.isotopy"));
        assertThat(after.step()).isEqualTo(40);
        assertThat(after.edits()).containsExactly(30L);
        assertThat(after.experiment())
                .isEqualTo(before.experiment()
                        .withRecipe(before.experiment().recipe().withSteps(10))
                        .withNetwork(before.experiment().network().withDepth(6)));
        assertThat(after.control().depth()).isEqualTo(6);
        assertThat(after.look()).isEqualTo(before.look());
        assertThat(after.history().test(0)).isEqualTo(before.history().test(0));
        assertThat(report().get("steps").asInt()).isEqualTo(10);
        try (var trainer = new Trainer(after.experiment(), before.control(), 30, 1)) {
            for (int k = 0; k < 10; k++) {
                trainer.advance();
            }
            assertThat(after.control()).isEqualTo(trainer.control());
        }
    }

    @Test
    void aProjectCanBeStartedAnew() throws Exception {
        told("train --preset swirl --out {}/a.isotopy" + SMALL);
        assertThat(told("train {}/a.isotopy --fresh --out {}/b.isotopy").status())
                .isZero();
        assertThat(folder.resolve("b.isotopy")).hasSameTextualContentAs(folder.resolve("a.isotopy"));
    }

    @Test
    void anotherFamilyStartsAnewAndSaysSo() throws Exception {
        told("train --preset swirl --out {}/a.isotopy" + SMALL);
        var told = told("train {}/a.isotopy --out {}/b.isotopy --family sine --steps 3");
        assertThat(told.status()).isZero();
        assertThat(told.err()).contains("Another family starts anew");
        var after = ProjectFile.read(folder.resolve("b.isotopy"));
        assertThat(after.step()).isEqualTo(3);
        assertThat(after.edits()).isEmpty();
        assertThat(after.history().step(0)).isZero();
    }

    @Test
    void givenPairsAreTrained() throws Exception {
        Files.writeString(folder.resolve("p.csv"), "y1,y2,x1,x2\n1,2,0.5,0.25\nbad\n3,4,0,0\n5,6,7,8\n");
        var refused = told("train --points {}/p.csv --out {}/a.isotopy" + SMALL);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo("isotopy train: " + folder
                        + "/p.csv, line 3: the row has 1 values, the header 4; mend the row, or"
                        + " leave bad rows out with --skip-bad-rows" + System.lineSeparator());
        assertThat(folder.resolve("a.isotopy")).doesNotExist();
        var told = told("train --points {}/p.csv --out {}/a.isotopy --skip-bad-rows" + SMALL);
        assertThat(told.status()).isZero();
        assertThat(told.err())
                .contains("1 bad row left out, the first: ")
                .contains("1 of 3 points start outside the square");
        assertThat(ProjectFile.read(folder.resolve("a.isotopy")).experiment().target())
                .isEqualTo(new Correspondence(
                        "p.csv",
                        Points.of(new double[] {0.5, 0, 7}, new double[] {0.25, 0, 8}),
                        Points.of(new double[] {1, 3, 5}, new double[] {2, 4, 6})));
    }

    @Test
    void labelsAreToldApart() throws Exception {
        var rows = new StringBuilder("x1,x2,label\n");
        for (int k = 0; k < 200; k++) {
            double angle = 0.1 * k;
            double radius = k % 2 == 0 ? 0.3 : 0.8;
            rows.append(radius * Math.cos(angle)).append(',').append(radius * Math.sin(angle));
            rows.append(k % 2 == 0 ? ",inner\n" : ",outer\n");
        }
        Files.writeString(folder.resolve("rings.csv"), rows);
        var told = told("train --points {}/rings.csv --out {}/a.isotopy --report {}/report.json --depth 5 --width 8"
                + " --augment 1 --steps 200 --lr 0.03");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out()).contains("The read-out names the right class of 100 % of the test points");
        assertThat(report().get("testAccuracy").asDouble()).isEqualTo(1);
        assertThat(report().get("trainAccuracy").asDouble()).isEqualTo(1);
        assertThat(report().get("parameters").asInt()).isEqualTo(5 * 8 * 7 + 2 * 4);
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        assertThat(project.experiment().target()).isInstanceOf(Labels.class);
        assertThat(project.experiment().recipe().loss()).isEqualTo(new Loss.CrossEntropy());
        var wrong = told("train --points {}/rings.csv --out {}/b.isotopy --loss mse");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("the loss mse measures a distance, and “rings.csv” has classes");
    }

    @Test
    void aRunThatDivergesSavesNothing() throws Exception {
        Files.writeString(folder.resolve("a.isotopy"), "what was here before");
        var told = told(
                "train --preset swirl --out {}/a.isotopy --report {}/report.json --family relu --lr 10 --horizon 100");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .matches(
                        "isotopy train: the training diverged at step \\d+, in layer \\d+ of 20: the numbers grew beyond every"
                                + " bound, and nothing was saved; halve the learning rate, --lr 5\\R");
        assertThat(folder.resolve("a.isotopy")).hasContent("what was here before");
        var diverged = report().get("outcome").get("diverged");
        assertThat(told.err()).contains("step " + diverged.get("step").asInt() + ",");
        assertThat(told.err()).contains("layer " + (diverged.get("layer").asInt() + 1) + " of");
        assertThat(report().get("trainMse").isNumber()).isTrue();
        assertThat(report().get("solverError").isNull()).isTrue();
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaidBeforeTheWork() throws Exception {
        assertFails("--preset swirl --out {}/no/a.isotopy", "there is no folder '" + folder + "/no'; make it first");
        assertFails("--preset swirl --out {}", "it is a folder; name a file in it");
        assertFails("--preset swirl --out {}/a --report {}/no/r.json", "there is no folder");
        assertFails("{}/missing.isotopy --out {}/a", folder + "/missing.isotopy: there is no such file");
        assertFails("--points {}/missing.csv --out {}/a", folder + "/missing.csv: there is no such file");
        Files.writeString(folder.resolve("broken.isotopy"), "{\n \"schema\": 1,");
        assertFails("{}/broken.isotopy --out {}/a", "broken.isotopy, line 2, column 14: the file ends too early");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    private void assertFails(String options, String sentence) {
        var told = told("train " + options);
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).isEmpty();
        assertThat(told.err().lines()).hasSize(1);
        assertThat(told.err()).startsWith("isotopy train: ").contains(sentence);
    }

    @Test
    void aTerminalShowsABarAndAPipeDoesNot() {
        var words = ("train --preset swirl --out " + folder + "/a.isotopy" + SMALL)
                .strip()
                .split(" ");
        var live = Told.by(true, words);
        assertThat(live.err())
                .startsWith("\rSwirl ")
                .contains("\rSwirl ━━━━━━━━━━━━━━━━━━━━ 100 %  30/30  error 0.")
                .endsWith(System.lineSeparator());
        assertThat(live.err().split("\r")).allMatch(line -> line.stripTrailing().length() < 80);
        assertThat(Told.by(false, words).err()).isEmpty();
    }

    @Test
    void ctrlCSavesWhatThereIs() throws Exception {
        var ignored = Files.exists(Path.of("/proc/self/status"))
                && Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Long.parseLong(line.substring(7).strip(), 16) >> 1 & 1) == 1);
        // where Ctrl-C is ignored, as in a job in the background, another polite request takes its place
        var signal = ignored ? "-TERM" : "-INT";
        var out = folder.resolve("a.isotopy");
        // how long it takes until it trains depends on what else the machine does
        for (int seconds = 3;
                seconds < 60 && !(Files.exists(out) && ProjectFile.read(out).step() > 0);
                seconds *= 3) {
            assertThat(interrupted(signal, seconds, out)).isEqualTo(ignored ? 143 : 130);
        }
        var project = ProjectFile.read(out);
        assertThat(project.step()).isGreaterThan(0);
        assertThat(report().get("outcome").asString()).isEqualTo("stopped");
        assertThat(report().get("steps").asLong()).isEqualTo(project.step());
        assertThat(folder.resolve("said"))
                .content()
                .matches("isotopy train: stopped after [\\d,]+ of 10,000,000 steps; what" + " there is is saved in "
                        + out + "\\R");
    }

    /// The exit status of a training that is interrupted after so many seconds.
    private int interrupted(String signal, int seconds, Path out) throws Exception {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName()));
        var line = "train --preset swirl --out " + out + " --report " + folder.resolve("report.json")
                + " --steps 10000000 --samples 60 --depth 3";
        words.addAll(List.of(line.split(" ")));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).isFalse();
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
