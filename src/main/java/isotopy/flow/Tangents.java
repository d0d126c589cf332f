package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.Arrays;

/// Particles with the d tangent vectors ∂φ/∂xⱼ that travel along: the columns of Dφ. Mutable, for one thread.
final class Tangents {
    private final double[] theta;
    private final int p;
    private final Cloud x;
    private final Cloud[] columns;
    private final Cloud moved;
    private final Stepper stepper;
    private final double[][] matrix;

    /// Room for `capacity` particles, none of them there yet.
    Tangents(FlowMap flow, int capacity) {
        var control = flow.control();
        int d = control.dimension();
        theta = control.theta();
        p = control.parametersPerLayer();
        x = new Cloud(d, capacity);
        moved = new Cloud(d, capacity);
        columns = new Cloud[d];
        Arrays.setAll(columns, j -> new Cloud(d, capacity));
        stepper = flow.stepper(capacity);
        matrix = new double[d][d];
    }

    /// Overwrites the particles by the points `from … from + count − 1` and makes the tangents unit vectors.
    void load(Points points, int from, int count) {
        x.load(points, from, count);
        reset();
    }

    /// Makes the tangents the unit vectors again.
    void reset() {
        for (int j = 0; j < columns.length; j++) {
            columns[j].resize(x.size());
            columns[j].clear();
            Arrays.fill(columns[j].row(j), 0, x.size(), 1);
        }
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

    /// Overwrites `into[at …]` by the determinant of the tangents of each particle.
    void determinants(int at, double[] into) {
        if (columns.length != 2) {
            for (int k = 0; k < x.size(); k++) {
                into[at + k] = determinant(k);
            }
            return;
        }
        var a = columns[0];
        var b = columns[1];
        for (int k = 0; k < x.size(); k++) {
            into[at + k] = a.row(0)[k] * b.row(1)[k] - b.row(0)[k] * a.row(1)[k];
        }
    }

    /// By elimination with pivots.
    private double determinant(int k) {
        int d = columns.length;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                matrix[i][j] = columns[j].row(i)[k];
            }
        }
        double product = 1;
        for (int c = 0; c < d && product != 0; c++) {
            int pivot = c;
            for (int i = c + 1; i < d; i++) {
                pivot = Math.abs(matrix[i][c]) > Math.abs(matrix[pivot][c]) ? i : pivot;
            }
            var row = matrix[pivot];
            matrix[pivot] = matrix[c];
            matrix[c] = row;
            product *= pivot == c ? row[c] : -row[c];
            for (int i = c + 1; i < d; i++) {
                double factor = matrix[i][c] / row[c];
                for (int j = c + 1; j < d; j++) {
                    matrix[i][j] -= factor * row[j];
                }
            }
        }
        return product;
    }
}
