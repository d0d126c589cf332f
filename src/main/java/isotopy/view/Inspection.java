package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.flow.Trajectory;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers behind what was clicked. Plain functions: values in, a table out.
final class Inspection {
    private Inspection() {}

    /// A pinned particle at a share of T; nothing while its path is still being computed.
    static List<Facts.Fact> particle(Scene scene, Look look, int pin, double share) {
        if (scene.pins().isEmpty()
                || pin >= scene.pins().get().size()
                || pin >= look.pins().size()) {
            return List.of();
        }
        var path = scene.pins().get();
        var experiment = scene.snapshot().experiment();
        double side = experiment.sampling().domain().side();
        double t = share * path.horizon();
        var start = Points.of(new double[] {path.at(0, 0, pin)}, new double[] {path.at(0, 1, pin)});
        var facts = new ArrayList<Facts.Fact>();
        facts.add(new Facts.Fact(
                "start", point(start, side), "Where the particle is at t = 0, in the coordinates of the square."));
        facts.add(new Facts.Fact(
                "at t",
                Numbers.point(path.at(t, 0, pin), path.at(t, 1, pin), side),
                "Where the particle is at the time t that is shown, in the coordinates of the square."));
        var goal = goal(experiment.target(), start);
        facts.add(new Facts.Fact(
                "goal",
                goal.map(at -> point(at, side)).orElse("none: not one of the pairs"),
                "Where the target sends the particle, in the coordinates of the square."));
        goal.ifPresent(at -> {
            double miss = Math.hypot(
                    path.at(path.horizon(), 0, pin) - at.at(0, 0), path.at(path.horizon(), 1, pin) - at.at(1, 0));
            facts.add(new Facts.Fact(
                    "miss at T",
                    Numbers.measure(miss) + " = " + Numbers.percent(miss / side),
                    "How far from its goal the particle ends, in coordinates and as a share of the square's side."));
        });
        facts.add(new Facts.Fact(
                "path length",
                Numbers.measure(length(path, pin)),
                "How far the particle travels from t = 0 to t = T, in coordinates."));
        return List.copyOf(facts);
    }

    /// A layer, counted from 0; nothing where there is none of that number.
    static List<Facts.Fact> layer(FlowSnapshot snapshot, int layer) {
        var control = snapshot.control();
        if (layer >= control.depth()) {
            return List.of();
        }
        var chosen = control.layers().get(layer);
        var network = snapshot.experiment().network();
        double h = chosen.duration() / network.substeps();
        double bound = h * control.family().lipschitz(control.dimension(), control.width(), chosen.theta(), 0);
        double limit = network.integrator().bijectiveBelow();
        var edges = control.edges();
        double horizon = control.horizon();
        var facts = new ArrayList<Facts.Fact>();
        facts.add(new Facts.Fact(
                "t",
                Numbers.time(edges[layer] / horizon) + " to " + Numbers.time(edges[layer + 1] / horizon),
                "When the layer acts, as shares of the horizon T."));
        facts.add(new Facts.Fact(
                "‖θ‖", Numbers.measure(chosen.norm()), "The length of the layer's parameter vector, no unit."));
        facts.add(new Facts.Fact(
                "h·Lip(f) ≤",
                Numbers.measure(bound) + (bound < limit ? ", a bijection" : ", may fold"),
                "A bound of how strongly one step of the layer changes distances; below " + Numbers.measure(limit)
                        + " the step is a bijection for certain."));
        snapshot.folds().layers().stream()
                .filter(fold -> fold.layer() == layer)
                .findFirst()
                .ifPresent(
                        fold -> facts.add(
                                new Facts.Fact(
                                        "least det",
                                        Numbers.measure(fold.determinant()) + ", it folds",
                                        "The smallest determinant of the layer's map that was found: a flow's is positive everywhere.")));
        return List.copyOf(facts);
    }

    private static String point(Points one, double side) {
        return Numbers.point(one.at(0, 0), one.at(1, 0), side);
    }

    private static Optional<Points> goal(TargetMap target, Points start) {
        return switch (target) {
            case PlaneMap map -> Optional.of(map.apply(start));
            case Correspondence pairs -> {
                for (int k = 0; k < pairs.x().size(); k++) {
                    if (pairs.x().at(0, k) == start.at(0, 0) && pairs.x().at(1, k) == start.at(1, 0)) {
                        yield Optional.of(pairs.y().select(new int[] {k}));
                    }
                }
                yield Optional.empty();
            }
            case LineMap map -> Optional.of(map.apply(start));
            case PlaneFunction _, Labels _ -> Optional.empty();
        };
    }

    private static double length(Trajectory path, int particle) {
        double sum = 0;
        for (int k = 1; k < path.samples(); k++) {
            sum += Math.hypot(
                    path.at(k, 0, particle) - path.at(k - 1, 0, particle),
                    path.at(k, 1, particle) - path.at(k - 1, 1, particle));
        }
        return sum;
    }
}
