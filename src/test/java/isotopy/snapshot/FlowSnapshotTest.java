package isotopy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.flow.Folds;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.FunctionPreset;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.train.Costs;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowSnapshotTest {
    private static FlowSnapshot of(Experiment experiment) {
        return new FlowSnapshot(
                experiment,
                experiment.start(),
                7,
                new Evaluation(1, 0.4, 2),
                new Evaluation(3, 0.6, 4),
                LossHistory.EMPTY,
                Folds.NONE,
                List.of(3L),
                new Activity.Training(),
                50);
    }

    private static FlowSnapshot of(Experiment experiment, Gauge gauge) {
        return new FlowSnapshot(
                experiment,
                experiment.start(),
                7,
                new Evaluation(1, 0.4, 2),
                new Evaluation(3, 0.6, 4),
                LossHistory.EMPTY,
                Checkpoints.EMPTY,
                Costs.NONE,
                Folds.NONE,
                List.of(),
                new Activity.Waiting(),
                0,
                gauge);
    }

    @Test
    void theMissIsAShareOfTheSideMeasuredOnTheTestPoints() {
        var experiment = Experiment.standard(Preset.SWIRL);
        assertThat(of(experiment).miss()).isCloseTo(0.3, within(1e-15));
        var wide = experiment.withSampling(experiment.sampling().withDomain(new Box(0, 10)));
        assertThat(of(wide).miss()).isCloseTo(0.06, within(1e-15));
    }

    @Test
    void whereNoTestPointIsKeptTheTrainingPointsTell() {
        var experiment = Experiment.standard(Preset.SWIRL);
        assertThat(of(experiment.withSampling(experiment.sampling().withTestFraction(0)))
                        .miss())
                .isCloseTo(0.2, within(1e-15));
        // a fifth of two pairs is none
        var x = Points.of(new double[] {0, 1}, new double[] {0, 1});
        assertThat(of(experiment.withTarget(new Correspondence("two", x, x))).miss())
                .isCloseTo(0.2, within(1e-15));
    }

    @Test
    void theMissOfAFunctionIsAShareOfTheRangeOfItsValues() {
        var experiment = Experiment.standard(FunctionPreset.named("product"));
        var gauge = Gauge.of(experiment, Samples.draw(experiment));
        assertThat(gauge.extent()).isCloseTo(2, within(0.1)); // x₁x₂ is −1 … 1
        assertThat(gauge.floor()).isEmpty();
        assertThat(of(experiment, gauge).miss()).isCloseTo(0.6 / gauge.extent(), within(1e-15));
        var x = Points.of(new double[] {0, 1, 2}, new double[3]);
        var constant = new Correspondence("constant", x, Points.of(new double[] {4, 4, 4}));
        var flat = Experiment.standard(constant);
        assertThat(Gauge.of(flat, Samples.draw(flat)).extent()).isEqualTo(2);
    }

    @Test
    void theFloorIsThatOfTheTrainingPoints() {
        var experiment = Experiment.standard(LinePreset.FLIP);
        var samples = Samples.draw(experiment);
        var snapshot = of(experiment, Gauge.of(experiment, samples));
        assertThat(snapshot.floor()).isEqualTo(experiment.floor(samples)).isPresent();
        assertThat(snapshot.miss()).isCloseTo(0.3, within(1e-15));
        assertThat(of(experiment).floor()).isEmpty();
        assertThatThrownBy(() -> new Gauge(0, Optional.empty())).hasMessageContaining("positive");
    }

    @Test
    void theEditsAreItsOwn() {
        var edits = new ArrayList<>(List.of(1L));
        var experiment = Experiment.standard(Preset.SWIRL);
        var zero = new Evaluation(0, 0, 0);
        var snapshot = new FlowSnapshot(
                experiment,
                experiment.start(),
                0,
                zero,
                zero,
                LossHistory.EMPTY,
                Folds.NONE,
                edits,
                new Activity.Waiting(),
                0);
        edits.add(2L);
        assertThat(snapshot.edits()).containsExactly(1L);
        assertThat(snapshot.flow()).isEqualTo(experiment.flow(experiment.start()));
    }
}
