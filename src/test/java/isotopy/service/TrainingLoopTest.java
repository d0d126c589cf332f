package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Cases;
import isotopy.control.ControlFamily;
import isotopy.snapshot.Activity;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.LossHistory;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Penalties;
import isotopy.train.Trainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The trainer's turns: paces, pauses, single steps, loaded flows.
class TrainingLoopTest extends LoopPlayer {
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
    void onTheLineARunThatCrossesItsFloorIsPublishedWithItsFoldingLayers() {
        var experiment = Experiment.standard(LinePreset.FLIP);
        var network = experiment.network().withDepth(10);
        obey(new Command.Change(experiment
                .withNetwork(network)
                .withSampling(experiment.sampling().withSamples(300))));
        double floor = newest().floor().orElseThrow().meanSquare();
        assertThat(floor).isGreaterThan(0.3);
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(2);
        obey(new Command.Pause());
        var crossed = newest();
        assertThat(crossed.train().meanSquare()).isLessThan(0.1 * floor);
        assertThat(crossed.floor().orElseThrow().meanSquare()).isEqualTo(floor);
        assertThat(crossed.folds().layers()).isNotEmpty();
        assertThat(crossed.folds().layers().getFirst().where().dimension()).isEqualTo(1);
    }

    @Test
    void theFloorFollowsTheExperiment() {
        assertThat(newestFloorOf(Experiment.standard(LinePreset.FLIP))).isGreaterThan(0.3);
        var terminal = Experiment.standard(LinePreset.FLIP);
        assertThat(newestFloorOf(terminal.withNetwork(terminal.network().withTerminal(true))))
                .isZero();
        assertThat(newestFloorOf(terminal.withSampling(terminal.sampling().withSamples(50))))
                .isGreaterThan(0.2);
        obey(new Command.Change(terminal.withNetwork(terminal.network().withAugment(1))));
        assertThat(newest().floor()).isEmpty();
    }

    private double newestFloorOf(Experiment experiment) {
        obey(new Command.Change(experiment));
        var samples = isotopy.train.Samples.draw(experiment);
        assertThat(newest().floor()).isEqualTo(experiment.floor(samples));
        return newest().floor().orElseThrow().meanSquare();
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
    void everyEarlierFlowCanBeSeenAgainAndGoesAlongWithALoadedMoment() {
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(0.5);
        obey(new Command.Pause());
        var moment = newest();
        var kept = moment.checkpoints();
        assertThat(kept.get(0).step()).isZero();
        assertThat(kept.get(0).control()).isEqualTo(moment.experiment().start());
        assertThat(kept.get(kept.size() - 1).step()).isEqualTo(moment.step());
        assertThat(kept.get(kept.size() - 1).control()).isEqualTo(moment.control());
        int middle = kept.size() / 2;
        try (var trainer = new Trainer(small(Preset.SWIRL), 1)) {
            for (long k = 0; k < kept.get(middle).step(); k++) {
                trainer.advance();
            }
            assertThat(kept.get(middle).control()).isEqualTo(trainer.control());
        }
        obey(new Command.Relearn());
        play(3);
        obey(new Command.Load(
                moment.experiment(),
                kept.get(middle).control(),
                kept.get(middle).step(),
                moment.history(),
                List.of(),
                new Checkpoints(kept.kept().subList(0, middle + 1))));
        assertThat(newest().checkpoints().kept()).isEqualTo(kept.kept().subList(0, middle + 1));
        obey(Command.Load.of(moment));
        assertThat(newest().checkpoints()).isEqualTo(kept);
    }

    @Test
    void anImpossibleExperimentIsToldAndTheFlowStaysUntilItIsPossibleAgain() {
        obey(new Command.Step());
        var before = newest();
        var entropy =
                before.experiment().withRecipe(before.experiment().recipe().withLoss(new Loss.CrossEntropy()));
        obey(new Command.Change(entropy));
        assertThat(newest().activity())
                .isEqualTo(new Activity.Failed(Experiment.obstacle(entropy).orElseThrow()));
        assertThat(newest().control()).isEqualTo(before.control());
        obey(new Command.Change(before.experiment().withSeed(9)));
        assertThat(newest().activity()).isEqualTo(new Activity.Waiting());
    }

    @Test
    void aRunThatGoesOnAfterVeryManyStepsIsNotTakenToRestWhileItLearns() {
        var experiment = small(Preset.SWIRL);
        obey(new Command.Load(experiment, experiment.start(), 15_000_000, LossHistory.EMPTY, List.of()));
        double before = newest().train().meanSquare();
        obey(new Command.Go(new Pace.Max()));
        obey(new Command.Start());
        play(2.5);
        assertThat(newest().activity()).isEqualTo(new Activity.Training());
        assertThat(newest().step()).isGreaterThan(15_002_000);
        assertThat(newest().train().meanSquare()).isLessThan(0.5 * before);
        assertThat(newest().history().size()).as("kept as rarely as ever").isEqualTo(1);
    }

    @Test
    void theCostsOfTheLastStepArePublished() {
        var experiment = small(Preset.SWIRL);
        obey(new Command.Change(
                experiment.withRecipe(experiment.recipe().withPenalties(Penalties.NONE.withKinetic(0.01)))));
        obey(new Command.Step());
        obey(new Command.Step());
        assertThat(newest().costs().loss()).isPositive();
        assertThat(newest().costs().kinetic()).isPositive();
        assertThat(newest().costs().jacobian()).isZero();
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
    void timeMayBeNegative() {
        now = -9_000_000_000_000_000L;
        obey(new Command.Start());
        play(4);
        assertThat(newest().step()).isBetween(9L, 11L);
        assertThat(newest().speed()).isBetween(0.5, 10.0);
    }
}
