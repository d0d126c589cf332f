package isotopy.flow;

import isotopy.control.VectorField;
import isotopy.math.Cloud;

/// One step of a Runge–Kutta scheme over a cloud, with its exact derivative forwards and backwards, and the space to do
/// it.
///
/// One object serves one thread; nothing is allocated by its methods.
///
/// Shapes: all clouds are d × n, n up to the capacity.
public final class RungeKuttaStep implements Stepper {
    private final Tableau tableau;
    private final VectorField field;
    private final Cloud[] slopes;
    private final Cloud[] stages;
    private final Cloud[] tangents;
    private final Cloud[] pulled;
    private final Cloud kappa;

    /// A stepper for clouds of up to `capacity` particles of dimension `dimension`.
    public RungeKuttaStep(Tableau tableau, VectorField field, int dimension, int capacity) {
        this.tableau = tableau;
        this.field = field;
        slopes = clouds(dimension, capacity);
        stages = clouds(dimension, capacity);
        tangents = clouds(dimension, capacity);
        pulled = clouds(dimension, capacity);
        kappa = new Cloud(dimension, capacity);
    }

    private Cloud[] clouds(int dimension, int capacity) {
        var clouds = new Cloud[tableau.stages()];
        for (int i = 0; i < clouds.length; i++) {
            clouds[i] = new Cloud(dimension, capacity);
        }
        return clouds;
    }

    /// Overwrites into ← the step of length `h` from x; `into` and `x` may be one cloud.
    @Override
    public void step(double[] theta, int at, double h, Cloud x, Cloud into) {
        evaluateStages(theta, at, h, x);
        into.set(x);
        for (int i = 0; i < tableau.stages(); i++) {
            if (tableau.b(i) != 0) {
                into.add(h * tableau.b(i), slopes[i]);
            }
        }
    }

    /// How many numbers a particle takes in a [StepMemory].
    @Override
    public int memory(int dimension) {
        return tableau.stages() * (dimension + field.notes());
    }

    /// Room for what a step with up to `capacity` particles leaves for its pullback.
    @Override
    public StepMemory remember(int dimension, int capacity) {
        return new StepMemory(tableau.stages(), dimension, field.notes(), capacity);
    }

    /// The step of length `h` from x, in place; overwrites the memory.
    @Override
    public void step(double[] theta, int at, double h, Cloud x, StepMemory memory) {
        for (int i = 0; i < tableau.stages(); i++) {
            var z = memory.stage(i);
            z.set(x);
            for (int j = 0; j < i; j++) {
                if (tableau.a(i, j) != 0) {
                    z.add(h * tableau.a(i, j), slopes[j]);
                }
            }
            field.velocity(theta, at, z, slopes[i], memory.notes(i));
        }
        for (int i = 0; i < tableau.stages(); i++) {
            if (tableau.b(i) != 0) {
                x.add(h * tableau.b(i), slopes[i]);
            }
        }
    }

    /// Overwrites `stages` by the zᵢ and `slopes` by the f(zᵢ).
    private void evaluateStages(double[] theta, int at, double h, Cloud x) {
        for (int i = 0; i < tableau.stages(); i++) {
            stages[i].set(x);
            for (int j = 0; j < i; j++) {
                if (tableau.a(i, j) != 0) {
                    stages[i].add(h * tableau.a(i, j), slopes[j]);
                }
            }
            field.velocity(theta, at, stages[i], slopes[i]);
        }
    }

    /// Overwrites into ← (∂step/∂x) dx at x, the exact derivative of the step along `dx`.
    @Override
    public void differential(double[] theta, int at, double h, Cloud x, Cloud dx, Cloud into) {
        evaluateStages(theta, at, h, x);
        for (int i = 0; i < tableau.stages(); i++) {
            kappa.set(dx);
            for (int j = 0; j < i; j++) {
                if (tableau.a(i, j) != 0) {
                    kappa.add(h * tableau.a(i, j), tangents[j]);
                }
            }
            field.differential(theta, at, stages[i], kappa, tangents[i]);
        }
        into.set(dx);
        for (int i = 0; i < tableau.stages(); i++) {
            if (tableau.b(i) != 0) {
                into.add(h * tableau.b(i), tangents[i]);
            }
        }
    }

    /// Pulls the costate back through the step, exactly: overwrites λ ← (∂step/∂x)ᵀ λ and adds (∂step/∂θ)ᵀ λ to
    /// `dTheta[at … at + p − 1]`.
    ///
    /// In reverse order of the stages: κᵢ = h bᵢ λ + h Σ_{j>i} aⱼᵢ gⱼ,
    /// gᵢ = Df(zᵢ)ᵀ κᵢ, and at the end λ ← λ + Σᵢ gᵢ.
    ///
    /// Source: Hager, *Runge–Kutta methods in optimal control and the transformed adjoint system*, Numer. Math. 87
    /// (2000).
    @Override
    public void pullback(double[] theta, int at, double h, Cloud x, Cloud costate, double[] dTheta) {
        evaluateStages(theta, at, h, x);
        for (int i = tableau.stages() - 1; i >= 0; i--) {
            collect(h, i, costate);
            field.pullback(theta, at, stages[i], kappa, pulled[i], dTheta);
        }
        for (var g : pulled) {
            costate.add(1, g);
        }
    }

    /// The same, to the last bit, from the memory that the step left, with the same θ.
    @Override
    public void pullback(double[] theta, int at, double h, StepMemory memory, Cloud costate, double[] dTheta) {
        for (int i = tableau.stages() - 1; i >= 0; i--) {
            collect(h, i, costate);
            field.pullback(theta, at, memory.stage(i), kappa, pulled[i], dTheta, memory.notes(i));
        }
        for (var g : pulled) {
            costate.add(1, g);
        }
    }

    /// Overwrites κ ← h bᵢ λ + h Σ_{j>i} aⱼᵢ gⱼ.
    private void collect(double h, int i, Cloud costate) {
        kappa.setToMultiple(h * tableau.b(i), costate);
        for (int j = i + 1; j < tableau.stages(); j++) {
            if (tableau.a(j, i) != 0) {
                kappa.add(h * tableau.a(j, i), pulled[j]);
            }
        }
    }
}
