package isotopy.cli;

import isotopy.flow.FlowMap;
import isotopy.flow.Inversion;
import isotopy.math.Points;
import isotopy.project.Project;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a saved flow does to points in the user's coordinates, up to one time.
///
/// Where the coordinates were brought to the unit box, a point is seen at time t at the affine map that turns with t/T
/// from the one of the starts to the one of the goals, as a read-out is seen; where points only are carried, as under
/// classes, it stays the one of the starts.
///
/// @param names the classes in the order of their scores; none where no classes are told apart
record Voyage(FlowMap flow, double t, Kind kind, Optional<Scaling> scaling, List<String> names) {
    /// Up to time t, in [0, T].
    ///
    /// Throws: `Failure` where a function is asked for before its end.
    static Voyage of(Project project, double t) {
        var experiment = project.experiment();
        var kind = experiment.target().kind();
        if (kind == Kind.FUNCTION && t < project.control().horizon()) {
            throw Failure.wrongCall("--at: the value of a function is read off at the end; leave it out");
        }
        var names = experiment.target() instanceof Labels labels ? labels.names() : List.<String>of();
        return new Voyage(experiment.flow(project.control()), t, kind, experiment.scaling(), names);
    }

    /// The columns that are read, and those that are found.
    List<String> from() {
        return kind == Kind.LINE ? List.of("x") : List.of("x1", "x2");
    }

    /// The columns that are found.
    List<String> to() {
        return switch (kind) {
            case LINE -> List.of("y");
            case PLANE, LABELS -> List.of("y1", "y2");
            case FUNCTION -> List.of("u");
        };
    }

    /// Where the points are at time t, or the value of the function.
    Points forth(Points x) {
        var start = scaling.map(units -> units.scaleStarts(x)).orElse(x);
        if (kind == Kind.FUNCTION) {
            var values = flow.apply(start);
            return scaling.map(units -> units.userGoals(values)).orElse(values);
        }
        var seen = flow.at(start, t);
        return scaling.isEmpty() ? seen : mapped(seen, (value, i) -> centre(i) + reach() * value);
    }

    /// The class that the network gives each start in the end, the one with the largest score; of equals the first;
    /// an empty word for a start whose scores go beyond every number. Nothing where no classes are told apart.
    List<String> labels(Points x) {
        if (names.isEmpty()) {
            return List.of();
        }
        var scores = flow.apply(scaling.map(units -> units.scaleStarts(x)).orElse(x));
        return IntStream.range(0, x.size())
                .mapToObj(k -> {
                    int best = 0;
                    double sum = scores.at(0, k);
                    for (int i = 1; i < scores.dimension(); i++) {
                        best = scores.at(i, k) > scores.at(best, k) ? i : best;
                        sum += scores.at(i, k);
                    }
                    return Double.isFinite(sum) ? names.get(best) : "";
                })
                .toList();
    }

    /// The points that are at `y` at time t, in the user's coordinates where they are found.
    Inversion back(Points y) {
        if (kind == Kind.FUNCTION) {
            return new Inversion.Blind(
                    "this flow is read off as one number, which many points of the plane share: it has no inverse");
        }
        var seen = scaling.isEmpty() ? y : mapped(y, (value, i) -> (value - centre(i)) / reach());
        var found = flow.inverse(seen, t);
        return found instanceof Inversion.Found(var x) && scaling.isPresent()
                ? new Inversion.Found(scaling.get().userStarts(x))
                : found;
    }

    /// How much of the way from the units of the starts to those of the goals is gone.
    private double share() {
        return kind == Kind.LABELS ? 0 : Math.clamp(t / flow.control().horizon(), 0, 1);
    }

    private double centre(int i) {
        double s = share();
        var units = scaling.orElseThrow();
        double start = units.inputCentre().get(i);
        return s == 0 ? start : (1 - s) * start + s * units.outputCentre().get(i);
    }

    private double reach() {
        double s = share();
        var units = scaling.orElseThrow();
        return (1 - s) * units.inputReach() + s * units.outputReach();
    }

    @FunctionalInterface
    private interface Rule {
        double of(double value, int coordinate);
    }

    private static Points mapped(Points points, Rule rule) {
        var rows = new double[points.dimension()][];
        for (int i = 0; i < rows.length; i++) {
            int coordinate = i;
            rows[i] = Arrays.stream(points.row(i))
                    .map(value -> rule.of(value, coordinate))
                    .toArray();
        }
        return Points.of(rows);
    }
}
