package isotopy.flow;

import isotopy.math.Cloud;
import java.util.Arrays;

/// Solves step(z) = y for a whole cloud by Newton's method with step halving.
final class StepInverter {
    private static final int ITERATIONS = 60;
    /// The residual that counts as solved, relative to 1 + |y|; a few roundings above the spacing of doubles.
    private static final double TOLERANCE = 4e-15;
    /// The residual that is still accepted when roundings keep the iteration above [#TOLERANCE].
    private static final double ACCEPTED = 1e-13;

    private final double[] theta;
    private final int p;
    private final int d;
    private final RungeKuttaStep stepper;
    private final Cloud y;
    private final Cloud trial;
    private final Cloud image;
    private final Cloud unit;
    private final Cloud[] columns;
    private final double[] residual;
    private final double[] damping;
    private final double[][] system;
    private final double[][] newton;

    StepInverter(FlowMap flow, int capacity) {
        var control = flow.control();
        theta = control.theta();
        p = control.parametersPerLayer();
        d = control.dimension();
        stepper = new RungeKuttaStep(flow.tableau(), flow.field(capacity), d, capacity);
        y = new Cloud(d, capacity);
        trial = new Cloud(d, capacity);
        image = new Cloud(d, capacity);
        unit = new Cloud(d, capacity);
        columns = new Cloud[d];
        Arrays.setAll(columns, j -> new Cloud(d, capacity));
        residual = new double[capacity];
        damping = new double[capacity];
        system = new double[d][d + 1];
        newton = new double[d][capacity];
    }

    /// Overwrites the cloud, which holds y, by the z with step(z) = y; returns the number of points for which none was found.
    int undo(FlowMap.Step step, Cloud cloud) {
        int at = step.layer() * p;
        y.set(cloud);
        stepper.step(theta, at, step.h(), y, image);
        cloud.setToSum(y, 1, y);
        cloud.add(-1, image); // the first guess, y − h f(y) for Euler
        evaluate(at, step.h(), cloud);
        for (int k = 0; k < residual.length; k++) {
            residual[k] = distance(image, k);
        }
        for (int iteration = 0; iteration < ITERATIONS && worst() > TOLERANCE; iteration++) {
            iterate(at, step.h(), cloud);
        }
        int missed = 0;
        for (double r : residual) {
            missed += r <= ACCEPTED ? 0 : 1;
        }
        return missed;
    }

    private void evaluate(int at, double h, Cloud z) {
        stepper.step(theta, at, h, z, image);
    }

    private double worst() {
        double worst = 0;
        for (double r : residual) {
            if (!(r <= worst)) {
                worst = r;
            }
        }
        return worst;
    }

    /// One Newton step for all points, each halved until its residual falls.
    private void iterate(int at, double h, Cloud z) {
        for (int j = 0; j < d; j++) {
            unit.clear();
            Arrays.fill(unit.row(j), 1);
            stepper.differential(theta, at, h, z, unit, columns[j]);
        }
        evaluate(at, h, z);
        for (int k = 0; k < residual.length; k++) {
            solve(k);
            damping[k] = 1;
        }
        for (int halving = 0; halving < 12; halving++) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < residual.length; k++) {
                    trial.row(i)[k] = z.row(i)[k] + damping[k] * newton[i][k];
                }
            }
            evaluate(at, h, trial);
            boolean settled = true;
            for (int k = 0; k < residual.length; k++) {
                if (damping[k] == 0) {
                    continue;
                }
                double r = distance(image, k);
                if (r < residual[k]) {
                    accept(z, k, r);
                } else {
                    damping[k] /= 2;
                    settled = false;
                }
            }
            if (settled) {
                return;
            }
        }
    }

    private void accept(Cloud z, int k, double r) {
        for (int i = 0; i < d; i++) {
            z.row(i)[k] = trial.row(i)[k];
        }
        residual[k] = r;
        damping[k] = 0;
    }

    /// |image − y| of point k, relative to 1 + |y|, in the maximum norm.
    private double distance(Cloud image, int k) {
        double difference = 0;
        double size = 1;
        for (int i = 0; i < d; i++) {
            difference = Math.max(difference, Math.abs(image.row(i)[k] - y.row(i)[k]));
            size = Math.max(size, 1 + Math.abs(y.row(i)[k]));
        }
        return difference / size;
    }

    /// Overwrites column k of `newton` by the solution of J δ = y − image, by elimination with pivots.
    private void solve(int k) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                system[i][j] = columns[j].row(i)[k];
            }
            system[i][d] = y.row(i)[k] - image.row(i)[k];
        }
        for (int c = 0; c < d; c++) {
            int pivot = c;
            for (int i = c + 1; i < d; i++) {
                if (Math.abs(system[i][c]) > Math.abs(system[pivot][c])) {
                    pivot = i;
                }
            }
            var row = system[pivot];
            system[pivot] = system[c];
            system[c] = row;
            for (int i = c + 1; i < d; i++) {
                double factor = system[i][c] / row[c];
                for (int j = c; j <= d; j++) {
                    system[i][j] -= factor * row[j];
                }
            }
        }
        for (int i = d - 1; i >= 0; i--) {
            double value = system[i][d];
            for (int j = i + 1; j < d; j++) {
                value -= system[i][j] * newton[j][k];
            }
            double solution = value / system[i][i];
            newton[i][k] = Double.isFinite(solution) ? solution : 0;
        }
    }
}
