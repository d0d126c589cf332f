package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;

/// The way back from states at time t to those at t = 0, tile by tile.
final class WayBack {
    private WayBack() {}

    /// Undoes step after step.
    static Inversion of(FlowMap flow, Points y, double t, int tile) {
        var steps = flow.stepsUntil(t);
        var rows = new double[flow.control().dimension()][y.size()];
        var undoing = Undoing.of(flow, tile);
        var cloud = new Cloud(flow.control().dimension(), tile);
        int failedLayer = -1;
        int missed = 0;
        for (int from = 0; from < y.size(); from += tile) {
            int count = Math.min(tile, y.size() - from);
            cloud.load(y, from, count);
            for (int s = steps.size() - 1; s >= 0 && cloud.size() > 0; s--) {
                // points without a preimage leave the cloud, so that all of them are counted
                int here = undoing.undo(steps.get(s), cloud);
                if (here > 0) {
                    missed += here;
                    failedLayer = Math.max(failedLayer, steps.get(s).layer());
                }
            }
            if (missed == 0) {
                Walk.keep(cloud, from, rows);
            }
        }
        return missed > 0 ? new Inversion.Missing(failedLayer, missed) : new Inversion.Found(Points.of(rows));
    }
}
