package isotopy.project;

import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Readout;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.target.Scaling;
import isotopy.train.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a network of the [Parts] of a file. Only W, V and the activation have to be there: b is 0, a layer lasts 1 and
/// takes one Euler step, z ← z + V σ(W z + b), where nothing else is said.
final class NetworkReader {
    private final Parts parts;
    private final Optional<Nonlinearity> otherwise;

    /// @param otherwise the σ of a file that names none
    NetworkReader(Parts parts, Optional<Nonlinearity> otherwise) {
        this.parts = parts;
        this.otherwise = otherwise;
    }

    ImportedNetwork read() throws ProjectException {
        try {
            return network();
        } catch (IllegalArgumentException e) {
            throw ProjectException.whole(String.valueOf(e.getMessage()));
        }
    }

    private ImportedNetwork network() throws ProjectException {
        var shapes = new LayerParts(family(), parts.layers());
        int dimension = shapes.dimension();
        requireSame("dimension", dimension);
        int augment = (int) number("augment", 0, 0, Network.AUGMENT.high());
        int inputs = dimension - augment;
        if (inputs < 1 || inputs > 2) {
            throw ProjectException.whole(shapes.dimensionText() + "; networks of points with 1 or 2 coordinates can be"
                    + " shown, beside up to " + (int) Network.AUGMENT.high()
                    + " extra ones that start at 0: say how many as augment, which is now " + augment);
        }
        int width = shapes.width((int) number("width", 0, 0, Network.WIDTH.high()));
        var layers = new ArrayList<Layer>();
        for (int k = 0; k < parts.layers().size(); k++) {
            layers.add(shapes.layer(k, width));
        }
        var readout = readout(inputs, dimension);
        var control = new Control(shapes.family(), dimension, width, layers, augment, readout);
        int outputs = readout.map(Readout::outputs).orElse(inputs);
        var classes = ImportedNetwork.classes(readout, parts.texts().getOrDefault("classes", List.of()));
        return new ImportedNetwork(
                control,
                integrator(),
                (int) number("substeps", 1, 1, Network.SUBSTEPS.high()),
                scaling(inputs, outputs),
                classes);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(parts.texts().get(name)).map(List::getFirst);
    }

    /// A single number; whole where the largest allowed one is.
    private double number(String name, double none, double low, double high) throws ProjectException {
        var tensor = parts.network().get(name);
        if (tensor == null) {
            return none;
        }
        double value = tensor.values().length == 1 ? tensor.values()[0] : Double.NaN;
        if (!(value >= low && value <= high && value == Math.rint(value))) {
            throw ProjectException.whole(name + " must be one whole number in " + (long) low + " … " + (long) high
                    + ": " + (tensor.values().length == 1 ? value + "" : "its shape is " + tensor.shapeText()));
        }
        return value;
    }

    private void requireSame(String name, int wanted) throws ProjectException {
        number(name, wanted, wanted, wanted);
    }

    private ControlFamily family() throws ProjectException {
        var sigma = activation();
        var id = text("family");
        var damping = parts.network().getOrDefault("damping", Tensor.number("damping", 0));
        if (id.isPresent()) {
            var family = ControlFamily.named(id.get(), sigma.orElse(Activation.TANH), damping.values()[0]);
            var said = text("activation");
            if (said.isPresent() && !said.get().equals(family.activation().id())) {
                throw ProjectException.whole("the family " + family.id() + " has the activation "
                        + family.activation().id() + ", and the file says " + said.get());
            }
            return family;
        }
        if (sigma.isEmpty()) {
            throw ProjectException.whole("the file does not say which σ its layers have; name it by --activation, such"
                    + " as --activation relu");
        }
        return sigma.get() == Activation.IDENTITY
                ? ControlFamily.named("linear")
                : ControlFamily.named(sigma.get().id(), sigma.get(), 0);
    }

    private Optional<Nonlinearity> activation() {
        var name = text("activation");
        if (name.isEmpty()) {
            return otherwise;
        }
        return Optional.of(
                name.get().equals(FormulaActivation.ID)
                        ? FormulaActivation.of(text("sigma").orElse(""))
                        : Activation.named(name.get()));
    }

    private Integrator integrator() throws ProjectException {
        var id = text("integrator").orElse(Integrator.EULER.id());
        return Arrays.stream(Integrator.values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProjectException.whole("there is no integrator '" + id + "'; choose one of "
                        + Arrays.stream(Integrator.values()).map(Integrator::id).toList()));
    }

    private Optional<Readout> readout(int inputs, int dimension) throws ProjectException {
        Map<String, Tensor> all = parts.network();
        var a = all.get("readout_A");
        if (a == null) {
            return inputs < dimension ? Optional.of(Readout.projection(inputs, dimension)) : Optional.empty();
        }
        if (a.shape().length != 2 || a.shape()[1] != dimension) {
            throw ProjectException.whole("readout_A has the shape " + a.shapeText() + ", and must be outputs × "
                    + dimension + ", the dimension of the state");
        }
        int outputs = a.shape()[0];
        var c = all.getOrDefault("readout_c", Tensor.vector("readout_c", new double[outputs]));
        if (!c.has(outputs)) {
            throw ProjectException.whole("readout_c has the shape " + c.shapeText() + ", and must have "
                    + Tensor.text(outputs) + ", as readout_A has " + outputs + " rows");
        }
        boolean scores = number("readout_scores", 0, 0, 1) == 1;
        if (!scores && outputs > inputs) {
            throw ProjectException.whole("readout_A has the shape " + a.shapeText() + ": " + outputs
                    + " outputs of points with " + inputs + (inputs == 1 ? " coordinate" : " coordinates")
                    + " can only be scores of classes; say so by readout_scores = true");
        }
        return Optional.of(new Readout(a.rows(), c.values(), scores));
    }

    private Optional<Scaling> scaling(int inputs, int outputs) throws ProjectException {
        if (!parts.network().containsKey("input_factor")) {
            return Optional.empty();
        }
        return Optional.of(new Scaling(
                offset("input_offset", inputs),
                single("input_factor"),
                offset("output_offset", outputs),
                single("output_factor")));
    }

    private List<Double> offset(String name, int length) throws ProjectException {
        var offset = parts.network().getOrDefault(name, Tensor.vector(name, new double[length]));
        if (!offset.has(length)) {
            throw ProjectException.whole(
                    name + " has the shape " + offset.shapeText() + ", and must have " + Tensor.text(length));
        }
        return Arrays.stream(offset.values()).boxed().toList();
    }

    private double single(String name) throws ProjectException {
        var factor = parts.network().getOrDefault(name, Tensor.number(name, 1));
        if (factor.values().length != 1) {
            throw ProjectException.whole(name + " has the shape " + factor.shapeText() + ", and must be one number");
        }
        return factor.values()[0];
    }
}
