package isotopy.figure;

import isotopy.control.Readout;
import isotopy.flow.ExactFlow;
import isotopy.flow.Integrator;
import isotopy.flow.Trajectory;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Points carried by the flow: their paths as they are seen and, where the look or a read-out needs them, those of
/// their states in all coordinates.
record Carried(Trajectory seen, Optional<Trajectory> states) {
    /// The tolerance at which the differential equation is solved for the eye.
    private static final double TOLERANCE = 1e-8;

    /// More particles than this are kept in float, [#PIECE] of them carried at once.
    private static final int MANY = 100_000;

    private static final int PIECE = 1 << 14;

    /// Paths of very many particles are thinned to so many numbers, 96 MB: a million particles of the plane are
    /// kept at 12 times.
    private static final long MOST_NUMBERS = 24_000_000;

    /// Carries points; of very many the paths are thinned.
    static Carried of(FlowSnapshot snapshot, Look look, Points x) {
        return of(snapshot, look, x, MANY);
    }

    /// Carries points, however many they are, without thinning their paths.
    static Carried whole(FlowSnapshot snapshot, Look look, Points x) {
        return of(snapshot, look, x, Integer.MAX_VALUE);
    }

    private static Carried of(FlowSnapshot snapshot, Look look, Points x, int many) {
        boolean reads = reads(snapshot);
        if (!reads && !look.space()) {
            return new Carried(paths(snapshot, look, x, false, many), Optional.empty());
        }
        var states = paths(snapshot, look, x, true, many);
        if (!reads) {
            return new Carried(paths(snapshot, look, x, false, many), Optional.of(states));
        }
        // what is read off is no place: seen are the first coordinates
        return new Carried(states.first(x.dimension()), Optional.of(states));
    }

    /// Whether the network reads something off the last states that is no place; or a place on the line, where a
    /// straight way to it would cross the others and look like a flow that folds.
    private static boolean reads(FlowSnapshot snapshot) {
        return snapshot.control()
                .readout()
                .filter(map ->
                        map.scores() || map.outputs() != snapshot.control().inputs() || map.outputs() == 1)
                .isPresent();
    }

    /// What the network says at t = T, where it reads off something that is no place.
    static Optional<Scene.Said> said(
            FlowSnapshot snapshot, Look look, Carried particles, Carried lattice, Points wanted) {
        return reads(snapshot)
                ? snapshot.control().readout().map(map -> {
                    var over = read(map, lattice.states().orElseThrow());
                    return new Scene.Said(
                            read(map, particles.states().orElseThrow()),
                            over,
                            wanted,
                            map.scores() ? Optional.of(regions(snapshot, look, map, over)) : Optional.empty());
                })
                : Optional.empty();
    }

    private static Regions regions(FlowSnapshot snapshot, Look look, Readout map, Points scores) {
        return Regions.of(
                scores,
                Boundary.of(
                        scores,
                        snapshot.experiment().sampling().domain(),
                        starts -> look.exact()
                                ? read(map, paths(snapshot, look, starts, true, MANY))
                                : snapshot.flow().apply(starts),
                        starts -> paths(snapshot, look, starts, true, MANY).first(2)));
    }

    /// What the network says of the points at t = T as far as the picture shows it.
    Points said(FlowSnapshot snapshot) {
        return states.flatMap(paths -> onLine(snapshot).map(map -> read(map, paths)))
                .orElseGet(() -> seen.points(seen.horizon()));
    }

    /// What reads a place on the line off the last states, if anything does.
    static Optional<Readout> onLine(FlowSnapshot snapshot) {
        return snapshot.control().inputs() == 1 ? snapshot.control().readout() : Optional.empty();
    }

    private static Points read(Readout map, Trajectory states) {
        return read(map, states, states.horizon());
    }

    /// A z + c of states at time t.
    static Points read(Readout map, Trajectory states, double t) {
        var rows = new double[map.outputs()][states.size()];
        var z = new double[states.size()];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(rows[i], map.c(i));
        }
        for (int j = 0; j < map.dimension(); j++) {
            states.copyRow(t, j, z);
            for (int i = 0; i < rows.length; i++) {
                double a = map.a(i, j);
                for (int k = 0; k < z.length; k++) {
                    rows[i][k] += a * z[k];
                }
            }
        }
        return Points.of(rows);
    }

    /// The paths of points; of very many a thinned copy in float, made piece by piece, so that memory stays small.
    private static Trajectory paths(FlowSnapshot snapshot, Look look, Points x, boolean states, int many) {
        if (x.size() <= many) {
            return exactPaths(snapshot, look, x, states);
        }
        var times = new double[0];
        var positions = new float[0][][];
        int[] chosen = {};
        for (int from = 0; from < x.size(); from += PIECE) {
            int start = from;
            var some = IntStream.range(start, Math.min(x.size(), start + PIECE)).toArray();
            var part = exactPaths(snapshot, look, x.select(some), states);
            if (start == 0) {
                chosen = chosen(part.samples(), (long) part.dimension() * x.size());
                times = IntStream.of(chosen).mapToDouble(part::time).toArray();
                positions = new float[chosen.length][part.dimension()][x.size()];
            }
            keep(part, chosen, start, positions);
        }
        return new Trajectory(times, positions);
    }

    private static void keep(Trajectory part, int[] chosen, int start, float[][][] into) {
        for (int k = 0; k < chosen.length; k++) {
            for (int i = 0; i < part.dimension(); i++) {
                for (int j = 0; j < part.size(); j++) {
                    into[k][i][start + j] = (float) part.at(chosen[k], i, j);
                }
            }
        }
    }

    /// Which of so many times are kept, the first and the last among them, when each costs `numbers`.
    private static int[] chosen(int samples, long numbers) {
        int kept = Math.clamp(MOST_NUMBERS / numbers, 2, samples);
        var chosen = new int[kept];
        Arrays.setAll(chosen, k -> (int) ((long) k * (samples - 1) / (kept - 1)));
        return chosen;
    }

    private static Trajectory exactPaths(FlowSnapshot snapshot, Look look, Points x, boolean states) {
        var flow = snapshot.flow();
        if (look.exact()) {
            var exact = new ExactFlow(snapshot.control(), TOLERANCE);
            return states ? exact.stateTrajectory(x, 2) : exact.trajectory(x, 2);
        }
        // Euler's path inside a layer is a straight line: its ends are enough
        boolean straight = flow.integrator() == Integrator.EULER && flow.substeps() == 1;
        int perLayer = straight ? 1 : Math.max(2, Math.min(4, flow.substeps()));
        return states ? flow.stateTrajectory(x, perLayer) : flow.trajectory(x, perLayer);
    }
}
