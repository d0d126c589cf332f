package isotopy.train;

import isotopy.math.Cloud;
import java.util.Arrays;

/// What the states of a tile cost, given what they should become, and the slope of that cost. Mutable, for one thread;
/// only the constructor allocates.
///
/// For states z with outputs ŷ = A z + c, where there is a read-out, else ŷ = z, the cost is Σ ℓ(ŷ, y) over the tile.
/// All of it is in double precision: an engine that works in another one brings the last states here and takes the
/// costates back.
///
/// Use: [#load] the goals of a tile, then any number of [#overwrite] and [#add] at states of these particles.
///
/// Shapes: states and costates are D × n, D the dimension of the control; `theta` and `dTheta` are all parameters,
/// those of the read-out behind the layers.
final class Cost {
    private final Loss loss;
    private final boolean reads;
    private final int readoutAt;
    private final int dimension;
    private final Cloud goals;
    private final Cloud outputs;
    private final Cloud slopes;

    /// Room for tiles of up to `capacity` particles.
    Cost(Objective objective, int capacity) {
        var control = objective.flow().control();
        loss = objective.loss();
        reads = control.readout().isPresent();
        readoutAt = objective.readoutAt();
        dimension = control.dimension();
        int outputs = control.readout().map(map -> map.outputs()).orElse(dimension);
        goals = new Cloud(outputs, capacity);
        slopes = new Cloud(outputs, capacity);
        this.outputs = new Cloud(outputs, reads ? capacity : 0);
    }

    /// Takes the goals of the examples `from … from + count − 1` of a batch.
    void load(Batches batch, int from, int count) {
        batch.loadGoals(from, count, goals);
    }

    /// Overwrites costate ← `weight` · ∂(Σℓ)/∂z, adds `weight` · ∂(Σℓ)/∂(A, c) to `dTheta`, and returns Σℓ, without
    /// the weight.
    double overwrite(double[] theta, Cloud states, double weight, Cloud costate, double[] dTheta) {
        costate.resize(goals.size());
        costate.clear();
        return add(theta, states, weight, costate, dTheta);
    }

    /// The same, but adds to the costate: for costs along the way.
    double add(double[] theta, Cloud states, double weight, Cloud costate, double[] dTheta) {
        var found = reads ? read(theta, states) : states;
        double sum = slope(found, weight);
        if (reads) {
            pullBack(theta, states, costate, dTheta);
        } else {
            costate.add(1, slopes);
        }
        return sum;
    }

    /// Overwrites slopes ← weight · ∂ℓ/∂ŷ and returns Σℓ.
    private double slope(Cloud found, double weight) {
        slopes.resize(goals.size());
        return switch (loss) {
            case Loss.Squared() -> squared(found, weight);
            case Loss.Huber() -> huber(found, weight);
            case Loss.CrossEntropy() -> crossEntropy(found, weight);
        };
    }

    private double squared(Cloud found, double weight) {
        double sum = 0;
        for (int i = 0; i < goals.dimension(); i++) {
            var y = goals.row(i);
            var z = found.row(i);
            var slope = slopes.row(i);
            for (int k = 0; k < goals.size(); k++) {
                double difference = z[k] - y[k];
                sum += difference * difference;
                slope[k] = 2 * weight * difference;
            }
        }
        return sum;
    }

    private double huber(Cloud found, double weight) {
        double sum = 0;
        for (int i = 0; i < goals.dimension(); i++) {
            var y = goals.row(i);
            var z = found.row(i);
            var slope = slopes.row(i);
            for (int k = 0; k < goals.size(); k++) {
                double difference = z[k] - y[k];
                double bounded = Math.max(-1, Math.min(1, difference));
                sum += bounded * (2 * difference - bounded); // r² inside, 2|r| − 1 outside
                slope[k] = 2 * weight * bounded;
            }
        }
        return sum;
    }

    /// Goals are shares of the classes that add up to 1, in most cases all in one class.
    private double crossEntropy(Cloud found, double weight) {
        double sum = 0;
        int classes = goals.dimension();
        for (int k = 0; k < goals.size(); k++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < classes; i++) {
                most = Math.max(most, found.row(i)[k]);
            }
            double total = 0;
            for (int i = 0; i < classes; i++) {
                double share = Math.exp(found.row(i)[k] - most);
                slopes.row(i)[k] = share;
                total += share;
            }
            double log = most + Math.log(total);
            for (int i = 0; i < classes; i++) {
                double y = goals.row(i)[k];
                sum += y * (log - found.row(i)[k]);
                slopes.row(i)[k] = weight * (slopes.row(i)[k] / total - y);
            }
        }
        return sum;
    }

    /// The outputs A z + c.
    private Cloud read(double[] theta, Cloud states) {
        int n = states.size();
        outputs.resize(n);
        for (int i = 0; i < outputs.dimension(); i++) {
            int row = readoutAt + i * (dimension + 1);
            var into = outputs.row(i);
            Arrays.fill(into, 0, n, theta[row + dimension]);
            for (int j = 0; j < dimension; j++) {
                double a = theta[row + j];
                var z = states.row(j);
                for (int k = 0; k < n; k++) {
                    into[k] += a * z[k];
                }
            }
        }
        return outputs;
    }

    /// Adds Aᵀ slopes to the costate, and the slopes with respect to A and c to `dTheta`.
    private void pullBack(double[] theta, Cloud states, Cloud costate, double[] dTheta) {
        int n = states.size();
        for (int i = 0; i < slopes.dimension(); i++) {
            int row = readoutAt + i * (dimension + 1);
            var slope = slopes.row(i);
            double all = 0;
            for (int k = 0; k < n; k++) {
                all += slope[k];
            }
            dTheta[row + dimension] += all;
            for (int j = 0; j < dimension; j++) {
                double a = theta[row + j];
                var z = states.row(j);
                var into = costate.row(j);
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    into[k] += a * slope[k];
                    sum += slope[k] * z[k];
                }
                dTheta[row + j] += sum;
            }
        }
    }
}
