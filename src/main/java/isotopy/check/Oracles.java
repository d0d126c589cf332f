package isotopy.check;

import java.util.List;
import java.util.stream.Stream;

/// All oracles, in the order in which they are asked. Together they take some seconds.
public final class Oracles {
    private Oracles() {}

    /// Every oracle there is.
    public static List<Oracle> all() {
        return Stream.of(
                        ExactOracles.all(),
                        StepOracles.all(),
                        StabilityOracles.all(),
                        InvariantOracles.all(),
                        CostOracles.all(),
                        GradientOracles.all(),
                        FormulaOracles.all(),
                        ApproximationOracles.all(),
                        BitOracles.all(),
                        WidthOracles.all())
                .flatMap(List::stream)
                .toList();
    }
}
