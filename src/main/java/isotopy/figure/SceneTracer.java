package isotopy.figure;

import isotopy.flow.ExactFlow;
import isotopy.flow.Integrator;
import isotopy.flow.Trajectory;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.train.Costates;
import isotopy.train.Evaluation;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.random.HaltonSequenceGenerator;

/// Computes the paths and goals of a [Scene].
final class SceneTracer {
    /// The tolerance at which the differential equation is solved for the eye.
    private static final double TOLERANCE = 1e-8;

    private SceneTracer() {}

    static Scene trace(FlowSnapshot snapshot, Look look) {
        var domain = snapshot.experiment().sampling().domain();
        var lattice = domain.lattice(Scene.LATTICE);
        return switch (snapshot.experiment().target()) {
            case PlaneMap map -> {
                var x = starts(look.arrangement(), look.particles(), domain);
                var goals = map.apply(x);
                yield scene(snapshot, look, new Examples(x, goals, goals), lattice, Optional.of(map.apply(lattice)));
            }
            case LineMap map -> {
                var x = line(look.particles(), domain);
                var goals = map.apply(x);
                yield scene(
                        snapshot, look, new Examples(x, goals, goals), line(Scene.LATTICE, domain), Optional.empty());
            }
            case PlaneFunction function -> {
                var x = starts(look.arrangement(), look.particles(), domain);
                yield scene(
                        snapshot,
                        look,
                        new Examples(x, Points.of(new double[2][0]), function.apply(x)),
                        lattice,
                        Optional.empty());
            }
            case Correspondence pairs -> {
                var first = first(pairs.x(), look);
                var wanted = pairs.y().select(first);
                var goals = pairs.kind() == Kind.FUNCTION ? Points.of(new double[2][0]) : wanted;
                yield scene(
                        snapshot,
                        look,
                        new Examples(pairs.x().select(first), goals, wanted),
                        pairs.kind() == Kind.LINE ? line(Scene.LATTICE, domain) : lattice,
                        Optional.empty());
            }
            case Labels labels -> {
                var first = first(labels.x(), look);
                var nowhere = Points.of(new double[2][0]);
                var wanted = labels.goals().select(first);
                yield scene(
                        snapshot,
                        look,
                        new Examples(labels.x().select(first), nowhere, wanted),
                        lattice,
                        Optional.empty());
            }
        };
    }

    /// The given points that are shown.
    private static int[] first(Points given, Look look) {
        var first = new int[Math.min(given.size(), look.particles())];
        Arrays.setAll(first, k -> k);
        return first;
    }

    /// Where particles start, where they should go (nobody, where classes are told apart), and what the network
    /// should
    /// say of them.
    private record Examples(Points x, Points goals, Points wanted) {}

    private static Scene scene(
            FlowSnapshot snapshot, Look look, Examples examples, Points lattice, Optional<Points> latticeGoals) {
        var x = examples.x();
        var particles = paths(snapshot, look, x);
        var exactness = look.exact()
                ? Optional.of(Evaluation.between(
                        snapshot.flow().at(x, particles.horizon()), particles.points(particles.horizon())))
                : Optional.<Evaluation>empty();
        var pins = look.pins().isEmpty()
                ? Optional.<Trajectory>empty()
                : Optional.of(paths(snapshot, look, pinned(look, x.dimension())));
        var carried = paths(snapshot, look, lattice);
        return new Scene(
                snapshot,
                particles,
                examples.goals(),
                carried,
                latticeGoals,
                pins,
                exactness,
                look.measures() && x.dimension() == 2
                        ? Optional.of(determinants(snapshot, look, carried))
                        : Optional.empty(),
                look.shows(Overlay.COSTATE) ? costates(snapshot, look, examples) : Optional.empty());
    }

    private static Optional<Scene.Costates> costates(FlowSnapshot snapshot, Look look, Examples examples) {
        var experiment = snapshot.experiment();
        if (examples.x().size() == 0 || experiment.unlike(snapshot.control()).isPresent()) {
            return Optional.empty();
        }
        var chosen = Thinning.of(look.arrangement(), examples.x().size(), CostateArrows.MOST);
        return Optional.of(new Scene.Costates(
                chosen,
                Costates.of(
                        experiment,
                        snapshot.control(),
                        examples.x().select(chosen),
                        examples.wanted().select(chosen))));
    }

    /// det Dφ of what is seen: of the network itself, layer by layer, and by differences of the carried lattice
    /// where
    /// the equation is shown, or a view of more coordinates.
    private static Determinants determinants(FlowSnapshot snapshot, Look look, Trajectory lattice) {
        double cell = snapshot.experiment().sampling().domain().side() / (Scene.LATTICE - 1);
        return look.exact() || snapshot.control().augment() > 0
                ? Determinants.between(lattice, Scene.LATTICE, cell)
                : Determinants.along(snapshot.flow(), lattice);
    }

    private static Trajectory paths(FlowSnapshot snapshot, Look look, Points x) {
        var flow = snapshot.flow();
        if (look.exact()) {
            return new ExactFlow(snapshot.control(), TOLERANCE).trajectory(x, 2);
        }
        // Euler's path inside a layer is a straight line: its ends are enough
        boolean straight = flow.integrator() == Integrator.EULER && flow.substeps() == 1;
        return flow.trajectory(x, straight ? 1 : Math.max(2, Math.min(4, flow.substeps())));
    }

    /// Evenly spaced points of the interval.
    private static Points line(int count, Box domain) {
        var x = new double[Math.max(2, Math.min(count, Look.MOST_ON_A_LINE))];
        Arrays.setAll(x, k -> domain.at(k / (x.length - 1.0)));
        return Points.of(new double[][] {x});
    }

    private static Points pinned(Look look, int dimension) {
        var x1 = look.pins().stream().mapToDouble(Look.Pin::x1).toArray();
        if (dimension == 1) {
            return Points.of(new double[][] {x1});
        }
        var x2 = look.pins().stream().mapToDouble(Look.Pin::x2).toArray();
        return Points.of(x1, x2);
    }

    /// Where `count` particles start; a lattice takes the nearest square number.
    static Points starts(Arrangement arrangement, int count, Box domain) {
        return switch (arrangement) {
            case GRID -> domain.lattice(Math.max(2, (int) Math.round(Math.sqrt(count))));
            case RANDOM, DISC -> scattered(arrangement == Arrangement.DISC, count, domain);
        };
    }

    private static Points scattered(boolean disc, int count, Box domain) {
        var halton = new HaltonSequenceGenerator(2);
        var x1 = new double[count];
        var x2 = new double[count];
        for (int k = 0; k < count; k++) {
            var share = halton.nextVector();
            if (disc) {
                // equal areas: the radius is the square root of a uniform share
                double radius = domain.side() / 2 * Math.sqrt(share[0]);
                double angle = 2 * Math.PI * share[1];
                x1[k] = domain.centre() + radius * Math.cos(angle);
                x2[k] = domain.centre() + radius * Math.sin(angle);
            } else {
                x1[k] = domain.at(share[0]);
                x2[k] = domain.at(share[1]);
            }
        }
        return Points.of(x1, x2);
    }
}
