package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Cases;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.flow.Folds;
import isotopy.math.Points;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The trainer's turns, played with a clock of our own: every look at it takes a millisecond, and nothing sleeps.
class TrainingLoopTest {
    private static final long MILLISECOND = 1_000_000;
    private static final Points PROBES = Cases.points(2, 50, 1);

    private final List<FlowSnapshot> published = new ArrayList<>();
    private final List<Long> publishedAt = new ArrayList<>();
    private long now = 5_000 * MILLISECOND;
    private final TrainingLoop loop = new TrainingLoop(small(Preset.SWIRL), 1, this::note);

    private static Experiment small(Preset target) {
        var experiment = Experiment.standard(target);
        return experiment
                .withNetwork(experiment.network().withWidth(4).withDepth(3))
                .withSampling(experiment.sampling().withSamples(100));
    }

    private void note(FlowSnapshot snapshot) {
        published.add(snapshot);
        publishedAt.add(now);
    }

    private FlowSnapshot newest() {
        return published.getLast();
    }

    private long tick() {
        now += MILLISECOND;
        return now;
    }

    private void obey(Command command) {
        loop.obey(command, now);
    }

    /// Plays as the trainer's thread would: turns while something is due, naps of four milliseconds where nothing
    /// is.
    private void play(double seconds) {
        long end = now + Math.round(seconds * 1e9);
        while (now < end) {
            if (!loop.busy()) {
                now = end;
            } else if (!loop.due(now)) {
                now += 4 * MILLISECOND;
            }
            loop.turn(this::tick);
        }
    }

    private void playUntilHeld(double atMostSeconds) {
        long end = now + Math.round(atMostSeconds * 1e9);
        while (loop.busy() && now < end) {
            play(0.1);
        }
        assertThat(loop.busy())
                .as("still busy after %s seconds: %s", atMostSeconds, newest().activity())
                .isFalse();
    }

    private static boolean isIdentity(FlowSnapshot snapshot) {
        return snapshot.flow().apply(PROBES).equals(PROBES);
    }

    private void requireAtMostSixtyASecond(int first) {
        for (int k = first + 1; k < published.size(); k++) {
            assertThat(publishedAt.get(k) - publishedAt.get(k - 1))
                    .as("nanoseconds before snapshot %d", k)
                    .isGreaterThan(16_000_000);
        }
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void itWaitsUntilItIsToldToStart() {
        obey(new Command.Pause());
        play(1);
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
        assertThat(newest().step()).isZero();
        assertThat(isIdentity(newest())).isTrue();
        assertThat(newest().speed()).isZero();
    }

    @Test
    void showTakesFourSecondsForEveryDecadeOfSteps() {
        obey(new Command.Start());
        play(4);
        assertThat(newest().step()).isBetween(9L, 11L);
        play(4);
        assertThat(newest().step()).isBetween(97L, 103L);
        play(4);
        assertThat(newest().step()).isBetween(980L, 1030L);
        assertThat(newest().activity()).isEqualTo(new Activity.Training());
    }

    @Test
    void aChosenPaceIsKept() {
        obey(new Command.Go(new Pace.PerSecond(60)));
        obey(new Command.Start());
        play(3);
        assertThat(newest().step()).isBetween(175L, 185L);
        assertThat(newest().speed()).isBetween(50.0, 70.0);
    }

    @Test
    void atFullSpeedItTakesAStepAtEveryChanceAndPublishesAtMostSixtyTimesASecond() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        int before = published.size();
        play(2);
        assertThat(newest().step()).isGreaterThan(1800);
        assertThat(published.size() - before).isGreaterThan(60);
        requireAtMostSixtyASecond(before);
        for (int k = 1; k < published.size(); k++) {
            assertThat(published.get(k).step())
                    .isGreaterThanOrEqualTo(published.get(k - 1).step());
        }
        assertThat(newest().history().size()).isGreaterThan(100);
        assertThat(newest().train().meanSquare())
                .isLessThan(0.5 * published.getFirst().train().meanSquare());
    }

    @Test
    void aPauseHoldsTheStepAndTheNextStartGoesOnAtThePaceWhereItWas() {
        obey(new Command.Start());
        play(8);
        obey(new Command.Pause());
        long held = newest().step();
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
        play(60);
        assertThat(newest().step()).isEqualTo(held);
        obey(new Command.Start());
        play(4);
        assertThat(newest().step()).as("the third decade of steps").isBetween(900L, 1100L);
    }

    @Test
    void oneStepIsOneStep() {
        obey(new Command.Step());
        assertThat(newest().step()).isEqualTo(1);
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
        obey(new Command.Start());
        play(2);
        long step = newest().step();
        obey(new Command.Step());
        assertThat(newest().step()).isBetween(step + 1, step + 2);
        play(1);
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
    }

    @Test
    void everySnapshotIsMeasuredWithItsOwnControl() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(0.3);
        var snapshot = newest();
        var samples = isotopy.train.Samples.draw(snapshot.experiment());
        assertThat(isotopy.train.Evaluation.of(snapshot.flow(), samples.testX(), samples.testY()))
                .isEqualTo(snapshot.test());
        assertThat(isotopy.train.Evaluation.of(snapshot.flow(), samples.trainX(), samples.trainY()))
                .isEqualTo(snapshot.train());
    }

    @Test
    void itTrainsAsATrainerDoes() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(0.5);
        obey(new Command.Pause());
        try (var trainer = new Trainer(small(Preset.SWIRL), 1)) {
            for (long k = 0; k < newest().step(); k++) {
                trainer.advance();
            }
            assertThat(newest().control()).isEqualTo(trainer.control());
        }
    }

    @Test
    void aLoadedFlowTakesThePlaceOfThePresentOneAndHolds() {
        var experiment = small(Preset.SHEAR);
        var control = Cases.control(experiment.network().family(), 2, 4, 3, 1, 5);
        var history = LossHistory.of(new long[] {0, 40}, new double[] {1, 0.5}, new double[] {2, 1});
        obey(new Command.Start());
        play(5);
        obey(new Command.Load(experiment, control, 40, history, List.of(7L, 9L)));
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
        assertThat(newest().control().theta()).containsExactly(control.theta());
        assertThat(newest().experiment()).isEqualTo(experiment);
        assertThat(newest().step()).isEqualTo(40);
        assertThat(newest().history()).isEqualTo(history);
        assertThat(newest().edits()).containsExactly(7L, 9L);
        play(5);
        assertThat(newest().step()).isEqualTo(40);
        obey(new Command.Start());
        play(4);
        assertThat(newest().step()).as("a decade of steps after the start").isBetween(49L, 51L);
    }

    @Test
    void aFlowThatCannotBeLoadedLeavesThePresentOneInOrder() {
        var other = small(Preset.SWIRL);
        var control = Cases.control(ControlFamily.named("relu"), 2, 4, 3, 1, 5);
        obey(new Command.Step());
        assertThatThrownBy(() -> obey(new Command.Load(other, control, 0, LossHistory.EMPTY, List.of())))
                .hasMessageContaining("family relu");
        loop.fail("It did not fit.", now);
        assertThat(newest().activity()).isEqualTo(new Activity.Failed("It did not fit."));
        assertThat(newest().step()).isEqualTo(1);
        obey(new Command.Step());
        assertThat(newest().step()).isEqualTo(2);
    }

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

    @Test
    void timeMayBeNegative() {
        now = -9_000_000_000_000_000L;
        obey(new Command.Start());
        play(4);
        assertThat(newest().step()).isBetween(9L, 11L);
        assertThat(newest().speed()).isBetween(0.5, 10.0);
    }
}
