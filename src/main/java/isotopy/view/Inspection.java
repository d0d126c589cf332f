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
import isotopy.train.Experiment;
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
        var start = place(path, 0, pin);
        var facts = new ArrayList<Facts.Fact>();
        facts.add(new Facts.Fact(
                "start", point(start, side), "Where the particle is at t = 0, in the coordinates of the domain."));
        facts.add(new Facts.Fact(
                "at t",
                point(place(path, t, pin), side),
                "Where the particle is at the time t that is shown, in the coordinates of the domain."));
        switch (experiment.target().kind()) {
            case LINE -> {
                var read = said(scene, pin).map(found -> Points.of(new double[][] {found}));
                goal(experiment, read.orElseGet(() -> place(path, path.horizon(), pin)), start, facts);
            }
            case PLANE -> goal(experiment, place(path, path.horizon(), pin), start, facts);
            case FUNCTION -> value(scene, pin, start, facts);
            case LABELS -> classes(scene, pin, facts);
        }
        facts.add(new Facts.Fact(
                "path length",
                Numbers.measure(length(path, pin)),
                "How far the particle travels from t = 0 to t = T, in coordinates."));
        return List.copyOf(facts);
    }

    private static void goal(Experiment experiment, Points end, Points start, List<Facts.Fact> into) {
        double side = experiment.sampling().domain().side();
        var goal = wanted(experiment.target(), start);
        into.add(new Facts.Fact(
                "goal",
                goal.map(at -> point(at, side)).orElse("none: not one of the pairs"),
                "Where the target sends the particle, in the coordinates of the domain."));
        goal.ifPresent(at -> {
            double miss = distance(end, at);
            into.add(new Facts.Fact(
                    "miss at T",
                    Numbers.measure(miss) + " = " + Numbers.percent(miss / side),
                    "How far from its goal the particle ends, in coordinates and as a share of the domain's side."));
        });
    }

    /// What a function is there, and what the network says of it.
    private static void value(Scene scene, int pin, Points start, List<Facts.Fact> into) {
        var wanted = wanted(scene.snapshot().experiment().target(), start);
        wanted.ifPresent(u -> into.add(new Facts.Fact(
                "u", Numbers.measure(u.at(0, 0)), "The value of the target where the particle starts.")));
        said(scene, pin).ifPresent(found -> {
            into.add(new Facts.Fact(
                    "network", Numbers.measure(found[0]), "The value that is read off where the particle ends."));
            wanted.ifPresent(u -> into.add(new Facts.Fact(
                    "error", Numbers.measure(Math.abs(found[0] - u.at(0, 0))), "How far the two values are apart.")));
        });
    }

    /// Which class the network says, and how sure it is.
    private static void classes(Scene scene, int pin, List<Facts.Fact> into) {
        if (!(scene.snapshot().experiment().target() instanceof Labels labels)) {
            return;
        }
        said(scene, pin)
                .filter(scores -> scores.length == labels.names().size())
                .ifPresent(scores -> {
                    int best = 0;
                    for (int k = 1; k < scores.length; k++) {
                        best = scores[k] > scores[best] ? k : best;
                    }
                    double total = 0;
                    for (double score : scores) {
                        total += Math.exp(score - scores[best]);
                    }
                    into.add(new Facts.Fact(
                            "class",
                            labels.names().get(best) + ", " + Numbers.percent(1 / total),
                            "The class that the network says of the particle, and the probability that it gives it."));
                });
    }

    /// What is read off the last state of a pinned particle.
    private static Optional<double[]> said(Scene scene, int pin) {
        var readout = scene.snapshot().control().readout();
        var states = scene.room().flatMap(Scene.Room::pins);
        if (readout.isEmpty()
                || states.isEmpty()
                || pin >= states.get().size()
                || states.get().dimension() != readout.get().dimension()) {
            return Optional.empty();
        }
        var map = readout.get();
        var said = new double[map.outputs()];
        for (int i = 0; i < said.length; i++) {
            said[i] = map.c(i);
            for (int j = 0; j < map.dimension(); j++) {
                said[i] += map.a(i, j) * states.get().at(states.get().horizon(), j, pin);
            }
        }
        return Optional.of(said);
    }

    private static Points place(Trajectory path, double t, int pin) {
        var at = new double[path.dimension()][1];
        for (int i = 0; i < at.length; i++) {
            at[i][0] = path.at(t, i, pin);
        }
        return Points.of(at);
    }

    private static double distance(Points one, Points other) {
        double squares = 0;
        for (int i = 0; i < Math.min(one.dimension(), other.dimension()); i++) {
            squares += Math.pow(one.at(i, 0) - other.at(i, 0), 2);
        }
        return Math.sqrt(squares);
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
        return one.dimension() == 1
                ? Numbers.coordinate(one.at(0, 0), side)
                : Numbers.point(one.at(0, 0), one.at(1, 0), side);
    }

    private static Optional<Points> wanted(TargetMap target, Points start) {
        return switch (target) {
            case PlaneMap map -> Optional.of(map.apply(start));
            case LineMap map -> Optional.of(map.apply(start));
            case PlaneFunction function -> Optional.of(function.apply(start));
            case Correspondence pairs -> {
                for (int k = 0; k < pairs.x().size(); k++) {
                    if (at(pairs.x(), k, start)) {
                        yield Optional.of(pairs.y().select(new int[] {k}));
                    }
                }
                yield Optional.empty();
            }
            case Labels _ -> Optional.empty();
        };
    }

    private static boolean at(Points points, int k, Points place) {
        for (int i = 0; i < points.dimension(); i++) {
            if (points.at(i, k) != place.at(i, 0)) {
                return false;
            }
        }
        return true;
    }

    private static double length(Trajectory path, int particle) {
        double sum = 0;
        for (int k = 1; k < path.samples(); k++) {
            double squares = 0;
            for (int i = 0; i < path.dimension(); i++) {
                squares += Math.pow(path.at(k, i, particle) - path.at(k - 1, i, particle), 2);
            }
            sum += Math.sqrt(squares);
        }
        return sum;
    }
}
