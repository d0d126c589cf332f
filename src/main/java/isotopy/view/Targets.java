package isotopy.view;

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
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;

/// What the window says and does about targets.
final class Targets {
    private Targets() {}

    /// Makes a preset the target; the trainer goes on from where it is.
    static void choose(WorkbenchModel model, Preset preset) {
        model.edit("Choose " + preset.title(), now -> Fitting.with(now, preset));
    }

    /// A name that fits below a small picture.
    static String shortName(TargetMap target) {
        return switch (target) {
            case Preset preset -> preset.title();
            case DrawnMap _ -> "Drawn";
            case LinePreset preset -> preset.title();
            case FunctionPreset preset -> preset.title();
            case Landmarks _ -> "Landmarks";
            case DrawnCurve _ -> "Drawn";
            case TypedMap _, TypedCurve _, TypedFunction _ -> "Formula";
            case ShapeMap _ -> "Shapes";
            case Composition _ -> "Composed";
            case InverseMap _ -> "Inverse";
            case PictureFunction _ -> "Picture";
            case Correspondence _ -> "Pairs";
            case Labels _ -> "Labels";
        };
    }

    /// What a target is, in one sentence.
    static String sentence(TargetMap target) {
        return switch (target) {
            case Preset preset -> preset.sentence();
            case DrawnMap drawn -> "Drawn by hand, from “" + drawn.base().title() + "”.";
            case LinePreset preset -> preset.sentence();
            case FunctionPreset preset -> preset.sentence();
            case Landmarks marks -> marks.x().size() + " landmarks and the smoothest map between them.";
            case DrawnCurve curve ->
                "A curve drawn by hand through " + curve.nodes().size() + " points.";
            case TypedMap _, TypedCurve _, TypedFunction _ -> "Typed as a formula: " + target.title() + ".";
            case ShapeMap shape -> shape.title() + ": one closed curve carried onto another.";
            case Composition both -> both.first().title() + ", then " + both.second().title() + ".";
            case InverseMap inverse -> "Undoes “" + inverse.of().title() + "”.";
            case PictureFunction picture ->
                picture.title() + ": the brightness of " + picture.columns() + " × " + picture.rows() + " pixels.";
            case Correspondence pairs -> pairs.title() + ": " + pairs.x().size() + " pairs of start and goal.";
            case Labels labels ->
                labels.title() + ": " + labels.x().size() + " points in "
                        + labels.names().size() + " classes.";
        };
    }
}
