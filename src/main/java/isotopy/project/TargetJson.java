package isotopy.project;

import isotopy.math.Points;
import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.InverseMap;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.Stroke;
import isotopy.target.Symmetry;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Writes and reads the target of an experiment: a preset by its name, a formula by its text, a drawn map by its
/// strokes, and what is given by points in full.
final class TargetJson {
    private TargetJson() {}

    static void write(TargetMap target, JsonPen pen) {
        switch (target) {
            case Preset preset -> pen.text("kind", "preset").text("name", preset.id());
            case DrawnMap map ->
                pen.text("kind", "drawn")
                        .text("base", map.base().id())
                        .numbers("domain", map.domain().low(), map.domain().high())
                        .whole("nodes", map.nodes())
                        .list("strokes", () -> map.strokes().forEach(stroke -> pen.item(() -> write(stroke, pen))));
            case LinePreset preset -> pen.text("kind", "curve").text("name", preset.id());
            case DrawnCurve curve ->
                pen.text("kind", "drawn-curve")
                        .numbers("domain", curve.domain().low(), curve.domain().high())
                        .flag("increasing", curve.increasing())
                        .rows(
                                "nodes",
                                curve.nodes().stream()
                                        .map(node -> new double[] {node.x(), node.y()})
                                        .toArray(double[][]::new));
            case TypedCurve curve -> typed(curve, curve.text(), pen);
            case FunctionPreset preset -> pen.text("kind", "function").text("name", preset.id());
            case TypedFunction function -> typed(function, function.text(), pen);
            case TypedMap map -> typed(map, map.text(), pen);
            case Landmarks marks ->
                pen.text("kind", "landmarks")
                        .text("title", marks.title())
                        .rows("pairs", ExamplesJson.rows(marks.x(), marks.y()));
            case ShapeMap shape ->
                pen.text("kind", "shape")
                        .text("title", shape.title())
                        .rows("from", rows(shape.from()))
                        .rows("to", rows(shape.to()));
            case Composition(var first, var second) ->
                pen.text("kind", "composition")
                        .object("first", () -> write(first, pen))
                        .object("second", () -> write(second, pen));
            case InverseMap inverse -> pen.text("kind", "inverse").object("map", () -> write(inverse.of(), pen));
            case PictureFunction picture -> PictureJson.write(picture, pen);
            case Correspondence pairs -> ExamplesJson.write(pairs, pen);
            case Labels labels -> ExamplesJson.write(labels, pen);
        }
    }

    private static void typed(TargetMap target, String text, JsonPen pen) {
        pen.text("kind", "formula").text("of", target.kind().id()).text("text", text);
    }

    private static double[][] rows(Points curve) {
        var rows = new double[curve.size()][];
        Arrays.setAll(rows, curve::point);
        return rows;
    }

    private static void write(Stroke stroke, JsonPen pen) {
        switch (stroke) {
            case Stroke.Drag drag ->
                pen.text("kind", "drag").numbers("d1", drag.d1()).numbers("d2", drag.d2());
            case Stroke.Push(var x1, var x2, var d1, var d2, var radius) ->
                pen.text("kind", "push")
                        .numbers("at", x1, x2)
                        .numbers("by", d1, d2)
                        .number("radius", radius);
            case Stroke.Symmetrise(var symmetry) ->
                pen.text("kind", "symmetrise").text("symmetry", id(symmetry));
        }
    }

    static TargetMap read(Fields fields) throws ProjectException {
        return switch (fields.text("kind")) {
            case "preset" -> fields.made(() -> Preset.named(fields.text("name")));
            case "drawn" -> drawn(fields);
            case "pairs" -> ExamplesJson.pairs(fields);
            case "labels" -> ExamplesJson.labels(fields);
            case "curve" -> fields.made(() -> LinePreset.named(fields.text("name")));
            case "drawn-curve" -> drawnCurve(fields);
            case "function" -> fields.made(() -> FunctionPreset.named(fields.text("name")));
            case "formula" -> formula(fields);
            case "landmarks" -> landmarks(fields);
            case "shape" -> shape(fields);
            case "composition" -> composition(fields);
            case "inverse" -> {
                var map = planeMap(fields.object("map"));
                yield fields.made(() -> new InverseMap(map));
            }
            case "picture" -> PictureJson.read(fields);
            default ->
                throw fields.wrong(
                        "kind",
                        "must be preset, drawn, pairs, labels, curve, drawn-curve, function, formula, landmarks, shape,"
                                + " composition, inverse or picture");
        };
    }

