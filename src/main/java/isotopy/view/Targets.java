package isotopy.view;

import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import java.util.ArrayList;
import java.util.List;

/// What the window says and does about targets.
final class Targets {
    /// How many points a gallery's classes have, and from which seed.
    static final int POINTS = 1000;

    static final long SEED = 1;

    private Targets() {}

    /// Makes it the target; the trainer goes on from where it is, or starts anew in another space.
    static void choose(WorkbenchModel model, TargetMap target) {
        var before = model.experimentProperty().get();
        model.edit("Choose " + target.title(), now -> Fitting.with(now, target));
        Fitting.note(before, model.experimentProperty().get())
                .ifPresent(note -> model.tell(Notice.of(Notice.Kind.INFORMATION, note)));
    }

    /// The targets of the row of four, the last of which makes way for another one.
    static List<TargetMap> row(Kind kind) {
        return switch (kind) {
            case LINE -> List.of(LinePreset.WAVE, LinePreset.PARABOLA, LinePreset.SINE, LinePreset.FLIP);
            case PLANE -> List.of(Preset.SWIRL, Preset.ROTATION, Preset.VORTICES, Preset.S_BEND);
            case LABELS -> List.of(moons());
            case FUNCTION ->
                List.of(FunctionPreset.PRODUCT, FunctionPreset.MAXIMUM, FunctionPreset.PEAKS, FunctionPreset.RIPPLE);
        };
    }

    private static Labels moons() {
        var x = new double[2][200];
        var classes = new ArrayList<Integer>();
        for (int k = 0; k < 200; k++) {
            double angle = Math.PI * (k / 2) / 100;
            x[0][k] = 0.5 * Math.cos(angle) * (k % 2 == 0 ? 1 : -1) + (k % 2 == 0 ? -0.2 : 0.2);
            x[1][k] = 0.5 * Math.sin(angle) * (k % 2 == 0 ? 1 : -1) + (k % 2 == 0 ? -0.1 : 0.1);
            classes.add(k % 2);
        }
        return new Labels("Two moons", Points.of(x), classes, List.of("a", "b"));
    }

    /// The name of a target in the identifiers of controls.
    static String id(TargetMap target) {
        return switch (target) {
            case Preset preset -> preset.id();
            case LinePreset preset -> preset.id();
            case FunctionPreset preset -> preset.id();
            case DrawnMap _, DrawnCurve _ -> "drawn";
            case Landmarks _ -> "landmarks";
            case TypedMap _, TypedCurve _, TypedFunction _ -> "typed";
            case Correspondence _ -> "pairs";
            case Labels labels -> labels.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        };
    }

    /// A name that fits below a small picture.
    static String shortName(TargetMap target) {
        return switch (target) {
            case Preset preset -> preset.title();
            case DrawnMap _, DrawnCurve _ -> "Drawn";
            case LinePreset preset -> preset.title();
            case FunctionPreset preset -> preset.title();
            case Landmarks _ -> "Landmarks";
            case TypedMap _, TypedCurve _, TypedFunction _ -> "Formula";
            case Correspondence pairs ->
                switch (pairs.kind()) {
                    case LINE, PLANE, LABELS -> "Pairs";
                    case FUNCTION -> "Values";
                };
            case Labels labels -> labels.title().length() <= 9 ? labels.title() : "Labels";
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
            case DrawnCurve curve -> "A curve drawn by hand through " + curve.nodes().size() + " points.";
            case TypedMap _, TypedCurve _, TypedFunction _ -> "Typed as a formula: " + target.title() + ".";
            case Correspondence pairs ->
                pairs.title() + ": " + Numbers.count(pairs.x().size())
                        + (pairs.kind() == Kind.FUNCTION ? " places with their values." : " pairs of start and goal.");
            case Labels labels ->
                labels.title() + ": " + Numbers.count(labels.x().size()) + " points in "
                        + labels.names().size() + " classes.";
        };
    }
}
