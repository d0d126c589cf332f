package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/// Particles with the d tangent vectors ∂φ/∂xⱼ that travel along: the columns of Dφ.
final class Tangents {
    private final double[] theta;
    private final int p;
    private final Cloud x;
    private final Cloud[] columns;
    private final Cloud moved;
    private final RungeKuttaStep stepper;

    Tangents(FlowMap flow, Points points) {
        var control = flow.control();
        theta = control.theta();
        p = control.parametersPerLayer();
        x = Cloud.of(points);
        moved = Cloud.of(points);
        columns = new Cloud[points.dimension()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = new Cloud(points.dimension(), points.size());
        }
        stepper = new RungeKuttaStep(flow.tableau(), flow.field(points.size()), points.dimension(), points.size());
        reset();
    }

    /// Makes the tangents the unit vectors again.
    void reset() {
        for (int j = 0; j < columns.length; j++) {
            columns[j].clear();
            Arrays.fill(columns[j].row(j), 0, x.size(), 1);
        }
    }

    /// Carries particles and tangents through the steps; returns det Dφ of each particle.
    double[] carry(FlowMap.Step[] steps) {
        for (var step : steps) {
            carry(step);
        }
        return determinants();
    }

    /// Carries particles and tangents through one step.
    void carry(FlowMap.Step step) {
        for (var column : columns) {
            stepper.differential(theta, step.layer() * p, step.h(), x, column, moved);
            column.set(moved);
        }
        stepper.step(theta, step.layer() * p, step.h(), x, x);
    }

    /// The particles, as they are now.
    Cloud particles() {
        return x;
    }

    /// The determinant of the tangents of each particle.
    double[] determinants() {
        var determinants = new double[x.size()];
        int d = columns.length;
        for (int k = 0; k < determinants.length; k++) {
            if (d == 2) {
                determinants[k] = columns[0].row(0)[k] * columns[1].row(1)[k] - columns[1].row(0)[k] * columns[0].row(1)[k];
            } else {
                var matrix = new Array2DRowRealMatrix(d, d);
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        matrix.setEntry(i, j, columns[j].row(i)[k]);
                    }
                }
                determinants[k] = new LUDecomposition(matrix).getDeterminant();
            }
        }
        return determinants;
    }
}
