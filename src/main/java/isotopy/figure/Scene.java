package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Evaluation;
import isotopy.train.Excerpt;
import isotopy.train.Samples;
import java.util.Optional;

/// All that was computed to show one snapshot: paths and goals. Immutable; made on any thread by [Scene#of].
///
/// `goals` are where the target sends the particles, column by column. `lattice` holds the paths of the deforming
/// grid's points and `latticeGoals` their goals (empty for given pairs, which say nothing between the points). Of
/// points with classes nobody knows where they should go: then there are no goals at all. `determinants` are det Dφ
/// along the flow, when the look asks for them. `exactness` is how far the network is from the differential equation it
/// slices, at t = T, when the look asks for it. `said` is what the network says at t = T, where it reads classes or
/// values off the last states. `room` are the paths of the states in all their coordinates, where they are read off or
/// the look shows them. `given` are the rows of given examples that the particles are, in the plane. `samples` are
/// examples of a map of the line.
public record Scene(
        FlowSnapshot snapshot,
        Trajectory particles,
        Points goals,
        Trajectory lattice,
        Optional<Points> latticeGoals,
        Optional<Trajectory> pins,
        Optional<Evaluation> exactness,
        Optional<Determinants> determinants,
        Optional<Costates> costates,
        Optional<Said> said,
        Optional<Room> room,
        Optional<Excerpt> given,
        Optional<Samples> samples) {
    /// The costates of some of the particles: which, and their way through time. Immutable; nobody changes the
    /// array.
    public record Costates(int[] chosen, Trajectory paths) {}

    /// What the network says of the particles and of the points of the lattice, and what it should say of the
    /// particles: scores of classes, or values.
    ///
    /// Shapes: m × n and m × n of the lattice.
    ///
    /// @param regions what it makes of the square, where it tells classes apart
    public record Said(Points particles, Points lattice, Points wanted, Optional<Regions> regions) {}

    /// The paths of particles and of the lattice in all D coordinates of the state, and those of the pins.
    public record Room(Trajectory particles, Trajectory lattice, Optional<Trajectory> pins) {}

    /// Points a side of the deforming grid: [#LINES] lines with [#FINE] pieces between two of them.
    public static final int LINES = 17;

    public static final int FINE = 4;

    /// Points a side of [#lattice()] in the plane.
    public static final int LATTICE = (LINES - 1) * FINE + 1;

    /// Points of [#lattice()] on the line.
    public static final int ON_A_LINE = 513;

    /// Computes what this look needs to show the snapshot.
    public static Scene of(FlowSnapshot snapshot, Look look) {
        return SceneTracer.trace(snapshot, look, false);
    }

    /// The same for those who read the paths: in double and at all times, however many particles there are.
    public static Scene whole(FlowSnapshot snapshot, Look look) {
        return SceneTracer.trace(snapshot, look, true);
    }

    /// The same with other paths of the same particles and lattice.
    public Scene with(Trajectory changedParticles, Trajectory changedLattice) {
        return new Scene(
                snapshot,
                changedParticles,
                goals,
                changedLattice,
                latticeGoals,
                pins,
                exactness,
                determinants,
                costates,
                said,
                room,
                given,
                samples);
    }

    /// The heights at which the particles, or the pins, of a map of the line are shown at t: their states, and at
    /// T what is read off them.
    public double[] heights(Trajectory paths, double t) {
        boolean pinned = pins.filter(found -> found == paths).isPresent();
        return Reading.of(this)
                .filter(_ -> t >= paths.horizon())
                .flatMap(read -> pinned ? read.pins() : Optional.of(read.particles()))
                .orElseGet(() -> paths.points(t))
                .row(0);
    }

    /// Whether that particle is kept for the test.
    boolean tests(int particle) {
        return given.isPresent() && given.get().held().get(particle);
    }

    /// Whether any particle is.
    boolean tests() {
        return given.isPresent() && given.get().held().contains(true);
    }

    /// Which row of the target that particle is, where they are given; else its own number.
    int row(int particle) {
        return given.isPresent() ? given.get().rows()[particle] : particle;
    }

    /// At most `most` particles that stand for all: those of a table wherever it has them.
    int[] thinned(Look look, int most) {
        return Thinning.of(given.isPresent() ? Arrangement.GRID : look.arrangement(), particles.size(), most);
    }
}
