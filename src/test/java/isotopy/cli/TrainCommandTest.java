package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import isotopy.flow.SolverReport;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.PointsCsv;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.Gallery;
import isotopy.target.InverseMap;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.Preset;
import isotopy.target.TypedMap;
import isotopy.theory.Floor;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Samples;
import isotopy.train.Trainer;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                                "Test error 0\\.\\d+ \\(mean square\\); on average a test point misses by \\d+\\.\\d+ % of the"
                                        + " square's side, and any point, of training or test, at most by \\d+\\.?\\d*"
                                        + " %\\."))
                .satisfies(lines -> assertThat(lines.get(2))
                        .matches("The field is evaluated 4 times a point; the differential equation itself leads on"
                                + " average [0-9.e-]+ % of the square's side away from where the network does\\."))
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --preset wave              | interval's length | 0, 1
            --preset surprise --seed 3 | square's side     | -1, 1
            --preset disc-to-heart     | square's side     | -1, 1
            --preset peaks             | range of the val  | -1, 1
            --preset moons             | right class       | -1, 1
            --formula x^2-0.3*x        | interval's length | -1, 1
            --formula y,-x             | square's side     | -1, 1
            --formula x*y              | range of the val  | -1, 1
            --formula r --domain 0,2   | range of the val  | 0, 2
            """)
    void everyKindIsTrainedByItsName(String options, String word, String domain) throws Exception {
        var told = told("train " + options + " --out {}/a.isotopy --report {}/report.json" + SMALL);
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out()).contains(word);
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        var box = project.experiment().sampling().domain();
        assertThat((int) box.low() + ", " + (int) box.high()).isEqualTo(domain);
        assertThat(report().get("floor").isNumber())
                .isEqualTo(project.experiment().target().kind() == Kind.LINE);
        assertThat(told("render {}/a.isotopy --out {}/a.png --size 320x180").status())
                .isZero();
        var again = told("train {}/a.isotopy --steps 2 --out {}/b.isotopy");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(ProjectFile.read(folder.resolve("b.isotopy")).step()).isEqualTo(32);
    }

    @Test
    void aSurpriseIsDrawnFromTheSeed() throws Exception {
        told("train --preset surprise --seed 3 --out {}/a.isotopy" + SMALL);
        told("train --preset surprise --seed 4 --out {}/b.isotopy" + SMALL);
        assertThat(ProjectFile.read(folder.resolve("a.isotopy")).experiment().target())
                .isEqualTo(Gallery.target("surprise", 60, 3))
                .isNotEqualTo(ProjectFile.read(folder.resolve("b.isotopy"))
                        .experiment()
                        .target());
        told("train --preset spirals --seed 5 --noise 0.1 --out {}/c.isotopy" + SMALL);
        var spirals = ProjectFile.read(folder.resolve("c.isotopy")).experiment();
        assertThat(spirals.target()).isEqualTo(Gallery.target("spirals", 60, 5));
        assertThat(spirals.sampling().noise()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x+0.3*sinn(y),y | there is no function 'sinn' (character 7): did you mean
            x*cos(r         | this bracket is not closed (character 6)
            x,y,r           | (character
            z               | (character 1)
            """)
    void aFaultInAFormulaIsMarked(String formula, String sentence) {
        var told = told("train --formula " + formula + " --out {}/a.isotopy");
        assertThat(told.status()).isEqualTo(2);
        var lines = told.err().lines().toList();
        assertThat(lines.get(0)).startsWith("isotopy train: --formula: ").contains(sentence);
        assertThat(lines.get(1)).isEqualTo("  " + formula);
        int place = Integer.parseInt(lines.get(0).replaceAll("(?s).*\\(character (\\d+)\\).*", "$1"));
        assertThat(lines.get(2)).isEqualTo(" ".repeat(place + 1) + "^");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFormulaNeedsAValueAtEveryPoint() {
        var told = told("train --formula sqrt(x),y --out {}/a.isotopy" + SMALL);
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err())
                .containsPattern(
                        "--formula \"sqrt\\(x\\),y\": it has no finite value at \\d+ of 60 points, such as \\(x = -0\\.\\d+, y = ");
        assertThat(told("train --formula sqrt(x),y --domain 0.1,1 --out {}/a.isotopy" + SMALL)
                        .status())
                .isZero();
    }

    @Test
    void aFormulaAfterAMapNeedsAValueToo() {
        assertThat(told("train --preset swirl --then sqrt(x),y --out {}/a.isotopy" + SMALL)
                        .err())
                .contains("has no finite value at", "choose a domain where it has one");
    }

    @Test
    void aRunBelowItsFloorNamesTheLayersThatFold() throws Exception {
        var told = told("train --preset flip --out {}/a.isotopy --report {}/report.json --depth 2 --samples 100"
                + " --steps 400 --lr 0.05");
        var report = report();
        double floor = report.get("floor").asDouble();
        assertThat(floor).isBetween(0.2, 0.5);
        assertThat(report.get("trainMse").asDouble()).isLessThan(floor / 2);
        assertThat(report.get("foldingLayers").size()).isPositive();
        assertThat(told.out())
                .containsPattern("The error on the training points, [0-9.e-]+, is below 0\\.\\d+, the floor of all such"
                        + " flows: layers? \\d(, \\d)* folds?, so that this network is none\\.");
        var kept = told("train --preset flip --out {}/a.isotopy --report {}/report.json --depth 2 --samples 100"
                + " --steps 400 --lr 0.05 --bijective");
        assertThat(report().get("trainMse").asDouble()).isGreaterThanOrEqualTo(floor);
        assertThat(kept.out())
                .containsPattern(
                        "The error on the training points, 0\\.\\d+, (has come to|is above) the floor of all such"
                                + " flows, " + Numbers.rough(floor))
                .contains("keeps the order of points")
                .contains("% of the interval's length away from");
    }

    @Test
    void aFloorThatIsReachedIsTold() {
        var floor = new Floor(0.5, 1, "Why.");
        var snapshot = Project.untrained(Experiment.standard(LinePreset.FLIP)).snapshot();
        assertThat(Summary.floor(floor, new Evaluation(0.505, 0, 0), snapshot))
                .isEqualTo(
                        "The error on the training points, 0.505, has come to the floor of all such flows, 0.500; more"
                                + " training gains nothing. Why.");
        assertThat(Summary.floor(floor, new Evaluation(0.7, 0, 0), snapshot))
                .isEqualTo(
                        "The error on the training points, 0.700, is above the floor of all such flows, 0.500, to which"
                                + " more training may lead. Why.");
    }

    @Test
    void aClassThatSurroundsAnotherIsToldWithWhatIsPossible() {
        var told = told("train --preset annulus --out {}/a.isotopy --samples 600 --steps 5 --depth 2");
        assertThat(told.out())
                .containsPattern("Class \\w+ surrounds class \\w+: no flow of the plane separates them as regions")
                .contains("--augment 1");
        assertThat(told("train --preset annulus --augment 1 --out {}/a.isotopy --samples 600 --steps 5 --depth 2")
                        .out())
                .doesNotContain("surrounds");
    }

    @Test
    void aConstantFunctionIsMeasuredInPlainNumbers() {
        assertThat(told("train --formula 5 --out {}/a.isotopy" + SMALL).out())
                .containsPattern(
                        "a test point misses by [0-9.]+, and any point, of training or test, at most by [0-9.]+;"
                                + " all values are the same\\.")
                .doesNotContain("range of the values");
    }

    @ParameterizedTest
    @CsvSource({"surprise", "surprise-curve"})
    void aSurpriseIsNamedByItsSeed(String preset) {
        var told = told("train --preset " + preset + " --seed 3 --out {}/a.isotopy" + SMALL);
        assertThat(told.out()).startsWith("Surprise 3: ");
    }

    @Test
    void columnsOfUnlikeUnitsAreNotedWhereTheyAreRescaled() throws Exception {
        var rows = new StringBuilder("x1,x2,y1,y2\n");
        for (int k = 0; k < 30; k++) {
            rows.append(k).append(',').append(1000 * k).append(',').append(k).append(",7\n");
        }
        Files.writeString(folder.resolve("p.csv"), rows);
        assertThat(told("train --points {}/p.csv --rescale --out {}/a.isotopy" + SMALL)
                        .err())
                .contains("Column x2 ranges over 1000 times as much as x1, and --rescale has one factor for both")
                .doesNotContain("y1");
    }

    @Test
    void numbersTooLargeToRescaleAreToldWithTheFileAndWhatToDo() throws Exception {
        Files.writeString(folder.resolve("huge.csv"), "x1,x2,y1,y2\n-1e308,0,1,2\n1.7e308,1,1e308,-1e308\n");
        var told = told("train --points {}/huge.csv --rescale --out {}/a.isotopy" + SMALL);
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err())
                .contains("huge.csv: the numbers are too large, or too small, to be brought to the unit box; multiply");
    }

    @Test
    void mapsArePutTogetherAndInverted() throws Exception {
        var told = told("train --preset swirl --then x+0.2*y,y --then shear --inverted --out {}/a.isotopy" + SMALL);
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(ProjectFile.read(folder.resolve("a.isotopy")).experiment().target())
                .isEqualTo(new InverseMap(
                        new Composition(new Composition(Preset.SWIRL, new TypedMap("x+0.2*y,y")), Preset.SHEAR)));
    }

    @Test
    void whereAMapNeverReachesItsInverseIsNoted() {
        var told = told("train --formula x/2,y/2 --inverted --out {}/a.isotopy" + SMALL);
        assertThat(told.status()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told("train --formula exp(x),y --inverted --out {}/a.isotopy" + SMALL)
                        .err())
                .containsPattern("“exp\\(x\\),y” never reaches \\d.* % of the square; there its inverse is the point");
    }

    @Test
    void landmarksAreMetByASmoothMap() throws Exception {
        Files.writeString(
                folder.resolve("marks.csv"), "x1,x2,y1,y2\n0,0,0.1,0\n0.5,0,0.5,0.2\n0,0.5,0,0.4\nno,1,2,3\n");
        assertThat(told("train --landmarks {}/marks.csv --out {}/a.isotopy" + SMALL)
                        .err())
                .contains("marks.csv, line 5: x1 is not a number: 'no'; mend the row");
        var told = told("train --landmarks {}/marks.csv --skip-bad-rows --then swirl --out {}/a.isotopy" + SMALL);
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).contains("1 bad row left out");
        var map = (Composition)
                ProjectFile.read(folder.resolve("a.isotopy")).experiment().target();
        assertThat(map.second()).isEqualTo(Preset.SWIRL);
        assertThat(((Landmarks) map.first()).x().size()).isEqualTo(3);
        Files.writeString(folder.resolve("marks.csv"), "x1,x2,y1,y2\n0,0,0.1,0\n0,0,0.5,0.2\n");
        assertThat(told("train --landmarks {}/marks.csv --out {}/b.isotopy").err())
                .contains("marks.csv: landmarks 1 and 2 start nearer to each other than");
    }

    @Test
    void scaledPairsAreMeasuredInTheUsersUnits() throws Exception {
        var rows = new StringBuilder("x1,x2,y1,y2\n");
        for (int k = 0; k < 60; k++) {
            double x1 = 1000 + 10 * Math.sin(k);
            double x2 = 10 * Math.cos(3 * k);
            rows.append(x1).append(',').append(x2).append(',');
            rows.append(500 + 30 * (x1 - 1000) + x2).append(',').append(20 * x2).append('\n');
        }
        Files.writeString(folder.resolve("p.csv"), rows);
        var told = told("train --points {}/p.csv --rescale --out {}/a.isotopy --report {}/report.json" + SMALL);
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.err()).isEmpty();
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        var experiment = project.experiment();
        assertThat(experiment.sampling().domain()).isEqualTo(Box.UNIT);
        var scaling = experiment.scaling().orElseThrow();
        var samples = Samples.draw(experiment);
        var found = scaling.userGoals(experiment.flow(project.control()).apply(samples.trainX()));
        var train = Evaluation.between(found, scaling.userGoals(samples.trainY()));
        var report = report();
        assertThat(report.get("trainMse").asDouble()).isCloseTo(train.meanSquare(), withinPercentage(1e-9));
        assertThat(report.get("supError").asDouble()).isGreaterThanOrEqualTo(train.supremum() * (1 - 1e-12));
        assertThat(report.get("trainMse").asDouble()).isGreaterThan(1);
        Files.writeString(folder.resolve("in.csv"), rows);
        assertThat(told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv")
                        .status())
                .isZero();
        var given = ((Correspondence)
                PointsCsv.readExamples(folder.resolve("in.csv"), false).target());
        var carried = ((Correspondence)
                PointsCsv.readExamples(folder.resolve("out.csv"), false).target());
        double all = Evaluation.between(carried.y(), given.y()).meanSquare();
        double mean = 0.8 * report.get("trainMse").asDouble()
                + 0.2 * report.get("testMse").asDouble();
        assertThat(all).isCloseTo(mean, withinPercentage(1e-6));
    }

    @Test
    void aProjectIsBroughtToTheUnitBoxAnew() throws Exception {
        Files.writeString(folder.resolve("p.csv"), "x,y\n10,1\n20,3\n30,9\n");
        told("train --points {}/p.csv --out {}/a.isotopy" + SMALL);
        var told = told("train {}/a.isotopy --fresh --rescale --out {}/b.isotopy");
        assertThat(told.status()).as(told.err()).isZero();
        var target = (Correspondence)
                ProjectFile.read(folder.resolve("b.isotopy")).experiment().target();
        assertThat(target.x().row(0)).containsExactly(-1, 0, 1);
        assertThat(target.scaling().orElseThrow().inputCentre()).containsExactly(20.0);
        told("train --preset swirl --out {}/c.isotopy" + SMALL);
        assertThat(told("train {}/c.isotopy --fresh --rescale --out {}/d.isotopy")
                        .err())
                .contains("--rescale: it goes with given points, and “Swirl” has none");
    }

    @Test
    void labelsAndPicturesAreRead() throws Exception {
        Files.writeString(folder.resolve("l.csv"), "x1,x2,y1,y2,label\n0,0,1,1,a\n1,0,1,1,b\n0,1,1,1,a\n");
        assertThat(told("train --labels {}/l.csv --out {}/a.isotopy" + SMALL).status())
                .isZero();
        assertThat(ProjectFile.read(folder.resolve("a.isotopy")).experiment().target())
                .isInstanceOf(Labels.class);
        var image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFFFFFF);
        ImageIO.write(image, "png", folder.resolve("p.png").toFile());
        assertThat(told("train --picture {}/p.png --out {}/b.isotopy" + SMALL).status())
                .isZero();
        assertThat(ProjectFile.read(folder.resolve("b.isotopy")).experiment().target())
                .isEqualTo(new PictureFunction("p.png", 4, 2, List.of(1f, 0f, 0f, 0f, 0f, 0f, 0f, 0f)));
        assertThat(told("train --picture {}/l.csv --out {}/c.isotopy").err())
                .contains("l.csv: this is neither PNG nor JPEG; save the picture as one of these");
    }

    @Test
    void anAffineMapAtTheEndMirrorsTheLine() throws Exception {
        told("train --preset flip --readout --out {}/a.isotopy --report {}/report.json" + SMALL);
        assertThat(report().get("trainMse").asDouble()).isLessThan(1e-3);
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        assertThat(project.experiment().network().terminal()).isTrue();
        assertThat(project.control().readout()).isPresent();
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

    @Test
    void aRescaledProjectKeepsTheUnitBox() throws Exception {
        Files.writeString(folder.resolve("p.csv"), "x,y\n10,1\n20,3\n30,9\n");
        told("train --points {}/p.csv --rescale --out {}/a.isotopy" + SMALL);
        for (var how : List.of("", " --fresh")) {
            var told = told("train {}/a.isotopy --domain 3,4 --out {}/b.isotopy" + how);
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.err()).contains("--domain: the points of this project were brought to -1,1");
        }
        assertThat(folder.resolve("b.isotopy")).doesNotExist();
    }
}