    private static TargetMap drawnCurve(Fields fields) throws ProjectException {
        var domain = ExperimentJson.domain(fields, "domain");
        boolean increasing = fields.flag("increasing");
        var rows = fields.rows("nodes", 2);
        return fields.made(() -> new DrawnCurve(
                domain,
                Arrays.stream(rows)
                        .map(row -> new DrawnCurve.Node(row[0], row[1]))
                        .toList(),
                increasing));
    }

    private static TargetMap formula(Fields fields) throws ProjectException {
        var kind = ExamplesJson.kind(fields);
        var text = fields.text("text");
        return fields.made(() -> Typed.parse(text, kind));
    }

    private static TargetMap landmarks(Fields fields) throws ProjectException {
        var rows = fields.rows("pairs", 4);
        var title = fields.text("title");
        return fields.made(
                () -> new Landmarks(title, ExamplesJson.columns(rows, 0, 2), ExamplesJson.columns(rows, 2, 4)));
    }

    private static TargetMap shape(Fields fields) throws ProjectException {
        var from = fields.rows("from", 2);
        var to = fields.rows("to", 2);
        var title = fields.text("title");
        return fields.made(() -> new ShapeMap(title, ExamplesJson.columns(from, 0, 2), ExamplesJson.columns(to, 0, 2)));
    }

    private static TargetMap composition(Fields fields) throws ProjectException {
        var first = planeMap(fields.object("first"));
        var second = planeMap(fields.object("second"));
        return fields.made(() -> new Composition(first, second));
    }

    private static PlaneMap planeMap(Fields fields) throws ProjectException {
        if (read(fields) instanceof PlaneMap map) {
            return map;
        }
        throw fields.wrong("kind", "must be that of a map of the plane");
    }

    private static TargetMap drawn(Fields fields) throws ProjectException {
        var domain = ExperimentJson.domain(fields, "domain");
        int nodes = (int) fields.whole("nodes", 2, DrawnMap.MOST_NODES);
        var base = fields.made(() -> Preset.named(fields.text("base")));
        var strokes = new ArrayList<Stroke>();
        for (var stroke : fields.objects("strokes")) {
            strokes.add(stroke(stroke, nodes));
        }
        return fields.made(() -> new DrawnMap(domain, nodes, base, strokes));
    }

    private static Stroke stroke(Fields fields, int nodes) throws ProjectException {
        return switch (fields.text("kind")) {
            case "drag" -> {
                var d1 = boxed(fields.numbers("d1", nodes * nodes));
                var d2 = boxed(fields.numbers("d2", nodes * nodes));
                yield fields.made(() -> new Stroke.Drag(d1, d2));
            }
            case "push" -> {
                var at = fields.numbers("at", 2);
                var by = fields.numbers("by", 2);
                double radius = fields.number("radius");
                yield fields.made(() -> new Stroke.Push(at[0], at[1], by[0], by[1], radius));
            }
            case "symmetrise" -> new Stroke.Symmetrise(symmetry(fields));
            default -> throw fields.wrong("kind", "must be drag, push or symmetrise");
        };
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Symmetry symmetry(Fields fields) throws ProjectException {
        var name = fields.text("symmetry");
        var ids = new ArrayList<String>();
        for (var symmetry : Symmetry.values()) {
            if (id(symmetry).equals(name)) {
                return symmetry;
            }
            ids.add(id(symmetry));
        }
        throw fields.wrong("symmetry", "must be one of " + String.join(", ", ids));
    }

    /// The name in files: "left-right".
    private static String id(Symmetry symmetry) {
        return symmetry.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
