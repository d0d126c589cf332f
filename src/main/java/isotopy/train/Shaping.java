package isotopy.train;

import isotopy.control.Control;
import isotopy.control.Reshaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings controls to the shape that an experiment asks for.
final class Shaping {
    private Shaping() {}

    /// The changes, one after the other, from the control to the experiment's shape after `step` steps: first the
    /// extra coordinates, where they differ, then the read-out, then width, depth and horizon. There is always a
    /// last one.
    ///
    /// Throws: `NoSuchElementException` when the family cannot take up extra coordinates ([Experiment#unlike]).
    static List<Reshaping> of(Control control, Experiment to, Samples samples, long step) {
        var network = to.network();
        var domain = to.sampling().domain();
        var changes = new ArrayList<Reshaping>();
        if (control.augment() != network.augment()) {
            var random = to.random(Experiment.Purpose.READOUT, occasion(step, network));
            changes.add(Reshaping.augmented(control, network.augment(), domain, random)
                    .orElseThrow());
        }
        var now = changes.isEmpty() ? control : changes.getLast().control();
        if (now.readout().isPresent() != to.readsOff()) {
            changes.add(Reshaping.readOff(now, to.readsOff() ? to.readout(now, samples) : Optional.empty()));
        }
        changes.add(shape(changes.isEmpty() ? control : changes.getLast().control(), to, step));
        return changes;
    }

    /// The last change alone: width, depth and horizon.
    static Reshaping shape(Control control, Experiment to, long step) {
        var network = to.network();
        return Reshaping.of(
                control,
                network.width(),
                network.depth(),
                network.horizon(),
                to.sampling().domain(),
                to.random(Experiment.Purpose.GROWTH, occasion(step, network)));
    }

    /// One number for each step and shape: units that are added one by one while training is held must not be
    /// copies of each other.
    private static long occasion(long step, Network network) {
        return (step * 1024 + network.width()) * 1024 + network.depth();
    }
}
