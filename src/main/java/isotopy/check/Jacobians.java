package isotopy.check;

import isotopy.flow.FlowMap;
import isotopy.flow.Inversion;
import isotopy.math.Points;
import java.util.Arrays;

/// How a flow map of the plane looks from outside: by finite differences, and by going back.
final class Jacobians {
    private static final double H = 1e-4;

    private Jacobians() {}

    /// det Dφ at each point, by central differences.
    static double[] determinants(FlowMap flow, Points x) {
        var a = column(flow, x, H, 0);
        var b = column(flow, x, 0, H);
        var determinants = new double[x.size()];
        for (int k = 0; k < determinants.length; k++) {
            determinants[k] = a[0][k] * b[1][k] - a[1][k] * b[0][k];
        }
        return determinants;
    }

    private static double[][] column(FlowMap flow, Points x, double h1, double h2) {
        var there = flow.apply(shifted(x, h1, h2));
        var back = flow.apply(shifted(x, -h1, -h2));
        var slope = new double[2][x.size()];
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < x.size(); k++) {
                slope[i][k] = (there.at(i, k) - back.at(i, k)) / (2 * (h1 + h2));
            }
        }
        return slope;
    }

    private static Points shifted(Points x, double h1, double h2) {
        return Points.of(
                Arrays.stream(x.row(0)).map(value -> value + h1).toArray(),
                Arrays.stream(x.row(1)).map(value -> value + h2).toArray());
    }

    /// How far the points that the flow carries to `y` are from x; infinite where there are none.
    static double back(FlowMap flow, Points y, Points x) {
        return switch (flow.inverse(y)) {
            case Inversion.Found(var found) -> Specimens.distance(found, x);
            case Inversion.Missing _, Inversion.Blind _ -> Double.POSITIVE_INFINITY;
        };
    }
}
