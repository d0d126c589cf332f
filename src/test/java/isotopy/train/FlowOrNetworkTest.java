package isotopy.train;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.flow.Folds;
import isotopy.flow.Integrator;
import isotopy.math.Box;
import isotopy.target.Preset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A residual network is not always a flow: what folding lets a network learn, and that the bijective switch forbids
/// it.
class FlowOrNetworkTest {
    private static Trainer onMirror(Integrator tableau, boolean bijective) {
        var experiment = Experiment.standard(Preset.MIRROR);
        var network = experiment
                .network()
                .withDepth(8)
                .withWidth(8)
                .withIntegrator(tableau)
                .withBijective(bijective);
        return new Trainer(
                experiment
                        .withNetwork(network)
                        .withSampling(experiment.sampling().withSamples(400)),
                1);
    }

    private static Folds folds(Trainer trainer) {
        var probes = Box.UNIT.lattice(31).followedBy(trainer.samples().trainX());
        return Folds.of(trainer.experiment().flow(trainer.control()), probes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"EULER", "MIDPOINT", "HEUN", "RK4", "DOPRI5"})
    void aBijectiveNetworkNeverFoldsThoughItsTargetDoes(Integrator tableau) {
        try (var trainer = onMirror(tableau, true)) {
            for (int k = 0; k <= 400; k++) {
                if (k % 50 == 0) {
                    var flow = trainer.experiment().flow(trainer.control());
                    assertThat(folds(trainer).layers())
                            .as("%s after %d steps", tableau, k)
                            .isEmpty();
                    assertThat(Arrays.stream(flow.determinant(
                                    Box.UNIT.lattice(31), flow.control().horizon())))
                            .as("determinants of %s after %d steps", tableau, k)
                            .allMatch(det -> det > 0);
                }
                assertThat(trainer.advance()).isEmpty();
            }
        }
    }

    @Test
    void anUnrestrictedNetworkCrossesWhatABijectiveOneReachesAndHasFoldingLayersToShowForIt() {
        try (var free = onMirror(Integrator.EULER, false);
                var flow = onMirror(Integrator.EULER, true)) {
            for (int k = 0; k < 400; k++) {
                free.advance();
                flow.advance();
            }
            assertThat(flow.trainEvaluation().meanSquare()).isBetween(0.2, 0.4);
            assertThat(free.trainEvaluation().meanSquare()).isLessThan(0.01);
            var folds = folds(free);
            assertThat(folds.layers()).isNotEmpty();
            assertThat(folds.layers())
                    .allSatisfy(fold -> assertThat(fold.determinant()).isLessThanOrEqualTo(0));
        }
    }

    @Test
    void aBijectiveNetworkStillLearnsWhatAFlowCan() {
        var experiment = Experiment.standard(Preset.SHEAR);
        experiment = experiment.withNetwork(experiment.network().withBijective(true));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 300; k++) {
                trainer.advance();
            }
            assertThat(trainer.testEvaluation().meanSquare()).isLessThan(1e-3);
            assertThat(folds(trainer)).isEqualTo(Folds.NONE);
        }
    }
}
