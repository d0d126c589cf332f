package isotopy.view;

import isotopy.train.Experiment;
import java.util.Optional;

/// What goes together in an experiment, and how one that does not is mended. Plain functions.
final class Fitting {
    private Fitting() {}

    /// Why no such experiment can be trained, in one sentence.
    static Optional<String> obstacle(Experiment experiment) {
        var network = experiment.network();
        var family = network.family();
        return family.unfit(experiment.target().dimension() + network.augment())
                .or(() -> network.integrator().unfit(family));
    }
}
