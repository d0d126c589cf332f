package isotopy.target;

import isotopy.math.Points;
import java.util.Arrays;
import java.util.List;

/// How the user's coordinates became those of the unit box: x ↦ (x − centre)/reach, with one reach for all coordinates
/// of a start and one for all of a goal, so that shapes keep their proportions and errors are converted by one number.
///
/// Units: centres and reaches in the user's coordinates.
public record Scaling(List<Double> inputCentre, double inputReach, List<Double> outputCentre, double outputReach) {
    /// Throws: `IllegalArgumentException` when a number is not finite, or a reach not positive.
    public Scaling {
        inputCentre = List.copyOf(inputCentre);
        outputCentre = List.copyOf(outputCentre);
        boolean finite = inputCentre.stream().allMatch(Double::isFinite)
                && outputCentre.stream().allMatch(Double::isFinite);
        if (!finite || !(inputReach > 0) || !(outputReach > 0) || !Double.isFinite(inputReach + outputReach)) {
            throw new IllegalArgumentException("a scaling needs finite centres and reaches > 0: " + inputCentre + ", "
                    + inputReach + ", " + outputCentre + ", " + outputReach);
        }
    }

    /// The scaling that brings given starts and goals into [−1, 1] each; `outputs` may be without any coordinate
    /// worth scaling, such as classes: then give [#ofStarts(Points, int)].
    public static Scaling of(Points x, Points y) {
        return new Scaling(centre(x), reach(x), centre(y), reach(y));
    }

    /// The scaling of starts alone; what the network says of them stays as it is.
    public static Scaling ofStarts(Points x, int outputs) {
        var zeros = new Double[outputs];
        Arrays.fill(zeros, 0.0);
        return new Scaling(centre(x), reach(x), List.of(zeros), 1);
    }

    private static List<Double> centre(Points points) {
        var centre = new Double[points.dimension()];
        for (int i = 0; i < centre.length; i++) {
            var row = points.row(i);
            double low = Arrays.stream(row).min().orElse(0);
            double high = Arrays.stream(row).max().orElse(0);
            centre[i] = low / 2 + high / 2;
        }
        return List.of(centre);
    }

    private static double reach(Points points) {
        double reach = 0;
        for (int i = 0; i < points.dimension(); i++) {
            var row = points.row(i);
            double low = Arrays.stream(row).min().orElse(0);
            double high = Arrays.stream(row).max().orElse(0);
            reach = Math.max(reach, high / 2 - low / 2);
        }
        return reach > 0 ? reach : 1;
    }

    /// The user's starts, in the unit box.
    public Points scaleStarts(Points x) {
        return scaled(x, inputCentre, inputReach);
    }

    /// Starts of the unit box, in the user's coordinates.
    public Points userStarts(Points x) {
        return user(x, inputCentre, inputReach);
    }

    /// The user's goals, in the unit box.
    public Points scaleGoals(Points y) {
        return scaled(y, outputCentre, outputReach);
    }

    /// Goals of the unit box, in the user's coordinates.
    public Points userGoals(Points y) {
        return user(y, outputCentre, outputReach);
    }

    private static Points scaled(Points points, List<Double> centre, double reach) {
        var rows = new double[points.dimension()][];
        for (int i = 0; i < rows.length; i++) {
            double middle = centre.get(i);
            rows[i] =
                    Arrays.stream(points.row(i)).map(v -> (v - middle) / reach).toArray();
        }
        return Points.of(rows);
    }

    private static Points user(Points points, List<Double> centre, double reach) {
        var rows = new double[points.dimension()][];
        for (int i = 0; i < rows.length; i++) {
            double middle = centre.get(i);
            rows[i] = Arrays.stream(points.row(i)).map(v -> middle + reach * v).toArray();
        }
        return Points.of(rows);
    }
}
