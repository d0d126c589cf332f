package isotopy.cli;

import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.Gallery;
import isotopy.target.InverseMap;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.ShapePair;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a target is named on the command line: by an option and its value, and what is made of it.
///
/// @param then the maps that come after it, as `--then` takes them
/// @param inverted whether it is the inverse of all of that
/// @param stem what a file of its flow may be called
record NamedTarget(String option, String value, List<String> then, boolean inverted, String stem) {
    private NamedTarget(String option, String value, String stem) {
        this(option, value, List.of(), false, stem);
    }

    /// The name of an experiment's target; empty where only a project holds it.
    static Optional<NamedTarget> of(Experiment experiment) {
        return of(experiment.target(), experiment);
    }

    private static Optional<NamedTarget> of(TargetMap target, Experiment experiment) {
        return switch (target) {
            case Preset preset -> Optional.of(preset(preset.id()));
            case LinePreset preset -> Optional.of(preset(preset.id()));
            case FunctionPreset preset -> Optional.of(preset(preset.id()));
            case TypedMap map -> typed(map, map.text());
            case TypedCurve curve -> typed(curve, curve.text());
            case TypedFunction function -> typed(function, function.text());
            case ShapeMap shape ->
                Arrays.stream(ShapePair.values())
                        .filter(pair -> pair.title().equals(shape.title()))
                        .filter(pair -> pair.map().equals(shape))
                        .findFirst()
                        .map(pair -> preset(pair.id()));
            case DrawnMap map ->
                map.strokes().isEmpty()
                        ? Optional.of(preset(map.base().id()))
                        : drawn(map, experiment, Gallery.SURPRISE);
            case DrawnCurve curve -> drawn(curve, experiment, Gallery.SURPRISE_CURVE);
            case Composition both -> composed(both, experiment);
            case InverseMap inverse ->
                of(inverse.of(), experiment)
                        .filter(of -> !of.inverted())
                        .map(of -> new NamedTarget(of.option(), of.value(), of.then(), true, of.stem() + "-inverted"));
            case Labels labels -> generated(labels, experiment);
            case PlaneMap _, LineMap _, PictureFunction _, Correspondence _ -> Optional.empty();
        };
    }

    /// A chain of maps, each with a name or a formula.
    private static Optional<NamedTarget> composed(Composition both, Experiment experiment) {
        var first = of(both.first(), experiment).filter(it -> !it.inverted());
        var second = of(both.second(), experiment)
                .filter(it -> !it.inverted() && it.then().isEmpty());
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        var before = first.get();
        var then = new ArrayList<>(before.then());
        then.add(second.get().value());
        var stem = before.stem() + "-" + second.get().stem();
        return Optional.of(new NamedTarget(before.option(), before.value(), List.copyOf(then), false, stem));
    }

    /// What people call an experiment's target: a surprise by its seed, others by their title.
    static String title(Experiment experiment) {
        var target = experiment.target();
        return (target instanceof DrawnMap || target instanceof DrawnCurve)
                        && of(experiment)
                                .filter(named -> named.value().startsWith(Gallery.SURPRISE))
                                .isPresent()
                ? "Surprise " + experiment.seed()
                : target.title();
    }

    private static NamedTarget preset(String id) {
        return new NamedTarget("--preset", id, id);
    }

    /// A formula, where its text alone says of which kind it is.
    private static Optional<NamedTarget> typed(TargetMap target, String text) {
        return Typed.parse(text).equals(target)
                ? Optional.of(new NamedTarget("--formula", text, "formula"))
                : Optional.empty();
    }

    /// A surprise, while the seed that drew it is that of the experiment.
    private static Optional<NamedTarget> drawn(TargetMap target, Experiment experiment, String id) {
        var again = Gallery.target(id, experiment.sampling().samples(), experiment.seed());
        return again.equals(target) ? Optional.of(preset(id)) : Optional.empty();
    }

    /// Classes that were drawn, while their number and seed are those of the experiment.
    private static Optional<NamedTarget> generated(Labels labels, Experiment experiment) {
        int samples = experiment.sampling().samples();
        return Arrays.stream(LabelPreset.values())
                .filter(preset ->
                        preset.title().equals(labels.title()) && labels.x().size() == samples)
                .filter(preset -> preset.draw(samples, experiment.seed()).equals(labels))
                .findFirst()
                .map(preset -> preset(preset.id()));
    }
}
