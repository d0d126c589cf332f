package isotopy.project;

import isotopy.train.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a file of weights holds, whatever its format: texts, arrays of the network as a whole, and for each layer its
/// arrays.
record Parts(Map<String, List<String>> texts, Map<String, Tensor> network, List<Map<String, Tensor>> layers) {
    /// The arrays a layer may have, under the names that families give them.
    static final List<String> OF_LAYERS =
            List.of("duration", "W", "b", "V", "A", "C", "c", "lnS", "s", "alpha", "beta", "gamma", "v");

    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+)[._]?([0-9]{1,4})");

    /// The parts of a file whose arrays hold all layers: `W` is layers × width × dimension. Arrays `W0`, `W1`, …
    /// hold one layer each, which may then differ in width.
    ///
    /// Throws: `ProjectException` that names an array and its shape, where the layers have different numbers.
    static Parts of(Map<String, List<String>> texts, Map<String, Tensor> arrays) throws ProjectException {
        var network = new LinkedHashMap<String, Tensor>();
        var layers = new TreeMap<Integer, Map<String, Tensor>>();
        for (var tensor : arrays.values()) {
            var numbered = NUMBERED.matcher(tensor.name());
            if (OF_LAYERS.contains(tensor.name())) {
                split(tensor, layers);
            } else if (numbered.matches() && OF_LAYERS.contains(numbered.group(1))) {
                layer(layers, Integer.parseInt(numbered.group(2))).put(numbered.group(1), tensor);
            } else {
                network.put(tensor.name(), tensor);
            }
        }
        if (layers.isEmpty()) {
            throw ProjectException.whole("there is no layer: the file needs an array W of the shape layers × width ×"
                    + " dimension, and b and V beside it");
        }
        if (layers.lastKey() != layers.size() - 1) {
            throw ProjectException.whole("the layers must be numbered from 0 without a gap: there are " + layers.size()
                    + ", and the last has the number " + layers.lastKey());
        }
        return new Parts(texts, network, new ArrayList<>(layers.values())).requireEven();
    }

    private static void split(Tensor tensor, Map<Integer, Map<String, Tensor>> layers) throws ProjectException {
        if (tensor.shape().length == 0 || tensor.shape()[0] == 0) {
            throw ProjectException.whole(tensor.name() + " has the shape " + tensor.shapeText()
                    + "; its first axis must have one entry for each layer");
        }
        if (tensor.shape()[0] > Network.DEPTH.high()) {
            throw ProjectException.whole(tensor.name() + " has the shape " + tensor.shapeText()
                    + ", which are more layers than the " + (int) Network.DEPTH.high() + " that can be shown");
        }
        for (int k = 0; k < tensor.shape()[0]; k++) {
            layer(layers, k).put(tensor.name(), tensor.part(k, tensor.name() + "[" + k + "]"));
        }
    }

    private static Map<String, Tensor> layer(Map<Integer, Map<String, Tensor>> layers, int k) {
        return layers.computeIfAbsent(k, _ -> new LinkedHashMap<>());
    }

    /// Every layer has the same arrays.
    Parts requireEven() throws ProjectException {
        var first = layers.getFirst().keySet();
        for (int k = 1; k < layers.size(); k++) {
            var here = layers.get(k).keySet();
            for (var name : first) {
                if (!here.contains(name)) {
                    throw ProjectException.whole("layer " + k + " of " + layers.size() + " (counted from 0) has no "
                            + name + ", and layer 0 has one: all arrays need one entry for each layer");
                }
            }
            for (var name : here) {
                if (!first.contains(name)) {
                    throw ProjectException.whole("layer 0 has no " + name + ", and layer " + k + " has one");
                }
            }
        }
        return this;
    }
}
