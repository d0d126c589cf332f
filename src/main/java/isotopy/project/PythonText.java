package isotopy.project;

import isotopy.control.Control;
import isotopy.control.Readout;
import isotopy.flow.Integrator;
import isotopy.math.Form;
import isotopy.target.Kind;
import isotopy.target.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a flow as a Python program that redoes it: its numbers, the field of a layer, a step of the scheme, and what
/// is read off at the end. By NumPy it is functions, by PyTorch a module.
final class PythonText {
    private static final List<String> RIDGED = List.of("duration", "W", "b", "V");
    private static final List<String> CENTRED = List.of("duration", "C", "s", "V");

    private final Project project;
    private final Control control;
    private final PythonLibrary library;
    private final String version;

    PythonText(Project project, PythonLibrary library, String version) {
        this.project = project;
        this.library = library;
        this.version = version;
        control = project.control();
    }

    private boolean module() {
        return library == PythonLibrary.PYTORCH;
    }

    private Kind kind() {
        return project.experiment().target().kind();
    }

    private Integrator integrator() {
        return project.experiment().network().integrator();
    }

    /// The program.
    String text() {
        var parts = new ArrayList<String>();
        parts.add(head());
        parts.add(PythonSigma.text(control.family().activation(), library));
        var functions = new ArrayList<String>();
        functions.add(control.family().form() == Form.RADIAL ? PythonBlocks.BUMPS : PythonBlocks.RIDGES);
        functions.add(PythonBlocks.step(integrator()));
        functions.add(states());
        functions.addAll(readings());
        if (module()) {
            parts.add("class Flow(nn.Module):\n"
                    + "    \"\"\"The network, in double precision; its parameters can be trained further.\"\"\"\n\n"
                    + (constructor() + "\n" + String.join("\n", functions).replace("SELF", "self")).indent(4));
        } else {
            functions.forEach(
                    function -> parts.add(function.replace("SELF, ", "").replace("SELF.", "")));
        }
        parts.add(PythonBlocks.MAIN.replace("CARRIED", carried()));
        return String.join("\n\n", parts).replace("LIB.", library.module() + ".");
    }

    /// The rows that `main` writes beside the points.
    private String carried() {
        if (module()) {
            return "Flow()(torch.tensor(x, dtype=torch.float64)).tolist()";
        }
        return kind() == Kind.LABELS
                ? "[[*place, name] for place, name in zip(apply(x).tolist(), classes(x))]"
                : "apply(x).tolist()";
    }

    private String head() {
        var text = new StringBuilder("\"\"\"" + remark() + "\"\"\"\n\nimport csv\nimport math\nimport sys\n\n");
        text.append(module() ? "import torch\nfrom torch import nn\n" : "import numpy as np\n");
        text.append("\nFROM = ").append(texts(from())).append("\nTO = ").append(texts(to()));
        text.append("\nAUGMENT = ").append(control.augment()).append("  # coordinates of the state that start at 0");
        text.append("\nSUBSTEPS = ").append(substeps()).append("  # steps a layer\n");
        project.experiment().scaling().ifPresent(scaling -> {
            text.append("# points enter as (x - offset) / factor, and what comes out is offset + factor * z\n");
            constant(text, "INPUT_OFFSET", library.array(scaling.inputCentre().toString()));
            constant(text, "INPUT_FACTOR", PythonSigma.number(scaling.inputReach()));
            constant(text, "OUTPUT_OFFSET", library.array(scaling.outputCentre().toString()));
            constant(text, "OUTPUT_FACTOR", PythonSigma.number(scaling.outputReach()));
        });
        if (project.experiment().target() instanceof Labels labels) {
            constant(text, "CLASSES", texts(labels.names()));
        }
        text.append(legend());
        numbers().forEach(tensor -> constant(text, upper(tensor), library.array(list(tensor, 0, 0, 1))));
        return text.toString();
    }

    private static void constant(StringBuilder text, String name, String value) {
        text.append(name).append(" = ").append(value).append('\n');
    }

    private String remark() {
        var network = project.experiment().network();
        return "The flow of a network of " + control.depth() + (control.depth() == 1 ? " layer" : " layers")
                + " of the family " + network.family().id() + ".\n\n"
                + "Written by Isotopy " + version + ": σ(u) = "
                + network.family().activation().formula().replace("\\", "\\\\").replace("\"", "'")
                + ", T = " + control.horizon() + ", integrator " + integrator().id() + ".\n"
                + (module()
                        ? "Flow()(x) gives what the network says of the rows of x, in double precision.\n"
                        : "apply(x) carries the rows of x; it needs NumPy and nothing else.\n")
                + "From a shell: python3 THIS_FILE IN.csv > OUT.csv, with the columns " + String.join(", ", from())
                + ".\n";
    }

    private String legend() {
        return "# for each layer how long it acts, and the field "
                + (control.family().form() == Form.RADIAL
                        ? "sum_j V_j exp(-|z - C_j|^2 / (2 s^2))"
                        : "V sigma(W z + b)")
                + "\n";
    }

    private int substeps() {
        boolean followed = integrator().adaptive() || integrator() == Integrator.EXACT;
        return followed ? 1 : project.experiment().network().substeps();
    }

