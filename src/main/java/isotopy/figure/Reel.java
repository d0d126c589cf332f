package isotopy.figure;

import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.FlowSnapshot;
import java.util.ArrayList;
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
        return Illustrator.said(scene, t, seen, board.manner(), words(cue, scene, t), width, height);
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
