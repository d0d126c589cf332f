package isotopy.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a JSON text into [JsonValue]s that know their places. Everything that is wrong is told as a
/// [ProjectException].
final class JsonText {
    /// Deeper than any project; what is deeper is no project.
    private static final int DEEPEST = 50;

    // NaN and infinities are let through here so that the sentence can name them
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();

    private final String text;
    private final JsonParser parser;

    private JsonText(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /// The object that the text is.
    static JsonValue.Members read(String text) throws ProjectException {
        requireObject(text);
        try (var parser = MAPPER.createParser(text)) {
            return new JsonText(text, parser).root();
        } catch (UnexpectedEndOfInputException e) {
            throw ProjectException.at(end(text), "the file ends too early, it was cut off", "open another copy");
        } catch (StreamConstraintsException e) {
            throw ProjectException.at(place(e), "this is too long or nested too deeply for a project");
        } catch (JacksonException e) {
            throw notJson(text, e);
        }
    }

    private static void requireObject(String text) throws ProjectException {
        int blank = text.length() - text.stripLeading().length();
        if (blank == text.length()) {
            throw ProjectException.at(end(text), "the file is empty", "open a file that Isotopy has saved");
        }
        if (text.charAt(blank) != '{') {
            throw ProjectException.at(
                    Place.of(text, blank),
                    "this is not a project, which begins with {",
                    "open a file that Isotopy has saved");
        }
    }

    private JsonValue.Members root() throws ProjectException {
        parser.nextToken();
        var root = members();
        if (parser.nextToken() != null) {
            throw ProjectException.at(here(), "something follows after the end of the project");
        }
        return root;
    }

    private JsonValue value() throws ProjectException {
        var place = here();
        return switch (parser.currentToken()) {
            case START_OBJECT -> members();
            case START_ARRAY -> list();
            case VALUE_STRING -> new JsonValue.Text(parser.getString(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(number(), parser.getString(), place);
            case VALUE_TRUE -> new JsonValue.Flag(true, place);
            case VALUE_FALSE -> new JsonValue.Flag(false, place);
            case VALUE_NULL -> new JsonValue.Nothing(place);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value: " + parser.currentToken());
        };
    }

    private JsonValue.Members members() throws ProjectException {
        var place = here();
        var fields = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var nameAt = here();
            parser.nextToken();
            if (fields.put(name, value()) != null) {
                throw ProjectException.at(nameAt, "the field \"" + name + "\" is given twice");
            }
        }
        return new JsonValue.Members(fields, place);
    }

    private JsonValue list() throws ProjectException {
        var place = here();
        var numbers = new double[16];
        int size = 0;
        while (parser.nextToken().isNumeric()) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number();
        }
        if (parser.currentToken() == JsonToken.END_ARRAY) {
            return new JsonValue.Numbers(Arrays.copyOf(numbers, size), place);
        }
        List<JsonValue> values = new ArrayList<>();
        for (double number : Arrays.copyOf(numbers, size)) {
            values.add(new JsonValue.Numeral(number, Double.toString(number), place));
        }
        do {
            values.add(value());
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return new JsonValue.Items(values, place);
    }

    private double number() throws ProjectException {
        var digits = parser.getString();
        double value = parser.isNaN() || digits.endsWith("INF") ? Double.NaN : Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw ProjectException.at(here(), "a number must be finite and not beyond ±1.8e308: " + shortened(digits));
        }
        return value;
    }

    private Place here() {
        var location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private static Place place(JacksonException e) {
        var location = e.getLocation();
        return location == null
                ? new Place(1, 1)
                : new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private static Place end(String text) {
        return Place.of(text, text.length());
    }

    /// Tells what stands where JSON was expected. Jackson's own words are for programmers.
    private static ProjectException notJson(String text, JacksonException e) {
        var place = place(e);
        long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
        int index = Math.clamp(offset, 0, text.length());
        if (!text.stripTrailing().endsWith("}")) {
            return ProjectException.at(end(text), "the file ends too early, it was cut off", "open another copy");
        }
        return ProjectException.at(place, "this is not JSON, near " + quoted(text, index));
    }

    /// A few characters about that index.
    private static String quoted(String text, int index) {
        int from = Math.max(0, index - 1);
        int to = Math.min(text.length(), from + 12);
        return "'" + text.substring(from, to).strip() + "'";
    }

    private static String shortened(String digits) {
        return digits.length() <= 24 ? digits : digits.substring(0, 20) + "…";
    }
}
