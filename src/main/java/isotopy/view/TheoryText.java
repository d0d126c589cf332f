package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.math.Box;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.Obstruction;
import isotopy.target.Obstructions;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What theory says about a family and a target, in words. All claims are about flows: a network whose layers fold is
/// none.
///
/// Source: Q. Li, T. Lin, Z. Shen, *Deep learning via dynamical systems: an approximation perspective*, 2022.
record TheoryText(List<Line> lines, String sentence) {
    static final String CITATION = "Li, Lin, Shen (2022)";
    static final String REFERENCE =
            "Q. Li, T. Lin, Z. Shen: Deep learning via dynamical systems: an approximation perspective."
                    + " Journal of the European Mathematical Society, 2022. DOI 10.4171/JEMS/1221.";

    /// From this share of the interval on, a map counts as falling all over.
    private static final double ALL = 0.995;

    /// A condition that holds or does not, and what it means.
    record Line(boolean holds, String text, String explanation) {}

    TheoryText {
        lines = List.copyOf(lines);
    }

    /// What can be said about flows of this family and this target on the domain; `obstruction` is what was found
    /// in the target.
    static TheoryText of(ControlFamily family, TargetMap target, Box domain, Optional<Obstruction> obstruction) {
        var experiment = Experiment.standard(target);
        return of(
                experiment
                        .withSampling(experiment.sampling().withDomain(domain))
                        .withNetwork(experiment.network().withFamily(family)),
                obstruction);
    }

    /// The same for an experiment, whose extra coordinates and read-out count.
    static TheoryText of(Experiment experiment, Optional<Obstruction> obstruction) {
        var family = experiment.network().family();
        var target = experiment.target();
        boolean linear = Sentences.linear(family);
        boolean affine = linear && Affinity.holds(target, experiment.sampling().domain());
        boolean lifted = obstruction.filter(found -> lifts(experiment, found)).isPresent();
        var bound = lifted ? Optional.<Obstruction>empty() : obstruction;
        var sentence = new StringBuilder();
        if (lifted) {
            sentence.append(obstruction.orElseThrow().sentence())
                    .append(" ")
                    .append(lift(experiment))
                    .append(" ");
        }
        sentence.append(linear ? linear(experiment, affine, bound) : nonLinear(experiment, bound, lifted));
        return new TheoryText(lines(experiment, affine, bound, lifted), sentence.toString());
    }

    /// Whether what was found in the target stands in the way of this network's flows.
    static boolean hindered(Experiment experiment, Optional<Obstruction> obstruction) {
        return obstruction.filter(found -> !lifts(experiment, found)).isPresent();
    }

    /// Whether extra coordinates or the affine map at the end take a hindrance away.
    private static boolean lifts(Experiment experiment, Obstruction found) {
        if (found.evidence() == Obstruction.Evidence.SAME_START) {
            return false;
        }
        boolean turns = experiment.network().terminal()
                && switch (found) {
                    case Obstruction.ReversesOrientation _ -> true;
                    case Obstruction.Descends descends -> descends.share() > ALL;
                    case Obstruction.Folds _, Obstruction.Surrounds _ -> false;
                };
        return turns
                || experiment.network().augment() > 0
                        && !Sentences.linear(experiment.network().family());
    }

    private static String lift(Experiment experiment) {
        int extra = experiment.network().augment();
        if (extra == 0) {
            return "The affine map at the end can turn it over, though.";
        }
        return (extra == 1 ? "The extra coordinate gives" : "The " + extra + " extra coordinates give")
                + " points room to go round each other, though: this bound is lifted.";
    }

    private static String nonLinear(Experiment experiment, Optional<Obstruction> bound, boolean lifted) {
        var family = experiment.network().family();
        if (bound.isPresent()) {
            var truth = bound.get().sentence() + " " + truth(bound.get());
            return Families.restricted(family) ? truth + " " + restriction(experiment) : truth;
        }
        if (Families.restricted(family)) {
            return restriction(experiment);
        }
        return "With enough time and layers, " + reach(experiment)
                + (lifted ? "" : " " + inTheWay(experiment.target()));
    }

    /// What flows of a family that is restricted on purpose cannot leave.
    private static String restriction(Experiment experiment) {
        var family = experiment.network().family();
        return "Layers of the family " + family.title() + " are restricted on purpose. " + family.conclusion()
                + (experiment.readsOff() ? " An affine map follows them." : "");
    }

    /// What flows of the family come near to, by the kind of problem.
    private static String reach(Experiment experiment) {
        var flows = "flows of " + experiment.network().family().title() + " layers";
        var then = experiment.readsOff() ? flows + ", followed by an affine map," : flows;
        boolean line = experiment.stateDimension() == 1;
        return switch (experiment.target().kind()) {
            case LINE ->
                line
                        ? then + " come as near as you like, uniformly, to every "
                                + (experiment.readsOff() ? "monotone" : "increasing") + " curve, and to nothing else."
                        : then + " come as near as you like, in the mean, to any continuous curve.";
            case PLANE -> then + " come as near as you like, in the mean, to any continuous map of the plane.";
            case FUNCTION -> then + " come as near as you like, in the mean, to any continuous function of the plane.";
            case LABELS ->
                flows
                        + " carry the classes to where straight lines tell them apart, but for as few points as you like.";
        };
    }

