package isotopy.figure;

import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.FlowSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures of a film: one snapshot of a run, played as a storyboard says. May be asked for any frame, from any
/// thread and more than once, and answers the same. The paths of one moment of the run, or of one shape of the network,
/// are computed once while they are needed; only the last few are kept, however long the film is.
public final class Reel {
    /// So many scenes are kept.
    private static final int KEPT = 4;

    private final FlowSnapshot snapshot;
    private final Look look;
    private final Storyboard board;
    private final List<Checkpoint> moments;

    /// Shares of the way at which the whole film is looked at.
    private static final double[] SAMPLES = {0, 0.25, 0.5, 0.75, 1};

    /// By the width of the page; guarded by itself.
    private final Map<Double, Shared> shared = new HashMap<>();

    /// By what is changed in them; guarded by itself.
    private final Map<Double, Held> scenes = new LinkedHashMap<>(KEPT, 0.75f, true);

    /// Throws: `IllegalArgumentException` with a sentence, when the run has nothing to play over.
    public Reel(FlowSnapshot snapshot, Look look, Storyboard board) {
        this.snapshot = snapshot;
        this.look = board.dressed(look);
        this.board = board;
        this.moments = moments(snapshot);
        switch (board.course()) {
            case Course.Time() -> {}
            case Course.Number number -> requireShaped(snapshot, number);
            case Course.Steps _, Course.StepsThenTime _ -> {
                if (moments.size() < 2) {
                    throw new IllegalArgumentException("the project keeps no earlier moments of its training to play"
                            + " over; train it with this version, or play over t");
                }
            }
        }
    }

    /// A film over t of a scene that is there already.
    ///
    /// Throws: `IllegalArgumentException` as above.
    public static Reel of(Scene scene, Look look, Storyboard board) {
        var reel = new Reel(scene.snapshot(), look, board);
        // a number of the network that is changed may end elsewhere
        if (board.dressed(look).samePaths(look) && !(board.course() instanceof Course.Number)) {
            reel.put(reel.key(new Cue(1, 1, 1)), scene);
        }
        return reel;
    }

    public Storyboard board() {
        return board;
    }

    public FlowSnapshot snapshot() {
        return snapshot;
    }

    public Look look() {
        return look;
    }

    /// The picture of a cue.
    ///
    /// Units: width and height in logical pixels.
    public Figure frame(Cue cue, double width, double height) {
        var scene = scene(cue);
        double horizon = scene.particles().horizon();
        double t = cue.t() == 1 ? horizon : cue.t() * horizon;
        var seen = switch (board.camera()) {
            case CameraWork.Following() -> look;
            case CameraWork.Keyed keyed -> keyed.at(cue.film(), look);
        };
        var shared = shared(width);
        var manner = shared.camera().isPresent() ? board.manner().withFollows(false) : board.manner();
        seen = shared.camera().map(seen::withCamera).orElse(seen);
        return Illustrator.said(scene, t, seen, manner, words(cue, scene, t), shared.setting(), width, height);
    }

    /// What all frames have in common: how the page is laid out, and the camera where it rests.
    private record Shared(Setting setting, Optional<Camera> camera) {}

    /// On pages of that width, from a few samples of the way.
    private Shared shared(double width) {
        synchronized (shared) {
            return shared.computeIfAbsent(width, this::sampled);
        }
    }

    private Shared sampled(double width) {
        boolean one = board.course() instanceof Course.Time;
        boolean rests = board.course() instanceof Course.Number && board.camera() instanceof CameraWork.Following;
        Optional<Setting> setting = Optional.empty();
        Optional<Camera> camera = Optional.empty();
        for (double way : one ? new double[] {1} : SAMPLES) {
            var scene = scene(new Cue(way, 1, way));
            var needed = Setting.of(scene, look, board.manner(), width);
            setting = Optional.of(setting.map(needed::and).orElse(needed));
            if (rests && board.course() instanceof Course.Number number) {
                var seen =
                        Following.holding(scene, number.at() * scene.particles().horizon(), look);
                camera = Optional.of(camera.map(seen::and).orElse(seen));
            }
        }
        return new Shared(setting.orElseThrow(), camera);
    }

    private String words(Cue cue, Scene scene, double t) {
        return switch (board.course()) {
            case Course.Time() -> Captions.time(scene, t);
            case Course.Steps _, Course.StepsThenTime _ -> Captions.steps(scene, t);
            case Course.Number number -> Captions.number(scene, t, number.dial(), number.value(cue.way()));
        };
    }

    /// The paths that a cue shows.
    public Scene scene(Cue cue) {
        double key = key(cue);
        Held held;
        synchronized (scenes) {
            held = scenes.computeIfAbsent(key, Held::new);
            for (Iterator<Double> oldest = scenes.keySet().iterator(); scenes.size() > KEPT; ) {
                oldest.next();
                oldest.remove();
            }
        }
        return held.scene();
    }

    private void put(double key, Scene scene) {
        var held = new Held(key);
        held.scene = Optional.of(scene);
        synchronized (scenes) {
            scenes.put(key, held);
        }
    }

    /// A scene that is computed by whoever asks first; others who ask for the same wait meanwhile.
    private final class Held {
        private final double key;
        private Optional<Scene> scene = Optional.empty();

        Held(double key) {
            this.key = key;
        }

        synchronized Scene scene() {
            var found = scene.orElseGet(() -> Scene.of(shown(key), look));
            scene = Optional.of(found);
            return found;
        }
    }

    /// What tells one scene of the film from another.
    private double key(Cue cue) {
        return switch (board.course()) {
            case Course.Time() -> 0;
            case Course.Steps _, Course.StepsThenTime _ -> Math.rint(cue.way() * (moments.size() - 1));
            case Course.Number number -> number.value(cue.way());
        };
    }

    private FlowSnapshot shown(double key) {
        return switch (board.course()) {
            case Course.Time() -> snapshot;
            case Course.Steps _, Course.StepsThenTime _ -> {
                var moment = moments.get((int) key);
                yield moment.control().equals(snapshot.control()) && moment.step() == snapshot.step()
                        ? snapshot
                        : snapshot.with(moment.control(), moment.step());
            }
            case Course.Number number -> {
                var turned = number.dial().turned(snapshot.experiment(), key);
                yield snapshot.with(turned.shaped(snapshot.control(), snapshot.step()), snapshot.step());
            }
        };
    }

    /// The kept moments that can be seen in the present experiment, and the present one at the end.
    private static List<Checkpoint> moments(FlowSnapshot snapshot) {
        var moments = new ArrayList<Checkpoint>();
        for (var kept : snapshot.checkpoints().kept()) {
            if (kept.step() < snapshot.step()
                    && snapshot.experiment().unlike(kept.control()).isEmpty()) {
                moments.add(kept);
            }
        }
        moments.add(new Checkpoint(snapshot.step(), snapshot.control()));
        return List.copyOf(moments);
    }

    private static void requireShaped(FlowSnapshot snapshot, Course.Number number) {
        if (number.dial() == Dial.WIDTH && !snapshot.control().family().hasWidth()) {
            throw new IllegalArgumentException("layers of the family "
                    + snapshot.control().family().title()
                    + " have no width; play over t, the depth or the horizon");
        }
    }
}
