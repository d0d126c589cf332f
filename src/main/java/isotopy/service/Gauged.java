package isotopy.service;

import isotopy.control.ControlFamily;
import isotopy.snapshot.Gauge;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import isotopy.train.Trainer;

/// A gauge, and the examples and the network that it was found for: of that only the family and what is read off count,
/// so that it is kept while width and depth are changed.
record Gauged(Samples samples, ControlFamily family, int augment, boolean readsOff, Gauge gauge) {
    static Gauged of(Trainer trainer) {
        var experiment = trainer.experiment();
        return new Gauged(
                trainer.samples(),
                experiment.network().family(),
                experiment.network().augment(),
                experiment.readsOff(),
                Gauge.of(experiment, trainer.samples()));
    }

    /// Whether it is still the right one: a trainer that draws other examples has another object.
    @SuppressWarnings("ReferenceEquality") // a million points are not compared one by one at every publication
    boolean serves(Experiment next, Samples drawn) {
        return samples == drawn
                && family.equals(next.network().family())
                && augment == next.network().augment()
                && readsOff == next.readsOff();
    }
}
