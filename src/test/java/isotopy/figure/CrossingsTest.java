package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.flow.Folds;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.LinePreset;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Crosses in space-time, where paths of the line pass each other.
class CrossingsTest {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 600;

    private static FlowSnapshot flip(boolean bijective) {
        var standard = Experiment.standard(LinePreset.FLIP);
        var experiment = standard.withSampling(standard.sampling().withSamples(200))
                .withNetwork(standard.network().withDepth(8).withWidth(8).withBijective(bijective));
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 300; k++) {
                trainer.advance();
            }
            var folds = Folds.of(
                    experiment.flow(trainer.control()),
                    Folds.probes(
                            experiment.sampling().domain(), trainer.samples().trainX()));
            return Scenes.snapshot(experiment, trainer.control(), 300, folds);
        }
    }

    /// The crosses that are drawn of a scene: middles on the page.
    private static List<float[]> crosses(Scene scene, Look look) {
        int alarm = Palette.of(look.theme()).alarm();
        return Illustrator.at(scene, 1, look, WIDTH, HEIGHT).marks().stream()
                .filter(Mark.Paths.class::isInstance)
                .map(Mark.Paths.class::cast)
                .filter(mark -> Arrays.stream(mark.argb()).anyMatch(argb -> argb == alarm))
                .flatMap(mark -> IntStream.range(0, mark.xy().length / 8).mapToObj(k -> new float[] {
                    (mark.xy()[8 * k] + mark.xy()[8 * k + 2]) / 2, (mark.xy()[8 * k + 1] + mark.xy()[8 * k + 3]) / 2
                }))
                .toList();
    }

    private static Look look(FlowSnapshot snapshot) {
        return Look.standard(snapshot.experiment().sampling().domain()).withOverlays(EnumSet.of(Overlay.FOLDS));
    }

    @Test
    void aNetworkThatFoldsHasCrossesInItsFoldingLayersWhereNeighboursSwap() {
        var snapshot = flip(false);
        assertThat(snapshot.folds().layers()).isNotEmpty();
        var look = look(snapshot);
        var scene = Scene.of(snapshot, look);
        var layout = LineLayout.of(LinePreset.FLIP, LinePreset.FLIP.home(), WIDTH, HEIGHT, false);
        var crosses = crosses(scene, look);
        assertThat(crosses).isNotEmpty();
        var paths = scene.particles();
        for (var cross : crosses) {
            double t = layout.share(cross[0]) * paths.horizon();
            assertThat(snapshot.folds().contains(snapshot.control().layerAt(t))).isTrue();
            assertThat(IntStream.range(0, paths.size() - 1)).anySatisfy(k -> {
                int piece = paths.piece(t);
                double before = paths.at(piece, 0, k + 1) - paths.at(piece, 0, k);
                double after = paths.at(piece + 1, 0, k + 1) - paths.at(piece + 1, 0, k);
                assertThat(before * after).isNegative();
                for (int one : new int[] {k, k + 1}) {
                    assertThat(layout.timeY(paths.at(t, 0, one))).isCloseTo(cross[1], within(0.05));
                }
            });
        }
    }

    @Test
    void aBijectiveNetworkHasNone() {
        var snapshot = flip(true);
        assertThat(snapshot.folds()).isEqualTo(Folds.NONE);
        var look = look(snapshot);
        var scene = Scene.of(snapshot, look);
        assertThat(crosses(scene, look)).isEmpty();
        var paths = scene.particles();
        for (int s = 0; s < paths.samples(); s++) {
            for (int k = 0; k + 1 < paths.size(); k++) {
                assertThat(paths.at(s, 0, k)).isLessThan(paths.at(s, 0, k + 1));
            }
        }
    }
}
