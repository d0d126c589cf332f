package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.ControlFamily;
import isotopy.flow.Folds;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Sampling;
import isotopy.train.Trainer;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the flow changes areas, as maps.
class DeterminantMapsTest {
    private static final FlowSnapshot SWIRL = Scenes.swirl(6);
    private static final Look BARE = Look.standard(Box.UNIT).withOverlays(EnumSet.noneOf(Overlay.class));

    @Test
    void theDeterminantsAreThoseOfTheFlow() {
        var look = BARE.with(Overlay.DETERMINANT, true);
        var scene = Scene.of(SWIRL, look);
        var lattice = Box.UNIT.lattice(Scene.LATTICE);
        for (double t : new double[] {0, 0.5, 1}) {
            var found = scene.determinants().orElseThrow().at(t);
            var exact = SWIRL.flow().determinant(lattice, t);
            var byDifferences = Determinants.between(scene.lattice(), Scene.LATTICE, 2.0 / (Scene.LATTICE - 1))
                    .at(t);
            for (int k = 0; k < exact.length; k++) {
                assertThat(found[k]).as("t %s, point %d", t, k).isCloseTo(exact[k], within(1e-9));
                assertThat(byDifferences[k]).as("t %s, point %d", t, k).isCloseTo(exact[k], within(4e-2));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"hamiltonian,SYMPLECTIC", "one-neuron,EXACT", "relu,DOPRI5", "bumps,RK4"})
    void everyIntegratorHasDeterminantsAndAreaIsKeptWhereItShouldBe(String family, Integrator integrator) {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withSampling(Sampling.STANDARD.withSamples(50))
                .withNetwork(Network.STANDARD
                        .withDepth(3)
                        .withFamily(ControlFamily.named(family))
                        .withIntegrator(integrator));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 20; k++) {
                trainer.advance();
            }
            var snapshot = Scenes.snapshot(experiment, trainer.control(), 20, Folds.NONE);
            var look = BARE.with(Overlay.DENSITY, true);
            var found = Scene.of(snapshot, look).determinants().orElseThrow().at(1);
            var exact = snapshot.flow().determinant(Box.UNIT.lattice(Scene.LATTICE), 1);
            for (int k = 0; k < exact.length; k += 97) {
                assertThat(found[k]).as("point %d", k).isCloseTo(exact[k], within(1e-6));
                if (integrator == Integrator.SYMPLECTIC) {
                    assertThat(found[k]).as("point %d", k).isCloseTo(1, within(1e-9));
                }
            }
        }
    }

    @Test
    void theMassOfTheCarriedDensityIsThatOfTheSquare() {
        var look = BARE.with(Overlay.DENSITY, true);
        var scene = Scene.of(SWIRL, look);
        var det = scene.determinants().orElseThrow().at(1);
        var end = scene.lattice().points(1);
        int side = Scene.LATTICE;
        double mass = 0;
        for (int row = 0; row + 1 < side; row++) {
            for (int column = 0; column + 1 < side; column++) {
                int a = row * side + column;
                int b = a + side + 1;
                int c = a + 1;
                int d = a + side;
                double area = 0.5
                        * ((end.at(0, b) - end.at(0, a)) * (end.at(1, d) - end.at(1, c))
                                - (end.at(0, d) - end.at(0, c)) * (end.at(1, b) - end.at(1, a)));
                mass += area * (1 / det[a] + 1 / det[b] + 1 / det[c] + 1 / det[d]) / 4;
            }
        }
        assertThat(mass).isCloseTo(4, within(2e-3));
    }

    @Test
    void aMirrorIsMarkedAsTurnedOverEverywhereAtTheEndAndNowhereAtTheStart() {
        var mirror = Scenes.trained(Preset.MIRROR, 2, 0);
        var values =
                new double[][] {new double[Scene.LATTICE * Scene.LATTICE], new double[Scene.LATTICE * Scene.LATTICE]};
        Arrays.fill(values[0], 1);
        Arrays.fill(values[1], -1);
        var look = BARE.with(Overlay.DETERMINANT, true);
        var bare = Scene.of(mirror, BARE);
        var scene = new Scene(
                mirror,
                bare.particles(),
                bare.goals(),
                bare.lattice(),
                bare.latticeGoals(),
                bare.pins(),
                bare.exactness(),
                java.util.Optional.of(new Determinants(new double[] {0, 1}, values)),
                bare.costates(),
                bare.said(),
                bare.room(),
                bare.given(),
                bare.samples());
        assertThat(crosses(Illustrator.at(scene, 0, look, 400, 400))).isZero();
        assertThat(crosses(Illustrator.at(scene, 1, look, 400, 400))).isGreaterThan(100);
    }

    @Test
    void theMapLiesOverTheSquareAndTheDensityOverItsImage() {
        var look = BARE.with(Overlay.DETERMINANT, true);
        var map = mesh(Illustrator.at(Scene.of(SWIRL, look), 1, look, 400, 400));
        var dense = BARE.with(Overlay.DENSITY, true);
        var density = mesh(Illustrator.at(Scene.of(SWIRL, dense), 1, dense, 400, 400));
        var corner = SWIRL.flow().apply(isotopy.math.Points.single(-1, -1));
        var page = Page.of(BARE.camera(), 400, 400);
        assertThat(map.x()[0]).isCloseTo(page.x(-1, -1), within(1e-3f));
        assertThat(density.x()[0]).isCloseTo(page.x(corner.at(0, 0), corner.at(1, 0)), within(1e-3f));
        assertThat(density.y()[0]).isCloseTo(page.y(corner.at(0, 0), corner.at(1, 0)), within(1e-3f));
    }

    @Test
    void theScaleIsGreyWhereNothingChangesAndNamesItsEnds() {
        var look = BARE.with(Overlay.DETERMINANT, true);
        var figure = Illustrator.at(Scene.of(SWIRL, look), 0, look, 400, 400);
        int grey = Scale.diverging(0, Theme.LIGHT) & 0xFFFFFF;
        assertThat(Arrays.stream(mesh(figure).argb())).allMatch(argb -> (argb & 0xFFFFFF) == grey);
        double reach = Scene.of(SWIRL, look).determinants().orElseThrow().reach();
        assertThat(figure.marks().stream()
                        .filter(Mark.Label.class::isInstance)
                        .map(mark -> ((Mark.Label) mark).text())
                        .toList())
                .contains("1", reach == 2 ? "2" : String.valueOf(reach).replaceAll("\\.0$", ""));
    }

    private static Mark.Mesh mesh(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Mesh.class::isInstance)
                .map(Mark.Mesh.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static int crosses(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Paths.class::isInstance)
                .mapToInt(mark -> ((Mark.Paths) mark).argb().length)
                .sum();
    }
}
