package isotopy.project;

import isotopy.flow.Integrator;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.target.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parameters of a trained flow for other programs, and back: JSON, an archive of NumPy, a Python program, a
/// PyTorch module and a model of ONNX. The same flow gives the same bytes.
///
/// JSON has the fields of a project's `control`. An archive has the same under the same names, with the layers stacked
/// along a first axis and the fields of nested objects joined: `readout_A`, `input_offset`.
public final class WeightsFile {
    private static final int SCHEMA = 1;
    private static final long LARGEST = 1L << 29;

    /// What a flow can be written as.
    public enum Form {
        /// The parameters in the form that projects have them.
        JSON("json", ".json"),
        /// Arrays for `numpy.load`.
        NPZ("npz", ".npz"),
        /// A module of PyTorch.
        PYTORCH("pytorch", ".pt.py"),
        /// A program that needs NumPy alone.
        PYTHON("python", ".py"),
        /// A model for ONNX Runtime and the like.
        ONNX("onnx", ".onnx");

        private final String id;
        private final String ending;

        Form(String id, String ending) {
            this.id = id;
            this.ending = ending;
        }

        /// All of them.
        public static List<Form> all() {
            return List.of(values());
        }

        /// The name on the command line.
        public String id() {
            return id;
        }

        /// The ending of its files' names, with the dot.
        public String ending() {
            return ending;
        }

        /// The form that a file's name ends in.
        public static Optional<Form> of(Path file) {
            var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return all().stream().filter(form -> name.endsWith(form.ending)).findFirst();
        }
    }

    private WeightsFile() {}

    /// Why a flow cannot be written in that form, in one sentence; empty where it can.
    public static Optional<String> unfit(Project project, Form form) {
        var integrator = project.experiment().network().integrator();
        boolean followed = integrator.adaptive() || integrator == Integrator.EXACT;
        return form == Form.PYTORCH && followed
                ? Optional.of("a PyTorch module redoes the steps of euler, midpoint, heun, rk4 and symplectic, and this"
                        + " flow is integrated by " + integrator.id() + "; write a " + Form.PYTHON.ending
                        + " file, or train with one of those")
                : Optional.empty();
    }

    /// Writes the file, whole or not at all.
    ///
    /// @param version the program's, for a remark in files that have room for one
    /// @param provenance for forms that have room for it
    /// Throws: `IOException` whose message is a sentence for the user.
    public static void write(Project project, Form form, String version, Optional<Provenance> provenance, Path file)
            throws IOException {
        Replacement.write(file, into -> {
            switch (form) {
                case JSON -> into.write(json(project).getBytes(StandardCharsets.UTF_8));
                case NPZ -> npz(project, into);
                case PYTORCH ->
                    into.write(new PythonText(project, PythonLibrary.PYTORCH, version)
                            .text()
                            .getBytes(StandardCharsets.UTF_8));
                case PYTHON ->
                    into.write(new PythonText(project, PythonLibrary.NUMPY, version)
                            .text()
                            .getBytes(StandardCharsets.UTF_8));
                case ONNX -> into.write(new OnnxModel(project, version, provenance).bytes());
            }
        });
    }

    private static String json(Project project) {
        var pen = new JsonPen();
        pen.whole("schema", SCHEMA);
        if (project.experiment().target() instanceof Labels labels) {
            pen.texts("classes", labels.names());
        }
        ControlJson.write(project.control(), project.experiment(), pen);
        return pen.finished();
    }

    private static void npz(Project project, OutputStream into) throws IOException {
        var control = project.control();
        var network = project.experiment().network();
        var family = control.family();
        var npz = new NpzWriter(into);
        npz.add("schema", SCHEMA);
        npz.add("family", family.id());
        npz.add("activation", family.activation().id());
        if (family.activation() instanceof FormulaActivation formula) {
            npz.add("sigma", formula.formula());
        }
        if (family.damping() != 0) {
            npz.add(Tensor.number("damping", family.damping()));
        }
        npz.add("dimension", control.dimension());
        npz.add("augment", control.augment());
        if (family.hasWidth()) {
            npz.add("width", control.width());
        }
        npz.add("integrator", network.integrator().id());
        npz.add("substeps", network.substeps());
        for (var tensor : stacked(project)) {
            npz.add(tensor);
        }
        if (control.readout().isPresent()) {
            var readout = control.readout().get();
            npz.add(Tensor.matrix("readout_A", readout.a()));
            npz.add(Tensor.vector("readout_c", readout.c()));
            npz.add("readout_scores", readout.scores());
        }
        if (project.experiment().scaling().isPresent()) {
            var scaling = project.experiment().scaling().get();
            npz.add(vector("input_offset", scaling.inputCentre()));
            npz.add(Tensor.number("input_factor", scaling.inputReach()));
            npz.add(vector("output_offset", scaling.outputCentre()));
            npz.add(Tensor.number("output_factor", scaling.outputReach()));
        }
        if (project.experiment().target() instanceof Labels labels) {
            npz.add("classes", labels.names());
        }
        npz.finish();
    }

    private static Tensor vector(String name, List<Double> values) {
        return Tensor.vector(
                name, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The arrays of all layers, each with the layers along its first axis.
    static List<Tensor> stacked(Project project) {
        var control = project.control();
        var layers = control.layers().stream()
                .map(layer -> LayerJson.entries(control, layer))
                .toList();
        var tensors = new ArrayList<Tensor>();
        tensors.add(Tensor.vector(
                "duration",
                control.layers().stream().mapToDouble(layer -> layer.duration()).toArray()));
        for (int i = 0; i < layers.getFirst().size(); i++) {
            int entry = i;
            tensors.add(Tensor.stacked(
                    layers.getFirst().get(i).name(),
                    layers.stream().map(layer -> layer.get(entry).tensor()).toList()));
        }
        return tensors;
    }

    /// The network in a file of weights, JSON or an archive of NumPy; which of them, the file itself says.
    ///
    /// @param otherwise the σ of a file that names none
    /// Throws: `ProjectException` with the file's name, one sentence for whatever is wrong.
    public static ImportedNetwork read(Path file, Optional<Nonlinearity> otherwise) throws ProjectException {
        try {
            return new NetworkReader(parts(file), otherwise).read();
        } catch (ProjectException e) {
            throw e.in(file.toString());
        }
    }

    private static Parts parts(Path file) throws ProjectException {
        if (Files.isDirectory(file)) {
            throw ProjectException.whole(Unreadable.FOLDER);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw ProjectException.whole("the file is larger than the weights of any network that can be shown");
            }
            try (var in = Files.newInputStream(file)) {
                var first = in.readNBytes(2);
                if (first.length == 2 && first[0] == 'P' && first[1] == 'K') {
                    return NpzReader.read(file);
                }
            }
            return JsonParts.read(ProjectFile.text(file));
        } catch (IOException e) {
            throw ProjectException.whole(Unreadable.sentence(e));
        }
    }
}
