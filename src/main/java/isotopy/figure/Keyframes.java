package isotopy.figure;

import isotopy.flow.Trajectory;
import java.util.Arrays;
import java.util.List;

/// Which of the kept times of paths are enough.
final class Keyframes {
    /// Ways longer than so many pieces are not looked for.
    private static final int LONGEST = 48;

    private Keyframes() {}

    /// Times, the first and the last among them, such that straight lines between them stay within `stray` of the
    /// paths in every coordinate. Paths that are kept at other times than the first are not asked.
    ///
    /// Units: `stray` in world coordinates.
    static double[] of(List<Trajectory> paths, double stray) {
        var first = paths.getFirst();
        var asked =
                paths.stream().filter(some -> some.samples() == first.samples()).toList();
        var times = new double[first.samples()];
        int count = 0;
        int at = 0;
        times[count++] = first.time(0);
        while (at < first.samples() - 1) {
            int next = at + 1;
            while (next + 1 < first.samples() && next + 1 - at <= LONGEST && straight(asked, at, next + 1, stray)) {
                next++;
            }
            at = next;
            times[count++] = first.time(at);
        }
        return Arrays.copyOf(times, count);
    }

    private static boolean straight(List<Trajectory> all, int from, int to, double stray) {
        for (var paths : all) {
            double duration = paths.time(to) - paths.time(from);
            for (int k = from + 1; k < to; k++) {
                double share = (paths.time(k) - paths.time(from)) / duration;
                for (int i = 0; i < paths.dimension(); i++) {
                    for (int j = 0; j < paths.size(); j++) {
                        double a = paths.at(from, i, j);
                        double way = a + share * (paths.at(to, i, j) - a);
                        if (Math.abs(paths.at(k, i, j) - way) > stray) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /// Paths kept at these times only.
    static Trajectory at(Trajectory paths, double[] times) {
        var positions = new double[times.length][paths.dimension()][paths.size()];
        for (int k = 0; k < times.length; k++) {
            for (int i = 0; i < paths.dimension(); i++) {
                paths.copyRow(times[k], i, positions[k][i]);
            }
        }
        return new Trajectory(times, positions);
    }
}
