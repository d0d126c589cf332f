package isotopy.service;

import isotopy.snapshot.Gauge;
import isotopy.train.Experiment;
import isotopy.train.Network;
import isotopy.train.Samples;
import isotopy.train.Trainer;

/// A gauge, and the examples and the network that it was found for.
record Gauged(Samples samples, Network network, Gauge gauge) {
    static Gauged of(Trainer trainer) {
        var experiment = trainer.experiment();
        return new Gauged(trainer.samples(), experiment.network(), Gauge.of(experiment, trainer.samples()));
    }

    /// Whether it is still the right one: a trainer that draws other examples has another object.
    @SuppressWarnings("ReferenceEquality") // a million points are not compared one by one at every publication
    boolean serves(Experiment next, Samples drawn) {
        return samples == drawn && network.equals(next.network());
    }
}
