package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.Random;
import java.util.stream.Stream;

/// Oracles and seeded cases that several tests of this package share.
final class Oracles {
    private Oracles() {}

    /// det DF by central differences of fourth order.
    static double determinant(PlaneMap map, double x1, double x2) {
        double h = 1e-3;
        var d1 = new double[2];
        var d2 = new double[2];
        for (int i = 0; i < 2; i++) {
            d1[i] = slope(map, x1, x2, h, 0, i);
            d2[i] = slope(map, x1, x2, 0, h, i);
        }
        return d1[0] * d2[1] - d2[0] * d1[1];
    }

    private static double slope(PlaneMap map, double x1, double x2, double h1, double h2, int i) {
        double near = value(map, x1 + h1, x2 + h2, i) - value(map, x1 - h1, x2 - h2, i);
        double far = value(map, x1 + 2 * h1, x2 + 2 * h2, i) - value(map, x1 - 2 * h1, x2 - 2 * h2, i);
        return (8 * near - far) / (12 * (h1 + h2));
    }

    static double value(PlaneMap map, double x1, double x2, int i) {
        return map.apply(Points.single(x1, x2)).at(i, 0);
    }

    /// Uniform points of [−extent, extent]².
    static Points uniform(Random random, int n, double extent) {
        var x1 = new double[n];
        var x2 = new double[n];
        for (int k = 0; k < n; k++) {
            x1[k] = extent * (2 * random.nextDouble() - 1);
            x2[k] = extent * (2 * random.nextDouble() - 1);
        }
        return Points.of(x1, x2);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(12);
    }

    /// A drawn map with some of every kind of stroke, in random order.
    static DrawnMap drawn(long seed) {
        var random = new Random(seed);
        var presets = Preset.values();
        var domain = seed % 3 == 0 ? new Box(-0.5, 1.5) : Box.UNIT;
        int nodes = 4 + random.nextInt(6);
        var map = DrawnMap.from(presets[random.nextInt(presets.length)], domain, nodes);
        for (int k = 0; k < 12; k++) {
            map = switch (random.nextInt(4)) {
                case 0 -> map.symmetrised(Symmetry.values()[random.nextInt(4)]);
                case 1 ->
                    map.push(
                            random.nextGaussian(),
                            random.nextGaussian(),
                            random.nextGaussian() * 0.3,
                            random.nextGaussian() * 0.3,
                            0.2 + random.nextDouble());
                default ->
                    map.drag(random.nextInt(nodes * nodes), random.nextGaussian() * 0.1, random.nextGaussian() * 0.1);
            };
        }
        return map;
    }

    /// The largest distance between points of equal number.
    static double distance(Points p, Points q) {
        double largest = 0;
        for (int k = 0; k < p.size(); k++) {
            largest = Math.max(largest, Math.hypot(p.at(0, k) - q.at(0, k), p.at(1, k) - q.at(1, k)));
        }
        return largest;
    }
}
