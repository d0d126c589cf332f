package isotopy.project;

import java.util.ArrayList;
import java.util.List;

/// The fields of one object of a project file, asked for by name and type. Fields nobody asks for are ignored, so that
/// a file may carry remarks.
///
/// Every method throws a [ProjectException] with the place and the full name of the field, when it is missing or of
/// another type.
///
/// @param name the full name of the object, such as `control.layers[3]`, empty for the whole file
record Fields(JsonValue.Members members, String name) {
    /// What may be refused by a constructor.
    @FunctionalInterface
    interface Maker<T> {
        T make() throws ProjectException;
    }

    Place place() {
        return members.place();
    }

    Place placeOf(String field) throws ProjectException {
        return value(field).place();
    }

    double number(String field) throws ProjectException {
        if (value(field) instanceof JsonValue.Numeral numeral) {
            return numeral.value();
        }
        throw wrong(field, "must be a number");
    }

    long whole(String field, long low, long high) throws ProjectException {
        if (value(field) instanceof JsonValue.Numeral(var _, var text, var place)) {
            try {
                long whole = Long.parseLong(text);
                if (whole >= low && whole <= high) {
                    return whole;
                }
            } catch (NumberFormatException e) {
                // told below, as for a number out of range
            }
            throw ProjectException.at(
                    place, full(field) + " must be a whole number in " + low + " … " + high + ": " + text);
        }
        throw wrong(field, "must be a whole number");
    }

    int whole(String field) throws ProjectException {
        return (int) whole(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    boolean flag(String field) throws ProjectException {
        if (value(field) instanceof JsonValue.Flag(boolean value, var _)) {
            return value;
        }
        throw wrong(field, "must be true or false");
    }

    String text(String field) throws ProjectException {
        if (value(field) instanceof JsonValue.Text(var value, var _)) {
            return value;
        }
        throw wrong(field, "must be a text");
    }

    /// Whether there is such a field at all, whatever it holds.
    boolean has(String field) {
        return members.fields().containsKey(field);
    }

    /// Whether the field holds null.
    boolean absent(String field) throws ProjectException {
        return value(field) instanceof JsonValue.Nothing;
    }

    double[] numbers(String field) throws ProjectException {
        if (value(field) instanceof JsonValue.Numbers(var values, var _)) {
            return values;
        }
        throw wrong(field, "must be a list of numbers");
    }

    double[] numbers(String field, int length) throws ProjectException {
        var values = numbers(field);
        if (values.length != length) {
            throw refused(field, "must be a list of " + length + " numbers, not " + values.length);
        }
        return values;
    }

    /// Whole numbers of at most 2⁵³ in size.
    long[] wholes(String field) throws ProjectException {
        var values = numbers(field);
        var wholes = new long[values.length];
        for (int k = 0; k < values.length; k++) {
            wholes[k] = (long) values[k];
            if (wholes[k] != values[k] || Math.abs(values[k]) > 1L << 53) {
                throw refused(field, "must be a list of whole numbers, not " + values[k]);
            }
        }
        return wholes;
    }

    /// A list of lists of `columns` numbers each, any number of them.
    double[][] rows(String field, int columns) throws ProjectException {
        var rows = new ArrayList<double[]>();
        for (var row : list(field)) {
            if (!(row instanceof JsonValue.Numbers(var values, var _)) || values.length != columns) {
                throw ProjectException.at(
                        row.place(), "a row of " + full(field) + " must be a list of " + columns + " numbers");
            }
            rows.add(values);
        }
        return rows.toArray(new double[0][]);
    }

    double[][] rows(String field, int rows, int columns) throws ProjectException {
        var values = rows(field, columns);
        if (values.length != rows) {
            throw refused(field, "must have " + rows + " rows, not " + values.length);
        }
        return values;
    }

    List<String> texts(String field) throws ProjectException {
        var texts = new ArrayList<String>();
        for (var item : list(field)) {
            if (!(item instanceof JsonValue.Text(var value, var _))) {
                throw ProjectException.at(item.place(), full(field) + " must hold texts, but here is " + item.kind());
            }
            texts.add(value);
        }
        return texts;
    }

    List<Fields> objects(String field) throws ProjectException {
        var objects = new ArrayList<Fields>();
        for (var item : list(field)) {
            if (!(item instanceof JsonValue.Members members)) {
                throw ProjectException.at(item.place(), full(field) + " must hold objects, but here is " + item.kind());
            }
            objects.add(new Fields(members, full(field) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    Fields object(String field) throws ProjectException {
        if (value(field) instanceof JsonValue.Members members) {
            return new Fields(members, full(field));
        }
        throw wrong(field, "must be an object");
    }

    /// What `maker` gives; what a constructor refuses is told with the place of this object.
    <T> T made(Maker<T> maker) throws ProjectException {
        try {
            return maker.make();
        } catch (IllegalArgumentException e) {
            throw ProjectException.at(place(), (name.isEmpty() ? "" : name + ": ") + e.getMessage());
        }
    }

    /// That the field is not what it should be, and what it is.
    ProjectException wrong(String field, String what) throws ProjectException {
        return refused(field, what + ", but here is " + value(field).kind());
    }

    /// That something is wrong with the field.
    ProjectException refused(String field, String what) throws ProjectException {
        return ProjectException.at(value(field).place(), full(field) + " " + what);
    }

    private List<JsonValue> list(String field) throws ProjectException {
        var value = value(field);
        if (value instanceof JsonValue.Items(var values, var _)) {
            return values;
        }
        if (value instanceof JsonValue.Numbers(var values, var _) && values.length == 0) {
            return List.of();
        }
        throw wrong(field, "must be a list, and not of numbers");
    }

    private JsonValue value(String field) throws ProjectException {
        var value = members.fields().get(field);
        if (value == null) {
            throw ProjectException.at(
                    place(), (name.isEmpty() ? "the project" : name) + " has no field \"" + field + "\"");
        }
        return value;
    }

    private String full(String field) {
        return name.isEmpty() ? field : name + "." + field;
    }
}
