package isotopy.project;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A graph of ONNX while it is written: operators, one after the other, on values that are known by name. Mutable.
///
/// All numbers are of double precision. Constants are written once and shared, also by the graphs inside loops, which
/// see the values of the graph around them.
/// Source: *ONNX IR* and `onnx.proto`, https://onnx.ai/onnx/repo-docs/IR.html, whose field numbers these are.
final class OnnxGraph {
    /// A row count that differs from call to call.
    static final long ANY = -1;

    private static final int FLOAT64 = 11;
    private static final int INT64 = 7;
    private static final int BOOL = 9;
    private static final int STRING = 8;
    private static final int AXES_ATTRIBUTE = 7;

    /// What the graph and those inside it have in common: the constants, and which names are taken.
    private static final class Shared {
        private final ProtoPen constants = new ProtoPen();
        private final Map<String, String> names = new LinkedHashMap<>();
        private int values;
    }

    private final Shared shared;
    private final ProtoPen nodes = new ProtoPen();
    private final ProtoPen ends = new ProtoPen();

    OnnxGraph() {
        this(new Shared());
    }

    private OnnxGraph(Shared shared) {
        this.shared = shared;
    }

    /// The value of an operator of these inputs.
    String node(String operator, String... inputs) {
        return node(operator, List.of(), inputs);
    }

    /// The same for an operator with attributes.
    String node(String operator, List<ProtoPen> attributes, String... inputs) {
        return nodes(operator, attributes, 1, inputs).getFirst();
    }

    /// The values of an operator that has several.
    List<String> nodes(String operator, List<ProtoPen> attributes, int outputs, String... inputs) {
        var results = new ArrayList<String>();
        for (int i = 0; i < outputs; i++) {
            results.add(operator.toLowerCase(Locale.ROOT) + "_" + shared.values++);
        }
        emit(operator, attributes, List.of(inputs), results);
        return results;
    }

    private void emit(String operator, List<ProtoPen> attributes, List<String> inputs, List<String> outputs) {
        var node = new ProtoPen();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, outputs.getFirst());
        node.text(4, operator);
        attributes.forEach(attribute -> node.message(5, attribute));
        nodes.message(1, node);
    }

    String sum(String left, String right) {
        return node("Add", left, right);
    }

    String difference(String left, String right) {
        return node("Sub", left, right);
    }

    String product(String left, String right) {
        return node("Mul", left, right);
    }

    String quotient(String left, String right) {
        return node("Div", left, right);
    }

    /// Where the condition holds the one, elsewhere the other.
    String where(String condition, String then, String otherwise) {
        return node("Where", condition, then, otherwise);
    }

    /// A number that every entry is combined with.
    String number(double value) {
        return constant(
                "number_" + Double.toString(value).replace('-', 'm'), FLOAT64, new int[0], raw(new double[] {value}));
    }

    /// The array of that name, which must not stand for two arrays.
    String array(Tensor tensor) {
        return constant(tensor.name(), FLOAT64, tensor.shape(), raw(tensor.values()));
    }

    /// A list of whole numbers.
    String wholes(String name, long... values) {
        var raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(name, INT64, new int[] {values.length}, new ProtoPen().bytes(9, raw.array()));
    }

    /// A single whole number.
    String whole(String name, long value) {
        var raw = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return constant(name, INT64, new int[0], new ProtoPen().bytes(9, raw.array()));
    }

    /// A list of texts.
    String texts(String name, List<String> texts) {
        var content = new ProtoPen();
        texts.forEach(text -> content.text(6, text));
        return constant(name, STRING, new int[] {texts.size()}, content);
    }

    private static ProtoPen raw(double[] values) {
        var raw = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asDoubleBuffer().put(values);
        return new ProtoPen().bytes(9, raw.array());
    }

    private String constant(String name, int type, int[] shape, ProtoPen content) {
        return shared.names.computeIfAbsent(name, _ -> {
            var tensor = new ProtoPen();
            for (int length : shape) {
                tensor.whole(1, length);
            }
            shared.constants.message(5, tensor.whole(2, type).all(content).text(8, name));
            return name;
        });
    }

    /// An attribute that is a whole number.
    static ProtoPen attribute(String name, long value) {
        return new ProtoPen().text(1, name).whole(3, value).whole(20, 2);
    }

    /// An attribute that is a list of axes.
    static ProtoPen axes(long... axes) {
        var attribute = new ProtoPen().text(1, "axes");
        for (long axis : axes) {
            attribute.whole(8, axis);
        }
        return attribute.whole(20, AXES_ATTRIBUTE);
    }

    /// What a loop does once: a graph of its own that sees the values of this one.
    OnnxGraph inner() {
        return new OnnxGraph(shared);
    }

    /// A name for an input of a graph inside this one.
    String fresh(String name) {
        return name + "_" + shared.values++;
    }

    /// The values after repeating a body while its first result holds, at most `most` times.
    ///
    /// @param begins whether it is done at all
    /// @param body a finished graph whose inputs are the turn, a condition and the values, and whose outputs are a
    ///     condition and the new values
    List<String> loop(String most, String begins, OnnxGraph body, String... values) {
        var inputs = new ArrayList<>(List.of(most, begins));
        inputs.addAll(List.of(values));
        var attribute = new ProtoPen()
                .text(1, "body")
                .message(6, body.message("body", false))
                .whole(20, 5);
        return nodes("Loop", List.of(attribute), values.length, inputs.toArray(String[]::new));
    }

    /// Names an input of doubles.
    void input(String name, long... shape) {
        ends.message(11, described(name, FLOAT64, shape));
    }

    /// Names the two inputs that every body of a loop has.
    void turn(String turn, String condition) {
        ends.message(11, described(turn, INT64)).message(11, described(condition, BOOL));
    }

    /// Gives a value of doubles to whoever runs the graph, under that name.
    void output(String name, String value, long... shape) {
        emit("Identity", List.of(), List.of(value), List.of(name));
        ends.message(12, described(name, FLOAT64, shape));
    }

    /// The same for a condition.
    void condition(String name, String value) {
        emit("Identity", List.of(), List.of(value), List.of(name));
        ends.message(12, described(name, BOOL));
    }

    /// The same for texts.
    void outputTexts(String name, String value, long... shape) {
        emit("Identity", List.of(), List.of(value), List.of(name));
        ends.message(12, described(name, STRING, shape));
    }

    private static ProtoPen described(String name, int type, long... shape) {
        var sides = new ProtoPen();
        for (long side : shape) {
            sides.message(1, side == ANY ? new ProtoPen().text(2, "n") : new ProtoPen().whole(1, side));
        }
        var tensor = new ProtoPen().whole(1, type).message(2, sides);
        return new ProtoPen().text(1, name).message(2, new ProtoPen().message(1, tensor));
    }

    /// The graph as a message; the outermost one has the constants.
    ProtoPen message(String name, boolean outermost) {
        var graph = new ProtoPen().all(nodes).text(2, name);
        return (outermost ? graph.all(shared.constants) : graph).all(ends);
    }
}
