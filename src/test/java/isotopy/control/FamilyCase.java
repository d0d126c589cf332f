package isotopy.control;

import isotopy.Cases;
import isotopy.math.Activation;
import isotopy.math.Cloud;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One family, dimension and width with random parameters, as the contract tests run over them.
record FamilyCase(ControlFamily family, int dimension, int width) {
    private static final int STATES = 11;

    /// Every family; those that take a σ with several: rising, with corners, flat at 0, not 0 there, and the user's
    /// own.
    static List<ControlFamily> families() {
        var families = new ArrayList<>(ControlFamily.all());
        var own = FormulaActivation.of("u*exp(-u^2/4)");
        families.add(new Perceptron(own));
        for (var sigma : List.of(Activation.RELU, Activation.SIGMOID, Activation.SINE, Activation.GELU, own)) {
            for (var family : ControlFamily.all()) {
                if (family.takesActivation()) {
                    families.add(family.withActivation(sigma));
                }
            }
            families.add(new Antisymmetric(sigma, 0.3));
        }
        families.add(new Antisymmetric(Activation.TANH, 0.3));
        return families;
    }

    /// All families in dimensions 1 to 4 and three widths.
    static Stream<FamilyCase> all() {
        return families().stream()
                .flatMap(family -> IntStream.rangeClosed(1, 4)
                        .filter(d -> family.unfit(d).isEmpty())
                        .boxed()
                        .flatMap(d -> (family.hasWidth() ? Stream.of(1, 3, 8) : Stream.of(3))
                                .map(q -> new FamilyCase(family, d, q))));
    }

    long seed() {
        return 100L * dimension + width;
    }

    FieldFormula formula() {
        return new FieldFormula(family, dimension, width);
    }

    VectorField field() {
        return family.field(dimension, width, 64);
    }

    int parameters() {
        return family.parameters(dimension, width);
    }

    double[] theta() {
        return Cases.theta(family, dimension, width, new SplittableRandom(seed()));
    }

    /// A few states, none of them near a corner of σ.
    Points states() {
        var away =
                Cases.awayFromKinks(family, dimension, width, theta(), Cases.points(dimension, 300, seed() + 1), 1e-3);
        return away.select(IntStream.range(0, STATES).toArray());
    }

    Cloud velocity(double[] theta, Cloud x) {
        var f = new Cloud(dimension, x.size());
        family.field(dimension, width, x.size()).velocity(theta, 0, x, f);
        return f;
    }

    /// The columns ∂f/∂xⱼ at the states, as clouds.
    List<Cloud> columns() {
        var x = Cloud.of(states());
        var columns = new ArrayList<Cloud>();
        for (int j = 0; j < dimension; j++) {
            var unit = new Cloud(dimension, x.size());
            Arrays.fill(unit.row(j), 1);
            var column = new Cloud(dimension, x.size());
            field().differential(theta(), 0, x, unit, column);
            columns.add(column);
        }
        return columns;
    }

    @Override
    public String toString() {
        return family.id() + ", σ = " + family.activation().id() + ", γ = " + family.damping() + ", d = " + dimension
                + ", q = " + width;
    }
}
