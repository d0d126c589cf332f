package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Evaluation;
import java.util.Optional;

/// All that was computed to show one snapshot: paths and goals. Immutable; made on any thread by [Scene#of].
///
/// `goals` are where the target sends the particles, column by column. `lattice` holds the paths of the deforming
/// grid's points and `latticeGoals` their goals (empty for given pairs, which say nothing between the points). Of
/// points with classes nobody knows where they should go: then there are no goals at all. `determinants` are det Dφ
/// along the flow, when the look asks for them. `exactness` is how far the network is from the differential equation it
/// slices, at t = T, when the look asks for it.
public record Scene(
        FlowSnapshot snapshot,
        Trajectory particles,
        Points goals,
        Trajectory lattice,
        Optional<Points> latticeGoals,
        Optional<Trajectory> pins,
        Optional<Evaluation> exactness,
        Optional<Determinants> determinants,
        Optional<Costates> costates) {
    /// The costates of some of the particles: which, and their way through time. Immutable; nobody changes the
    /// array.
    public record Costates(int[] chosen, Trajectory paths) {}

    /// Points a side of the deforming grid: [#LINES] lines with [#FINE] pieces between two of them.
    public static final int LINES = 17;

    public static final int FINE = 4;

    /// Points a side of [#lattice()].
    public static final int LATTICE = (LINES - 1) * FINE + 1;

    /// Computes what this look needs to show the snapshot.
    public static Scene of(FlowSnapshot snapshot, Look look) {
        return SceneTracer.trace(snapshot, look);
    }
}
