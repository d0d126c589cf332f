package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.figure.Look;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.snapshot.LossHistory;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.Labels;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.Scaling;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyCommandTest {
    @TempDir
    Path folder;

    private Project project = Project.untrained(Experiment.standard(Preset.IDENTITY));

    @BeforeEach
    void saveAProject() throws Exception {
        var network = new Network(ControlFamily.named("tanh"), 3, 4, 2, 0, Integrator.MIDPOINT, 2, false);
        project = saved("a.isotopy", network, 0.4, 5);
    }

    private Project saved(String name, Network network, double size, long seed) throws Exception {
        var experiment = Experiment.standard(Preset.SWIRL).withNetwork(network);
        var start = experiment.start();
        var control = start.withTheta(new SplittableRandom(seed)
                .doubles(start.theta().length, -size, size)
                .toArray());
        var made = new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT));
        ProjectFile.write(made, folder.resolve(name));
        return made;
    }

    private Told told(String line) {
        return Told.by(folder, line);
    }

    private static String rows(Points first, Points second) {
        var text = new StringBuilder();
        for (int k = 0; k < first.size(); k++) {
            text.append(first.at(0, k)).append(',').append(first.at(1, k)).append(',');
            text.append(second.at(0, k)).append(',').append(second.at(1, k)).append('\n');
        }
        return text.toString();
    }

    @Test
    void pointsAreCarriedInTheirOrder() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "name,x2,x1\n\"a\",2e-1,0.1\nb,-0.5,1\n# end\n");
        var told = told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv");
        assertThat(told)
                .isEqualTo(new Told(
                        0,
                        "2 points carried through the flow, written to " + folder + "/out.csv."
                                + System.lineSeparator(),
                        ""));
        var x = Points.of(new double[] {0.1, 1}, new double[] {0.2, -0.5});
        var y = project.experiment().flow(project.control()).apply(x);
        assertThat(folder.resolve("out.csv")).hasContent("x1,x2,y1,y2\n" + rows(x, y));
    }

    @Test
    void aTimeOrAShareOfItStopsOnTheWay() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n0.3,-0.7\n");
        var x = Points.single(0.3, -0.7);
        var flow = project.experiment().flow(project.control());
        for (var at : List.of("0", "0.9", "45%", "100%", "2")) {
            double t = at.endsWith("%") ? 0.02 * Double.parseDouble(at.replace("%", "")) : Double.parseDouble(at);
            var told = told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv --quiet --at " + at);
            assertThat(told).isEqualTo(new Told(0, "", ""));
            assertThat(folder.resolve("out.csv")).hasContent("x1,x2,y1,y2\n" + rows(x, flow.at(x, t)));
        }
        for (var at : List.of("2.1", "101%", "-1", "half", "%", "NaN", "1e999")) {
            var told = told("apply {}/a.isotopy --points {}/in.csv --out {}/other.csv --at " + at);
            assertThat(told.status()).isEqualTo(2);
            assertThat(told.err()).contains("--at " + at + ": t must be in 0 … 2, or a share of it such as 50%");
        }
        assertThat(folder.resolve("other.csv")).doesNotExist();
    }

    @Test
    void theWayBackLeadsToTheStart() throws Exception {
        var lattice = Box.UNIT.lattice(7);
        var flow = project.experiment().flow(project.control());
        Files.writeString(folder.resolve("in.csv"), "x1,x2,y1,y2\n" + rows(lattice, flow.at(lattice, 1.3)));
        told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv --inverse --at 1.3");
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines).hasSize(50).first().isEqualTo("y1,y2,x1,x2");
        for (int k = 0; k < 49; k++) {
            var cells = lines.get(k + 1).split(",");
            assertThat(Double.parseDouble(cells[2])).isCloseTo(lattice.at(0, k), offset(1e-11));
            assertThat(Double.parseDouble(cells[3])).isCloseTo(lattice.at(1, k), offset(1e-11));
        }
    }

    @Test
    void theWayBackTakesTheFirstColumnsWhereThereAreNoGoals() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "u,v,w\n0.1,0.2,9\n");
        assertThat(told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv --inverse")
                        .status())
                .isZero();
        assertThat(folder.resolve("out.csv")).content().startsWith("y1,y2,x1,x2\n0.1,0.2,");
    }

    @Test
    void whereThereIsNoWayBackTheLayerIsNamed() throws Exception {
        // the second layer sends everything to one point: z + h(−z/h) = 0
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD
                        .withFamily(ControlFamily.named("linear"))
                        .withDepth(2));
        var rest = new double[] {0, 0, 0, 0, 0, 0};
        var crush = new double[] {-2, 0, 0, 0, -2, 0};
        var control =
                new Control(ControlFamily.named("linear"), 2, 16, List.of(new Layer(rest, 0.5), new Layer(crush, 0.5)));
        var crushed = new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT));
        ProjectFile.write(crushed, folder.resolve("crush.isotopy"));
        Files.writeString(folder.resolve("in.csv"), "y1,y2\n0.1,0.2\n0.3,0.4\n0.5,0.6\n");
        var told = told("apply {}/crush.isotopy --points {}/in.csv --out {}/out.csv --inverse");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("3 points have no way back: layer 2 of 2 is not one to one there");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(told("apply {}/crush.isotopy --points {}/in.csv --out {}/out.csv --inverse --at 50%")
                        .status())
                .isZero();
    }

    @Test
    void whatAReadOutForgetsHasNoWayBack() throws Exception {
        saved("lifted.isotopy", Network.STANDARD.withAugment(1).withDepth(3), 0.3, 8);
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n0.1,0.2\n");
        var told = told("apply {}/lifted.isotopy --points {}/in.csv --out {}/out.csv --inverse");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err())
                .isEqualTo(
                        "isotopy apply: this flow has extra coordinates, which the read-out forgets: it has no inverse"
                                + System.lineSeparator());
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(told("apply {}/lifted.isotopy --points {}/in.csv --out {}/out.csv")
                        .status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"tanh, dopri5", "one-neuron, exact", "hamiltonian, symplectic", "bumps, heun", "gradient, rk4"})
    void everyIntegratorStopsOnTheWayAndFindsBack(String family, String integrator) throws Exception {
        var network = Network.STANDARD
                .withFamily(ControlFamily.named(family))
                .withIntegrator(Integrator.named(integrator))
                .withWidth(3)
                .withDepth(4)
                .withHorizon(2);
        var flow = saved("b.isotopy", network, 0.5, 6).snapshot().flow();
        var x = Box.UNIT.lattice(3);
        Files.writeString(folder.resolve("in.csv"), "x1,x2,y1,y2\n" + rows(x, flow.at(x, 0.9)));
        told("apply {}/b.isotopy --points {}/in.csv --out {}/out.csv --at 45%");
        assertThat(folder.resolve("out.csv")).hasContent("x1,x2,y1,y2\n" + rows(x, flow.at(x, 0.9)));
        assertThat(told("apply {}/b.isotopy --points {}/in.csv --out {}/out.csv --inverse --at 0.9")
                        .status())
                .isZero();
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        for (int k = 0; k < x.size(); k++) {
            var cells = lines.get(k + 1).split(",");
            assertThat(Double.parseDouble(cells[2])).isCloseTo(x.at(0, k), offset(1e-11));
            assertThat(Double.parseDouble(cells[3])).isCloseTo(x.at(1, k), offset(1e-11));
        }
    }

    @Test
    void manyPointsPassInParts() throws Exception {
        var random = new SplittableRandom(1);
        int n = 10_000;
        var x = Points.of(
                random.doubles(n, -1, 1).toArray(), random.doubles(n, -1, 1).toArray());
        Files.writeString(folder.resolve("in.csv"), "x1,x2,a,b\n" + rows(x, x));
        assertThat(told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv")
                        .status())
                .isZero();
        var y = project.experiment().flow(project.control()).apply(x);
        assertThat(folder.resolve("out.csv")).hasContent("x1,x2,y1,y2\n" + rows(x, y));
    }

    @Test
    void aBadRowEndsTheCommandUnlessItIsLeftOut() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n1,2\n3,\n5,6\n");
        Files.writeString(folder.resolve("out.csv"), "what was here before");
        var told = told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("in.csv, line 3: x2 is missing; mend the row, or leave bad rows out with");
        assertThat(folder.resolve("out.csv")).hasContent("what was here before");
        var skipped = told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv --skip-bad-rows");
        assertThat(skipped.status()).isZero();
        assertThat(skipped.err()).contains("1 bad row left out, the first: ").contains("line 3: x2 is missing");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(3);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.isotopy", "in.csv", "out.csv");
    }

    @Test
    void aPointThatFliesBeyondEveryNumberIsABadRow() throws Exception {
        saved(
                "relu.isotopy",
                Network.STANDARD.withFamily(ControlFamily.named("relu")).withHorizon(100),
                50,
                3);
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n1e300,1e300\n");
        var told = told("apply {}/relu.isotopy --points {}/in.csv --out {}/out.csv");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("line 2: the flow carries this point beyond every number");
        var skipped = told("apply {}/relu.isotopy --points {}/in.csv --out {}/out.csv --skip-bad-rows");
        assertThat(skipped.status()).isZero();
        assertThat(folder.resolve("out.csv")).hasContent("x1,x2,y1,y2\n");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "x,y\n1,2\n");
        assertFails("{}/no.isotopy --points {}/in.csv --out {}/o", "no.isotopy: there is no such file");
        assertFails("{}/a.isotopy --points {}/no.csv --out {}/o", "no.csv: there is no such file");
        assertFails("{}/a.isotopy --points {}/in.csv --out {}/o", "in.csv, line 1: there is no column x1 among 'x,y'");
        assertFails("{}/a.isotopy --points {}/in.csv --out {}/no/o", "there is no folder");
        assertFails("{}/in.csv --points {}/in.csv --out {}/o", "in.csv, line 1, column 1: this is not a project");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    private Project savedFor(TargetMap target) throws Exception {
        var experiment = Experiment.standard(target)
                .withNetwork(Network.STANDARD.withWidth(3).withDepth(4));
        var start = experiment.start();
        var control = start.withTheta(
                new SplittableRandom(4).doubles(start.theta().length, -0.5, 0.5).toArray());
        var made = new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT));
        ProjectFile.write(made, folder.resolve("k.isotopy"));
        return made;
    }

    @Test
    void aFlowOfTheLineReadsXAndWritesXAndY() throws Exception {
        var made = savedFor(LinePreset.WAVE);
        var x = Points.of(new double[] {0.25, -1, 3});
        Files.writeString(folder.resolve("in.csv"), "a,x\n,0.25\n,-1\n,3\n");
        assertThat(told("apply {}/k.isotopy --points {}/in.csv --out {}/out.csv")
                        .status())
                .isZero();
        var y = made.experiment().flow(made.control()).apply(x);
        assertThat(folder.resolve("out.csv"))
                .hasContent("x,y\n0.25," + y.at(0, 0) + "\n-1.0," + y.at(0, 1) + "\n3.0," + y.at(0, 2) + "\n");
        assertThat(told("apply {}/k.isotopy --points {}/out.csv --out {}/back.csv --inverse")
                        .status())
                .isZero();
        var lines = Files.readAllLines(folder.resolve("back.csv"));
        assertThat(lines.getFirst()).isEqualTo("y,x");
        for (int k = 0; k < 3; k++) {
            assertThat(Double.parseDouble(lines.get(k + 1).split(",")[1])).isCloseTo(x.at(0, k), offset(1e-11));
        }
    }

    @Test
    void aFunctionWritesItsValueAndHasNoWayBack() throws Exception {
        var made = savedFor(FunctionPreset.values()[0]);
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n0.25,-0.5\n");
        assertThat(told("apply {}/k.isotopy --points {}/in.csv --out {}/out.csv")
                        .status())
                .isZero();
        var u = made.experiment().flow(made.control()).apply(Points.single(0.25, -0.5));
        assertThat(folder.resolve("out.csv")).hasContent("x1,x2,u\n0.25,-0.5," + u.at(0, 0) + "\n");
        var back = told("apply {}/k.isotopy --points {}/out.csv --out {}/b.csv --inverse");
        assertThat(back.status()).isEqualTo(1);
        assertThat(back.err())
                .contains("read off as one number, which many points of the plane share: it has no inverse");
        var half = told("apply {}/k.isotopy --points {}/in.csv --out {}/b.csv --at 50%");
        assertThat(half.status()).isEqualTo(2);
        assertThat(half.err()).contains("--at: the value of a function is read off at the end");
        assertThat(folder.resolve("b.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "40%", "100%"})
    void scaledPointsComeAndGoInTheUsersCoordinates(String at) throws Exception {
        var x = Points.of(new double[] {100, 300, 240}, new double[] {-20, 60, 10});
        var y = Points.of(new double[] {5, 6, 9}, new double[] {0, 2, 1});
        var scaling = Scaling.of(x, y);
        var made =
                savedFor(new Correspondence("p", scaling.scaleStarts(x), scaling.scaleGoals(y), Optional.of(scaling)));
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n100,-20\n300,60\n240,10\n");
        told("apply {}/k.isotopy --points {}/in.csv --out {}/out.csv --at " + at);
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        double s = at.endsWith("%") ? Double.parseDouble(at.replace("%", "")) / 100 : 0;
        var seen = made.experiment().flow(made.control()).at(scaling.scaleStarts(x), s);
        var start = scaling.userStarts(seen);
        var goal = scaling.userGoals(seen);
        for (int k = 0; k < 3; k++) {
            var cells = lines.get(k + 1).split(",");
            for (int i = 0; i < 2; i++) {
                assertThat(Double.parseDouble(cells[2 + i]))
                        .isCloseTo((1 - s) * start.at(i, k) + s * goal.at(i, k), offset(1e-11));
            }
        }
        told("apply {}/k.isotopy --points {}/out.csv --out {}/back.csv --inverse --at " + at);
        var back = Files.readAllLines(folder.resolve("back.csv"));
        for (int k = 0; k < 3; k++) {
            assertThat(Double.parseDouble(back.get(k + 1).split(",")[2])).isCloseTo(x.at(0, k), offset(1e-8));
        }
    }

    @Test
    void scaledPointsOfClassesKeepTheUnitsOfTheirStarts() throws Exception {
        var x = Points.of(new double[] {100, 300, 240}, new double[] {-20, 60, 10});
        var scaling = Scaling.ofStarts(x, 2);
        var made = savedFor(
                new Labels("l", scaling.scaleStarts(x), List.of(0, 1, 1), List.of("a", "b"), Optional.of(scaling)));
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n100,-20\n");
        told("apply {}/k.isotopy --points {}/in.csv --out {}/out.csv");
        var flow = made.experiment().flow(made.control());
        var end = scaling.userStarts(flow.at(scaling.scaleStarts(Points.single(100, -20)), 1));
        var scores = flow.apply(scaling.scaleStarts(Points.single(100, -20)));
        assertThat(folder.resolve("out.csv"))
                .hasContent("x1,x2,y1,y2,label\n100.0,-20.0," + end.at(0, 0) + "," + end.at(1, 0) + ","
                        + (scores.at(0, 0) >= scores.at(1, 0) ? "a" : "b") + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --at 0", " --at 40%"})
    void theClassOfAPointIsThatOfItsWholeWayAtEveryTime(String at) throws Exception {
        var x = Box.UNIT.lattice(5);
        var classes = new ArrayList<Integer>();
        for (int k = 0; k < x.size(); k++) {
            classes.add(k % 3);
        }
        var made = savedFor(new Labels("l", x, classes, List.of("near, far", "b", "c"), Optional.empty()));
        Files.writeString(folder.resolve("in.csv"), "x1,x2,y1,y2\n" + rows(x, x));
        told("apply {}/k.isotopy --points {}/in.csv --out {}/out.csv" + at);
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.getFirst()).isEqualTo("x1,x2,y1,y2,label");
        var scores = made.experiment().flow(made.control()).apply(x);
        var words = List.of("\"near, far\"", "b", "c");
        for (int k = 0; k < x.size(); k++) {
            double[] of = scores.point(k);
            int best = of[0] >= of[1] && of[0] >= of[2] ? 0 : of[1] >= of[2] ? 1 : 2;
            assertThat(lines.get(k + 1)).endsWith("," + words.get(best));
        }
        told("apply {}/k.isotopy --points {}/out.csv --out {}/back.csv --inverse" + at);
        var back = Files.readAllLines(folder.resolve("back.csv"));
        assertThat(back.getFirst()).isEqualTo("y1,y2,x1,x2,label");
        assertThat(back.getLast())
                .endsWith(lines.getLast().substring(lines.getLast().lastIndexOf(',')));
    }

    @Test
    void aTableWithoutRowsGivesOneWithoutRowsAndIsNoted() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "x1,x2\n");
        var told = told("apply {}/a.isotopy --points {}/in.csv --out {}/out.csv");
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("0 points carried through the flow");
        assertThat(told.err()).contains("in.csv has no row below its header.");
        assertThat(folder.resolve("out.csv")).hasContent("x1,x2,y1,y2\n");
    }

    private void assertFails(String options, String sentence) {
        var told = told("apply " + options);
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err().lines()).hasSize(1);
        assertThat(told.err()).startsWith("isotopy apply: ").contains(sentence);
    }
}
