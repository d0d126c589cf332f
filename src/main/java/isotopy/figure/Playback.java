package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Points;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.ShapeMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A scene as numbers from which a page that computes nothing can draw any t: what moves, where it is at some times
/// between which it goes straight, and what it is drawn with. In the plane, or for maps of the line over x and over t.
///
/// Particles come in an order in which the first n of them are spread over all, whatever n is. Nobody changes the
/// arrays.
///
/// @param order which particles of the scene they are
/// @param times the kept times, from 0 to T; between two of them nothing strays from its straight way by more than was
/// allowed
/// @param particles their paths, of all their kept times
/// @param argb their colours
/// @param goals where they should go; without any column where nobody knows
/// @param lattice the paths of a square lattice of `side`² points, or of evenly spaced points of the line
/// @param ghost where these should go
/// @param cameras from where the plane is seen at evenly spaced times from 0 to T; one where it rests
public record Playback(
        Scene scene,
        Look look,
        int[] order,
        double[] times,
        Trajectory particles,
        int[] argb,
        Points goals,
        Trajectory lattice,
        int side,
        Optional<Points> ghost,
        List<Camera> cameras,
        Optional<Drawn> drawn) {
    /// A look's camera that moves is told at so many times.
    private static final int MOMENTS = 241;

    private static final int OUTLINE = 240;

    /// Lines between classes of more ends than this are left to the lattice.
    private static final int MOST_ENDS = 4000;

    /// The shape or the landmarks by which a map was drawn: as the flow carries them and where they should end.
    public record Drawn(boolean closed, Trajectory paths, Points goals) {}

    /// What the network reads off the last states of particles and lattice, and what it should.
    public record Said(Points particles, Points lattice, Points wanted, Optional<Points> wantedLattice) {}

    /// The playback of a scene.
    ///
    /// @param most at most so many particles
    /// @param width and `height`: of the largest page on which it is drawn, in logical pixels
    /// @param stray how many of these pixels something may be beside its way
    public static Playback of(Scene scene, Look look, int most, double width, double height, double stray) {
        var flat = look.withProjection(Projection.PLANE);
        var shot = Shot.of(scene, 0, flat, width, height);
        var order = order(shot, most);
        var cameras = cameras(shot);
        double pixel = stray / scale(shot, width, height);
        var coarse = coarse(shot);
        var chosen = chosen(scene.particles(), order);
        var lattice = chosen(scene.lattice(), coarse);
        var drawn = drawn(shot);
        var times = Keyframes.of(
                drawn.map(shown -> List.of(chosen, lattice, shown.paths())).orElse(List.of(chosen, lattice)), pixel);
        var argb = shot.colours(scene.particles().size());
        return new Playback(
                scene,
                flat,
                order,
                times,
                Keyframes.at(chosen, times),
                Arrays.stream(order).map(k -> argb[k]).toArray(),
                scene.goals().size() == 0 ? scene.goals() : scene.goals().select(order),
                Keyframes.at(lattice, times),
                shot.kind() == Kind.LINE ? coarse.length : (int) Math.round(Math.sqrt(coarse.length)),
                scene.latticeGoals()
                        .filter(_ -> shot.kind() == Kind.PLANE || shot.kind() == Kind.LINE)
                        .map(goals -> goals.select(coarse)),
                cameras,
                drawn.map(shown -> new Drawn(shown.closed(), Keyframes.at(shown.paths(), times), shown.goals())));
    }

    public Kind kind() {
        return shot().kind();
    }

    public Palette palette() {
        return Palette.of(look.theme());
    }

    /// The least and the largest height that is shown of a map of the line.
    public double[] heights() {
        var layout = Illustrator.layout(scene, look, 1280, 720);
        return new double[] {layout.low(), layout.high()};
    }

    /// The user's numbers, as their centre and reach along each coordinate of the starts.
    public double[][] startUnits() {
        var target = scene.snapshot().experiment().target();
        return units(scene.particles().dimension(), i -> Units.ofStarts(target, i));
    }

    /// The same of where the target sends them, or of the values that it gives.
    public double[][] goalUnits() {
        var target = scene.snapshot().experiment().target();
        return units(kind() == Kind.PLANE ? 2 : 1, i -> Units.ofGoals(target, i));
    }

    /// What the network says at t = T, where that is no place in the plane.
    ///
    /// Shapes: m × particles, m × lattice; what it should say as well.
    public Optional<Said> said() {
        var coarse = coarse(shot());
        return scene.said()
                .map(said -> new Said(
                        said.particles().select(order),
                        said.lattice().select(coarse),
                        said.wanted().select(order),
                        kind() == Kind.FUNCTION ? scene.latticeGoals().map(goals -> goals.select(coarse)) : ghost));
    }

    /// The paths of the ends of the pieces of the lines on which two classes tie: piece k runs from point 2k to 2k
    /// + 1.
    public Optional<Trajectory> ties() {
        return scene.said()
                .flatMap(Scene.Said::regions)
                .flatMap(Regions::boundary)
                .map(Boundary::ends)
                .filter(ends -> ends.size() <= MOST_ENDS)
                .map(ends -> Keyframes.at(ends, times));
    }

    /// The class of each particle, where they have one.
    public Optional<int[]> classes() {
        return scene.snapshot().experiment().target() instanceof Labels labels
                ? Optional.of(Arrays.stream(order)
                        .map(k -> labels.classes().get(scene.row(k)))
                        .toArray())
                : Optional.empty();
    }

    /// Which particles are kept for the test.
    public boolean[] held() {
        var held = new boolean[order.length];
        IntStream.range(0, held.length).forEach(k -> held[k] = scene.tests(order[k]));
        return held;
    }

    /// The least and the largest value of a function's scale; the network must say something.
    public double[] values() {
        var colours = ValueColours.of(shot());
        return new double[] {colours.low(), colours.high()};
    }

    /// So many colours of that scale.
    public int[] scale(int count) {
        return IntStream.range(0, count)
                .map(k -> Scale.cividis(k / (count - 1.0), look.theme()))
                .toArray();
    }

    private Shot shot() {
        return Shot.of(scene, 0, look, 1280, 720);
    }

    private static double[][] units(int count, IntFunction<Units> of) {
        return IntStream.range(0, count)
                .mapToObj(of)
                .map(units -> new double[] {units.centre(), units.reach()})
                .toArray(double[][]::new);
    }

    /// Pixels per unit where most are seen.
    private static double scale(Shot shot, double width, double height) {
        if (shot.kind() == Kind.LINE) {
            var layout = Illustrator.layout(shot.scene(), shot.look(), width, height);
            return height / (layout.high() - layout.low());
        }
        return shot.look().camera().scale(width, height);
    }

    private static List<Camera> cameras(Shot shot) {
        boolean free = shot.kind() == Kind.LABELS || shot.kind() == Kind.FUNCTION;
        return IntStream.range(0, free ? MOMENTS : 1)
                .mapToObj(k -> Following.camera(shot.scene(), k * shot.horizon() / (MOMENTS - 1), shot.look()))
                .toList();
    }

    /// All particles, or so many of them, in the order in which they appear: a quasi-random sequence is in a good
    /// order by itself, others are jumped through.
    private static int[] order(Shot shot, int most) {
        int count = shot.scene().particles().size();
        boolean even = shot.scene().given().isEmpty()
                && shot.kind() != Kind.LINE
                && shot.look().arrangement() != Arrangement.GRID;
        var keys = new double[count];
        Arrays.setAll(keys, k -> even ? k : shot.kind() == Kind.LINE ? (k * 0.6180339887498949) % 1 : scattered(k));
        return IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .limit(most)
                .mapToInt(k -> k)
                .toArray();
    }

    /// A number in 0 … 1 that looks drawn by chance.
    ///
    /// Source: the mixing function of SplitMix64 (Steele, Lea, Flood 2014).
    private static double scattered(long k) {
        long z = (k + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
    }

    /// Which points of the scene's lattice are kept: all on the line and where colours lie over it, every second
    /// one in both directions where only its lines are drawn.
    private static int[] coarse(Shot shot) {
        var all = IntStream.range(0, shot.scene().lattice().size());
        return shot.kind() == Kind.PLANE
                ? all.filter(k -> k % Scene.LATTICE % 2 == 0 && k / Scene.LATTICE % 2 == 0)
                        .toArray()
                : all.toArray();
    }

    private static Trajectory chosen(Trajectory paths, int[] chosen) {
        var times = new double[paths.samples()];
        var positions = new double[times.length][paths.dimension()][chosen.length];
        for (int k = 0; k < times.length; k++) {
            times[k] = paths.time(k);
            for (int i = 0; i < paths.dimension(); i++) {
                for (int j = 0; j < chosen.length; j++) {
                    positions[k][i][j] = paths.at(k, i, chosen[j]);
                }
            }
        }
        return new Trajectory(times, positions);
    }

    private static Optional<Drawn> drawn(Shot shot) {
        var snapshot = shot.scene().snapshot();
        var target = snapshot.experiment().target();
        if (target instanceof ShapeMap map) {
            var outline = Outlines.along(map.from(), OUTLINE);
            var paths = Carried.of(snapshot, shot.look(), outline).seen();
            return Optional.of(new Drawn(true, paths, map.apply(outline)));
        }
        return target instanceof Landmarks marks
                ? Optional.of(new Drawn(
                        false, Carried.of(snapshot, shot.look(), marks.x()).seen(), marks.y()))
                : Optional.empty();
    }
}
