package isotopy.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the weights of a network in JSON: an object with a list `layers`, one object a layer, or with arrays that hold
/// all layers, as in an archive of NumPy.
final class JsonParts {
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, Tensor> arrays = new LinkedHashMap<>();
    private final List<Map<String, Tensor>> layers = new ArrayList<>();

    private JsonParts() {}

    /// Throws: `ProjectException` with line and column.
    static Parts read(String text) throws ProjectException {
        if (!text.stripLeading().startsWith("{")) {
            throw ProjectException.at(
                    new Place(1, 1),
                    "weights are a JSON object, which begins with {, or an archive of numpy.savez",
                    "name such a file");
        }
        var read = new JsonParts();
        read.members(JsonText.read(text), "");
        return read.layers.isEmpty()
                ? Parts.of(read.texts, read.arrays)
                : new Parts(read.texts, read.arrays, read.layers).requireEven();
    }

    /// Nested objects are joined to one name: `readout.A` is `readout_A`, as in an archive.
    private void members(JsonValue.Members members, String before) throws ProjectException {
        for (var field : members.fields().entrySet()) {
            var name = before + field.getKey();
            switch (field.getValue()) {
                case JsonValue.Text(var value, var _) -> texts.put(name, List.of(value));
                case JsonValue.Nothing _ -> {}
                case JsonValue.Members inner -> members(inner, name.startsWith("scaling") ? inside(name) : name + "_");
                case JsonValue.Items items when name.equals("layers") -> layers(items);
                case JsonValue.Items(var values, var _)
                when values.getFirst() instanceof JsonValue.Text -> texts.put(name, words(name, values));
                case JsonValue value -> arrays.put(name, tensor(name, value));
            }
        }
    }

    /// `scaling.input.offset` is `input_offset`.
    private static String inside(String name) {
        return name.equals("scaling") ? "scaling_" : name.substring("scaling_".length()) + "_";
    }

    private static List<String> words(String name, List<JsonValue> values) throws ProjectException {
        var words = new ArrayList<String>();
        for (var value : values) {
            if (!(value instanceof JsonValue.Text(var word, var place))) {
                throw ProjectException.at(value.place(), name + " must hold texts, but here is " + value.kind());
            }
            words.add(word);
        }
        return words;
    }

    private void layers(JsonValue.Items items) throws ProjectException {
        for (var item : items.values()) {
            var name = "layers[" + layers.size() + "]";
            if (!(item instanceof JsonValue.Members(var fields, var _))) {
                throw ProjectException.at(item.place(), name + " must be an object, but here is " + item.kind());
            }
            var layer = new LinkedHashMap<String, Tensor>();
            for (var field : fields.entrySet()) {
                if (Parts.OF_LAYERS.contains(field.getKey())) {
                    layer.put(field.getKey(), tensor(name + "." + field.getKey(), field.getValue()));
                }
            }
            layers.add(layer);
        }
    }

    private static Tensor tensor(String name, JsonValue value) throws ProjectException {
        return switch (value) {
            case JsonValue.Numeral(double number, var _, var _) -> Tensor.number(name, number);
            case JsonValue.Flag(boolean flag, var _) -> Tensor.number(name, flag ? 1 : 0);
            case JsonValue.Numbers(var numbers, var _) -> Tensor.vector(name, numbers);
            case JsonValue.Items(var values, var place) -> {
                var parts = new ArrayList<Tensor>();
                for (var part : values) {
                    parts.add(tensor(name, part));
                }
                try {
                    yield Tensor.stacked(name, parts);
                } catch (IllegalArgumentException e) {
                    throw ProjectException.at(place, String.valueOf(e.getMessage()));
                }
            }
            case JsonValue.Text _, JsonValue.Nothing _, JsonValue.Members _ ->
                throw ProjectException.at(value.place(), name + " must hold numbers, but here is " + value.kind());
        };
    }
}
