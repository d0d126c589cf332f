package isotopy.project;

import isotopy.control.Antisymmetric;
import isotopy.control.ControlFamily;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;

/// Writes and reads a control family: its name, its σ, and its damping.
final class FamilyJson {
    private FamilyJson() {}

    static void write(ControlFamily family, JsonPen pen) {
        var activation = family.activation();
        pen.text("family", family.id()).text("activation", activation.id());
        if (activation instanceof FormulaActivation) {
            pen.text("sigma", activation.formula());
        }
        if (family instanceof Antisymmetric) {
            pen.number("damping", family.damping());
        }
    }

    static ControlFamily read(Fields fields, long schema) throws ProjectException {
        var id = fields.text("family");
        if (schema == 1) {
            return fields.made(() -> ControlFamily.named(id));
        }
        var activation = activation(fields);
        double damping = id.equals("antisymmetric") ? fields.number("damping") : 0;
        var family = fields.made(() -> ControlFamily.named(id, activation, damping));
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
