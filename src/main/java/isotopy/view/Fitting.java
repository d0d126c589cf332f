package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Recipe;
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

    /// The experiment with layers of another family, under an integrator that goes with them: layers that have
    /// one of their own begin with it, and what was chosen for the old ones alone goes with them.
    static Experiment with(Experiment experiment, ControlFamily family) {
        var network = experiment.network();
        var own = Integrator.standard(family);
        boolean begins = !own.equals(Integrator.standard(network.family()));
        boolean fits = network.integrator().suits(family);
        var integrator = fits && !(begins && own != Integrator.EULER) ? network.integrator() : own;
        return experiment.withNetwork(network.withFamily(family).withIntegrator(integrator));
    }

    /// The experiment with another target: over the home of the target where it has another, with layers that suit
    /// its space, and under a loss that goes with it. Another kind of problem begins without what was added for the
    /// last one: extra coordinates and an affine map at the end.
    static Experiment with(Experiment experiment, TargetMap target) {
        var present = experiment.target();
        boolean moves = present.kind() != target.kind() || !present.home().equals(target.home());
        var changed = experiment.withTarget(target);
        if (present.kind() != target.kind()) {
            changed = changed.withNetwork(changed.network().withAugment(0).withTerminal(false));
        }
        if (moves) {
            changed = changed.withSampling(changed.sampling().withDomain(target.home()));
        }
        if (dimension(changed, changed.network().family()).isPresent()) {
            changed = with(changed, Families.usual().getFirst());
        }
        boolean classes = target instanceof Labels;
        boolean scores = experiment.recipe().loss() instanceof Loss.CrossEntropy;
        var recipe = tamed(changed.recipe(), present.kind(), target.kind());
        return changed.withRecipe(
                classes == scores ? recipe : recipe.withLoss(classes ? new Loss.CrossEntropy() : new Loss.Squared()));
    }

    /// The recipe with a little kinetic energy where nobody says where points should end: without any, flows that
    /// tell classes apart or read a value off carry them out of sight. What the user chose instead stays.
    private static Recipe tamed(Recipe recipe, Kind before, Kind after) {
        var penalties = recipe.penalties();
        return before == after || penalties.kinetic() != kinetic(before)
                ? recipe
                : recipe.withPenalties(penalties.withKinetic(kinetic(after)));
    }

    private static double kinetic(Kind kind) {
        return switch (kind) {
            case LINE, PLANE -> 0;
            case LABELS -> 0.01;
            case FUNCTION -> 0.001;
        };
    }

    /// Whether a flow for the one says nothing of the other: points have other coordinates, or the network says
    /// something else of them.
    static boolean anotherSpace(Experiment before, Experiment after) {
        var was = before.target();
        var is = after.target();
        return was.dimension() != is.dimension()
                || was.outputs() != is.outputs()
                || was instanceof Labels != is instanceof Labels;
    }

    /// What has changed beside the family, in one sentence.
    static Optional<String> note(Experiment before, Experiment after) {
        var family = after.network().family();
        if (dimension(after, before.network().family()).isPresent()
                && !family.equals(before.network().family())) {
            return Optional.of(
                    "Layers of the family " + before.network().family().title()
                            + " do not suit states with " + after.stateDimension()
                            + (after.stateDimension() == 1 ? " coordinate" : " coordinates") + ": they are now "
                            + family.title()
                            + " layers.");
        }
        var was = before.network().integrator();
        var is = after.network().integrator();
        if (was == is) {
            return Optional.empty();
        }
        var title = after.network().family().title();
        return Optional.of(
                was.suits(after.network().family())
                        ? "Layers of the family " + title + " have an integrator of their own: it is now " + is.id()
                                + ", " + is.title() + "."
                        : "The integrator " + was.id() + " does not go with " + title + " layers: it is now " + is.id()
                                + ".");
    }
}
