package isotopy.math;

import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import isotopy.math.Expression.Variable;
import java.util.Arrays;
import java.util.List;

/// Runs a program over arrays, tile by tile, in registers that stay in cache; allocates nothing. For one thread.
///
/// The values are those of [Expression#value(double[])], bit for bit, for any number of entries.
public final class FormulaEvaluator {
    private static final int TILE = 256;

    private final FormulaProgram.Step[] steps;
    private final int[] outputs;
    private final double[][] registers;

    FormulaEvaluator(FormulaProgram.Step[] steps, List<Constant> constants, int[] outputs, int registers) {
        this.steps = steps;
        this.outputs = outputs;
        this.registers = new double[registers][TILE];
        for (int i = 0; i < constants.size(); i++) {
            Arrays.fill(this.registers[i], constants.get(i).value());
        }
    }

    /// Overwrites the first `n` entries of `into[i]` by the values of the i-th tree where the variable j has the
    /// values `variables[j]`, for i below the number of trees. An array of `into` may be one of the variables'.
    public void evaluate(double[][] variables, int n, double[][] into) {
        for (int from = 0; from < n; from += TILE) {
            int size = Math.min(TILE, n - from);
            run(variables, from, size);
            for (int i = 0; i < outputs.length; i++) {
                System.arraycopy(registers[outputs[i]], 0, into[i], from, size);
            }
        }
    }

    /// Overwrites the first `n` entries of `into` by the values of the first tree.
    public void evaluate(double[][] variables, int n, double[] into) {
        for (int from = 0; from < n; from += TILE) {
            int size = Math.min(TILE, n - from);
            run(variables, from, size);
            System.arraycopy(registers[outputs[0]], 0, into, from, size);
        }
    }

    /// Overwrites s and slope by the values of the first two trees, of one variable u.
    void evaluate(double[] u, int n, double[] s, double[] slope) {
        for (int from = 0; from < n; from += TILE) {
            int size = Math.min(TILE, n - from);
            for (var step : steps) {
                run(step, u, from, size);
            }
            System.arraycopy(registers[outputs[0]], 0, s, from, size);
            System.arraycopy(registers[outputs[1]], 0, slope, from, size);
        }
    }

    /// The value of the tree of that index, of one variable u.
    double value(int output, double u) {
        for (var step : steps) {
            if (step.node() instanceof Variable) {
                registers[step.into()][0] = u;
            } else {
                apply(step, 1);
            }
        }
        return registers[outputs[output]][0];
    }

    private void run(double[][] variables, int from, int size) {
        for (var step : steps) {
            if (step.node() instanceof Variable(var index)) {
                System.arraycopy(variables[index], from, registers[step.into()], 0, size);
            } else {
                apply(step, size);
            }
        }
    }

    private void run(FormulaProgram.Step step, double[] u, int from, int size) {
        if (step.node() instanceof Variable) {
            System.arraycopy(u, from, registers[step.into()], 0, size);
        } else {
            apply(step, size);
        }
    }

    private void apply(FormulaProgram.Step step, int n) {
        var a = registers[step.a()];
        var b = registers[step.b()];
        var into = registers[step.into()];
        switch (step.node()) {
            case Constant _, Variable _ -> {
                // stand in their registers already
            }
            case Sum _ -> Tiles.sum(a, b, n, into);
            case Difference _ -> Tiles.difference(a, b, n, into);
            case Product _ -> Tiles.product(a, b, n, into);
            case Quotient _ -> Tiles.quotient(a, b, n, into);
            case Power _ -> Tiles.power(a, b, n, into);
            case Negation _ -> Tiles.negation(a, n, into);
            case Call call -> Tiles.call(call.function(), a, b, registers[step.c()], n, into);
        }
    }
}
