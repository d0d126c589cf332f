package isotopy.flow;

import isotopy.math.Cloud;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Is a network an ordinary differential equation? The trained control with finer and coarser steps: a slicing of a
/// flow stays about as good when its steps change, a network that only works with its own steps does not. Immutable.
///
/// `runs` go from the finest steps to the coarsest. `limit` is the error of the differential equation itself, and
/// `folds` are the layers whose own steps fold space, which no flow does. Where a map has no steps of a given length
/// (an adaptive flow, or an exact one) there is a single run, its own.
///
/// Source: Ott, Katiyar, Hennig, Tiemann, *ResNet after all: neural ODEs and their numerical solution*, ICLR 2021.
public record StepStudy(List<Run> runs, double limit, Folds folds) {
    /// The factors by which steps are made longer: those of the source, and powers of two around them.
    private static final double[] FACTORS = {1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 3.0, 0.5, 0.75, 1, 4 / 3.0, 1.5, 2, 3, 4, 8
    };

    /// One network of the same control: its steps are `factor` times as long as the trained ones, and it takes
    /// `steps` of them.
    public record Run(double factor, int steps, double error) {}

    public StepStudy {
        runs = List.copyOf(runs);
    }

    /// Carries the points through the control with all these steps; `error` measures what [FlowMap#apply] gives.
    ///
    /// A step that is longer than a layer, or lies across an edge, takes the mean of the fields that act while it
    /// lasts; so the control stays the same function θ(t), and only its slicing changes. With the factor 1 it is
    /// the network itself.
    public static StepStudy of(FlowMap flow, Points x, ToDoubleFunction<Points> error) {
        var equation = new FlowMap(flow.control(), Integrator.DOPRI5, 1);
        double limit = error.applyAsDouble(equation.apply(x));
        return new StepStudy(runs(flow, x, error), limit, Folds.of(flow, x));
    }

    private static List<Run> runs(FlowMap flow, Points x, ToDoubleFunction<Points> error) {
        int steps = flow.control().depth() * flow.stepsPerLayer();
        var own = new Run(1, steps, error.applyAsDouble(flow.apply(x)));
        var runs = new ArrayList<Run>();
        for (double factor : FACTORS) {
            if (factor == 1) {
                runs.add(own);
            } else if (flow.integrator() == Integrator.SYMPLECTIC) {
                double substeps = flow.substeps() / factor;
                if (substeps >= 1 && substeps == Math.rint(substeps)) {
                    var other = new FlowMap(flow.control(), flow.integrator(), (int) substeps);
                    runs.add(new Run(
                            factor, (int) substeps * flow.control().depth(), error.applyAsDouble(other.apply(x))));
                }
            } else if (!flow.integrator().adaptive()
                    && flow.integrator().tableau().isPresent()
                    && factor <= steps) {
                runs.add(merged(flow, x, factor, error));
            }
        }
        return runs;
    }

    private static Run merged(FlowMap flow, Points x, double factor, ToDoubleFunction<Points> error) {
        var sight = Sight.of(flow.control());
        int tile = Math.min(FlowMap.TILE, Math.max(1, x.size()));
        var stepper = new MergedStep(flow.control(), flow.integrator().tableau().orElseThrow(), tile);
        var cloud = new Cloud(flow.control().dimension(), tile);
        var rows = new double[flow.control().dimension()][x.size()];
        int steps = 0;
        for (int from = 0; from < x.size(); from += tile) {
            sight.lift(x, from, Math.min(tile, x.size() - from), cloud);
            steps = stepper.carry(factor / flow.substeps(), cloud);
            Walk.keep(cloud, from, rows);
        }
        return new Run(factor, steps, error.applyAsDouble(sight.output(Points.of(rows))));
    }

    /// The index of the run with the trained steps.
    public int trained() {
        return IntStream.range(0, runs.size())
                .filter(k -> runs.get(k).factor() == 1)
                .findFirst()
                .orElseThrow();
    }

    /// The index of the run with the least finite error.
    public OptionalInt best() {
        return IntStream.range(0, runs.size())
                .filter(k -> Double.isFinite(runs.get(k).error()))
                .boxed()
                .min(Comparator.comparingDouble(k -> runs.get(k).error()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// Whether no layer folds, and neither finer steps nor the equation itself are off by more than half of what
    /// the network misses by, or by more than `tolerance`.
    public boolean equation(double tolerance) {
        double own = runs.get(trained()).error();
        double allowed = Math.max(0.5 * own, tolerance);
        return folds.layers().isEmpty()
                && Math.abs(limit - own) <= allowed
                && runs.stream()
                        .filter(run -> run.factor() < 1)
                        .allMatch(run -> Math.abs(run.error() - own) <= allowed);
    }
}
