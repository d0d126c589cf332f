package isotopy.project;

import isotopy.control.Bumps;
import isotopy.control.Control;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Table;
import isotopy.math.Form;
import java.util.ArrayList;
import java.util.List;

/// Writes and reads one layer: its free parameters by their names in the family's formula, and beside them what a
/// reader needs to redo the flow whatever the family is, W, b and V of V σ(W z + b), or C, s and V of bumps.
final class LayerJson {
    /// How far what follows from the free parameters may be off in a file, relative to 1 + its size.
    private static final double SLACK = 1e-9;

    private LayerJson() {}

    static void write(Control control, Layer layer, JsonPen pen) {
        pen.number("duration", layer.duration());
        entries(control, layer).forEach(entry -> entry.write(pen));
    }

    /// The free parameters of a layer, and then what follows from them.
    static List<Entry> entries(Control control, Layer layer) {
        var family = control.family();
        var theta = layer.theta();
        var free = family.tables(control.dimension(), control.width());
        var entries = new ArrayList<Entry>();
        for (var table : free) {
            entries.add(new Entry(table.name(), table.kind(), table.read(theta)));
        }
        for (var derived : derived(family, control.dimension(), control.width(), theta)) {
            if (free.stream().noneMatch(table -> table.name().equals(derived.name()))) {
                entries.add(derived);
            }
        }
        return entries;
    }

    /// Numbers under a name; a number or a vector is one row.
    record Entry(String name, Table.Kind kind, double[][] values) {
        Tensor tensor() {
            return switch (kind) {
                case NUMBER -> Tensor.number(name, values[0][0]);
                case VECTOR -> Tensor.vector(name, values[0]);
                case MATRIX -> Tensor.matrix(name, values);
            };
        }

        void write(JsonPen pen) {
            switch (kind) {
                case NUMBER -> pen.number(name, values[0][0]);
                case VECTOR -> pen.numbers(name, values[0]);
                case MATRIX -> pen.rows(name, values);
            }
        }
    }

    /// What follows from the free parameters.
    static List<Entry> derived(ControlFamily family, int dimension, int width, double[] theta) {
        if (family instanceof Bumps bumps) {
            return List.of(new Entry("s", Table.Kind.NUMBER, new double[][] {{bumps.s(theta)}}));
        }
        if (family.form() != Form.RIDGE) {
            throw new IllegalStateException("no file can hold the layers of the family " + family.id());
        }
        var weights = family.weights(dimension, width, theta);
        return List.of(
                new Entry("W", Table.Kind.MATRIX, weights.w()),
                new Entry("b", Table.Kind.VECTOR, new double[][] {weights.b()}),
                new Entry("V", Table.Kind.MATRIX, weights.v()));
    }

    static Layer read(Fields fields, ControlFamily family, int dimension, int width) throws ProjectException {
        var theta = new double[family.parameters(dimension, width)];
        for (var table : family.tables(dimension, width)) {
            var values = values(fields, table.name(), table.kind(), table.rows(), table.columns());
            fields.made(() -> {
                table.write(values, theta);
                return table;
            });
        }
        for (var derived : derived(family, dimension, width, theta)) {
            requireSame(fields, derived);
        }
        double duration = fields.number("duration");
        return fields.made(() -> new Layer(theta, duration));
    }

    private static double[][] values(Fields fields, String name, Table.Kind kind, int rows, int columns)
            throws ProjectException {
        return switch (kind) {
            case NUMBER -> new double[][] {{fields.number(name)}};
            case VECTOR -> new double[][] {fields.numbers(name, columns)};
            case MATRIX -> fields.rows(name, rows, columns);
        };
    }

    /// What the file says twice must agree: else two readers would see two flows.
    private static void requireSame(Fields fields, Entry derived) throws ProjectException {
        var wanted = derived.values();
        var here = values(
                fields, derived.name(), derived.kind(), wanted.length, wanted.length == 0 ? 0 : wanted[0].length);
        for (int i = 0; i < wanted.length; i++) {
            for (int j = 0; j < wanted[i].length; j++) {
                if (!same(here[i][j], wanted[i][j])) {
                    throw fields.refused(
                            derived.name(),
                            "must follow from the free parameters of the layer: " + here[i][j] + " should be "
                                    + wanted[i][j]);
                }
            }
        }
    }

    /// Whether a number is what follows from the free parameters.
    static boolean same(double here, double wanted) {
        return Math.abs(here - wanted) <= SLACK * (1 + Math.abs(wanted));
    }
}
