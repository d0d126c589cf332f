package isotopy.math;

import java.util.List;

/// A user's own σ, from a formula in u.
///
/// It is a value: two of the same text are equal, and any number of threads may use one, since each runs the programs
/// of σ, σ′ and σ″ on registers of its own. Nothing is allocated once a thread has used it.
public final class FormulaActivation implements Nonlinearity {
    /// The name used on the command line and in files, beside which the text stands.
    public static final String ID = "formula";

    private record Evaluators(FormulaEvaluator valueAndSlope, FormulaEvaluator curvature) {}

    private final Formula formula;
    private final Expression slope;
    private final Expression curvature;
    private final double lipschitz;
    private final ThreadLocal<Evaluators> evaluators;

    private FormulaActivation(Formula formula) {
        this.formula = formula;
        slope = formula.derivative(0);
        curvature = slope.derivative(0);
        var valueAndSlope = FormulaProgram.of(List.of(formula.expression(), slope));
        var bend = FormulaProgram.of(List.of(curvature));
        evaluators = ThreadLocal.withInitial(() -> new Evaluators(valueAndSlope.evaluator(), bend.evaluator()));
        lipschitz = new SlopeSurvey(formula.text(), valueAndSlope.evaluator()).lipschitz();
    }

    /// The σ with this formula, in which the variable is called u.
    ///
    /// Throws: [FormulaException] where the text is no formula, or where σ or its slope is found not to be finite
    /// for a u of [−8, 8], or the slope to be 0 everywhere.
    public static FormulaActivation of(String text) {
        return new FormulaActivation(Formula.parse(text, "u"));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String formula() {
        return formula.text();
    }

    /// The least Lipschitz constant of σ, by a survey of its slope (see [SlopeSurvey]); infinite where σ jumps or
    /// its slope grows without end.
    @Override
    public double lipschitz() {
        return lipschitz;
    }

    /// The tree of σ, whose variable 0 is u.
    public Expression expression() {
        return formula.expression();
    }

    /// The tree of σ′.
    public Expression slopeExpression() {
        return slope;
    }

    /// The tree of σ″.
    public Expression curvatureExpression() {
        return curvature;
    }

    @Override
    public double value(double u) {
        return evaluators.get().valueAndSlope().value(0, u);
    }

    @Override
    public double derivative(double u) {
        return evaluators.get().valueAndSlope().value(1, u);
    }

    @Override
    public double curvature(double u) {
        return evaluators.get().curvature().value(0, u);
    }

    @Override
    public void evaluate(double[] u, int n, double[] s, double[] slope) {
        evaluators.get().valueAndSlope().evaluate(u, n, s, slope);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormulaActivation that && formula.text().equals(that.formula.text());
    }

    @Override
    public int hashCode() {
        return formula.text().hashCode();
    }

    @Override
    public String toString() {
        return ID + " " + formula.text();
    }
}