    private List<String> from() {
        return kind() == Kind.LINE ? List.of("x") : List.of("x1", "x2");
    }

    private List<String> to() {
        return switch (kind()) {
            case LINE -> List.of("y");
            case PLANE -> List.of("y1", "y2");
            case FUNCTION -> List.of("u");
            case LABELS -> {
                var scores = new ArrayList<String>();
                for (int i = 1; i <= project.experiment().target().outputs(); i++) {
                    scores.add("score" + i);
                }
                yield module() ? scores : List.of("y1", "y2", "label");
            }
        };
    }

    /// The arrays that the field is computed from, the durations, and the read-out.
    private List<Tensor> numbers() {
        var tensors = new ArrayList<Tensor>();
        var used = control.family().form() == Form.RADIAL ? CENTRED : RIDGED;
        for (var tensor : WeightsFile.stacked(project)) {
            if (used.contains(tensor.name())) {
                tensors.add(tensor);
            }
        }
        control.readout().ifPresent(map -> {
            tensors.add(Tensor.matrix("A", map.a()));
            tensors.add(Tensor.vector("c", map.c()));
        });
        return tensors;
    }

    /// A module keeps its arrays in its own names, the program that is functions in these.
    private String upper(Tensor tensor) {
        return (module() ? "_" : "") + tensor.name();
    }

    private String constructor() {
        var text = new StringBuilder("def __init__(self):\n    super().__init__()\n");
        for (var tensor : numbers()) {
            text.append(
                    tensor.name().equals("duration")
                            ? "    self.register_buffer(\"duration\", _duration)\n"
                            : "    self." + tensor.name() + " = nn.Parameter(_" + tensor.name() + ".clone())\n");
        }
        return text.toString();
    }

    private String states() {
        boolean scaled = project.experiment().scaling().isPresent();
        var start = module() ? "x" : "np.asarray(x, dtype=float)";
        var zeros = module()
                ? "torch.cat([z, z.new_zeros(len(z), AUGMENT)], 1)"
                : "np.concatenate([z, np.zeros((len(z), AUGMENT))], 1)";
        var text = new StringBuilder(module() ? "" : "@np.errstate(all=\"ignore\")\n");
        text.append("def states(SELF, x):\n    \"\"\"The last states, for the rows of x.\"\"\"\n");
        text.append("    z = ")
                .append(scaled ? "(" + start + " - INPUT_OFFSET) / INPUT_FACTOR" : start)
                .append('\n');
        if (control.augment() > 0) {
            text.append("    z = ").append(zeros).append('\n');
        }
        text.append("    for k, length in enumerate(SELF.duration):\n        for _ in range(SUBSTEPS):\n");
        text.append("            z = SELF.step(z, length / SUBSTEPS, k)\n    return z\n");
        return text.toString();
    }

    /// What is read off the states. For classes that are scores; where points go is what the program's `apply`
    /// tells.
    private List<String> readings() {
        var read = control.readout().isPresent() ? "SELF.states(x) @ SELF.A.T + SELF.c" : "SELF.states(x)";
        var units = project.experiment().scaling().isPresent();
        boolean scores = control.readout().map(Readout::scores).orElse(false);
        var user = units ? "OUTPUT_OFFSET + OUTPUT_FACTOR * (" + read + ")" : read;
        if (module()) {
            return List.of(reading("forward", "What the network says of the rows of x.", user));
        }
        if (!scores) {
            return List.of(reading("apply", "Where the rows of x go, or their values.", user));
        }
        var places = "states(x)[:, :" + control.inputs() + "]";
        return List.of(
                reading("scores", "A score for each class, for the rows of x.", user),
                reading(
                        "classes",
                        "The names of the classes that the rows of x are put in.",
                        "[CLASSES[i] for i in scores(x).argmax(1)]"),
                reading(
                        "apply",
                        "Where the rows of x go.",
                        units ? "INPUT_OFFSET + INPUT_FACTOR * " + places : places));
    }

    private static String reading(String name, String what, String value) {
        return "def " + name + "(SELF, x):\n    \"\"\"" + what + "\"\"\"\n    return " + value + "\n";
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A text as Python reads it back, in ASCII.
    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(point -> point >= ' ' && point < 127 && point != '"' && point != '\\'
                        ? Character.toString(point)
                        : String.format(Locale.ROOT, "\\U%08x", point))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /// Nested lists, a row of numbers in one line.
    private static String list(Tensor tensor, int axis, int from, int blocks) {
        int size = tensor.values().length / blocks;
        if (axis == tensor.shape().length) {
            return PythonSigma.number(tensor.values()[from]);
        }
        int inner = size / tensor.shape()[axis];
        var parts = new ArrayList<String>();
        for (int k = 0; k < tensor.shape()[axis]; k++) {
            parts.add(list(tensor, axis + 1, from + k * inner, blocks * tensor.shape()[axis]));
        }
        boolean row = axis == tensor.shape().length - 1;
        return row
                ? "[" + String.join(", ", parts) + "]"
                : parts.stream()
                        .map(part -> part.indent(4).stripTrailing())
                        .collect(Collectors.joining(",\n", "[\n", ",\n]"));
    }
}
