package isotopy.project;

import isotopy.flow.Integrator;
import isotopy.flow.Tableau;
import java.util.ArrayList;
import java.util.List;

/// The steps of a scheme by operators of ONNX, one after the other; only what chooses its own steps is a loop.
final class OnnxSteps {
    /// Of the estimated error of a step, relative to 1 + |z|: near the roundings, so that the result is that of the
    /// program's own solver to some 1e−13.
    private static final double TOLERANCE = 1e-14;

    private static final long MOST_STEPS = 100_000;
    private static final double ENDLESS = 1e9;

    // spotless:off
    private static final double[] ERROR = {71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0};
    private static final double[] DENSE = {-12715105075.0 / 11282082432.0, 0, 87487479700.0 / 32700410799.0,
        -10690763975.0 / 1880347072.0, 701980252875.0 / 199316789632.0, -1453857185.0 / 822651844.0, 69997945.0 / 29380423.0};
    // spotless:on

    private final OnnxField field;
    private final Integrator integrator;

    OnnxSteps(OnnxField field, Integrator integrator) {
        this.field = field;
        this.integrator = integrator;
    }

    /// The states after the time h under the field of a layer.
    String step(OnnxGraph graph, String z, int layer, double h) {
        return switch (integrator) {
            case EULER, MIDPOINT, HEUN, RK4 ->
                explicit(graph, integrator.tableau().orElseThrow(), z, layer, h);
            case SYMPLECTIC -> symplectic(graph, z, layer, h);
            case DOPRI5, EXACT -> solved(graph, z, layer, h);
        };
    }

    private String explicit(OnnxGraph graph, Tableau tableau, String z, int layer, double h) {
        var slopes = new ArrayList<String>();
        for (int i = 0; i < tableau.stages(); i++) {
            var weights = new double[i];
            for (int j = 0; j < i; j++) {
                weights[j] = h * tableau.a(i, j);
            }
            slopes.add(field.velocity(graph, moved(graph, z, weights, slopes), layer));
        }
        var weights = new double[tableau.stages()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = h * tableau.b(i);
        }
        return moved(graph, z, weights, slopes);
    }

