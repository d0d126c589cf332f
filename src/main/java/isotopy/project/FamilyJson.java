package isotopy.project;

import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;

/// Writes and reads a control family: its name and, where σ is a choice of its own, its σ.
final class FamilyJson {
    private FamilyJson() {}

    static void write(ControlFamily family, JsonPen pen) {
        var activation = family.activation();
        pen.text("family", family.id()).text("activation", activation.id());
        if (activation instanceof FormulaActivation) {
            pen.text("sigma", activation.formula());
        }
    }

    static ControlFamily read(Fields fields, long schema) throws ProjectException {
        if (schema == 1) {
            return fields.made(() -> ControlFamily.named(fields.text("family")));
        }
        var activation = activation(fields);
        if (fields.text("family").equals(FormulaActivation.ID) && activation instanceof FormulaActivation) {
            return new Perceptron(activation);
        }
        var family = fields.made(() -> ControlFamily.named(fields.text("family")));
        if (family.takesActivation()) {
            return family.withActivation(activation);
        }
        if (!activation.equals(family.activation())) {
            throw fields.wrong(
                    "activation",
                    "must be that of the family, \"" + family.activation().id() + "\"");
        }
        return family;
    }

    private static Nonlinearity activation(Fields fields) throws ProjectException {
        var name = fields.text("activation");
        return name.equals(FormulaActivation.ID)
                ? fields.made(() -> FormulaActivation.of(fields.text("sigma")))
                : fields.made(() -> Activation.named(name));
    }
}
