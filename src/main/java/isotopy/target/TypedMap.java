package isotopy.target;

import isotopy.math.Expression;
import isotopy.math.FormulaException;
import isotopy.math.FormulaProgram;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/// A map of the plane that was typed as two formulas in x, y, r and theta, with a comma between them. Immutable; equal
/// where the texts are.
public final class TypedMap implements PlaneMap {
    private final String text;
    private final FormulaProgram values;
    private final FormulaProgram slopes;

    /// Throws: [FormulaException] with the place where the text is not two formulas.
    public TypedMap(String text) {
        this.text = text.strip();
        var formulas = Typed.plane(this.text, 2);
        if (formulas.size() < 2) {
            throw FormulaException.at(
                    this.text.length(),
                    "a map of the plane needs two components: write a comma and the second one, such as " + this.text
                            + ", y");
        }
        var components = new ArrayList<Expression>();
        var derivatives = new ArrayList<Expression>();
        for (var formula : formulas) {
            components.add(formula.expression());
            for (int variable = 0; variable < 4; variable++) {
                derivatives.add(formula.derivative(variable));
            }
        }
        values = FormulaProgram.of(components);
        slopes = FormulaProgram.of(derivatives);
    }

    /// Both formulas as they were typed.
    public String text() {
        return text;
    }

    @Override
    public String title() {
        return text;
    }

    @Override
    public Points apply(Points x) {
        var y = new double[2][x.size()];
        values.evaluator().evaluate(Typed.variables(x), x.size(), y);
        return Points.of(y);
    }

    @Override
    public double determinant(double x1, double x2) {
        return determinants(Points.single(x1, x2))[0];
    }

    /// By the derivatives of both formulas and the chain rule ∂r/∂x = x/r, ∂theta/∂x = −y/r², and so on.
    @Override
    public double[] determinants(Points x) {
        var at = Typed.variables(x);
        var d = new double[8][x.size()];
        slopes.evaluator().evaluate(at, x.size(), d);
        var det = new double[x.size()];
        for (int k = 0; k < det.length; k++) {
            double r = at[2][k];
            double cos = r > 0 ? at[0][k] / r : 1;
            double sin = r > 0 ? at[1][k] / r : 0;
            double per = r > 0 ? 1 / r : 0;
            double a = d[0][k] + d[2][k] * cos - d[3][k] * sin * per;
            double b = d[1][k] + d[2][k] * sin + d[3][k] * cos * per;
            double c = d[4][k] + d[6][k] * cos - d[7][k] * sin * per;
            double e = d[5][k] + d[6][k] * sin + d[7][k] * cos * per;
            det[k] = a * e - b * c;
        }
        return det;
    }

    @Override
    public Optional<Points> inverse(Points y) {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedMap map && text.equals(map.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return "TypedMap[" + text + "]";
    }
}
