package isotopy.math;

import isotopy.math.Expression.Call;
import isotopy.math.Expression.Constant;
import isotopy.math.Expression.Difference;
import isotopy.math.Expression.Negation;
import isotopy.math.Expression.Power;
import isotopy.math.Expression.Product;
import isotopy.math.Expression.Quotient;
import isotopy.math.Expression.Sum;
import isotopy.math.Expression.Variable;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/// Random trees in two variables.
final class Trees {
    private Trees() {}

    /// Whether all parts of the tree are finite, and not huge.
    static boolean isFinite(Expression tree, double[] point) {
        return Math.abs(tree.value(point)) < 100
                && FormulaProgram.children(tree).stream().allMatch(part -> isFinite(part, point));
    }

    static Expression tree(int depth, RandomGenerator random) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return random.nextInt(3) > 0
                    ? new Variable(random.nextInt(2))
                    : new Constant(Math.rint(40 * random.nextDouble() - 20) / 8);
        }
        var a = tree(depth - 1, random);
        return switch (random.nextInt(9)) {
            case 0 -> new Sum(a, tree(depth - 1, random));
            case 1 -> new Difference(a, tree(depth - 1, random));
            case 2 -> new Product(a, tree(depth - 1, random));
            case 3 -> new Quotient(a, tree(depth - 1, random));
            case 4 ->
                random.nextBoolean()
                        ? new Power(a, new Constant(random.nextInt(-2, 4)))
                        : new Power(new Call(Function.SOFTPLUS, a), tree(depth - 1, random));
            case 5 -> a instanceof Constant ? a : new Negation(a);
            default -> {
                var function = Function.values()[random.nextInt(Function.values().length)];
                var arguments = new ArrayList<Expression>();
                arguments.add(a);
                while (arguments.size() < function.arity()) {
                    arguments.add(tree(depth - 1, random));
                }
                yield new Call(function, arguments);
            }
        };
    }
}
