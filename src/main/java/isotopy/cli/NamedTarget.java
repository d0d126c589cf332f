package isotopy.cli;

import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.Gallery;
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
import java.util.Arrays;
import java.util.Optional;

/// How a target is named on the command line: by an option and its value.
///
/// @param stem what a file of its flow may be called
record NamedTarget(String option, String value, String stem) {
    /// The name of an experiment's target; empty where only a project holds it.
    static Optional<NamedTarget> of(Experiment experiment) {
        return switch (experiment.target()) {
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
                map.strokes().isEmpty() ? Optional.of(preset(map.base().id())) : drawn(experiment, Gallery.SURPRISE);
            case DrawnCurve _ -> drawn(experiment, Gallery.SURPRISE_CURVE);
            case Labels labels -> generated(labels, experiment);
            case PlaneMap _, LineMap _, PictureFunction _, Correspondence _ -> Optional.empty();
        };
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
    private static Optional<NamedTarget> drawn(Experiment experiment, String id) {
        var again = Gallery.target(id, experiment.sampling().samples(), experiment.seed());
        return again.equals(experiment.target()) ? Optional.of(preset(id)) : Optional.empty();
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
