package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.control.OneNeuron;
import isotopy.flow.Integrator;
import isotopy.target.Labels;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import java.util.Optional;

/// What goes together in an experiment, and how one that does not is mended. Plain functions.
final class Fitting {
    private Fitting() {}

    /// Why no such experiment can be trained, in one sentence.
    static Optional<String> obstacle(Experiment experiment) {
        return Experiment.obstacle(experiment);
    }

    /// Why layers of that family cannot take the place of the present ones.
    static Optional<String> dimension(Experiment experiment, ControlFamily family) {
        return family.unfit(experiment.stateDimension());
    }

    /// The experiment with layers of another family, under an integrator that goes with them.
    static Experiment with(Experiment experiment, ControlFamily family) {
        var network = experiment.network().withFamily(family);
        return experiment.withNetwork(
                network.withIntegrator(integrator(experiment.network().family(), family, network.integrator())));
    }

    /// The present one where it fits; layers of one neuron begin with their exact solution.
    private static Integrator integrator(ControlFamily before, ControlFamily after, Integrator present) {
        var exact = Optional.<Integrator>empty();
        for (var one : Integrator.values()) {
            exact = one.id().equals("exact") ? Optional.of(one) : exact;
        }
        boolean begins = after instanceof OneNeuron && !(before instanceof OneNeuron);
        if (begins && exact.isPresent() && exact.get().unfit(after).isEmpty()) {
            return exact.get();
        }
        // what was chosen for its closed form alone goes with it
        boolean leaves =
                before instanceof OneNeuron && !(after instanceof OneNeuron) && exact.equals(Optional.of(present));
        return leaves || present.unfit(after).isPresent() ? Integrator.EULER : present;
    }

    /// The experiment with another target, under a loss that goes with it.
    static Experiment with(Experiment experiment, TargetMap target) {
        var changed = experiment.withTarget(target);
        boolean classes = target instanceof Labels;
        boolean scores = experiment.recipe().loss() instanceof Loss.CrossEntropy;
        return classes == scores
                ? changed
                : changed.withRecipe(changed.recipe().withLoss(classes ? new Loss.CrossEntropy() : new Loss.Squared()));
    }

    /// What has changed beside the family, in one sentence.
    static Optional<String> note(Experiment before, Experiment after) {
        var was = before.network().integrator();
        var is = after.network().integrator();
        if (was == is) {
            return Optional.empty();
        }
        var title = after.network().family().title();
        return Optional.of(
                is.id().equals("exact")
                        ? "Layers of " + title + " can be solved exactly: the integrator is now exact."
                        : "The integrator " + was.id() + " does not go with " + title + " layers: it is now " + is.id()
                                + ".");
    }
}
