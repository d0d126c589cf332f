package isotopy.control;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// How the θ of a layer lists its hidden units: first `head` numbers for all of them, then `groups` groups of q units,
/// each of `size` numbers.
record UnitList(int head, int groups, int size) {
    /// How steep fresh hidden units are over the room.
    private static final double STEEPNESS = 2;

    /// How strongly the unit at an index of θ moves space.
    interface Strength {
        double of(double[] theta, int at);
    }

    /// Fills in a unit at an index of θ that is all zeros; its output weights stay 0.
    interface Fresh {
        void start(double[] theta, int at);
    }

    int parameters(int width) {
        return head + groups * width * size;
    }

    /// Where unit j of a group starts.
    int place(int width, int group, int j) {
        return head + (group * width + j) * size;
    }

    /// The layer with another number of units: those that move space most stay in their order, new ones are at
    /// rest.
    double[] resized(double[] theta, int width, int newWidth, Strength strength, Fresh fresh, int[] origin) {
        var resized = new double[parameters(newWidth)];
        Arrays.fill(origin, 0, resized.length, -1);
        for (int i = 0; i < head; i++) {
            resized[i] = theta[i];
            origin[i] = i;
        }
        for (int group = 0; group < groups; group++) {
            int[] kept = strongest(theta, width, group, Math.min(width, newWidth), strength);
            for (int j = 0; j < newWidth; j++) {
                int to = place(newWidth, group, j);
                if (j < kept.length) {
                    for (int i = 0; i < size; i++) {
                        resized[to + i] = theta[kept[j] + i];
                        origin[to + i] = kept[j] + i;
                    }
                } else {
                    fresh.start(resized, to);
                }
            }
        }
        return resized;
    }

    /// Where the units of the group start that move space most, in their old order.
    private int[] strongest(double[] theta, int width, int group, int count, Strength strength) {
        return IntStream.range(0, width)
                .map(j -> place(width, group, j))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -strength.of(theta, at))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Overwrites `theta[at … at + d]` by w₁ … w_d, b of a hidden unit that bends somewhere in the room: in
    /// coordinates that make the room [−1, 1]ᵈ, the entries of w are normal with deviation 2 and b is uniform in
    /// [−2, 2].
    ///
    /// With deviation 1 the units are nearly linear over the room, and trained paths were half as long again
    /// (measured on the swirl, the pinch and the vortices).
    static void bend(int dimension, Room room, RandomGenerator random, double[] theta, int at) {
        for (int i = 0; i < dimension; i++) {
            theta[at + i] = steepness(room, random);
        }
        double offset = offset(random);
        for (int i = 0; i < dimension; i++) {
            offset -= theta[at + i] * room.centre(i);
        }
        theta[at + dimension] = offset;
    }

    /// A random entry of w.
    static double steepness(Room room, RandomGenerator random) {
        return STEEPNESS * random.nextGaussian() * 2 / room.side();
    }

    /// A random b for a room around 0.
    static double offset(RandomGenerator random) {
        return STEEPNESS * (2 * random.nextDouble() - 1);
    }

    /// |x| of the vector that starts at `at`; squares could overflow, or vanish.
    static double norm(double[] theta, int at, int length) {
        double norm = 0;
        for (int i = 0; i < length; i++) {
            norm = Math.hypot(norm, theta[at + i]);
        }
        return norm;
    }

    /// Lip(σ) · sum, where 0 · ∞ is 0.
    static double bound(double lipschitz, double sum) {
        return sum == 0 ? 0 : lipschitz * sum;
    }
}
