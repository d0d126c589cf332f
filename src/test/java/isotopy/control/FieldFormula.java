package isotopy.control;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// The fields of all families for one particle, written down once more, straight from the formulas and the named tables
/// of free parameters: the oracle of the contract tests.
final class FieldFormula {
    private final ControlFamily family;
    private final int dimension;
    private final int width;
    private final Map<String, Table> tables;

    FieldFormula(ControlFamily family, int dimension, int width) {
        this.family = family;
        this.dimension = dimension;
        this.width = width;
        tables = family.tables(dimension, width).stream().collect(Collectors.toMap(Table::name, table -> table));
    }

    /// f(z; θ), with the derivative along the direction that the arguments carry.
    Tangent[] at(Tangent[] theta, Tangent[] z) {
        return switch (family) {
            case Perceptron _ -> perceptron(width, theta, z);
            case OneNeuron _ -> perceptron(1, theta, z);
            case Affine _ -> each(i -> affine(i, dimension, theta, z));
            case Potential _ -> gradient(theta, z);
            case Hamiltonian _ -> {
                var g = gradient(theta, z);
                yield each(i -> i % 2 == 0 ? g[i + 1] : g[i - 1].times(Tangent.constant(-1)));
            }
            case Antisymmetric own -> antisymmetric(own, theta, z);
            case Coordinatewise _ ->
                each(i -> sum(
                        width,
                        j -> entry("v", i, j, theta)
                                .times(sigma(
                                        entry("alpha", i, j, theta).times(z[i]).plus(entry("beta", i, j, theta))))));
            case Equivariant _ -> {
                var all = sum(dimension, k -> z[k]);
                yield each(i -> sum(
                        width,
                        j -> entry("v", 0, j, theta)
                                .times(sigma(entry("alpha", 0, j, theta)
                                        .times(z[i])
                                        .plus(entry("gamma", 0, j, theta).times(all))
                                        .plus(entry("beta", 0, j, theta))))));
            }
            case Bumps _ -> {
                var beta = entry("lnS", 0, 0, theta)
                        .times(Tangent.constant(-2))
                        .exp()
                        .times(Tangent.constant(-0.5));
                yield each(i -> sum(
                        width,
                        j -> entry("V", i, j, theta)
                                .times(distance(j, theta, z).times(beta).exp())));
            }
        };
    }

    private Tangent[] perceptron(int units, Tangent[] theta, Tangent[] z) {
        return each(i -> sum(units, j -> entry("V", i, j, theta).times(sigma(affine(j, dimension, theta, z)))));
    }

    private Tangent[] gradient(Tangent[] theta, Tangent[] z) {
        return each(i -> sum(
                width,
                j -> entry("W", j, i, theta)
                        .times(entry("c", 0, j, theta))
                        .times(sigma(affine(j, dimension, theta, z)))));
    }

    private Tangent[] antisymmetric(Antisymmetric own, Tangent[] theta, Tangent[] z) {
        return each(i -> sigma(sum(
                        dimension,
                        j -> entry("A", i, j, theta)
                                .minus(entry("A", j, i, theta))
                                .times(z[j]))
                .minus(Tangent.constant(own.damping()).times(z[i]))
                .plus(entry("b", 0, i, theta))));
    }

    /// Row j of W z + b.
    private Tangent affine(int j, int columns, Tangent[] theta, Tangent[] z) {
        return sum(columns, k -> entry("W", j, k, theta).times(z[k])).plus(entry("b", 0, j, theta));
    }

    private Tangent distance(int j, Tangent[] theta, Tangent[] z) {
        return sum(dimension, k -> {
            var r = z[k].minus(entry("C", j, k, theta));
            return r.times(r);
        });
    }

    private Tangent sigma(Tangent u) {
        return u.through(family.activation());
    }

    private Tangent[] each(IntFunction<Tangent> coordinate) {
        var f = new Tangent[dimension];
        for (int i = 0; i < dimension; i++) {
            f[i] = coordinate.apply(i);
        }
        return f;
    }

    private static Tangent sum(int count, IntFunction<Tangent> term) {
        var sum = Tangent.constant(0);
        for (int j = 0; j < count; j++) {
            sum = sum.plus(term.apply(j));
        }
        return sum;
    }

    private Tangent entry(String name, int i, int j, Tangent[] theta) {
        int place = Objects.requireNonNull(tables.get(name), name).places()[i][j];
        return place < 0 ? Tangent.constant(0) : theta[place];
    }

    /// The numbers `values`, moving along `direction`.
    static Tangent[] moving(double[] values, double[] direction) {
        var moving = new Tangent[values.length];
        for (int i = 0; i < values.length; i++) {
            moving[i] = new Tangent(values[i], direction[i]);
        }
        return moving;
    }

    /// The derivative of f along `dz` at z.
    double[] differential(double[] theta, double[] z, double[] dz) {
        return slopes(at(moving(theta, new double[theta.length]), moving(z, dz)));
    }

    /// The derivative of f along parameter `i`.
    double[] derivative(double[] theta, int i, double[] z) {
        var unit = new double[theta.length];
        unit[i] = 1;
        return slopes(at(moving(theta, unit), moving(z, new double[z.length])));
    }

    private static double[] slopes(Tangent[] values) {
        var slopes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            slopes[i] = values[i].slope();
        }
        return slopes;
    }

    /// f(z; θ).
    double[] velocity(double[] theta, double[] z) {
        var f = at(moving(theta, new double[theta.length]), moving(z, new double[z.length]));
        var values = new double[f.length];
        for (int i = 0; i < f.length; i++) {
            values[i] = f[i].value();
        }
        return values;
    }

    /// ‖Df(z)‖², from the columns.
    double squaredJacobian(double[] theta, double[] z) {
        double squares = 0;
        for (int j = 0; j < dimension; j++) {
            var unit = new double[dimension];
            unit[j] = 1;
            for (double entry : differential(theta, z, unit)) {
                squares += entry * entry;
            }
        }
        return squares;
    }
}
