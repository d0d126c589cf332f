package isotopy.view;

import isotopy.target.Gallery;
import isotopy.target.Kind;
import isotopy.target.LabelPreset;
import isotopy.target.TargetMap;
import isotopy.target.TypedFunction;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SplittableRandom;

/// Random targets of every kind: the same seed gives the same one.
final class Surprises {
    private static final int WAVES = 3;

    private Surprises() {}

    static TargetMap of(Kind kind, long seed) {
        return switch (kind) {
            case LINE -> Gallery.target(Gallery.SURPRISE_CURVE, Targets.POINTS, seed);
            case PLANE -> Gallery.target(Gallery.SURPRISE, Targets.POINTS, seed);
            case LABELS -> {
                var presets = LabelPreset.values();
                yield presets[Math.floorMod(seed, presets.length)].draw(Targets.POINTS, seed);
            }
            case FUNCTION -> new TypedFunction(waves(new SplittableRandom(seed)), "Surprise " + seed);
        };
    }

    /// A few waves in random directions.
    private static String waves(SplittableRandom random) {
        var terms = new ArrayList<String>();
        for (int k = 0; k < WAVES; k++) {
            terms.add(String.format(
                    Locale.ROOT,
                    "%.1f*sin(%.1f*x %+.1f*y + %.1f)",
                    0.3 + random.nextDouble() / 2,
                    4 * random.nextDouble() - 2,
                    4 * random.nextDouble() - 2,
                    3 * random.nextDouble()));
        }
        return String.join(" + ", terms).replaceAll(" ([+-])(?=\\d)", " $1 "); // "x - 1.9*y", and not "x -1.9*y"
    }

    /// Another seed, which depends on nothing but the last one.
    static long next(long seed) {
        return Math.floorMod(seed * 48_271, 1_000_003);
    }
}
