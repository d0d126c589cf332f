package isotopy.figure;

import isotopy.control.Readout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The plane of three coordinates on which two classes tie, cut to a box and to where no other class has more.
final class SpacePlane {
    private SpacePlane() {}

    /// Adds the parts of the box's planes on which two classes tie before all others, stronger towards t = T.
    static void draw(Shot shot, Turned view, List<Mark> into) {
        var control = shot.scene().snapshot().control();
        if (control.dimension() != 3) {
            return;
        }
        double strength = 0.35 + 0.65 * shot.t() / shot.horizon();
        control.readout().filter(Readout::scores).ifPresent(map -> {
            for (int i = 0; i < map.outputs(); i++) {
                for (int j = i + 1; j < map.outputs(); j++) {
                    var polygon = between(map, i, j, view);
                    if (polygon.corners().size() >= 3) {
                        plane(polygon, strength, shot.palette(), view, into);
                    }
                }
            }
        });
    }

    private static void plane(Polygon polygon, double strength, Palette palette, Turned view, List<Mark> into) {
        int n = polygon.corners().size();
        var x = new float[n];
        var y = new float[n];
        var xy = new float[2 * n + 2];
        for (int k = 0; k <= n; k++) {
            var z = polygon.corners().get(k % n);
            xy[2 * k] = view.x(z);
            xy[2 * k + 1] = view.y(z);
            x[k % n] = view.x(z);
            y[k % n] = view.y(z);
        }
        into.add(new Mark.Region(x, y, Colour.faded(palette.ink(), 0.12 * strength)));
        into.add(new Mark.Paths(
                xy,
                new int[] {0, n + 1},
                new int[] {Colour.faded(palette.ink(), 0.6 * strength)},
                1.3f * palette.line(),
                false,
                0));
    }

    /// The polygon between classes i and j; without corners where there is none.
    static Polygon between(Readout map, int i, int j, Turned box) {
        var polygon = section(z -> score(map, i, z) - score(map, j, z), box);
        for (int other = 0; other < map.outputs(); other++) {
            int k = other;
            if (k != i && k != j && polygon.corners().size() >= 3) {
                polygon = polygon.where(z -> score(map, i, z) - score(map, k, z));
            }
        }
        return polygon;
    }

    private static double score(Readout map, int i, double[] z) {
        return map.c(i) + map.a(i, 0) * z[0] + map.a(i, 1) * z[1] + map.a(i, 2) * z[2];
    }

    private interface Affine {
        double at(double[] z);
    }

    /// Where an affine function vanishes in the box: the crossed edges in their order round the middle.
    private static Polygon section(Affine affine, Turned box) {
        var corners = new ArrayList<double[]>();
        for (int corner = 0; corner < 8; corner++) {
            for (int axis = 0; axis < 3; axis++) {
                int other = corner | 1 << axis;
                var from = box.corner(corner);
                var to = box.corner(other);
                double a = affine.at(from);
                double b = affine.at(to);
                if (other != corner && a < 0 != b < 0) {
                    double share = a / (a - b);
                    from[axis] += share * (to[axis] - from[axis]);
                    corners.add(from);
                }
            }
        }
        return new Polygon(corners.size() < 3 ? List.of() : inOrder(corners, box));
    }

    private static List<double[]> inOrder(List<double[]> corners, Turned box) {
        double x = corners.stream().mapToDouble(box::x).average().orElse(0);
        double y = corners.stream().mapToDouble(box::y).average().orElse(0);
        return corners.stream()
                .sorted(Comparator.comparingDouble(z -> Math.atan2(box.y(z) - y, box.x(z) - x)))
                .toList();
    }
}
