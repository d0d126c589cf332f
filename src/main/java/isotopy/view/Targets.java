package isotopy.view;

import isotopy.target.Composition;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.DrawnMap;
import isotopy.target.FunctionPreset;
import isotopy.target.Gallery;
import isotopy.target.InverseMap;
import isotopy.target.Kind;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.PictureFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the window says and does about targets.
final class Targets {
    /// How many points a gallery's classes have, and from which seed.
    static final int POINTS = 1000;

    static final long SEED = 1;

    /// Longer names do not fit below a small picture.
    private static final int LONGEST = 8;

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
            case LABELS ->
                Stream.of(LabelPreset.MOONS, LabelPreset.SPIRALS, LabelPreset.ANNULUS, LabelPreset.XOR)
                        .map(preset -> (TargetMap) preset.draw(POINTS, SEED))
                        .toList();
            case FUNCTION ->
                List.of(FunctionPreset.PRODUCT, FunctionPreset.MAXIMUM, FunctionPreset.PEAKS, FunctionPreset.RIPPLE);
        };
    }

    /// What the gallery knows of a target, where it is one of its own.
    static Optional<Gallery.Entry> entry(TargetMap target) {
        return Gallery.entries(target.kind()).stream()
                .filter(entry -> !surprise(entry) && entry.title().equals(target.title()))
                .filter(entry -> Gallery.target(entry.id(), POINTS, SEED).equals(target))
                .findFirst();
    }

    /// Whether an entry is another target with every seed.
    static boolean surprise(Gallery.Entry entry) {
        return entry.id().equals(Gallery.SURPRISE) || entry.id().equals(Gallery.SURPRISE_CURVE);
    }

    /// A name that fits below a small picture.
    static String shortName(TargetMap target) {
        return switch (target) {
            case Preset preset -> preset.title();
            case DrawnMap _, DrawnCurve _ -> "Drawn";
            case LinePreset preset -> preset.title();
            case FunctionPreset preset -> preset == FunctionPreset.MAXIMUM ? "max" : preset.title();
            case Landmarks _ -> "Marks";
            case TypedFunction function -> function.title().equals(function.text()) ? "Formula" : "Surprise";
            case TypedMap _, TypedCurve _ -> "Formula";
            case ShapeMap _ -> "Shapes";
            case Composition _ -> "Composed";
            case InverseMap _ -> "Inverse";
            case PictureFunction _ -> "Picture";
            case Correspondence pairs ->
                switch (pairs.kind()) {
                    case LINE, PLANE, LABELS -> "Pairs";
                    case FUNCTION -> "Values";
                };
            case Labels labels -> last(labels.title());
        };
    }

    /// The last word of a name of some words: "Moons" of "Two moons".
    private static String last(String title) {
        var word = title.substring(title.lastIndexOf(' ') + 1);
        return !word.isEmpty() && word.length() <= LONGEST && !word.contains(".") ? Choices.capital(word) : "Classes";
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
            case TypedFunction function ->
                function.title().equals(function.text())
                        ? "Typed as a formula: " + function.text() + "."
                        : "A few waves in random directions: " + function.text() + ".";
            case TypedMap _, TypedCurve _ -> "Typed as a formula: " + target.title() + ".";
            case ShapeMap shape -> shape.title() + ": one closed curve carried onto another.";
            case Composition both ->
                both.first().title() + ", then " + both.second().title() + ".";
            case InverseMap inverse -> "Undoes “" + inverse.of().title() + "”.";
            case PictureFunction picture ->
                picture.title() + ": the brightness of " + picture.columns() + " × " + picture.rows() + " pixels.";
            case Correspondence pairs ->
                pairs.title() + ": " + Numbers.count(pairs.x().size())
                        + (pairs.kind() == Kind.FUNCTION ? " places with their values." : " pairs of start and goal.");
            case Labels labels ->
                labels.title() + ": " + Numbers.count(labels.x().size()) + " points in "
                        + labels.names().size() + " classes.";
        };
    }

    /// What a target is, with what is known of its determinant.
    static String whole(TargetMap target) {
        return sentence(target)
                + determinant(target)
                        .map(known -> " " + Choices.capital(known) + ".")
                        .orElse("");
    }

    /// What is known of a map's determinant, in a few words; empty where a target has none.
    static Optional<String> determinant(TargetMap target) {
        return target instanceof PlaneMap map
                ? Optional.of(map.exact() ? "determinant exact" : "determinant not exact at corners")
                : Optional.empty();
    }
}
