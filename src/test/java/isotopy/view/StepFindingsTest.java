package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.ControlFamily;
import isotopy.figure.Theme;
import isotopy.flow.Folds;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Samples;
import isotopy.train.Sampling;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether a network is an equation, in numbers and in words.
class StepFindingsTest {
    private static final FlowSnapshot EULER = trained(Preset.SWIRL, Integrator.EULER, 8, 250);
    private static final FlowSnapshot RK4 = trained(Preset.SWIRL, Integrator.RK4, 8, 250);

    private static FlowSnapshot trained(Preset target, Integrator integrator, int depth, int steps) {
        var experiment = Experiment.standard(target)
                .withSampling(Sampling.STANDARD.withSamples(300))
                .withNetwork(Network.STANDARD.withDepth(depth).withIntegrator(integrator));
        var snapshot = Fx.trained(experiment, steps);
        var folds = Folds.of(snapshot.flow(), experiment.sampling().domain().lattice(21));
        return new FlowSnapshot(
                experiment,
                snapshot.control(),
                steps,
                snapshot.train(),
                snapshot.test(),
                snapshot.history(),
                folds,
                snapshot.edits(),
                snapshot.activity(),
                0);
    }

    @Test
    void theTrainedStepHasTheErrorOfTheNetworkAndFinerOnesComeToTheEquation() {
        var found = StepFindings.of(EULER);
        assertThat(found.curve())
                .extracting(StepFindings.Point::factor)
                .containsExactly(1.0 / 8, 1.0 / 4, 1.0 / 2, 1.0, 2.0, 4.0, 8.0);
        assertThat(found.curve().get(3).error()).isEqualTo(found.trained());
        var samples = Samples.draw(EULER.experiment());
        assertThat(found.trained())
                .isCloseTo(
                        Evaluation.of(EULER.flow(), samples.testX(), samples.testY())
                                        .mean()
                                / 2,
                        within(1e-12));
        double far = Math.abs(found.curve().get(2).error() - found.limit());
        double near = Math.abs(found.curve().get(0).error() - found.limit());
        assertThat(near).isLessThan(0.5 * far);
        assertThat(found.evaluations()).hasValue(8);
        assertThat(found.difference()).isGreaterThan(1e-3);
    }

    @Test
    void aNetworkWithFineStepsOfFourthOrderIsTheEquation() {
        var found = StepFindings.of(RK4);
        assertThat(found.equation()).isTrue();
        assertThat(found.evaluations()).hasValue(32);
        assertThat(found.difference()).isLessThan(1e-3);
        assertThat(StepWords.verdict(found)).startsWith("Yes: ");
        assertThat(StepWords.solver(found)).contains("32 evaluations of f per particle", "holds for the equation");
    }

    @ParameterizedTest
    @CsvSource({"hamiltonian,SYMPLECTIC,4", "one-neuron,EXACT,0", "relu,DOPRI5,0", "tanh,HEUN,7"})
    void everyIntegratorHasFindings(String family, Integrator integrator, int points) {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withSampling(Sampling.STANDARD.withSamples(100))
                .withNetwork(Network.STANDARD
                        .withDepth(8)
                        .withFamily(ControlFamily.named(family))
                        .withIntegrator(integrator));
        var found = StepFindings.of(Fx.trained(experiment, 5));
        assertThat(found.curve()).hasSize(points);
        assertThat(found.difference()).isLessThan(0.05);
        assertThat(StepWords.solver(found)).startsWith("Solver error");
    }

    @Test
    void aNeuronWithoutClosedFormIsSaidToBeSolvedNumerically() {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withSampling(Sampling.STANDARD.withSamples(40))
                .withNetwork(Network.STANDARD
                        .withDepth(2)
                        .withFamily(ControlFamily.named("one-neuron").withActivation(Activation.GELU))
                        .withIntegrator(Integrator.EXACT));
        assertThat(StepWords.solver(StepFindings.of(Fx.trained(experiment, 1))))
                .contains("no closed form: its scalar equation is solved to 1e-13");
    }

    @Test
    void aNetworkThatFoldsIsNoneAndItsFoldingLayersAreNamed() {
        var found = StepFindings.of(trained(Preset.MIRROR, Integrator.EULER, 6, 600));
        assertThat(found.folds().layers()).isNotEmpty();
        assertThat(found.equation()).isFalse();
        assertThat(StepWords.verdict(found))
                .startsWith("No: ")
                .contains("Layer")
                .endsWith("space, which no flow does.");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theCardIsFilledWhenItIsSeenAndNothingIsClipped(Theme theme) {
        var model = Fx.model(EULER);
        try {
            var panel = Fx.on(() -> {
                model.changeLook(look -> look.withTheme(theme));
                var made = new InsightPanel(model);
                made.setCompact(true);
                Panels.layOut(Panels.scene(made, theme, theme == Theme.PROJECTOR ? 380 : 312, 560));
                ((ToggleButton) made.lookup("#insight-tab-steps")).fire();
                return made;
            });
            Fx.await(model, () -> model.steps().foundProperty().get().isPresent());
            Fx.run(() -> {
                var words = ((Label) panel.lookup("#insight-steps-solver")).getText();
                assertThat(words).startsWith("Solver error").contains("8 evaluations of f per particle");
                assertThat(Panels.clipped(panel.getScene())).isEmpty();
                Fx.save(Panels.picture(panel.getScene()), "steps-" + theme.id());
            });
        } finally {
            Fx.run(model::close);
        }
    }
}
