package isotopy.train;

import isotopy.control.Affine;
import isotopy.control.Coordinatewise;
import isotopy.target.Labels;
import isotopy.theory.Floor;
import java.util.Optional;

/// Which floor holds for the flows of an experiment, on its training points.
///
/// Known are those of linear layers, of coordinatewise layers, and of all flows of the line. With an extra coordinate
/// flows go round, and nothing is known of the others.
final class Floors {
    private Floors() {}

    static Optional<Floor> of(Experiment experiment, Samples samples) {
        if (experiment.target() instanceof Labels) {
            return Optional.empty();
        }
        var x = samples.trainX();
        var y = samples.trainY();
        if (!x.finite() || !y.finite()) {
            return Optional.empty(); // a formula without a value somewhere; training says so
        }
        boolean readsOff = experiment.readsOff();
        var family = experiment.network().family();
        if (family instanceof Affine) {
            return Optional.of(Floor.ofAffine(x, y, !readsOff));
        }
        if (family instanceof Coordinatewise && !readsOff) {
            return Optional.of(Floor.ofCoordinates(x, y));
        }
        if (experiment.stateDimension() > 1) {
            return Optional.empty();
        }
        return Optional.of(readsOff ? Floor.ofMonotone(x.row(0), y.row(0)) : Floor.ofLine(x.row(0), y.row(0)));
    }
}
