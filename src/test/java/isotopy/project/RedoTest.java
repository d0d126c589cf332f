package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.Antisymmetric;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.control.Readout;
import isotopy.figure.Look;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import isotopy.snapshot.LossHistory;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A reader with the file alone, in few lines, gets what the program computes.
class RedoTest {
    private static final double EXACTLY = 1e-12;

    @TempDir
    Path folder;

    /// A family, how it is integrated, and how many extra coordinates it has.
    record Case(ControlFamily family, Integrator integrator, int augment, boolean python) {
        @Override
        public String toString() {
            return family.id() + " " + family.activation().id() + ", " + integrator.id() + ", " + augment;
        }
    }

    /// Every family with every integrator that suits it, and some with extra coordinates.
    static Stream<Case> cases() {
        var families = new ArrayList<>(ControlFamily.all());
        families.add(new Perceptron(FormulaActivation.of(Redo.FORMULA)));
        families.add(new Antisymmetric(Activation.SOFTPLUS, 0.4));
        var cases = new ArrayList<Case>();
        for (var family : families) {
            for (var integrator : Integrator.values()) {
                if (integrator.suits(family)) {
                    int number = cases.size();
                    boolean python = integrator.ordinal() == families.indexOf(family) % 4;
                    cases.add(new Case(family, integrator, number % 3 == 0 ? 2 : 0, python));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theFileAloneGivesTheFlow(Case each) throws Exception {
        var file = folder.resolve("a.isotopy");
        var project = project(each);
        ProjectFile.write(project, file);
        var lattice = new Box(-1.3, 1.1).lattice(3);
        var expected = project.experiment().flow(project.control()).apply(lattice);
        for (int k = 0; k < lattice.size(); k++) {
            var found = Redo.flow(file, lattice.at(0, k), lattice.at(1, k));
            assertThat(found).hasSize(2);
            assertThat(Math.hypot(found[0] - expected.at(0, k), found[1] - expected.at(1, k)))
                    .as("point %s of %s", k, each)
                    .isLessThan(EXACTLY);
        }
        if (each.python()) {
            assertPythonGets(expected, file, lattice, each);
        }
    }

    private void assertPythonGets(Points expected, Path file, Points lattice, Case each) throws Exception {
        var script = folder.resolve("flow.py");
        Files.writeString(script, Redo.PYTHON);
        var python = Redo.python(script, file, lattice);
        assertThat(python.isEmpty() || python.get().size() == expected.size()).isTrue();
        for (int k = 0; python.isPresent() && k < expected.size(); k++) {
            double off = Math.hypot(
                    python.get().at(0, k) - expected.at(0, k), python.get().at(1, k) - expected.at(1, k));
            assertThat(off).as("point %s of %s by Python", k, each).isLessThan(EXACTLY);
        }
    }

    /// Pairs of the plane and of the line, values of a function and points with classes, in coordinates of their
    /// own.
    static Stream<TargetMap> scaledExamples() {
        var x = Points.of(new double[] {100, 300, 200}, new double[] {-2, 7, 1});
        var y = Points.of(new double[] {5, 6, 9}, new double[] {0.001, 0.002, 0.003});
        var u = Points.of(y.row(0));
        var line = Points.of(x.row(0));
        var planar = Scaling.of(x, y);
        var valued = Scaling.of(x, u);
        var linear = Scaling.of(line, u);
        var classed = Scaling.ofStarts(x, 2);
        return Stream.of(
                new Correspondence("a", planar.scaleStarts(x), planar.scaleGoals(y), Optional.of(planar)),
                new Correspondence("b", valued.scaleStarts(x), valued.scaleGoals(u), Optional.of(valued)),
                new Correspondence("c", linear.scaleStarts(line), linear.scaleGoals(u), Optional.of(linear)),
                new Labels("d", classed.scaleStarts(x), List.of(0, 1, 0), List.of("in", "out"), Optional.of(classed)));
    }

    @ParameterizedTest
    @MethodSource("scaledExamples")
    void theFileAloneGivesWhatAScaledNetworkSaysOfTheUsersPoints(TargetMap target) throws Exception {
        var experiment = Experiment.standard(target)
                .withNetwork(Network.STANDARD.withWidth(3).withDepth(4).withTerminal(true));
        var control = Projects.mild(experiment, new SplittableRandom(11));
        var file = folder.resolve("scaled.isotopy");
        ProjectFile.write(
                new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT)), file);
        var scaling = experiment.scaling().orElseThrow();
        var x = target.dimension() == 1
                ? Points.of(new double[] {110, 250})
                : Points.of(new double[] {110, 250}, new double[] {3, -1});
        var expected = scaling.userGoals(experiment.flow(control).apply(scaling.scaleStarts(x)));
        for (int k = 0; k < x.size(); k++) {
            assertThat(Redo.flow(file, x.point(k))).containsExactly(expected.point(k), within(EXACTLY));
        }
        var script = folder.resolve("flow.py");
        Files.writeString(script, Redo.PYTHON);
        var python = Redo.python(script, file, x);
        for (int k = 0; python.isPresent() && k < x.size(); k++) {
            assertThat(python.get().point(k)).containsExactly(expected.point(k), within(EXACTLY));
        }
    }

    private static Project project(Case each) {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD
                        .withFamily(each.family())
                        .withWidth(3)
                        .withDepth(4)
                        .withHorizon(1.7)
                        .withAugment(each.augment())
                        .withIntegrator(each.integrator())
                        .withSubsteps(2));
        return new Project(experiment, control(experiment), 0, LossHistory.EMPTY, List.of(), Look.standard(Box.UNIT));
    }

    private static Control control(Experiment experiment) {
        var random = new SplittableRandom(11);
        var control = Projects.mild(experiment, random);
        int d = control.dimension();
        return control.readout().isEmpty()
                ? control
                : control.with(
                        control.augment(),
                        Optional.of(new Readout(
                                Stream.generate(() -> random.doubles(d, -1, 1).toArray())
                                        .limit(2)
                                        .toArray(double[][]::new),
                                new double[] {0.25, -0.5},
                                false)));
    }
}
