package isotopy.cli;

import isotopy.math.Points;
import isotopy.target.Composition;
import isotopy.target.InverseMap;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import isotopy.target.TypedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// The options of `train` that make another map of the plane of the one that is named: more maps after it, and the
/// inverse of all of it.
final class MapOptions {
    /// The inverse is looked at on a lattice of this many points a side.
    private static final int PER_SIDE = 20;

    @Option(
            names = "--then",
            paramLabel = "NAME",
            description = "A map of the plane that comes after the target: the name of one, or two formulas such as"
                    + " \"x + 0.2*y, y\"; may be given more than once.")
    List<String> then = new ArrayList<>();

    @Option(
            names = "--inverted",
            description = "The inverse of the map of the plane; of all of it where there is --then.")
    boolean inverted;

    boolean any() {
        return inverted || !then.isEmpty();
    }

    /// The option that is given, as sentences begin.
    String option() {
        return then.isEmpty() ? "--inverted" : "--then";
    }

    /// Throws: `Failure` for a wrong call, with a saved project.
    void requireNone() {
        if (any()) {
            throw Failure.wrongCall(option() + ": a saved project keeps its target; name one by --preset, --formula or"
                    + " --landmarks");
        }
    }

    /// What is made of a target; the remark that an inverse is not one everywhere goes to `note`.
    ///
    /// Throws: `Failure` for a wrong call.
    TargetMap over(TargetMap target, TrainOptions options, Consumer<String> note) {
        if (!any()) {
            return target;
        }
        if (!(target instanceof PlaneMap map)) {
            throw Failure.wrongCall(
                    option() + ": it goes with maps of the plane, and “" + target.title() + "” is none");
        }
        try {
            var all = map;
            for (var name : then) {
                all = new Composition(all, next(name, options));
            }
            return inverted ? inverse(all, note) : all;
        } catch (IllegalArgumentException e) { // more maps than may be put together
            throw Failure.wrongCall(option() + ": " + e.getMessage());
        }
    }

    /// Two formulas have a comma between them, and no name has one.
    private static PlaneMap next(String name, TrainOptions options) {
        if (name.contains(",")) {
            return Marked.formula("--then", name, TypedMap::new);
        }
        var target = TargetOptions.named("--then", name, options);
        if (target instanceof PlaneMap map) {
            return map;
        }
        throw Failure.wrongCall(
                "--then " + name + ": it must be a map of the plane, and “" + target.title() + "” is none");
    }

    private static InverseMap inverse(PlaneMap of, Consumer<String> note) {
        var inverse = new InverseMap(of);
        var lattice = inverse.home().lattice(PER_SIDE);
        long missed = missed(inverse, lattice);
        if (missed > 0) {
            note.accept("“" + of.title() + "” never reaches " + Numbers.rough(100.0 * missed / lattice.size())
                    + " % of the square; there its inverse is the point whose image comes nearest.");
        }
        return inverse;
    }

    private static long missed(InverseMap inverse, Points lattice) {
        long missed = 0;
        for (boolean reached : inverse.reached(lattice)) {
            missed += reached ? 0 : 1;
        }
        return missed;
    }
}
