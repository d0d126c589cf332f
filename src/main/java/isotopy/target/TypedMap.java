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
    private final boolean smooth;

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
        smooth = components.stream().allMatch(Smoothness::smooth) && !jumpsWithTheta();
    }

    /// Whether the values jump where theta does, across the left half of the x-axis: looked at in a few places
    /// there.
    private boolean jumpsWithTheta() {
        double[] left = {-0.11, -0.37, -0.71, -1.13, -2.3};
        var above = apply(Points.of(left, new double[] {0.0, 0.0, 0.0, 0.0, 0.0}));
        var below = apply(Points.of(left, new double[] {-0.0, -0.0, -0.0, -0.0, -0.0}));
        for (int k = 0; k < left.length; k++) {
            for (int i = 0; i < 2; i++) {
                if (Math.abs(above.at(i, k) - below.at(i, k)) > 1e-9 * (1 + Math.abs(above.at(i, k)))) {
                    return true;
                }
            }
        }
        return false;
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

    @Override
    public double[] determinants(Points x) {
        return jets(x, true).determinants();
    }

    /// F, and where wanted DF by the derivatives of both formulas and the chain rule ∂r/∂x = x/r, ∂theta/∂x =
    /// −y/r², and so on.
    Jets jets(Points x, boolean withSlopes) {
        var at = Typed.variables(x);
        int n = x.size();
        var jets = new Jets(n, withSlopes);
        values.evaluator().evaluate(at, n, new double[][] {jets.y1, jets.y2});
        if (withSlopes) {
            var d = new double[8][n];
            slopes.evaluator().evaluate(at, n, d);
            for (int k = 0; k < n; k++) {
                double r = at[2][k];
                double cos = r > 0 ? at[0][k] / r : 1;
                double sin = r > 0 ? at[1][k] / r : 0;
                double per = r > 0 ? 1 / r : 0;
                jets.a[k] = d[0][k] + d[2][k] * cos - d[3][k] * sin * per;
                jets.b[k] = d[1][k] + d[2][k] * sin + d[3][k] * cos * per;
                jets.c[k] = d[4][k] + d[6][k] * cos - d[7][k] * sin * per;
                jets.d[k] = d[5][k] + d[6][k] * sin + d[7][k] * cos * per;
            }
        }
        return jets;
    }

    @Override
    public boolean exact() {
        return smooth;
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
