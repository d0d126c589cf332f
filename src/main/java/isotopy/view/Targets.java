package isotopy.view;

import isotopy.target.Correspondence;
import isotopy.target.DrawnMap;
import isotopy.target.Labels;
import isotopy.target.Preset;
import isotopy.target.TargetMap;

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
            case Correspondence _ -> "Pairs";
            case Labels _ -> "Labels";
        };
    }

    /// What a target is, in one sentence.
    static String sentence(TargetMap target) {
        return switch (target) {
            case Preset preset -> preset.sentence();
            case DrawnMap drawn -> "Drawn by hand, from “" + drawn.base().title() + "”.";
            case Correspondence pairs -> pairs.title() + ": " + pairs.x().size() + " pairs of start and goal.";
            case Labels labels ->
                labels.title() + ": " + labels.x().size() + " points in "
                        + labels.names().size() + " classes.";
        };
    }
}