    /// z + Σ weights · slopes.
    private static String moved(OnnxGraph graph, String z, double[] weights, List<String> slopes) {
        var end = z;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                end = graph.sum(end, graph.product(graph.number(weights[j]), slopes.get(j)));
            }
        }
        return end;
    }

    /// The units in their order for h/2, the last one for h, and back.
    private String symplectic(OnnxGraph graph, String z, int layer, double h) {
        int units = field.units();
        var end = z;
        for (int s = 0; s < 2 * units - 1; s++) {
            int unit = s < units ? s : 2 * units - 2 - s;
            end = field.shear(graph, end, layer, unit, unit == units - 1 ? h : h / 2);
        }
        return end;
    }

    /// The differential equation z′ = f(z) over the time h: steps of Dormand and Prince, chosen by each point.
    private String solved(OnnxGraph graph, String z, int layer, double h) {
        var count = graph.node("Shape", List.of(OnnxGraph.attribute("end", 1)), z);
        var shape = graph.node("Concat", List.of(OnnxGraph.attribute("axis", 0)), count, graph.wholes("axis_1", 1));
        var left = graph.node("Expand", graph.number(h), shape);
        var wanted = graph.node("Expand", graph.number(h / 8), shape);
        var body = new Body(graph.inner(), layer, h);
        var ends = graph.loop(
                graph.whole("most_steps", MOST_STEPS), moving(graph, left), body.finished(), z, left, wanted);
        var stuck = graph.node("Greater", ends.get(1), graph.number(0));
        return graph.where(stuck, graph.number(Double.NaN), ends.get(0));
    }

    /// Whether any point has time left.
    private static String moving(OnnxGraph graph, String left) {
        var all = graph.node("ReduceSum", List.of(OnnxGraph.attribute("keepdims", 0)), left);
        return graph.node("Greater", all, graph.number(0));
    }

    /// One step of all points at once, each of its own length.
    private final class Body {
        private final OnnxGraph graph;
        private final int layer;
        private final double h;
        private final List<String> slopes = new ArrayList<>();

        Body(OnnxGraph graph, int layer, double h) {
            this.graph = graph;
            this.layer = layer;
            this.h = h;
        }

        OnnxGraph finished() {
            var z = graph.fresh("z");
            var left = graph.fresh("left");
            var wanted = graph.fresh("wanted");
            graph.turn(graph.fresh("turn"), graph.fresh("more"));
            graph.input(z, OnnxGraph.ANY, field.dimension());
            graph.input(left, OnnxGraph.ANY, 1);
            graph.input(wanted, OnnxGraph.ANY, 1);
            var size = graph.node("Min", wanted, left);
            var end = tried(z, size);
            var error = error(z, end, size);
            var least = graph.node("LessOrEqual", size, number(1e-14 * h));
            var done = graph.node("Or", least, graph.node("LessOrEqual", error, number(1)));
            var lost = graph.node("And", least, graph.node("GreaterOrEqual", error, number(ENDLESS)));
            var active = graph.node("Greater", left, number(0));
            var rest = graph.where(done, graph.difference(left, size), left);
            var after = graph.where(lost, number(0), rest);
            graph.condition(graph.fresh("more"), moving(graph, after));
            graph.output(
                    graph.fresh("z"),
                    graph.where(graph.node("And", done, active), end, z),
                    OnnxGraph.ANY,
                    field.dimension());
            graph.output(graph.fresh("left"), after, OnnxGraph.ANY, 1);
            graph.output(graph.fresh("wanted"), graph.product(size, growth(error)), OnnxGraph.ANY, 1);
            return graph;
        }

        private String number(double value) {
            return graph.number(value);
        }

        /// Σ weights · slopes, where the first weight is never 0.
        private String weighted(double[] weights) {
            var sum = graph.product(number(weights[0]), slopes.getFirst());
            for (int i = 1; i < weights.length; i++) {
                if (weights[i] != 0) {
                    sum = graph.sum(sum, graph.product(number(weights[i]), slopes.get(i)));
                }
            }
            return sum;
        }

        private String tried(String z, String size) {
            var tableau = Tableau.DOPRI5;
            slopes.add(field.velocity(graph, z, layer));
            var end = z;
            for (int i = 1; i <= tableau.stages(); i++) {
                var weights = new double[i];
                for (int j = 0; j < i; j++) {
                    weights[j] = i < tableau.stages() ? tableau.a(i, j) : tableau.b(j);
                }
                end = graph.sum(z, graph.product(size, weighted(weights)));
                slopes.add(field.velocity(graph, end, layer));
            }
            return end;
        }

        /// The larger of two estimates; the usual one may not see a corner of f, so that the interpolant is
        /// looked at in the middle as well.
        private String error(String z, String end, String size) {
            int last = slopes.size() - 1;
            var weights = new double[last];
            for (int j = 0; j < last; j++) {
                weights[j] = Tableau.DOPRI5.b(j);
            }
            var way = weighted(weights);
            var both = graph.sum(slopes.getFirst(), slopes.get(last));
            var bend = graph.sum(
                    graph.difference(graph.product(number(2), way), both), graph.product(number(0.5), weighted(DENSE)));
            var lean = graph.sum(graph.difference(slopes.getFirst(), way), graph.product(number(0.5), bend));
            var share = graph.sum(way, graph.product(number(0.5), lean));
            var middle = graph.sum(z, graph.product(graph.product(number(0.5), size), share));
            var steepness = graph.difference(graph.product(number(1.5), way), graph.product(number(0.25), both));
            var off = graph.difference(steepness, field.velocity(graph, middle, layer));
            var miss = graph.node("Max", graph.node("Abs", weighted(ERROR)), graph.node("Abs", off));
            var scale = graph.product(number(TOLERANCE), graph.sum(number(1), graph.node("Abs", end)));
            var worst = graph.node(
                    "ReduceMax", List.of(OnnxGraph.axes(1)), graph.quotient(graph.product(size, miss), scale));
            return graph.where(graph.node("Less", worst, number(ENDLESS)), worst, number(ENDLESS));
        }

        private String growth(String error) {
            var power = graph.node("Pow", graph.node("Max", error, number(1e-9)), number(-0.2));
            return graph.node("Clip", graph.product(number(0.9), power), number(0.2), number(5));
        }
    }
}
