package isotopy.target;

import isotopy.math.Formula;
import isotopy.math.FormulaProgram;
import isotopy.math.Points;
import java.util.Objects;

/// A map of the line that was typed as a formula in x. Immutable; equal where the texts are.
public final class TypedCurve implements LineMap {
    private final String text;
    private final FormulaProgram program;

    /// Throws: [isotopy.math.FormulaException] with the place where the text is no formula in x.
    public TypedCurve(String text) {
        this.text = text.strip();
        program = Formula.parse(this.text, "x").programWithDerivatives();
    }

    /// The formula as it was typed.
    public String text() {
        return text;
    }

    @Override
    public String title() {
        return text;
    }

    @Override
    public double at(double x) {
        return jet(x)[0];
    }

    @Override
    public double slope(double x) {
        return jet(x)[1];
    }

    @Override
    public Points apply(Points x) {
        var y = new double[2][x.size()];
        program.evaluator().evaluate(new double[][] {x.row(0)}, x.size(), y);
        return Points.of(new double[][] {y[0]});
    }

    private double[] jet(double x) {
        var into = new double[2][1];
        program.evaluator().evaluate(new double[][] {{x}}, 1, into);
        return new double[] {into[0][0], into[1][0]};
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedCurve curve && text.equals(curve.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return "TypedCurve[" + text + "]";
    }
}
