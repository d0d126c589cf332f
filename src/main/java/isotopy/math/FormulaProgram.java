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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Several trees as one list of steps, in which whatever they share is computed once: a value and its derivatives
/// have much in common.
///
/// A program is immutable; each thread runs it with an evaluator of its own, on whose few registers the steps work.
public final class FormulaProgram {
    /// One operation: `node` says which, on the registers a, b, c (as many as it has parts), into another.
    record Step(Expression node, int a, int b, int c, int into) {}

    private final List<Step> steps;
    private final List<Constant> constants;
    private final int[] outputs;
    private final int registers;

    private FormulaProgram(List<Step> steps, List<Constant> constants, int[] outputs, int registers) {
        this.steps = List.copyOf(steps);
        this.constants = List.copyOf(constants);
        this.outputs = outputs;
        this.registers = registers;
    }

    /// The program that computes these trees.
    public static FormulaProgram of(List<Expression> outputs) {
        return new Assembly().program(outputs);
    }

    /// The number of trees.
    public int outputs() {
        return outputs.length;
    }

    /// The number of operations for one value of each tree.
    public int size() {
        return steps.size();
    }

    /// A new evaluator, for one thread.
    public FormulaEvaluator evaluator() {
        return new FormulaEvaluator(steps.toArray(Step[]::new), constants, outputs.clone(), registers);
    }

    /// The indices of the variables that a tree speaks of.
    public static Set<Integer> variables(Expression expression) {
        var found = new TreeSet<Integer>();
        var visited = new IdentityHashMap<Expression, Boolean>();
        var waiting = new ArrayDeque<Expression>(List.of(expression));
        while (!waiting.isEmpty()) {
            var next = waiting.pop();
            if (visited.put(next, true) == null) {
                if (next instanceof Variable(var index)) {
                    found.add(index);
                }
                children(next).forEach(waiting::push);
            }
        }
        return found;
    }

    /// The parts that a tree is made of at its top.
    static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Constant _, Variable _ -> List.of();
            case Sum(var left, var right) -> List.of(left, right);
            case Difference(var left, var right) -> List.of(left, right);
            case Product(var left, var right) -> List.of(left, right);
            case Quotient(var left, var right) -> List.of(left, right);
            case Power(var base, var exponent) -> List.of(base, exponent);
            case Negation(var argument) -> List.of(argument);
            case Call(var _, var arguments) -> arguments;
        };
    }

    /// Gives every different part of the trees a number, then every part a register that is free again after its
    /// last use. Constants stand in registers of their own, the first ones.
    private static final class Assembly {
        private final Map<Expression, Integer> visited = new IdentityHashMap<>();
        private final Map<List<Object>, Integer> numbers = new HashMap<>();
        private final List<Step> parts = new ArrayList<>();
        private final Deque<Integer> free = new ArrayDeque<>();
        private int registers;

        FormulaProgram program(List<Expression> outputs) {
            int[] results = outputs.stream().mapToInt(this::number).toArray();
            int[] lastUse = new int[parts.size()];
            for (int i = 0; i < parts.size(); i++) {
                for (int operand : operands(parts.get(i))) {
                    lastUse[operand] = i;
                }
            }
            for (int result : results) {
                lastUse[result] = Integer.MAX_VALUE;
            }
            int[] registerOf = new int[parts.size()];
            var constants = new ArrayList<Constant>();
            for (int i = 0; i < registerOf.length; i++) {
                if (parts.get(i).node() instanceof Constant constant) {
                    registerOf[i] = registers++;
                    lastUse[i] = Integer.MAX_VALUE;
                    constants.add(constant);
                }
            }
            var steps = new ArrayList<Step>();
            for (int i = 0; i < registerOf.length; i++) {
                if (!(parts.get(i).node() instanceof Constant)) {
                    steps.add(allotted(i, lastUse, registerOf));
                }
            }
            int[] places =
                    Arrays.stream(results).map(result -> registerOf[result]).toArray();
            return new FormulaProgram(steps, constants, places, registers);
        }

        private Step allotted(int i, int[] lastUse, int[] registerOf) {
            var part = parts.get(i);
            // a step may write where it reads, since it works entry by entry
            for (int operand : operands(part)) {
                if (lastUse[operand] == i) {
                    free.push(registerOf[operand]);
                    lastUse[operand] = -1;
                }
            }
            registerOf[i] = free.isEmpty() ? registers++ : free.pop();
            int count = operands(part).length;
            return new Step(
                    part.node(),
                    count > 0 ? registerOf[part.a()] : 0,
                    count > 1 ? registerOf[part.b()] : 0,
                    count > 2 ? registerOf[part.c()] : 0,
                    registerOf[i]);
        }

        private static int[] operands(Step part) {
            return switch (children(part.node()).size()) {
                case 0 -> new int[0];
                case 1 -> new int[] {part.a()};
                case 2 -> new int[] {part.a(), part.b()};
                default -> new int[] {part.a(), part.b(), part.c()};
            };
        }

        private int number(Expression expression) {
            var known = visited.get(expression);
            if (known != null) {
                return known;
            }
            var children = children(expression);
            int[] operands = new int[3];
            for (int i = 0; i < children.size(); i++) {
                operands[i] = number(children.get(i));
            }
            if ((expression instanceof Sum || expression instanceof Product) && operands[0] > operands[1]) {
                operands = new int[] {operands[1], operands[0], 0};
            }
            var key = List.<Object>of(kind(expression), operands[0], operands[1], operands[2]);
            int number = numbers.computeIfAbsent(key, _ -> parts.size());
            if (number == parts.size()) {
                parts.add(new Step(expression, operands[0], operands[1], operands[2], number));
            }
            visited.put(expression, number);
            return number;
        }

        /// What two parts with the same operands must have in common to be the same.
        private static Object kind(Expression expression) {
            return switch (expression) {
                case Constant constant -> constant;
                case Variable variable -> variable;
                case Call(var function, var _) -> function;
                case Sum _, Difference _, Product _, Quotient _, Power _, Negation _ -> expression.getClass();
            };
        }
    }
}
