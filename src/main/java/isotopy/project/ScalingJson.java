package isotopy.project;

import isotopy.target.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes and reads how the user's coordinates became those of the unit box: x ↦ (x − offset)/factor on the way in, and
/// y ↦ offset + factor·y on the way out; null where they are the user's own.
final class ScalingJson {
    private static final String FIELD = "scaling";

    private ScalingJson() {}

    static void write(Optional<Scaling> scaling, JsonPen pen) {
        scaling.ifPresentOrElse(
                value -> pen.object(
                        FIELD,
                        () -> pen.object("input", () -> part(value.inputCentre(), value.inputReach(), pen))
                                .object("output", () -> part(value.outputCentre(), value.outputReach(), pen))),
                () -> pen.nothing(FIELD));
    }

    private static void part(List<Double> offset, double factor, JsonPen pen) {
        pen.numbers("offset", offset).number("factor", factor);
    }

    /// Reads a scaling of points with `inputs` coordinates to goals with `outputs`; older files have none.
    static Optional<Scaling> read(Fields fields, int inputs, int outputs) throws ProjectException {
        if (!fields.has(FIELD) || fields.absent(FIELD)) {
            return Optional.empty();
        }
        var scaling = fields.object(FIELD);
        var input = scaling.object("input");
        var output = scaling.object("output");
        var inputCentre = boxed(input.numbers("offset", inputs));
        var outputCentre = boxed(output.numbers("offset", outputs));
        double inputReach = input.number("factor");
        double outputReach = output.number("factor");
        return Optional.of(scaling.made(() -> new Scaling(inputCentre, inputReach, outputCentre, outputReach)));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
