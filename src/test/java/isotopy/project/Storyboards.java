package isotopy.project;

import isotopy.figure.Camera;
import isotopy.figure.CameraWork;
import isotopy.figure.Course;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Easing;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Storyboard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// Storyboards of every kind, drawn from a generator.
final class Storyboards {
    private Storyboards() {}

    static Storyboard random(SplittableRandom random) {
        var overlays = EnumSet.noneOf(Overlay.class);
        for (var overlay : Overlay.values()) {
            if (random.nextBoolean()) {
                overlays.add(overlay);
            }
        }
        return new Storyboard(
                course(random),
                Direction.values()[random.nextInt(Direction.values().length)],
                Easing.values()[random.nextInt(Easing.values().length)],
                new Storyboard.Hold(5 * random.nextDouble(), random.nextInt(3)),
                camera(random),
                Manner.Words.values()[random.nextInt(Manner.Words.values().length)],
                random.nextBoolean(),
                random.nextBoolean() ? Optional.empty() : Optional.of(overlays),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(1_000_000)),
                chapters(random));
    }

    private static Course course(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Course.Time();
            case 1 -> new Course.Steps(random.nextDouble());
            case 2 -> new Course.StepsThenTime();
            case 3 -> new Course.Number(Dial.DEPTH, 1 + random.nextInt(9), 1 + random.nextInt(99), random.nextDouble());
            case 4 -> new Course.Number(Dial.WIDTH, 1 + random.nextInt(9), 1 + random.nextInt(99), 1);
            default ->
                new Course.Number(
                        Dial.HORIZON, 0.01 + random.nextDouble(), 1 + random.nextDouble(), random.nextDouble());
        };
    }

    private static CameraWork camera(SplittableRandom random) {
        var keys = new ArrayList<CameraWork.Key>();
        for (int k = random.nextInt(4); k > 0; k--) {
            keys.add(new CameraWork.Key(
                    (4 - k) / 4.0,
                    new Camera(random.nextDouble() - 0.5, 9 * random.nextDouble(), 0.1 + random.nextDouble()),
                    random.nextBoolean()
                            ? Optional.empty()
                            : Optional.of(new CameraWork.Turn(90 * random.nextDouble(), -30 * random.nextDouble()))));
        }
        return keys.isEmpty() ? new CameraWork.Following() : new CameraWork.Keyed(keys);
    }

    private static List<Storyboard.Chapter> chapters(SplittableRandom random) {
        var chapters = new ArrayList<Storyboard.Chapter>();
        for (int k = random.nextInt(3); k > 0; k--) {
            chapters.add(
                    new Storyboard.Chapter("Übung " + k, 0.5 * random.nextDouble(), 0.5 + 0.5 * random.nextDouble()));
        }
        return chapters;
    }
}
