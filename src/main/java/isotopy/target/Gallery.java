package isotopy.target;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// All targets that have a name, of every kind.
public final class Gallery {
    /// The name of a random map of the plane.
    public static final String SURPRISE = "surprise";

    /// The name of a random curve.
    public static final String SURPRISE_CURVE = "surprise-curve";

    private static final List<Entry> ENTRIES = all();

    /// A target that has a name.
    ///
    /// @param id the name used on the command line and in files
    /// @param title the name that people read
    /// @param sentence what it is, in one plain sentence
    /// @param withinReach whether a flow, with the read-out that its kind has, can equal it
    public record Entry(String id, String title, String sentence, Kind kind, boolean withinReach) {}

    private Gallery() {}

    /// All of them: curves, maps of the plane, classes, functions.
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /// Those of one kind.
    public static List<Entry> entries(Kind kind) {
        return ENTRIES.stream().filter(entry -> entry.kind() == kind).toList();
    }

    /// The target of that name, in small or capital letters.
    ///
    /// `samples` is the number of points where the target is points of classes; the seed is for these and for
    /// surprises.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static TargetMap target(String id, int samples, long seed) {
        var name = id.toLowerCase(Locale.ROOT);
        if (ENTRIES.stream().noneMatch(entry -> entry.id().equals(name))) {
            throw new IllegalArgumentException("there is no preset '" + id + "'; there are "
                    + ENTRIES.stream().map(Entry::id).collect(Collectors.joining(", ")));
        }
        if (name.equals(SURPRISE)) {
            return DrawnMap.surprise(Box.UNIT, seed);
        }
        if (name.equals(SURPRISE_CURVE)) {
            return DrawnCurve.surprise(Box.UNIT, seed);
        }
        return named(name, samples, seed);
    }

    private static TargetMap named(String name, int samples, long seed) {
        for (var preset : LinePreset.values()) {
            if (preset.id().equals(name)) {
                return preset;
            }
        }
        for (var preset : Preset.values()) {
            if (preset.id().equals(name)) {
                return preset;
            }
        }
        for (var preset : FunctionPreset.values()) {
            if (preset.id().equals(name)) {
                return preset;
            }
        }
        for (var pair : ShapePair.values()) {
            if (pair.id().equals(name)) {
                return pair.map();
            }
        }
        return LabelPreset.named(name).draw(samples, seed);
    }

    private static List<Entry> all() {
        var all = new ArrayList<Entry>();
        for (var p : LinePreset.values()) {
            all.add(new Entry(p.id(), p.title(), p.sentence(), Kind.LINE, p.withinReach()));
        }
        all.add(new Entry(
                SURPRISE_CURVE, "Surprise", "A random increasing curve; another seed gives another.", Kind.LINE, true));
        for (var p : Preset.values()) {
            all.add(new Entry(p.id(), p.title(), p.sentence(), Kind.PLANE, p.withinReach()));
        }
        for (var p : ShapePair.values()) {
            all.add(new Entry(p.id(), p.title(), p.sentence(), Kind.PLANE, p.withinReach()));
        }
        all.add(new Entry(
                SURPRISE,
                "Surprise",
                "A random map that neither folds nor mirrors; another seed gives another.",
                Kind.PLANE,
                true));
        for (var p : LabelPreset.values()) {
            all.add(new Entry(p.id(), p.title(), p.sentence(), Kind.LABELS, p.withinReach()));
        }
        for (var p : FunctionPreset.values()) {
            all.add(new Entry(p.id(), p.title(), p.sentence(), Kind.FUNCTION, p.withinReach()));
        }
        return List.copyOf(all);
    }
}
