package isotopy.figure;

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
import isotopy.train.Excerpt;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.random.HaltonSequenceGenerator;

/// Computes the paths and goals of a [Scene].
final class SceneTracer {
    /// More examples of a map of the line than this are not told apart.
    private static final int MOST_DRAWN = 2_000;

    /// No goals at all.
    private static final Points NOWHERE = Points.of(new double[2][0]);

    private SceneTracer() {}

    static Scene trace(FlowSnapshot snapshot, Look look, boolean whole) {
        var experiment = snapshot.experiment();
        var domain = experiment.sampling().domain();
        var lattice =
                experiment.target().dimension() == 1 ? line(Scene.ON_A_LINE, domain) : domain.lattice(Scene.LATTICE);
        return switch (experiment.target()) {
            case PlaneMap map -> {
                var x = starts(look.arrangement(), look.particles(), domain);
                var goals = map.apply(x);
                yield scene(
                        snapshot, look, whole, new Examples(x, goals, goals), lattice, Optional.of(map.apply(lattice)));
            }
            case LineMap map -> {
                var x = line(look.onLine(), domain);
                var goals = map.apply(x);
                yield scene(
                        snapshot, look, whole, new Examples(x, goals, goals), lattice, Optional.of(map.apply(lattice)));
            }
            case PlaneFunction function -> {
                var x = starts(look.arrangement(), look.particles(), domain);
                var examples = new Examples(x, NOWHERE, function.apply(x));
                yield scene(snapshot, look, whole, examples, lattice, Optional.of(function.apply(lattice)));
            }
            case Correspondence pairs
            when pairs.kind() == Kind.LINE -> {
                var x = line(look.onLine(), domain);
                yield scene(snapshot, look, whole, new Examples(x, NOWHERE, x), lattice, Optional.empty());
            }
            case Correspondence pairs -> {
                var given = given(experiment, pairs.x().size(), pairs.kind() == Kind.PLANE, look);
                yield scene(snapshot, look, whole, given, lattice, Optional.empty());
            }
            case Labels labels -> {
                var given = given(experiment, labels.x().size(), false, look);
                yield scene(snapshot, look, whole, given, lattice, Optional.empty());
            }
        };
    }

    /// The given examples that are shown, evenly from the first row to the last.
    private static Examples given(Experiment experiment, int count, boolean places, Look look) {
        var given = Excerpt.of(experiment, Excerpt.evenly(count, look.particles()));
        return new Examples(given.x(), places ? given.y() : NOWHERE, given.y(), Optional.of(given));
    }

    /// Where particles start, where they should go (nobody, where the network says no place), and what the network
    /// should say of them; and which of the given examples they are.
    private record Examples(Points x, Points goals, Points wanted, Optional<Excerpt> given) {
        Examples(Points x, Points goals, Points wanted) {
            this(x, goals, wanted, Optional.empty());
        }
    }

    private static Scene scene(
            FlowSnapshot snapshot,
            Look look,
            boolean whole,
            Examples examples,
            Points lattice,
            Optional<Points> latticeGoals) {
        var x = examples.x();
        var particles = whole ? Carried.whole(snapshot, look, x) : Carried.of(snapshot, look, x);
        var carried = Carried.of(snapshot, look, lattice);
        var pins = look.pins().isEmpty()
                ? Optional.<Carried>empty()
                : Optional.of(Carried.of(snapshot, look, pinned(look, x.dimension())));
        var exactness = look.exact()
                ? Optional.of(Evaluation.between(discrete(snapshot, x), particles.said(snapshot)))
                : Optional.<Evaluation>empty();
        boolean measured = look.measures() && x.dimension() == 2;
        return new Scene(
                snapshot,
                particles.seen(),
                examples.goals(),
                carried.seen(),
                latticeGoals,
                pins.map(Carried::seen),
                exactness,
                measured ? Optional.of(determinants(snapshot, look, carried.seen())) : Optional.empty(),
                look.shows(Overlay.COSTATE) && x.dimension() == 2
                        ? costates(snapshot, look, examples)
                        : Optional.empty(),
                Carried.said(snapshot, look, particles, carried, examples.wanted()),
                particles
                        .states()
                        .map(states ->
                                new Scene.Room(states, carried.states().orElseThrow(), pins.flatMap(Carried::states))),
                examples.given(),
                x.dimension() == 1 ? Optional.of(samples(snapshot.experiment())) : Optional.empty());
    }

    /// What the network itself makes of the points at t = T, as [Carried#said(FlowSnapshot)] shows it.
    private static Points discrete(FlowSnapshot snapshot, Points x) {
        return Carried.onLine(snapshot).isPresent()
                ? snapshot.flow().apply(x)
                : snapshot.flow().at(x, snapshot.control().horizon());
    }

    /// The examples of a map of the line, or so many of them as can be told apart.
    private static Samples samples(Experiment experiment) {
        if (experiment.target() instanceof Correspondence pairs) {
            return Excerpt.of(experiment, Excerpt.evenly(pairs.x().size(), MOST_DRAWN))
                    .samples();
        }
        var sampling = experiment.sampling();
        return Samples.draw(
                sampling.samples() > MOST_DRAWN
                        ? experiment.withSampling(sampling.withSamples(MOST_DRAWN))
                        : experiment);
    }

    private static Optional<Scene.Costates> costates(FlowSnapshot snapshot, Look look, Examples examples) {
        var experiment = snapshot.experiment();
        if (examples.x().size() == 0 || experiment.unlike(snapshot.control()).isPresent()) {
            return Optional.empty();
        }
        var arrangement = examples.given().isPresent() ? Arrangement.GRID : look.arrangement();
        var chosen = Thinning.of(arrangement, examples.x().size(), CostateArrows.MOST);
        return Optional.of(new Scene.Costates(
                chosen,
                Costates.of(
                        experiment,
                        snapshot.control(),
                        examples.x().select(chosen),
                        examples.wanted().select(chosen))));
    }

    /// det Dφ of what is seen: of the network itself, layer by layer, and by differences of the carried lattice
    /// where the equation is shown, or a view of more coordinates.
    private static Determinants determinants(FlowSnapshot snapshot, Look look, Trajectory lattice) {
        double cell = snapshot.experiment().sampling().domain().side() / (Scene.LATTICE - 1);
        return look.exact() || snapshot.control().augment() > 0
                ? Determinants.between(lattice, Scene.LATTICE, cell)
                : Determinants.along(snapshot.flow(), lattice);
    }

    /// Evenly spaced points of the interval.
    private static Points line(int count, Box domain) {
        var x = new double[Math.max(2, count)];
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
