package isotopy.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A control on more or fewer extra coordinates, and where each of its parameters came from.
///
/// A new coordinate is 0 all along, so the read-out may read it with any weight and still give the same output. The
/// weight is small and random: with 0, no costate would ever reach the coordinate.
final class Augmentation {
    /// The deviation of the read-out's new weights.
    private static final double STIR = 0.1;

    private final Control old;
    private final int augment;
    private final int dimension;
    private final Room room;
    private final RandomGenerator random;

    private Augmentation(Control old, int augment, Room room, RandomGenerator random) {
        this.old = old;
        this.augment = augment;
        this.dimension = old.inputs() + augment;
        this.room = room;
        this.random = random;
    }

    /// The control with `augment` extra coordinates; empty where the family does not allow it.
    static Optional<Reshaping> of(Control old, int augment, Room room, RandomGenerator random) {
        var augmentation = new Augmentation(old, augment, room, random);
        return old.family().unfit(augmentation.dimension).isPresent() ? Optional.empty() : augmentation.reshaped();
    }

    private Optional<Reshaping> reshaped() {
        var family = old.family();
        var readout = readout();
        int p = family.parameters(dimension, old.width());
        int oldP = old.parametersPerLayer();
        int all = p * old.depth() + readout.map(Readout::parameters).orElse(0);
        var origin = new int[all];
        var factor = new double[all];
        Arrays.fill(origin, -1);
        Arrays.fill(factor, 1);
        var layers = new ArrayList<Layer>(old.depth());
        for (int k = 0; k < old.depth(); k++) {
            var layer = old.layers().get(k);
            var carried = family.redimensioned(old.dimension(), old.width(), layer.theta(), dimension, room, random);
            if (carried.isEmpty()) {
                return Optional.empty();
            }
            layers.add(new Layer(carried.get().theta(), layer.duration()));
            for (int i = 0; i < p; i++) {
                int from = carried.get().origin()[i];
                origin[k * p + i] = from < 0 ? -1 : k * oldP + from;
                factor[k * p + i] = carried.get().factor()[i];
            }
        }
        if (readout.isPresent() && old.readout().isPresent()) {
            carryReadout(readout.get(), p * old.depth(), origin);
        }
        return Optional.of(
                new Reshaping(new Control(family, dimension, old.width(), layers, augment, readout), origin, factor));
    }

    /// The old columns beside new ones; a read-out that only joins the extra coordinates goes with the last of
    /// them.
    private Optional<Readout> readout() {
        boolean joins = old.readout()
                .map(map -> !map.scores() && map.outputs() == old.inputs())
                .orElse(true);
        if (augment == 0 && joins) {
            return Optional.empty();
        }
        var map = old.readout().orElseGet(() -> Readout.projection(old.inputs(), old.dimension()));
        var a = new double[map.outputs()][dimension];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < dimension; j++) {
                a[i][j] = j < old.dimension() ? map.a(i, j) : STIR * random.nextGaussian();
            }
        }
        return Optional.of(new Readout(a, map.c(), map.scores()));
    }

    /// Says of the read-out's parameters, which begin at `at`, where they came from.
    private void carryReadout(Readout readout, int at, int[] origin) {
        int from = old.parametersPerLayer() * old.depth();
        for (int i = 0; i < readout.outputs(); i++) {
            int row = at + i * (dimension + 1);
            int oldRow = from + i * (old.dimension() + 1);
            for (int j = 0; j < Math.min(dimension, old.dimension()); j++) {
                origin[row + j] = oldRow + j;
            }
            origin[row + dimension] = oldRow + old.dimension();
        }
    }
}
