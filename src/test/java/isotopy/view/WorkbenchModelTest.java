package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.ControlFamily;
import isotopy.figure.Look;
import isotopy.flow.Integrator;
import isotopy.service.Pace;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What can be done in the window, without a window, with the real trainer behind it.
class WorkbenchModelTest {
    private WorkbenchModel model;

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.run(model::close);
    }

    @Test
    void aDivergenceThatHappensAgainIsToldAgain() {
        var calm = Experiment.standard(Preset.SWIRL);
        // Euler's state after one step of size 10 is far beyond what squares can hold
        var wild = calm.withNetwork(
                        calm.network().withFamily(ControlFamily.named("relu")).withHorizon(100))
                .withRecipe(calm.recipe().withLearningRate(10));
        open(Fx.trained(calm, 0));
        Fx.run(() -> model.edit("Go wild", now -> wild));
        Fx.run(() -> model.setPace(new Pace.Max()));
        for (int k = 0; k < 2; k++) {
            Fx.run(model::train);
            await(now -> now.activity() instanceof Activity.Diverged);
            assertThat(Fx.on(() -> model.noticeProperty().get()))
                    .as("notice %d", k)
                    .hasValueSatisfying(notice -> assertThat(notice.text()).contains("no longer a finite number"));
        }
    }

    @Test
    void theOpeningSceneIsOneAgainAfterUndo() {
        var trained = Fx.trained(Experiment.standard(Preset.SWIRL), 20);
        model = Fx.on(() ->
                Fx.model(trained, Look.standard(trained.experiment().sampling().domain()), true));
        Fx.run(model::train);
        assertThat(Fx.on(() -> model.opening())).isFalse();
        Fx.run(model::undo);
        assertThat(Fx.on(() -> model.opening())).isTrue();
        Fx.run(model::redo);
        assertThat(Fx.on(() -> model.opening())).isFalse();
    }

    @Test
    void aRestartThatIsPausedAtOnceLeavesNothingToUndo() {
        open(Fx.trained(Experiment.standard(Preset.SWIRL), 20));
        var trained = Fx.on(() -> model.snapshotProperty().get());
        Fx.run(() -> {
            model.restart();
            TrainControls.toggle(model);
        });
        Fx.await(model, () -> model.activityProperty().get() instanceof Activity.Waiting);
        assertThat(Fx.on(() -> model.snapshotProperty().get().control())).isEqualTo(trained.control());
        assertThat(Fx.on(() -> model.undoLabelProperty().get())).isEmpty();
    }

    @Test
    void undoBringsBackLayersThatAnotherSchemeHadScaledBack() {
        var standard = Experiment.standard(Preset.SWIRL);
        var strict = standard.withNetwork(standard.network().withBijective(true).withDepth(2));
        var start = Fx.trained(strict, 200);
        open(start);
        Fx.run(() -> model.edit(
                "Another scheme", now -> now.withNetwork(now.network().withIntegrator(Integrator.RK4))));
        await(now -> !now.control().equals(start.control()));
        Fx.run(model::undo);
        await(now -> now.control().equals(start.control()));
    }

    private void open(FlowSnapshot start) {
        model = Fx.on(() ->
                Fx.model(start, Look.standard(start.experiment().sampling().domain()), false));
    }

    private void await(Predicate<FlowSnapshot> wanted) {
        Fx.await(
                model,
                () -> wanted.test(model.snapshotProperty().get())
                        && model.activityProperty()
                                .get()
                                .equals(model.snapshotProperty().get().activity()));
    }

    @Test
    void aSliderThatOvershootsAndComesBackLosesNothing() {
        open(Fx.trained(Experiment.standard(Preset.SWIRL), 30));
        var trained = Fx.on(() -> model.snapshotProperty().get());
        int depth = trained.control().depth();
        var gesture = new Object();
        for (int stop : new int[] {depth + 4, depth + 9, 3, depth + 1, depth}) {
            Fx.run(() -> model.edit(
                    "Depth", gesture, now -> now.withNetwork(now.network().withDepth(stop))));
            Fx.await(model, () -> model.snapshotProperty().get().control().depth() == stop);
        }
        Fx.await(model, () -> model.snapshotProperty().get().control().equals(trained.control()));
        Fx.run(model::undo);
        Fx.await(model, () -> model.undoLabelProperty().get().isEmpty());
    }

    @Test
    void pinsAreWorthSaving() {
        open(Fx.trained(Experiment.standard(Preset.SWIRL), 0));
        Fx.run(model::saved);
        Fx.await(model, () -> !model.unsavedProperty().get());
        Fx.run(() -> model.changeLook(look -> look.withPins(List.of(new Look.Pin(0.1, 0.2)))));
        assertThat(Fx.on(() -> model.unsavedProperty().get())).isTrue();
    }
}
