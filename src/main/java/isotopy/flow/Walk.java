package isotopy.flow;

import isotopy.math.Cloud;

/// One tile of particles on its way through the layers. Mutable, for one thread.
///
/// Shapes: clouds are D × n, n up to the capacity that the walk was made for.
sealed interface Walk permits FixedWalk, AdaptiveWalk {
    /// Carries the cloud, which is at t = 0, to time t.
    ///
    /// Throws: `IllegalArgumentException` unless 0 ≤ t ≤ T.
    void until(double t, Cloud cloud);

    /// Carries the cloud from t = 0 to T and overwrites column `from …` of `positions[s]` by its states at the kept
    /// time s, `perLayer` of them a layer.
    void record(int perLayer, Cloud cloud, int from, double[][][] positions);

    /// Overwrites the columns `from …` of `into` by the cloud.
    static void keep(Cloud cloud, int from, double[][] into) {
        for (int i = 0; i < into.length; i++) {
            System.arraycopy(cloud.row(i), 0, into[i], from, cloud.size());
        }
    }
}