    private static String inTheWay(TargetMap target) {
        return switch (target) {
            case PlaneMap _ -> "This target keeps orientation and does not fold: nothing stands in the way.";
            case LineMap _ -> "This curve increases: nothing stands in the way.";
            case PlaneFunction _ -> "Level lines need only become straight ones.";
            case Correspondence pairs ->
                switch (pairs.kind()) {
                    case LINE -> "These pairs increase: nothing stands in the way.";
                    case PLANE, LABELS ->
                        "No fold and no mirror was found among these pairs: nothing stands in the way.";
                    case FUNCTION -> "Level lines need only become straight ones.";
                };
            case Labels _ -> "No class was found that surrounds another: nothing stands in the way.";
        };
    }

    private static String linear(Experiment experiment, boolean affine, Optional<Obstruction> bound) {
        var target = experiment.target();
        if (bound.isPresent()) {
            return bound.get().sentence() + " " + truth(bound.get())
                    + " Not with linear layers, though: their flows are affine maps that keep orientation, and nothing else.";
        }
        var reach = experiment.readsOff()
                ? "Linear layers and the map at the end make one affine map, and nothing else, however many layers there are. "
                : "Flows of linear layers are affine maps that keep orientation, and nothing else, however many layers there are. ";
        return reach
                + switch (target) {
                    case LineMap _, PlaneFunction _, PlaneMap _ ->
                        affine
                                ? "This target is such a map: linear layers can learn it."
                                : "This target is not affine: even the best of them misses it.";
                    case Correspondence _ ->
                        affine
                                ? "These pairs lie on such a map: linear layers can learn it."
                                : "These pairs lie on no affine map: even the best of them misses some.";
                    case Labels _ -> "They tell classes apart only where straight lines do.";
                };
    }

    /// Both halves of the truth; the citation stands below it anyway.
    private static String truth(Obstruction obstruction) {
        return Obstructions.truth(obstruction).replace(" (see Li, Lin, Shen 2022)", "");
    }

    private static List<Line> lines(
            Experiment experiment, boolean affine, Optional<Obstruction> bound, boolean lifted) {
        boolean linear = Sentences.linear(experiment.network().family());
        var lines = new ArrayList<Line>();
        if (!Families.restricted(experiment.network().family())) {
            lines.add(new Line(
                    true,
                    "affine invariant",
                    "Moving, stretching or mirroring a field of this family gives a field of this family."));
        }
        lines.add(new Line(
                true,
                "n = " + experiment.stateDimension(),
                "In two dimensions or more points can pass each other; on a line they keep their order."));
        lines.add(well(experiment.network().family()));
        if (bound.isPresent()) {
            lines.add(hindrance(bound.get()));
        } else if (!lifted) {
            nothingFound(experiment.target()).ifPresent(lines::add);
        }
        if (linear && !(experiment.target() instanceof Labels)) {
            lines.add(new Line(
                    affine,
                    affine ? "affine target" : "target not affine",
                    "An affine map sends x to A x + c: straight lines stay straight and parallels stay parallel."));
        }
        return lines;
    }

    private static Line well(ControlFamily family) {
        if (Families.restricted(family)) {
            return new Line(false, "restricted fields", family.conclusion());
        }
        boolean linear = Sentences.linear(family);
        return new Line(
                !linear,
                linear ? "no well in its hull" : "a well in its hull",
                linear
                        ? "No average of affine fields is zero on a bounded region only, so none can move some points and leave others."
                        : "Averages of the family's fields come near a field that is zero on a bounded region only, and so can move some"
                                + " points and leave others.");
    }

    private static Optional<Line> nothingFound(TargetMap target) {
        return switch (target.kind()) {
            case LINE ->
                Optional.of(new Line(
                        true,
                        "increases",
                        "The target rises wherever it was looked at, as every flow of the line does."));
            case PLANE ->
                Optional.of(new Line(
                        true,
                        "keeps orientation",
                        "The target's determinant is positive wherever it was looked at, as a flow's is everywhere."));
            case LABELS ->
                Optional.of(new Line(
                        true,
                        "no class surrounds another",
                        "From the middle of each class one looks out of every other one in some direction."));
            case FUNCTION -> Optional.empty();
        };
    }

    private static Line hindrance(Obstruction obstruction) {
        var text = switch (obstruction) {
            case Obstruction.ReversesOrientation mirror -> "reverses orientation";
            case Obstruction.Folds folds ->
                switch (obstruction.evidence()) {
                    case SAME_START -> "tears points apart";
                    case SAME_GOAL -> "joins points";
                    case DETERMINANT, OVERLAP, NEIGHBOURING_PAIRS, ORDER, SURROUNDING -> "folds";
                };
            case Obstruction.Descends descends -> "falls";
            case Obstruction.Surrounds surrounds -> "one class surrounds another";
        };
        return new Line(false, text, obstruction.sentence());
    }
}
