package isotopy.project;

import isotopy.control.Affine;
import isotopy.control.ControlFamily;
import isotopy.control.Layer;
import isotopy.control.Perceptron;
import isotopy.control.Table;
import isotopy.control.Weights;
import isotopy.train.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes layers of their arrays: of the free parameters where the file has them, else of W, b and V. Layers V σ(W z +
/// b) may differ in width; narrower ones are given hidden units that do nothing.
record LayerParts(ControlFamily family, List<Map<String, Tensor>> layers) {
    /// The array that says how many coordinates the state has: centres of bumps, or rows of W.
    private Tensor rows(int k) throws ProjectException {
        var layer = layers.get(k);
        var rows = layer.containsKey("C") ? layer.get("C") : layer.get("W");
        if (rows == null) {
            throw ProjectException.whole("layer " + k + " has no array W");
        }
        if (rows.shape().length != 2 || rows.values().length == 0) {
            throw ProjectException.whole(rows.name() + " has the shape " + rows.shapeText()
                    + ", and must be width × dimension (an array of all layers has an axis for them before)");
        }
        return rows;
    }

    /// The number of coordinates of the state.
    int dimension() throws ProjectException {
        return rows(0).shape()[1];
    }

    String dimensionText() throws ProjectException {
        return rows(0).name() + " has the shape " + rows(0).shapeText() + ", for a state of " + dimension()
                + " coordinates";
    }

    /// The width that all layers are given.
    ///
    /// @param said what the file says, 0 where it says nothing
    int width(int said) throws ProjectException {
        int units = 0;
        for (int k = 0; k < layers.size(); k++) {
            units = Math.max(units, rows(k).shape()[0]);
        }
        if (family instanceof Perceptron || family.form() != new Affine().form()) {
            return within(units);
        }
        int width = 1;
        while (said == 0 && family.hasWidth() && family.units(dimension(), width) < units) {
            within(++width);
        }
        return said == 0 ? width : said;
    }

    private int within(int units) throws ProjectException {
        if (!Network.WIDTH.contains(units)) {
            throw ProjectException.whole(rows(0).name() + " has the shape " + rows(0).shapeText() + " or a later layer"
                    + " more rows: layers of up to " + (int) Network.WIDTH.high() + " hidden units can be shown");
        }
        return units;
    }

    /// Layer k, counted from 0.
    Layer layer(int k, int width) throws ProjectException {
        var arrays = layers.get(k);
        var tables = family.tables(dimension(), width);
        boolean free = tables.stream().allMatch(table -> arrays.containsKey(table.name()));
        double[] theta;
        if (family instanceof Perceptron || !free) {
            theta = family.theta(weights(k, family instanceof Perceptron ? width : 0));
        } else {
            theta = new double[family.parameters(dimension(), width)];
            for (var table : tables) {
                table.write(values(arrays, table), theta);
            }
            requireSame(k, width, theta);
        }
        return new Layer(theta, duration(k));
    }

    private double duration(int k) throws ProjectException {
        var duration = layers.get(k).getOrDefault("duration", Tensor.number("duration", 1));
        if (duration.values().length != 1) {
            throw ProjectException.whole(duration.name() + " has the shape " + duration.shapeText()
                    + ", and must be one number for each layer");
        }
        return duration.values()[0];
    }

    private static double[][] values(Map<String, Tensor> arrays, Table table) throws ProjectException {
        int[] wanted = switch (table.kind()) {
            case NUMBER -> new int[0];
            case VECTOR -> new int[] {table.columns()};
            case MATRIX -> new int[] {table.rows(), table.columns()};
        };
        return shaped(arrays, table.name(), wanted).rows();
    }

    private static Tensor shaped(Map<String, Tensor> arrays, String name, int... wanted) throws ProjectException {
        var tensor = arrays.get(name);
        if (tensor == null) {
            throw ProjectException.whole("the layers have no array " + name);
        }
        if (!tensor.has(wanted)) {
            throw ProjectException.whole(
                    tensor.name() + " has the shape " + tensor.shapeText() + ", and must have " + Tensor.text(wanted));
        }
        return tensor;
    }

    /// W, b and V of a layer, with rows of zeros up to that width.
    private Weights weights(int k, int width) throws ProjectException {
        int units = rows(k).shape()[0];
        int dimension = dimension();
        var arrays = layers.get(k);
        var w = shaped(arrays, "W", units, dimension).rows();
        var b = arrays.containsKey("b") ? shaped(arrays, "b", units).values() : new double[units];
        var v = shaped(arrays, "V", dimension, units).rows();
        int wide = Math.max(units, width);
        var wideW = Arrays.copyOf(w, wide);
        Arrays.fill(wideW, units, wide, new double[dimension]);
        return new Weights(
                wideW,
                Arrays.copyOf(b, wide),
                Arrays.stream(v).map(row -> Arrays.copyOf(row, wide)).toArray(double[][]::new));
    }

    /// What the file says beside the free parameters must follow from them: else two readers would see two flows.
    private void requireSame(int k, int width, double[] theta) throws ProjectException {
        for (var derived : LayerJson.derived(family, dimension(), width, theta)) {
            var here = layers.get(k).get(derived.name());
            if (here == null) {
                continue;
            }
            var wanted = derived.tensor();
            boolean same = here.has(wanted.shape());
            for (int i = 0; i < wanted.values().length && same; i++) {
                same = LayerJson.same(here.values()[i], wanted.values()[i]);
            }
            if (!same) {
                throw ProjectException.whole(here.name() + " of the shape " + here.shapeText()
                        + " must follow from the free parameters of the layer, with the shape " + wanted.shapeText());
            }
        }
    }
}
