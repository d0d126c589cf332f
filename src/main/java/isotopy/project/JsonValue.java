package isotopy.project;

import java.util.List;
import java.util.Map;

/// A JSON value and where it begins. A list that holds numbers only is kept as an array, because layers are made of
/// them.
sealed interface JsonValue {
    Place place();

    /// What it is, for a sentence such as "but here is the number 7".
    default String kind() {
        return switch (this) {
            case Text(var value, var _) -> "the text \"" + shortened(value) + "\"";
            case Numeral(var _, var text, var _) -> "the number " + shortened(text);
            case Flag(boolean value, var _) -> value ? "true" : "false";
            case Nothing nothing -> "null";
            case Numbers numbers -> "a list";
            case Items items -> "a list";
            case Members members -> "an object";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 20) + "…";
    }

    record Text(String value, Place place) implements JsonValue {}

    /// A finite number, with its text because a double does not hold every whole number.
    record Numeral(double value, String text, Place place) implements JsonValue {}

    record Flag(boolean value, Place place) implements JsonValue {}

    record Nothing(Place place) implements JsonValue {}

    /// A list of numbers, perhaps empty. The array is the record's own: treat it as read-only.
    record Numbers(double[] values, Place place) implements JsonValue {}

    /// A list that holds something else than numbers.
    record Items(List<JsonValue> values, Place place) implements JsonValue {}

    record Members(Map<String, JsonValue> fields, Place place) implements JsonValue {}
}
