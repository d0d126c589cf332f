package isotopy.train;

import isotopy.control.Control;
import isotopy.flow.FlowMap;
import isotopy.flow.Plan;
import isotopy.flow.Trajectory;
import isotopy.math.Points;

/// The costates of the discrete adjoint: for each particle the slope of what it costs with respect to where it is.
///
/// p at an edge of layers is the slope of the particle's own objective (its loss at the end, and what the way
/// costs) when the state there is moved and the rest of the way follows. At t = T that is ∂ℓ/∂z; backwards it
/// follows the exact adjoint of the steps. Pushing a particle along −p is what the flow has to learn. Each particle
/// is taken by itself, without the 1/n of the mean. The steps of an adaptive flow are chosen at the first of the
/// particles, as training does it.
///
/// Source: Kidger, *On Neural Differential Equations* (2022), ch. 5; in the words of control, Pontryagin's principle.
public final class Costates {
    private Costates() {}

    /// The costates, with the layers' edges as times, of particles that start at `x` and should become `y` (where
    /// to go, or 1 in the row of the right class).
    ///
    /// Shapes: x is d × n, y is d × n or m × n; the result has D coordinates, those of the state, and depth + 1
    /// times.
    ///
    /// Throws: `IllegalArgumentException` when the control does not belong to the experiment or the points do not
    /// fit.
    public static Trajectory of(Experiment experiment, Control control, Points x, Points y) {
        experiment.unlike(control).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        int outputs = control.readout().map(map -> map.outputs()).orElse(control.dimension());
        if (x.dimension() != control.inputs() || y.dimension() != outputs || x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "costates of " + x + " need as many goals in dimension " + outputs + ": " + y);
        }
        var flow = experiment.flow(control);
        var plan = x.size() == 0 ? flow.plan() : Plan.frozen(flow, Trainer.probes(x));
        var adjoint = new Adjoint(Objective.of(experiment, flow), 0);
        adjoint.follow(plan);
        var batch = new Batches(x, y);
        batch.choose(0, experiment, 0);
        var positions = new double[control.depth() + 1][control.dimension()][x.size()];
        for (int from = 0; from < x.size(); from += Adjoint.TILE) {
            trace(adjoint, flow, plan, batch, from, positions);
        }
        return new Trajectory(control.edges(), positions);
    }

    private static void trace(
            Adjoint adjoint, FlowMap flow, Plan plan, Batches batch, int from, double[][][] positions) {
        var theta = flow.control().values();
        var unused = new double[theta.length];
        var tally = new Tally();
        int count = Math.min(Adjoint.TILE, batch.size() - from);
        adjoint.finish(theta, batch, from, count, 1, unused, tally);
        keep(adjoint, from, positions[flow.control().depth()]);
        for (int s = plan.steps() - 1; s >= 0; s--) {
            adjoint.back(theta, s, 1, unused, tally);
            int layer = plan.layer()[s];
            if (s == 0 || plan.layer()[s - 1] != layer) {
                keep(adjoint, from, positions[layer]);
            }
        }
    }

    private static void keep(Adjoint adjoint, int from, double[][] into) {
        var costate = adjoint.costate();
        for (int i = 0; i < into.length; i++) {
            System.arraycopy(costate.row(i), 0, into[i], from, costate.size());
        }
    }
}
