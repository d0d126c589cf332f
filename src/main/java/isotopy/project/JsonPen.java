package isotopy.project;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON for people and programs alike: one field a line, and a row of numbers in one line. Mutable.
public final class JsonPen {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final StringWriter text = new StringWriter();
    private final Layout layout = new Layout();
    private final JsonGenerator json = MAPPER.writer().with(layout).createGenerator(text);

    /// Begins an object.
    public JsonPen() {
        json.writeStartObject();
    }

    /// Ends the text and returns it.
    public String finished() {
        json.writeEndObject();
        json.close();
        return text + "\n";
    }

    /// A field that holds a text.
    public JsonPen text(String field, String value) {
        json.writeStringProperty(field, value);
        return this;
    }

    /// A field that holds a whole number.
    public JsonPen whole(String field, long value) {
        json.writeNumberProperty(field, value);
        return this;
    }

    /// Writes null for what is no finite number, because JSON has no name for it.
    public JsonPen number(String field, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(field, value);
        } else {
            json.writeNullProperty(field);
        }
        return this;
    }

    /// A field that holds true or false.
    public JsonPen flag(String field, boolean value) {
        json.writeBooleanProperty(field, value);
        return this;
    }

    /// A field that holds null.
    public JsonPen nothing(String field) {
        json.writeNullProperty(field);
        return this;
    }

    /// A list of numbers in one line.
    public JsonPen numbers(String field, double... values) {
        json.writeName(field);
        row(values);
        return this;
    }

    /// A list of numbers in one line.
    public JsonPen numbers(String field, List<? extends Number> values) {
        return numbers(field, values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    /// A list of whole numbers in one line.
    public JsonPen wholes(String field, long... values) {
        json.writeName(field);
        layout.inline = true;
        json.writeArray(values, 0, values.length);
        layout.inline = false;
        return this;
    }

    /// A list of texts in one line.
    public JsonPen texts(String field, List<String> values) {
        json.writeName(field);
        layout.inline = true;
        json.writeArray(values.toArray(new String[0]), 0, values.size());
        layout.inline = false;
        return this;
    }

    /// A matrix, one row a line.
    public JsonPen rows(String field, double[][] rows) {
        json.writeArrayPropertyStart(field);
        for (var row : rows) {
            row(row);
        }
        json.writeEndArray();
        return this;
    }

    /// An object with the fields that `fields` writes.
    public JsonPen object(String field, Runnable fields) {
        json.writeObjectPropertyStart(field);
        fields.run();
        json.writeEndObject();
        return this;
    }

    /// A list to which `items` adds by [#item(Runnable)].
    public JsonPen list(String field, Runnable items) {
        json.writeArrayPropertyStart(field);
        items.run();
        json.writeEndArray();
        return this;
    }

    /// Adds an object to the list that is being written.
    public void item(Runnable fields) {
        json.writeStartObject();
        fields.run();
        json.writeEndObject();
    }

    private void row(double[] values) {
        layout.inline = true;
        json.writeArray(values, 0, values.length);
        layout.inline = false;
    }

    /// Two spaces a level; arrays begun while `inline` stand in one line.
    private static final class Layout implements PrettyPrinter {
        private final Deque<Boolean> arrays = new ArrayDeque<>();
        private boolean inline;
        private int depth;

        /// Whether the innermost array that is being written stands in one line.
        private boolean inlined() {
            return arrays.element();
        }

        private void line(JsonGenerator json) {
            json.writeRaw("\n" + "  ".repeat(depth));
        }

        @Override
        public void writeRootValueSeparator(JsonGenerator json) {
            json.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator json) {
            json.writeRaw('{');
            depth++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) {
            line(json);
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(',');
            line(json);
        }

        @Override
        public void writeEndObject(JsonGenerator json, int count) {
            depth--;
            if (count > 0) {
                line(json);
            }
            json.writeRaw('}');
        }

        @Override
        public void writeStartArray(JsonGenerator json) {
            json.writeRaw('[');
            arrays.push(inline);
            depth += inline ? 0 : 1;
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            if (!inlined()) {
                line(json);
            }
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(inlined() ? ", " : ",");
            if (!inlined()) {
                line(json);
            }
        }

        @Override
        public void writeEndArray(JsonGenerator json, int count) {
            boolean oneLine = arrays.pop();
            depth -= oneLine ? 0 : 1;
            if (!oneLine && count > 0) {
                line(json);
            }
            json.writeRaw(']');
        }
    }
}
