package isotopy.check;

import isotopy.flow.FlowMap;
import isotopy.flow.Plan;
import isotopy.math.Cloud;
import isotopy.math.Points;

/// The mean squared error of a flow as a function of θ along fixed steps, and its gradient in two ways.
record Descent(FlowMap flow, Plan plan, Points x, Points y) {
    /// Along the steps that training takes.
    Descent(FlowMap flow, Points x, Points y) {
        this(flow, Plan.frozen(flow, x), x, y);
    }

    /// The states before each step and the last one.
    private Cloud[] states(double[] theta) {
        int p = flow.control().parametersPerLayer();
        var stepper = flow.stepper(x.size());
        var states = new Cloud[plan.steps() + 1];
        states[0] = Cloud.of(x);
        for (int s = 0; s < plan.steps(); s++) {
            states[s + 1] = new Cloud(x.dimension(), x.size());
            stepper.step(theta, plan.layer()[s] * p, plan.h()[s], states[s], states[s + 1]);
        }
        return states;
    }

    /// (1/n) Σ |φ(x) − y|².
    double value(double[] theta) {
        var z = states(theta)[plan.steps()];
        double sum = 0;
        for (int k = 0; k < x.size(); k++) {
            for (int i = 0; i < x.dimension(); i++) {
                double miss = z.row(i)[k] - y.at(i, k);
                sum += miss * miss;
            }
        }
        return sum / x.size();
    }

    /// The derivative along a direction, by differences of order four.
    double difference(double[] theta, double[] direction) {
        double h = 1e-4;
        return (8 * (along(theta, direction, h) - along(theta, direction, -h))
                        - (along(theta, direction, 2 * h) - along(theta, direction, -2 * h)))
                / (12 * h);
    }

    private double along(double[] theta, double[] direction, double by) {
        var moved = theta.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by * direction[i];
        }
        return value(moved);
    }

    /// The gradient by the discrete adjoint: states forwards, costates backwards.
    double[] gradient(double[] theta) {
        int p = flow.control().parametersPerLayer();
        var stepper = flow.stepper(x.size());
        var states = states(theta);
        var costate = new Cloud(x.dimension(), x.size());
        costate.resize(x.size());
        for (int i = 0; i < x.dimension(); i++) {
            for (int k = 0; k < x.size(); k++) {
                costate.row(i)[k] = 2 * (states[plan.steps()].row(i)[k] - y.at(i, k)) / x.size();
            }
        }
        var gradient = new double[theta.length];
        for (int s = plan.steps() - 1; s >= 0; s--) {
            stepper.pullback(theta, plan.layer()[s] * p, plan.h()[s], states[s], costate, gradient);
        }
        return gradient;
    }
}
