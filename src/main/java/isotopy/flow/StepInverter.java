package isotopy.flow;

import isotopy.math.Cloud;
import java.util.Arrays;

/// Solves step(z) = y for a whole cloud by Newton's method with step halving. Mutable, for one thread.
final class StepInverter implements Undoing {
    private static final int ITERATIONS = 60;
    private static final int HALVINGS = 12;
    /// The residual that counts as solved, relative to 1 + |y|; a few roundings above the spacing of doubles.
    private static final double TOLERANCE = 4e-15;
    /// The residual that is still accepted when roundings keep the iteration above [#TOLERANCE].
    private static final double ACCEPTED = 1e-13;

    private final double[] theta;
    private final int p;
    private final int d;
    private final Stepper stepper;
    private final Cloud y;
    private final Cloud trial;
    private final Cloud image;
    private final Cloud unit;
    private final Cloud[] columns;
    private final double[] residual;
    private final double[] damping;
    private final boolean[] done;
    private final double[][] system;
    private final double[][] newton;

    /// Room for clouds of up to `capacity` particles.
    StepInverter(FlowMap flow, int capacity) {
        var control = flow.control();
        theta = control.theta();
        p = control.parametersPerLayer();
        d = control.dimension();
        stepper = flow.stepper(capacity);
        y = new Cloud(d, capacity);
        trial = new Cloud(d, capacity);
        image = new Cloud(d, capacity);
        unit = new Cloud(d, capacity);
        columns = new Cloud[d];
        Arrays.setAll(columns, j -> new Cloud(d, capacity));
        residual = new double[capacity];
        damping = new double[capacity];
        done = new boolean[capacity];
        system = new double[d][d + 1];
        newton = new double[d][capacity];
    }

    @Override
    public int undo(FlowMap.Step step, Cloud cloud) {
        int n = cloud.size();
        int at = step.layer() * p;
        y.set(cloud);
        stepper.step(theta, at, step.h(), y, image);
        cloud.setToSum(y, 1, y);
        cloud.add(-1, image); // the first guess, y − h f(y) for Euler
        stepper.step(theta, at, step.h(), cloud, image);
        for (int k = 0; k < n; k++) {
            residual[k] = distance(k);
            done[k] = residual[k] <= TOLERANCE;
        }
        for (int iteration = 0; iteration < ITERATIONS && !allDone(n); iteration++) {
            iterate(at, step.h(), cloud);
        }
        return removeUnsolved(cloud);
    }

    private boolean allDone(int n) {
        for (int k = 0; k < n; k++) {
            if (!done[k]) {
                return false;
            }
        }
        return true;
    }

    private int removeUnsolved(Cloud cloud) {
        int n = cloud.size();
        int kept = 0;
        for (int k = 0; k < n; k++) {
            if (residual[k] <= ACCEPTED) {
                for (int i = 0; i < d; i++) {
                    cloud.row(i)[kept] = cloud.row(i)[k];
                }
                kept++;
            }
        }
        cloud.resize(kept);
        return n - kept;
    }

    /// One Newton step for all points that are not done, each halved until its residual falls; where it never does,
    /// the point is done.
    private void iterate(int at, double h, Cloud z) {
        int n = z.size();
        linearise(at, h, z);
        trial.set(z);
        for (int k = 0; k < n; k++) {
            damping[k] = done[k] ? 0 : 1;
            if (!done[k]) {
                solve(k);
            }
        }
        boolean settled = false;
        for (int halving = 0; halving < HALVINGS && !settled; halving++) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < n; k++) {
                    trial.row(i)[k] = z.row(i)[k] + damping[k] * newton[i][k];
                }
            }
            stepper.step(theta, at, h, trial, image);
            settled = true;
            for (int k = 0; k < n; k++) {
                if (damping[k] != 0 && !accepts(z, k)) {
                    damping[k] /= 2;
                    settled = false;
                }
            }
        }
        for (int k = 0; k < n; k++) {
            done[k] |= damping[k] != 0 || residual[k] <= TOLERANCE;
        }
    }

    /// Overwrites `image` by step(z) and `columns` by the columns of its derivative.
    private void linearise(int at, double h, Cloud z) {
        unit.resize(z.size());
        for (int j = 0; j < d; j++) {
            unit.clear();
            Arrays.fill(unit.row(j), 0, z.size(), 1);
            stepper.differential(theta, at, h, z, unit, columns[j]);
        }
        stepper.step(theta, at, h, z, image);
    }

    /// Moves point k to its trial where that is better, and marks it as moved by a damping of 0.
    private boolean accepts(Cloud z, int k) {
        double r = distance(k);
        if (!(r < residual[k])) {
            return false;
        }
        for (int i = 0; i < d; i++) {
            z.row(i)[k] = trial.row(i)[k];
        }
        residual[k] = r;
        damping[k] = 0;
        return true;
    }

    /// |image − y| of point k, relative to 1 + |y|, in the maximum norm.
    private double distance(int k) {
        double difference = 0;
        double size = 1;
        for (int i = 0; i < d; i++) {
            difference = Math.max(difference, Math.abs(image.row(i)[k] - y.row(i)[k]));
            size = Math.max(size, 1 + Math.abs(y.row(i)[k]));
        }
        return difference / size;
    }

    /// Overwrites column k of `newton` by the solution of J δ = y − image, by elimination with pivots; zero where J
    /// is singular.
    private void solve(int k) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                system[i][j] = columns[j].row(i)[k];
            }
            system[i][d] = y.row(i)[k] - image.row(i)[k];
        }
        for (int c = 0; c < d; c++) {
            eliminate(c);
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

    /// Makes the entries below the diagonal of column c zero.
    private void eliminate(int c) {
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
}
