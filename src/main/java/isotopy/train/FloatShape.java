package isotopy.train;

import isotopy.control.Control;
import isotopy.flow.Tableau;
import isotopy.math.Kernel;
import java.util.Optional;

/// What [FloatGradient] knows of an objective before it starts: the kernel, the scheme, and how large all is. A tile
/// has as many particles as keep its activations in the nearer caches; where even the fewest particles leave more than
/// [#MEMORY] behind, activations are computed again on the way back.
record FloatShape(
        Kernel kernel, Tableau tableau, int dimension, int units, int depth, int steps, int tile, boolean keepsSlopes) {
    /// The floats of activations for which a larger tile is worth while.
    private static final long NEAR = 1 << 17;
    /// The floats of activations that a tile may leave behind.
    private static final long MEMORY = 1 << 20;
    /// The floats that a worker may take in all.
    private static final long ROOM = 1 << 28;

    private static final int LARGE_TILE = 128;
    private static final int SMALL_TILE = 64;

    /// The shape of that objective; empty where there is no kernel for it.
    static Optional<FloatShape> of(Objective objective) {
        var control = objective.flow().control();
        var tableau = objective.flow().integrator().tableau();
        if (tableau.isEmpty()
                || control.dimension() > Kernel.LARGEST_DIMENSION
                || objective.penalties().jacobian() > 0
                || !Kernel.quick()) {
            return Optional.empty();
        }
        var shape = of(objective, control, tableau.get());
        return shape.floats(shape.steps) <= ROOM ? Optional.of(shape) : Optional.empty();
    }

    private static FloatShape of(Objective objective, Control control, Tableau tableau) {
        int d = control.dimension();
        var family = control.family();
        int units = family.units(d, control.width());
        int steps = objective.flow().plan().steps();
        long activations = (long) steps * tableau.stages() * units;
        long kept = activations * Kernel.kept(family.form(), family.activation());
        int tile = kept * LARGE_TILE <= NEAR ? LARGE_TILE : SMALL_TILE;
        boolean stored = kept * tile <= MEMORY;
        var kernel = Kernel.of(family.form(), family.activation(), d, tile, stored);
        boolean slopes = objective.penalties().kinetic() > 0;
        return new FloatShape(kernel, tableau, d, units, control.depth(), steps, tile, slopes);
    }

    int stages() {
        return tableau.stages();
    }

    /// The effective parameters of a layer.
    int unitParameters() {
        return units * (2 * dimension + 1);
    }

    /// The effective parameters of all layers.
    int effective() {
        return depth * unitParameters();
    }

    /// The floats of an arena for so many steps.
    long floats(long steps) {
        return Arena.size(
                dimension, tile, steps, stages(), (long) units * tile * kernel.kept(), keepsSlopes, effective());
    }

    /// Room for so many steps.
    Arena arena(int steps) {
        return new Arena(dimension, tile, steps, stages(), units * tile * kernel.kept(), keepsSlopes, effective());
    }
}
