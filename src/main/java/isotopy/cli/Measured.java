package isotopy.cli;

import isotopy.flow.SolverReport;
import isotopy.snapshot.FlowSnapshot;
import isotopy.theory.Floor;
import isotopy.train.Evaluation;
import java.util.Optional;

/// What a run came to, in the user's units, also where the points were brought to the unit box.
///
/// @param snapshot the same in the units of the network
/// @param test empty where no point is kept for the test
/// @param floor what no flow goes below on the training points, where it is known
record Measured(
        FlowSnapshot snapshot,
        Evaluation train,
        Optional<Evaluation> test,
        Optional<Floor> floor,
        SolverReport solver) {
    static Measured of(FlowSnapshot snapshot, SolverReport solver, boolean tested) {
        var experiment = snapshot.experiment();
        double unit = experiment.unit();
        return new Measured(
                snapshot,
                snapshot.train().times(unit),
                tested ? Optional.of(snapshot.test().times(unit)) : Optional.empty(),
                snapshot.floor().map(floor -> floor.times(unit)),
                solver.times(experiment.positionUnit()));
    }

    /// The error that tells how good the run is: that of the test, where there is one.
    Evaluation judged() {
        return test.orElse(train);
    }

    /// The largest distance over all points.
    double supremum() {
        return Math.max(train.supremum(), test.map(Evaluation::supremum).orElse(0.0));
    }
}
