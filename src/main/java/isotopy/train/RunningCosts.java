package isotopy.train;

import isotopy.control.VectorField;
import isotopy.flow.Stepper;
import isotopy.flow.Tableau;
import isotopy.math.Cloud;
import java.util.Arrays;
import java.util.Optional;

/// What the way itself costs, ∫ κ|f|² + γ‖∇f‖²_F dt, pulled back together with the step it is paid on. Mutable, for one
/// thread; only the constructor allocates.
///
/// For a Runge–Kutta scheme with stages zᵢ and slopes fᵢ the integral over a step is h Σᵢ bᵢ c(zᵢ), so that its slope
/// enters at the stages: κᵢ = h bᵢ λ + h Σ_{j>i} aⱼᵢ gⱼ + 2 κ h bᵢ fᵢ and gᵢ = Df(zᵢ)ᵀ κᵢ + γ h bᵢ ∂‖∇f‖²/∂z. For
/// other schemes it is taken by the trapezoidal rule at the ends of the step.
///
/// Source: the discrete adjoint with a running cost: Hager, Numer. Math. 87 (2000).
final class RunningCosts {
    private final double kinetic;
    private final double jacobian;
    private final Optional<Tableau> scheme;
    private final Stepper stepper;
    private final VectorField field;
    private final Cloud[] slopes;
    private final Cloud[] stages;
    private final Cloud[] pulled;
    private final Cloud kappa;
    private final Cloud end;

    RunningCosts(Objective objective, Stepper stepper, int capacity) {
        this.stepper = stepper;
        kinetic = objective.penalties().kinetic();
        jacobian = objective.penalties().jacobian();
        var flow = objective.flow();
        scheme = flow.integrator().tableau();
        var control = flow.control();
        int d = control.dimension();
        int room = objective.hasRunningCosts() ? capacity : 0;
        field = control.family().field(d, control.width(), room);
        int count = scheme.map(Tableau::stages).orElse(1);
        slopes = clouds(count, d, room);
        stages = clouds(count, d, room);
        pulled = clouds(count, d, room);
        kappa = new Cloud(d, room);
        end = new Cloud(d, room);
    }

    private static Cloud[] clouds(int count, int dimension, int capacity) {
        var clouds = new Cloud[count];
        Arrays.setAll(clouds, i -> new Cloud(dimension, capacity));
        return clouds;
    }

    /// Pulls the costate back through the step of length `h` from x: overwrites λ by the slope, with respect to
    /// x, of λ·step(x) plus `weight` times what the step costs, adds the slope with respect to θ to `dTheta`, and
    /// the integrals, without any weight, to `tally`.
    void pullback(
            double[] theta, int at, double h, Cloud x, double weight, Cloud costate, double[] dTheta, Tally tally) {
        if (scheme.isPresent()) {
            throughStages(scheme.get(), theta, at, h, x, weight, costate, dTheta, tally);
            return;
        }
        stepper.step(theta, at, h, x, end);
        pay(theta, at, h / 2, end, weight, costate, dTheta, tally);
        stepper.pullback(theta, at, h, x, costate, dTheta);
        pay(theta, at, h / 2, x, weight, costate, dTheta, tally);
    }

    private void throughStages(
            Tableau tableau,
            double[] theta,
            int at,
            double h,
            Cloud x,
            double weight,
            Cloud costate,
            double[] dTheta,
            Tally tally) {
        for (int i = 0; i < tableau.stages(); i++) {
            stages[i].set(x);
            for (int j = 0; j < i; j++) {
                if (tableau.a(i, j) != 0) {
                    stages[i].add(h * tableau.a(i, j), slopes[j]);
                }
            }
            field.velocity(theta, at, stages[i], slopes[i]);
        }
        for (int i = tableau.stages() - 1; i >= 0; i--) {
            double share = h * tableau.b(i);
            kappa.setToMultiple(share, costate);
            for (int j = i + 1; j < tableau.stages(); j++) {
                if (tableau.a(j, i) != 0) {
                    kappa.add(h * tableau.a(j, i), pulled[j]);
                }
            }
            if (share != 0 && kinetic > 0) {
                kappa.add(2 * kinetic * weight * share, slopes[i]);
                tally.kinetic += share * squares(slopes[i]);
            }
            field.pullback(theta, at, stages[i], kappa, pulled[i], dTheta);
            smooth(theta, at, share, stages[i], weight, pulled[i], dTheta, tally);
        }
        for (var g : pulled) {
            costate.add(1, g);
        }
    }

    /// Adds to the costate the slope of `weight` · `share` times what a moment at `z` costs.
    private void pay(
            double[] theta, int at, double share, Cloud z, double weight, Cloud costate, double[] dTheta, Tally tally) {
        field.velocity(theta, at, z, slopes[0]);
        tally.kinetic += kinetic > 0 ? share * squares(slopes[0]) : 0;
        kappa.setToMultiple(2 * kinetic * weight * share, slopes[0]);
        field.pullback(theta, at, z, kappa, pulled[0], dTheta);
        smooth(theta, at, share, z, weight, pulled[0], dTheta, tally);
        costate.add(1, pulled[0]);
    }

    /// Adds to `dz` the slope of `weight` · `share` · γ‖∇f(z)‖².
    private void smooth(
            double[] theta, int at, double share, Cloud z, double weight, Cloud dz, double[] dTheta, Tally tally) {
        if (jacobian > 0 && share != 0) {
            tally.jacobian += share * field.jacobian(theta, at, z, jacobian * weight * share, dz, dTheta);
        }
    }

    private static double squares(Cloud f) {
        double sum = 0;
        for (int i = 0; i < f.dimension(); i++) {
            var row = f.row(i);
            for (int k = 0; k < f.size(); k++) {
                sum += row[k] * row[k];
            }
        }
        return sum;
    }
}
