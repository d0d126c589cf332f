package isotopy.math;

import isotopy.math.Lane.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the values of one kernel, each only once. Mutable: it remembers what it made.
final class Lanes {
    private record Key(Operation operation, List<Lane> arguments, int bits) {}

    private final Map<Key, Lane> made = new HashMap<>();

    private Lane of(Operation operation, int bits, Lane... arguments) {
        return made.computeIfAbsent(
                new Key(operation, List.of(arguments), bits), k -> new Lane(k.operation, k.arguments, k.bits));
    }

    /// Whatever the kernel binds to the number.
    Lane input(int number) {
        return of(Operation.INPUT, number);
    }

    Lane constant(float value) {
        return of(Operation.CONSTANT, Float.floatToRawIntBits(value));
    }

    Lane integer(int value) {
        return of(Operation.INT_CONSTANT, value);
    }

    Lane fma(Lane a, Lane b, Lane c) {
        return of(Operation.FMA, 0, a, b, c);
    }

    /// a·b + c with a constant c.
    Lane fma(Lane a, Lane b, float c) {
        return fma(a, b, constant(c));
    }

    Lane add(Lane a, Lane b) {
        return of(Operation.ADD, 0, a, b);
    }

    Lane subtract(Lane a, Lane b) {
        return of(Operation.SUBTRACT, 0, a, b);
    }

    Lane multiply(Lane a, Lane b) {
        return of(Operation.MULTIPLY, 0, a, b);
    }

    Lane divide(Lane a, Lane b) {
        return of(Operation.DIVIDE, 0, a, b);
    }

    Lane squareRoot(Lane a) {
        return of(Operation.SQUARE_ROOT, 0, a);
    }

    Lane absolute(Lane a) {
        return of(Operation.ABSOLUTE, 0, a);
    }

    /// yes where a > b, else no.
    Lane ifGreater(Lane a, Lane b, Lane yes, Lane no) {
        return of(Operation.IF_GREATER, 0, a, b, yes, no);
    }

    Lane bitsOf(Lane a) {
        return of(Operation.BITS_OF, 0, a);
    }

    Lane floatOf(Lane a) {
        return of(Operation.FLOAT_OF, 0, a);
    }

    Lane intAdd(Lane a, Lane b) {
        return of(Operation.INT_ADD, 0, a, b);
    }

    Lane intSubtract(Lane a, Lane b) {
        return of(Operation.INT_SUBTRACT, 0, a, b);
    }

    Lane intAnd(Lane a, Lane b) {
        return of(Operation.INT_AND, 0, a, b);
    }

    Lane intOr(Lane a, Lane b) {
        return of(Operation.INT_OR, 0, a, b);
    }

    Lane intXor(Lane a, Lane b) {
        return of(Operation.INT_XOR, 0, a, b);
    }

    Lane intMax(Lane a, Lane b) {
        return of(Operation.INT_MAX, 0, a, b);
    }

    Lane shiftLeft(Lane a, int places) {
        return of(Operation.SHIFT_LEFT, places, a);
    }

    Lane shiftRight(Lane a, int places) {
        return of(Operation.SHIFT_RIGHT, places, a);
    }

    /// low < 0 where a is below, high > 0 where it is above, else a; NaN becomes one of them.
    ///
    /// As ints, positive floats are in their order, and as ints without a sign negative ones are in reverse
    /// order: two operations, where comparing and choosing takes four.
    Lane clamp(Lane a, float low, float high) {
        var below = of(Operation.INT_MIN, 0, bitsOf(a), integer(Float.floatToRawIntBits(high)));
        return floatOf(of(Operation.INT_MIN_UNSIGNED, 0, below, integer(Float.floatToRawIntBits(low))));
    }

    /// c₀ + c₁ x + c₂ x² + … by Horner's rule.
    Lane polynomial(Lane x, float... coefficients) {
        int n = coefficients.length;
        var sum = constant(coefficients[n - 1]);
        for (int k = n - 2; k >= 0; k--) {
            sum = sum.isConstant(1) ? add(x, constant(coefficients[k])) : fma(sum, x, coefficients[k]);
        }
        return sum;
    }
}
