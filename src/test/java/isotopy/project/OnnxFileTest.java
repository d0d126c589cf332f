package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.project.WeightsFile.Form;
import isotopy.target.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models of ONNX, read back field by field, and by the checker of the `onnx` library.
class OnnxFileTest {
    /// Operators that ONNX Runtime computes in double precision, and those on shapes and texts.
    private static final Set<String> OPERATORS = Set.of(
            "Abs",
            "Add",
            "And",
            "ArgMax",
            "Clip",
            "Concat",
            "Div",
            "Equal",
            "Exp",
            "Expand",
            "Floor",
            "Gather",
            "Gemm",
            "Greater",
            "GreaterOrEqual",
            "Identity",
            "Less",
            "LessOrEqual",
            "Log",
            "Loop",
            "Max",
            "Min",
            "Mul",
            "Neg",
            "Or",
            "Pad",
            "Pow",
            "ReduceMax",
            "ReduceSum",
            "Relu",
            "Shape",
            "Sigmoid",
            "Sign",
            "Sin",
            "Slice",
            "Sqrt",
            "Sub",
            "Tanh",
            "Unsqueeze",
            "Where");

    @TempDir
    Path folder;

    private static Proto model(Project project) {
        return Proto.of(new OnnxModel(project, "1.2", Optional.empty()).bytes());
    }

    @Test
    void everyValueIsMadeOnceBeforeItIsUsedByOperatorsThatHaveAKernel() {
        for (var project : WeightsFileTest.projects()) {
            var model = model(project);
            assertThat(model.whole(1)).isEqualTo(8);
            assertThat(model.message(8).whole(2)).isEqualTo(17);
            var graph = model.message(7);
            var known = new HashSet<String>();
            graph.messages(5).forEach(constant -> add(constant.text(8), known));
            requireOrdered(graph, known);
        }
    }

    private static void add(String name, Set<String> known) {
        assertThat(known.add(name)).as("%s is new", name).isTrue();
    }

    private static void requireOrdered(Proto graph, Set<String> known) {
        graph.messages(11).forEach(input -> add(input.text(1), known));
        for (var node : graph.messages(1)) {
            assertThat(node.text(4)).isIn(OPERATORS);
            assertThat(known).containsAll(node.texts(1));
            for (var attribute : node.messages(5)) {
                if (!attribute.messages(6).isEmpty()) {
                    requireOrdered(attribute.message(6), new HashSet<>(known));
                }
            }
            node.texts(2).forEach(output -> add(output, known));
        }
        graph.messages(12).forEach(output -> assertThat(known).contains(output.text(1)));
    }

    @Test
    void theArraysAreThoseOfTheLayersToTheLastBit() {
        for (var project : WeightsFileTest.projects()) {
            var control = project.control();
            var constants = model(project).message(7).messages(5);
            for (int k = 0; k < control.depth(); k++) {
                for (var entry : LayerJson.entries(control, control.layers().get(k))) {
                    var name = entry.name() + "_" + k;
                    for (var constant : constants) {
                        if (constant.text(8).equals(name)) {
                            requireSame(constant, entry.tensor());
                        }
                    }
                }
            }
            assertThat(constants.stream().map(constant -> constant.text(8)))
                    .as(WeightsFileTest.named(project))
                    .anyMatch(name -> name.matches("V_3(_0)?"));
        }
    }

    private static void requireSame(Proto constant, Tensor tensor) {
        assertThat(constant.wholes(1))
                .isEqualTo(Arrays.stream(tensor.shape())
                        .mapToObj(length -> (long) length)
                        .toList());
        assertThat(constant.whole(2)).isEqualTo(11);
        var raw = ByteBuffer.wrap(constant.bytes(9))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        var values = new double[raw.remaining()];
        raw.get(values);
        assertThat(values).isEqualTo(tensor.values());
    }

    @Test
    void aModelSaysItsInputsItsOutputsAndWhatMadeIt() {
        for (var project : WeightsFileTest.projects()) {
            var made = Provenance.of(project, "isotopy weights a.isotopy --out a.onnx");
            var model = Proto.of(new OnnxModel(project, "1.2", Optional.of(made)).bytes());
            assertThat(model.text(2) + " " + model.text(3)).isEqualTo("Isotopy 1.2");
            assertThat(model.messages(14).stream().map(entry -> entry.text(1) + ": " + entry.text(2)))
                    .containsExactly("isotopy-version: 1.2", "isotopy-provenance: " + made.text());
            var graph = model.message(7);
            assertThat(graph.messages(11).stream().map(input -> input.text(1))).containsExactly("x");
            boolean classes = project.experiment().target().kind() == Kind.LABELS;
            assertThat(graph.messages(12).stream().map(output -> output.text(1)))
                    .isEqualTo(classes ? List.of("y", "scores", "label") : List.of("y"));
        }
    }

    @Test
    void theCheckerOfOnnxFindsNothingWrong() throws Exception {
        var python = Python.with("onnx");
        var files = new ArrayList<Path>();
        for (var project : WeightsFileTest.projects()) {
            var file = folder.resolve("m" + files.size() + ".onnx");
            WeightsFile.write(project, Form.ONNX, "0.0", Optional.empty(), file);
            files.add(file.getFileName());
        }
        assertThat(Files.list(folder)).hasSize(files.size());
        var lines = python.lines(folder, """
                import sys
                import onnx
                for name in sys.argv[1:]:
                    model = onnx.load(name)
                    onnx.checker.check_model(model, full_check=True)
                    print(name, [d.dim_param or d.dim_value for d in model.graph.output[0].type.tensor_type.shape.dim])
                """, files.toArray());
        assertThat(lines).hasSameSizeAs(files).allMatch(line -> line.matches("m\\d+\\.onnx \\['n', [12]]"));
    }
}
