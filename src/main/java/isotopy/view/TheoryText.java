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

    /// A condition that holds or does not, and what it means.
    record Line(boolean holds, String text, String explanation) {}

    TheoryText {
        lines = List.copyOf(lines);
    }

    /// What can be said about flows of this family and this target on the domain; `obstruction` is what was found
    /// in the target.
    static TheoryText of(ControlFamily family, TargetMap target, Box domain, Optional<Obstruction> obstruction) {
        if (Sentences.linear(family)) {
            boolean affine = Affinity.holds(target, domain);
            return new TheoryText(
                    lines(family, target, affine, obstruction), linear(family, target, affine, obstruction));
        }
        return new TheoryText(lines(family, target, true, obstruction), nonLinear(family, target, obstruction));
    }

    private static String nonLinear(ControlFamily family, TargetMap target, Optional<Obstruction> obstruction) {
        if (obstruction.isPresent()) {
            return obstruction.get().sentence() + " " + truth(obstruction.get());
        }
        return "With enough time and layers, flows of " + family.title()
                + " layers come as near as you like, in the mean, to any" + " continuous map of the plane. "
                + inTheWay(target);
    }

    private static String inTheWay(TargetMap target) {
        return switch (target) {
            case PlaneMap _ -> "This target keeps orientation and does not fold: nothing stands in the way.";
            case LineMap _ -> "This curve increases: nothing stands in the way.";
            case PlaneFunction _ ->
                "An affine map reads its value off the last state, so that level lines need only become straight ones.";
            case Correspondence pairs ->
                "No fold and no mirror was found among these pairs: nothing stands in the way.";
            case Labels _ ->
                "Points of different classes are carried apart; where one class surrounds another, extra coordinates help.";
        };
    }

    private static String linear(
            ControlFamily family, TargetMap target, boolean affine, Optional<Obstruction> obstruction) {
        if (obstruction.isPresent()) {
            return obstruction.get().sentence() + " " + truth(obstruction.get())
                    + " Not with linear layers, though: their flows are affine maps that keep orientation, and nothing else.";
        }
        var reach =
                "Flows of linear layers are affine maps that keep orientation, and nothing else, however many layers there are. ";
        return reach
                + switch (target) {
                    case LineMap _, PlaneFunction _, PlaneMap _ ->
                        affine
                                ? "This target is such a map: linear layers can learn it."
                                : "This target is not affine: even the best of them misses it.";
                    case Correspondence pairs ->
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
            ControlFamily family, TargetMap target, boolean affine, Optional<Obstruction> obstruction) {
        boolean linear = Sentences.linear(family);
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                true,
                "affine invariant",
                "Moving, stretching or mirroring a field of this family gives a field of this family."));
        lines.add(new Line(
                true,
                "n = " + target.dimension(),
                "In two dimensions or more points can pass each other; on a line they keep their order."));
        lines.add(new Line(
                !linear,
                linear ? "no well in its hull" : "a well in its hull",
                linear
                        ? "No average of affine fields is zero on a bounded region only, so none can move some points and leave others."
                        : "Averages of the family's fields come near a field that is zero on a bounded region only, and so can move some"
                                + " points and leave others."));
        lines.add(obstruction
                .map(TheoryText::hindrance)
                .orElseGet(() -> new Line(
                        true,
                        "keeps orientation",
                        "The target's determinant is positive wherever it was looked at, as a flow's is everywhere.")));
        if (linear) {
            lines.add(new Line(
                    affine,
                    affine ? "affine target" : "target not affine",
                    "An affine map sends x to A x + c: straight lines stay straight and parallels stay parallel."));
        }
        return lines;
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
