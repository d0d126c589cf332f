package isotopy.target;

import isotopy.math.FormulaProgram;
import isotopy.math.Points;
import java.util.Objects;

/// A function of the plane that was typed as a formula in x, y, r and theta. Immutable; equal where the texts are.
public final class TypedFunction implements PlaneFunction {
    private final String text;
    private final String title;
    private final FormulaProgram program;

    /// Throws: [isotopy.math.FormulaException] with the place where the text is no formula.
    public TypedFunction(String text) {
        this(text, text.strip());
    }

    /// The same with a name that people read, which is no part of what is equal.
    ///
    /// Throws: [isotopy.math.FormulaException] with the place where the text is no formula.
    public TypedFunction(String text, String title) {
        this.text = text.strip();
        this.title = title;
        program = Typed.plane(this.text, 1).getFirst().program();
    }

    /// The formula as it was typed.
    public String text() {
        return text;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Points apply(Points x) {
        var u = new double[1][x.size()];
        program.evaluator().evaluate(Typed.variables(x), x.size(), u);
        return Points.of(u);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedFunction function && text.equals(function.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return "TypedFunction[" + text + "]";
    }
}
