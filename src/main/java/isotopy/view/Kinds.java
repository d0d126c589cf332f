package isotopy.view;

import isotopy.figure.Projection;
import isotopy.target.FunctionPreset;
import isotopy.target.Kind;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.EnumMap;
import java.util.Map;

/// The kinds of problem in one window, and what was looked at last of each: there one comes back to. Lives on the
/// JavaFX thread; mutable.
final class Kinds {
    private final WorkbenchModel model;
    private final Map<Kind, Experiment> last = new EnumMap<>(Kind.class);
    private final Map<Kind, Projection> seen = new EnumMap<>(Kind.class);

    Kinds(WorkbenchModel model) {
        this.model = model;
        model.experimentProperty().subscribe(now -> last.put(now.target().kind(), now));
        model.experimentProperty().addListener((property, before, now) -> {
            if (before.target().kind() != now.target().kind()) {
                look(now);
            }
        });
        model.lookProperty().subscribe(look -> seen.put(kind(), look.projection()));
    }

    private Kind kind() {
        return model.experimentProperty().get().target().kind();
    }

    /// Looks from where that kind was looked at last.
    private void look(Experiment now) {
        var kind = now.target().kind();
        var wanted = seen.getOrDefault(kind, Projection.PLANE);
        var projection = wanted.suits(kind, now.stateDimension()) ? wanted : Projection.PLANE;
        model.changeLook(look -> look.withProjection(projection));
    }

    /// Goes to that kind: to the target of it that was there last, with its domain and loss, its extra coordinates
    /// and its affine map at the end, or to the first one, without any. The flow starts anew; one undo takes both
    /// back.
    void choose(Kind kind) {
        var before = model.experimentProperty().get();
        if (before.target().kind() == kind) {
            return;
        }
        var past = last.get(kind);
        model.edit("Change to " + kind.title(), now -> past == null ? Fitting.with(now, first(kind)) : back(now, past));
        Fitting.note(before, model.experimentProperty().get())
                .ifPresent(note -> model.tell(Notice.of(Notice.Kind.INFORMATION, note)));
    }

    private static Experiment back(Experiment now, Experiment past) {
        var fitted = Fitting.with(now, past.target());
        var network = fitted.network()
                .withAugment(past.network().augment())
                .withTerminal(past.network().terminal());
        var wide = fitted.withNetwork(network);
        var suited = Fitting.dimension(wide, network.family()).isPresent()
                ? Fitting.with(wide, Families.usual().getFirst())
                : wide;
        return suited.withSampling(fitted.sampling().withDomain(past.sampling().domain()))
                .withRecipe(fitted.recipe().withLoss(past.recipe().loss()));
    }

    /// With what a kind begins.
    static TargetMap first(Kind kind) {
        return switch (kind) {
            case LINE -> LinePreset.WAVE;
            case PLANE -> Preset.SWIRL;
            case LABELS -> Targets.row(Kind.LABELS).getFirst();
            case FUNCTION -> FunctionPreset.PRODUCT;
        };
    }

    /// What a kind is, in one sentence.
    static String sentence(Kind kind) {
        return switch (kind) {
            case LINE -> "Maps of the line, y = F(x): a curve is the target.";
            case PLANE -> "Maps of the plane: every point has a goal.";
            case LABELS ->
                "Points of the plane that belong to classes: the flow carries them to where lines tell them apart.";
            case FUNCTION -> "Functions u(x₁, x₂): a number for every point of the plane, read off by an affine map.";
        };
    }
}
