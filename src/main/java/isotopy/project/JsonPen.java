package isotopy.project;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON for people and programs alike: one field a line, and a row of numbers in one line. Mutable.
final class JsonPen {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final StringWriter text = new StringWriter();
    private final Layout layout = new Layout();
    private final JsonGenerator json = MAPPER.writer().with(layout).createGenerator(text);

    JsonPen() {
        json.writeStartObject();
    }

    /// Ends the text and returns it.
    String finished() {
        json.writeEndObject();
        json.close();
        return text + "\n";
    }

    JsonPen text(String field, String value) {
        json.writeStringProperty(field, value);
        return this;
    }

    JsonPen whole(String field, long value) {
        json.writeNumberProperty(field, value);
        return this;
    }

    /// Writes null for what is no finite number, because JSON has no name for it.
    JsonPen number(String field, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(field, value);
        } else {
            json.writeNullProperty(field);
        }
        return this;
    }

    JsonPen flag(String field, boolean value) {
        json.writeBooleanProperty(field, value);
        return this;
    }

    JsonPen nothing(String field) {
        json.writeNullProperty(field);
        return this;
    }

    JsonPen numbers(String field, double... values) {
        json.writeName(field);
        row(values);
        return this;
    }

    JsonPen numbers(String field, List<? extends Number> values) {
        return numbers(field, values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    JsonPen wholes(String field, long... values) {
        json.writeName(field);
        layout.inline = true;
        json.writeArray(values, 0, values.length);
        layout.inline = false;
        return this;
    }

    JsonPen texts(String field, List<String> values) {
        json.writeName(field);
        layout.inline = true;
        json.writeArray(values.toArray(new String[0]), 0, values.size());
        layout.inline = false;
        return this;
    }

    /// A matrix, one row a line.
    JsonPen rows(String field, double[][] rows) {
        json.writeArrayPropertyStart(field);
        for (var row : rows) {
            row(row);
        }
        json.writeEndArray();
        return this;
    }

    JsonPen object(String field, Runnable fields) {
        json.writeObjectPropertyStart(field);
        fields.run();
        json.writeEndObject();
        return this;
    }

    /// A list to which `items` adds by [#item(Runnable)].
    JsonPen list(String field, Runnable items) {
        json.writeArrayPropertyStart(field);
        items.run();
        json.writeEndArray();
        return this;
    }

    void item(Runnable fields) {
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
