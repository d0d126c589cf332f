package isotopy.project;

import isotopy.flow.Integrator;

/// The parts of a Python program that redoes a flow. `SELF.` stands before what a layer has, `LIB.` before what the
/// library has.
final class PythonBlocks {
    static final String RIDGES = """
            def velocity(SELF, z, k):
                \"""f(z) of layer k, for the rows of z.\"""
                return sigma(z @ SELF.W[k].T + SELF.b[k]) @ SELF.V[k].T
            """;

    static final String BUMPS = """
            def velocity(SELF, z, k):
                \"""f(z) of layer k, for the rows of z.\"""
                squares = ((z[:, None, :] - SELF.C[k]) ** 2).sum(-1)
                return LIB.exp(-squares / (2 * SELF.s[k] ** 2)) @ SELF.V[k].T
            """;

    private static final String EULER = """
            def step(SELF, z, h, k):
                \"""A step of Euler of length h: the residual network itself.\"""
                return z + h * SELF.velocity(z, k)
            """;

    private static final String MIDPOINT = """
            def step(SELF, z, h, k):
                \"""A step of the midpoint rule of length h.\"""
                return z + h * SELF.velocity(z + h / 2 * SELF.velocity(z, k), k)
            """;

    private static final String HEUN = """
            def step(SELF, z, h, k):
                \"""A step of Heun's rule of length h.\"""
                first = SELF.velocity(z, k)
                return z + h / 2 * (first + SELF.velocity(z + h * first, k))
            """;

    private static final String RK4 = """
            def step(SELF, z, h, k):
                \"""A step of the classical scheme of Runge and Kutta of length h.\"""
                first = SELF.velocity(z, k)
                second = SELF.velocity(z + h / 2 * first, k)
                third = SELF.velocity(z + h / 2 * second, k)
                fourth = SELF.velocity(z + h * third, k)
                return z + h / 6 * (first + 2 * second + 2 * third + fourth)
            """;

    private static final String SYMPLECTIC = """
            def step(SELF, z, h, k):
                \"""A step of length h: half of each hidden unit's own flow, which is a shear, in their order and back.\"""
                units = range(SELF.W.shape[1])
                for j in (*units, *reversed(units)):
                    u = z @ SELF.W[k, j] + SELF.b[k, j]
                    z = z + h / 2 * sigma(u)[:, None] * SELF.V[k, :, j]
                return z
            """;

    /// The tolerance is near the roundings, so that the result is that of the program's own solver to some 1e−13.
    private static final String SOLVED = """
            TOLERANCE = 1e-14  # of the estimated error of a step, relative to 1 + |z|
            STAGES = (
                (),
                (1 / 5,),
                (3 / 40, 9 / 40),
                (44 / 45, -56 / 15, 32 / 9),
                (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
                (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656),
                (35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
            )
            ERROR = (71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40)
            DENSE = (
                -12715105075 / 11282082432, 0, 87487479700 / 32700410799, -10690763975 / 1880347072,
                701980252875 / 199316789632, -1453857185 / 822651844, 69997945 / 29380423,
            )


            def weighted(weights, slopes):
                return sum(weight * slope for weight, slope in zip(weights, slopes))


            def step(z, h, k):
                \"""The differential equation z' = f(z) over the time h: steps of Dormand and Prince, chosen by each point.\"""
                z = z.copy()
                left = np.full(len(z), h)
                wanted = np.full(len(z), h / 8)
                for _ in range(100_000):
                    moving = np.flatnonzero(left > 0)
                    if len(moving) == 0:
                        return z
                    size = np.minimum(wanted, left)[moving]
                    start, length, slopes = z[moving], size[:, None], []
                    for row in STAGES:
                        end = start + length * weighted(row, slopes)
                        slopes.append(velocity(end, k))
                    # the estimate may not see a corner of f: look at the interpolant in the middle as well
                    way = weighted(STAGES[-1], slopes)
                    bend = 2 * way - slopes[0] - slopes[-1] + weighted(DENSE, slopes) / 2
                    middle = start + length / 2 * (way + (slopes[0] - way + bend / 2) / 2)
                    steepness = 1.5 * way - (slopes[0] + slopes[-1]) / 4
                    miss = np.maximum(np.abs(weighted(ERROR, slopes)), np.abs(steepness - velocity(middle, k)))
                    error = np.max(length * miss / (TOLERANCE * (1 + np.abs(end))), axis=1)
                    error = np.where(np.isfinite(error), error, 1e9)
                    smallest = size <= 1e-14 * h
                    done = (error <= 1) | smallest
                    z[moving[done]] = end[done]
                    left[moving[done]] = (left[moving] - size)[done]
                    left[moving[smallest & (error == 1e9)]] = 0
                    wanted[moving] = size * np.clip(0.9 * np.maximum(error, 1e-9) ** -0.2, 0.2, 5)
                z[left > 0] = math.nan  # it cannot be followed
                return z
            """;

    private PythonBlocks() {}

    /// A step of that scheme.
    static String step(Integrator integrator) {
        return switch (integrator) {
            case EULER -> EULER;
            case MIDPOINT -> MIDPOINT;
            case HEUN -> HEUN;
            case RK4 -> RK4;
            case SYMPLECTIC -> SYMPLECTIC;
            case DOPRI5, EXACT -> SOLVED;
        };
    }

    /// What carries the rows of a table from a shell.
    static final String MAIN = """
            def main():
                \"""Reads the points of a table and writes where they go.\"""
                if len(sys.argv) != 2:
                    sys.exit("usage: python3 " + sys.argv[0] + " IN.csv > OUT.csv, with the columns " + ", ".join(FROM))
                with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
                    rows = csv.DictReader(line for line in file if not line.startswith("#"))
                    x = [[float(row[name]) for name in FROM] for row in rows]
                out = csv.writer(sys.stdout, lineterminator="\\n")
                out.writerow(FROM + TO)
                if x:
                    for start, end in zip(x, CARRIED):
                        out.writerow(start + end)


            if __name__ == "__main__":
                main()
            """;
}
