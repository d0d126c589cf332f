package isotopy.figure;

import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.ShapeMap;
import java.util.List;

/// Says what the lines and signs of a picture of the plane are.
final class PlaneKeys {
    private PlaneKeys() {}

    /// Adds the list of what the look shows.
    static void draw(Shot shot, List<Mark> into) {
        of(shot).draw(into);
    }

    /// The list of what the look shows.
    static KeyList of(Shot shot) {
        var target = shot.scene().snapshot().experiment().target();
        if (target instanceof Labels labels) {
            return ClassLegend.of(labels, shot);
        }
        var keys = new KeyList(shot);
        var palette = shot.palette();
        boolean goals = shot.look().shows(Overlay.TARGET);
        boolean known = shot.scene().latticeGoals().isPresent();
        if (shot.kind() == Kind.FUNCTION) {
            levels(shot, keys, goals && known);
        } else if (goals) {
            if (known) {
                keys.line(palette.ghost(), 1, 3, "target");
            }
            if (shot.scene().goals().size() > 0) {
                keys.ring("goals of particles");
            }
            if (target instanceof ShapeMap) {
                keys.line(palette.accent(), 2.4f, 0, "shape, dashed: goal");
            }
            if (target instanceof Landmarks) {
                keys.add(
                        (x, y) -> new Mark.Dots(
                                new float[] {x}, new float[] {y}, new int[] {palette.accent()}, 4 * palette.line()),
                        "landmarks, rings: goals",
                        palette.quiet());
            }
        }
        if (shot.scene().tests()) {
            keys.ring("hollow: test");
        }
        keys.folds();
        return keys;
    }

    private static void levels(Shot shot, KeyList keys, boolean target) {
        if (shot.look().shows(Overlay.REGIONS) && shot.scene().said().isPresent()) {
            var palette = shot.palette();
            float half = 0.65f * palette.text();
            float thick = 3 * palette.line();
            // white is seen on the colours only
            keys.add(
                    (x, y) -> new Mark.Heat(x - half, y - thick, 2 * half, 2 * thick, 1, 3, new int[] {
                        ValueMap.GROUND, ValueMap.NETWORK, ValueMap.GROUND
                    }),
                    "levels, network",
                    palette.quiet());
        }
        if (target) {
            keys.line(
                    shot.look().shows(Overlay.REGIONS)
                            ? ValueMap.TARGET
                            : shot.palette().ghost(),
                    1,
                    0,
                    "levels, target");
        }
    }
}
