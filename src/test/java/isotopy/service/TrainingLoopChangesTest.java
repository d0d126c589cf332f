package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.flow.Folds;
import isotopy.snapshot.Activity;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a running loop makes of other experiments, of learning anew, and of ends.
class TrainingLoopChangesTest extends LoopPlayer {
    @Test
    void aChangedExperimentGoesOnFromTheFlowAndNotesTheStep() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(0.2);
        long edited = newest().step();
        var before = newest();
        var deeper =
                before.experiment().withNetwork(before.experiment().network().withDepth(6));
        obey(new Command.Change(deeper));
        assertThat(newest().control().depth()).isEqualTo(6);
        assertThat(newest().edits()).hasSize(1).allMatch(step -> step >= edited);
        assertThat(newest().activity()).isEqualTo(new Activity.Training());
        obey(new Command.Change(deeper.withTarget(Preset.ARCH)));
        assertThat(newest().edits()).as("one entry a step").hasSize(1);
        int published = this.published.size();
        obey(new Command.Change(newest().experiment()));
        assertThat(this.published).as("the same experiment is no change").hasSize(published);
        play(0.2);
        obey(new Command.Change(deeper));
        assertThat(newest().edits()).hasSize(2);
        assertThat(newest().history().size()).isGreaterThan(10);
    }

    @Test
    void anotherFamilyBeginsANewRun() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(0.2);
        var experiment = newest().experiment();
        obey(new Command.Change(experiment.withTarget(Preset.ARCH)));
        obey(new Command.Change(experiment.withNetwork(experiment.network().withFamily(ControlFamily.named("relu")))));
        assertThat(newest().step()).isZero();
        assertThat(newest().edits()).isEmpty();
        assertThat(newest().history()).isEqualTo(LossHistory.EMPTY);
        assertThat(isIdentity(newest())).isTrue();
        play(0.2);
        assertThat(newest().step()).isGreaterThan(50);
    }

    @Test
    void aNewTargetIsShownFromItsFirstSteps() {
        obey(new Command.Start());
        play(12);
        long step = newest().step();
        obey(new Command.Change(newest().experiment().withTarget(Preset.ARCH)));
        play(4);
        assertThat(newest().step() - step).isBetween(9L, 40L);
    }

    @Test
    void learningAnewRelaxesToTheIdentityFirst() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(1);
        obey(new Command.Pause());
        var trained = newest();
        int before = published.size();
        obey(new Command.Relearn());
        play(1.1);
        var relaxing = published.subList(before, published.size());
        assertThat(relaxing).hasSizeGreaterThan(20);
        requireAtMostSixtyASecond(before);
        double share = -1;
        double moved = Cases.distance(trained.flow().apply(PROBES), PROBES);
        for (var snapshot : relaxing) {
            assertThat(snapshot.activity()).isInstanceOf(Activity.Relaxing.class);
            assertThat(((Activity.Relaxing) snapshot.activity()).share()).isBetween(share, 1.0);
            share = ((Activity.Relaxing) snapshot.activity()).share();
            assertThat(snapshot.step()).isEqualTo(trained.step());
        }
        assertThat(loop.due(publishedAt.getLast() + MILLISECOND))
                .as("a nap until the next picture")
                .isFalse();
        assertThat(loop.due(publishedAt.getLast() + 25 * MILLISECOND)).isTrue();
        assertThat(Cases.distance(relaxing.getLast().flow().apply(PROBES), PROBES))
                .isLessThan(0.1 * moved);
        obey(new Command.Go(new Pace.PerSecond(10)));
        play(0.3);
        assertThat(newest().activity()).isEqualTo(new Activity.Training());
        assertThat(newest().step()).isBetween(0L, 5L);
        assertThat(newest().history().size()).isLessThan(10);
        play(2);
        assertThat(newest().step()).isBetween(15L, 30L);
    }

    @Test
    void whoPausesWhileItRelaxesHasTheTrainedFlowStill() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(0.5);
        obey(new Command.Pause());
        var trained = newest();
        obey(new Command.Relearn());
        play(0.6);
        obey(new Command.Pause());
        assertThat(newest().control()).isEqualTo(trained.control());
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
    }

    @Test
    void aChangeWhileItRelaxesIsConsistentAtOnce() {
        obey(new Command.Step());
        obey(new Command.Relearn());
        play(0.3);
        var experiment = newest().experiment();
        obey(new Command.Change(experiment.withNetwork(
                experiment.network().withFamily(ControlFamily.named("relu")).withDepth(7))));
        play(0.2);
        assertThat(newest().control().family())
                .isEqualTo(newest().experiment().network().family());
        assertThat(newest().control().depth()).isEqualTo(7);
        play(2);
        assertThat(newest().activity()).isEqualTo(new Activity.Training());
        assertThat(newest().control().depth()).isEqualTo(7);
    }

    @Test
    void itRestsWhereTheLossNoLongerFalls() {
        obey(new Command.Change(small(Preset.IDENTITY)));
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        playUntilHeld(10);
        assertThat(newest().activity()).isEqualTo(new Activity.Resting(1500));
        assertThat(newest().step()).isBetween(1500L, 1600L);
        obey(new Command.Change(small(Preset.SHEAR)));
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
    }

    @Test
    void theLossOfAnEarlierTargetIsNoReasonToRest() {
        obey(new Command.Change(small(Preset.IDENTITY)));
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(1);
        obey(new Command.Change(small(Preset.SWIRL)));
        play(1.8);
        assertThat(newest().step()).isGreaterThan(2500);
        assertThat(newest().activity())
                .as("it learns the swirl, from 0 to %s", newest().train())
                .isEqualTo(new Activity.Training());
    }

    @Test
    void aDivergenceStopsItAndNamesStepAndLayer() {
        var family = ControlFamily.named("relu");
        var experiment = small(Preset.SWIRL);
        experiment = experiment.withNetwork(experiment.network().withFamily(family));
        var layers = new ArrayList<>(Cases.control(family, 2, 4, 3, 0.1, 6).layers());
        var huge = layers.get(1).theta();
        java.util.Arrays.fill(huge, 1e200);
        layers.set(1, new Layer(huge, 1 / 3.0));
        obey(new Command.Load(experiment, new Control(family, 2, 4, layers), 12, LossHistory.EMPTY, List.of()));
        obey(new Command.Start());
        play(1);
        assertThat(newest().activity()).isEqualTo(new Activity.Diverged(12, 1));
        assertThat(newest().history()).as("what is not finite is not charted").isEqualTo(LossHistory.EMPTY);
        assertThat(loop.busy()).isFalse();
        var slower = experiment.withRecipe(experiment.recipe().withLearningRate(0.001));
        obey(new Command.Change(slower));
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
    }

    @Test
    void foldingLayersAreFoundWhileItTrainsAndNoneWithTheBijectiveSwitch() {
        var experiment = small(Preset.MIRROR);
        experiment = experiment.withNetwork(experiment.network().withWidth(8).withDepth(6));
        obey(new Command.Change(experiment));
        assertThat(newest().folds()).isEqualTo(Folds.NONE);
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(1);
        assertThat(newest().folds().layers()).isNotEmpty();
        obey(new Command.Change(experiment.withNetwork(experiment.network().withBijective(true))));
        assertThat(newest().folds()).isEqualTo(Folds.NONE);
    }
}
