package isotopy.project;

import isotopy.control.ControlFamily;
import isotopy.math.Activation;

/// Writes and reads a control family: its name and, where σ is a choice of its own, its σ.
final class FamilyJson {
    private FamilyJson() {}

    static void write(ControlFamily family, JsonPen pen) {
        pen.text("family", family.id()).text("activation", family.activation().id());
    }

    static ControlFamily read(Fields fields, long schema) throws ProjectException {
        var family = fields.made(() -> ControlFamily.named(fields.text("family")));
        if (schema == 1) {
            return family;
        }
        var activation = fields.text("activation");
        if (family.takesActivation()) {
            return family.withActivation(fields.made(() -> Activation.named(activation)));
        }
        if (!activation.equals(family.activation().id())) {
            throw fields.wrong(
                    "activation",
                    "must be that of the family, \"" + family.activation().id() + "\"");
        }
        return family;
    }
}
