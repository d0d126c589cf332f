package isotopy.target;

import isotopy.math.Formula;
import isotopy.math.FormulaProgram;
import isotopy.math.Points;
import java.util.List;

/// Targets that a user types: `x + 0.3 sin(3y), y` is a map of the plane, `x^2` a map of the line, `x*y` a function.
///
/// The names are x and y, also written x₁ and x₂ or x1 and x2, and in the plane r = √(x² + y²) and theta, the angle of
/// the point in (−π, π].
public final class Typed {
    private static final String[] PLANE = {"x", "y", "r", "theta"};

    private Typed() {}

    /// The target of that text: two components are a map of the plane, one in x alone a map of the line, another
    /// one a function.
    ///
    /// Throws: [FormulaException] with the place where the text is no formula.
    public static TargetMap parse(String text) {
        var formulas = Formula.list(text, 2, PLANE);
        if (formulas.size() == 2) {
            return new TypedMap(text);
        }
        boolean line = uses(formulas.getFirst(), 0)
                && !uses(formulas.getFirst(), 1)
                && !uses(formulas.getFirst(), 2)
                && !uses(formulas.getFirst(), 3);
        return line ? new TypedCurve(text) : new TypedFunction(text);
    }

    /// The same, read as the given kind.
    ///
    /// Throws: [FormulaException] with the place where the text is no formula of that kind;
    /// `IllegalArgumentException` for classes, which no formula gives.
    public static TargetMap parse(String text, Kind kind) {
        return switch (kind) {
            case LINE -> new TypedCurve(text);
            case PLANE -> new TypedMap(text);
            case FUNCTION -> new TypedFunction(text);
            case LABELS -> throw new IllegalArgumentException("no formula gives classes");
        };
    }

    static List<Formula> plane(String text, int most) {
        return Formula.list(text, most, PLANE);
    }

    private static boolean uses(Formula formula, int variable) {
        return FormulaProgram.variables(formula.expression()).contains(variable);
    }

    /// Values of x, y, r and theta, column by column.
    static double[][] variables(Points x) {
        double[][] values = {x.row(0), x.row(1), new double[x.size()], new double[x.size()]};
        for (int k = 0; k < x.size(); k++) {
            values[2][k] = Math.hypot(values[0][k], values[1][k]);
            values[3][k] = Math.atan2(values[1][k], values[0][k]);
        }
        return values;
    }
}
