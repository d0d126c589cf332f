package isotopy.math;

import java.util.List;

/// One value of a kernel, for one particle: an operation on other values. A kernel's values form a graph without
/// cycles in which equal values are one object ([Lanes] sees to that), so that nothing is computed twice.
///
/// Every operation is defined to the bit, in a register of any width and in plain Java: that is what makes the vector
/// kernels and their scalar twin equal.
final class Lane {
    /// What is done to the arguments. Floats and ints share a register; which one an operation means is part of it.
    enum Operation {
        /// A value that the kernel finds ready: [Input] in `bits`.
        INPUT,
        /// The float with the given bits, the same for all particles.
        CONSTANT,
        /// The int `bits`, the same for all particles.
        INT_CONSTANT,
        /// a·b + c, rounded once.
        FMA,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        SQUARE_ROOT,
        ABSOLUTE,
        /// c where a > b, else d; a comparison with NaN is false.
        IF_GREATER,
        /// The bits of a float as an int.
        BITS_OF,
        /// The float with these bits.
        FLOAT_OF,
        INT_ADD,
        INT_SUBTRACT,
        INT_AND,
        INT_OR,
        INT_XOR,
        INT_MAX,
        INT_MIN,
        /// The smaller one, as numbers without a sign.
        INT_MIN_UNSIGNED,
        /// Shifted to the left by `bits` places.
        SHIFT_LEFT,
        /// Shifted to the right by `bits` places, filled with the sign.
        SHIFT_RIGHT;

        /// Whether the result is an int.
        boolean integral() {
            return switch (this) {
                case INT_CONSTANT,
                        BITS_OF,
                        INT_ADD,
                        INT_SUBTRACT,
                        INT_AND,
                        INT_OR,
                        INT_XOR,
                        INT_MAX,
                        INT_MIN,
                        INT_MIN_UNSIGNED,
                        SHIFT_LEFT,
                        SHIFT_RIGHT -> true;
                case INPUT,
                        CONSTANT,
                        FMA,
                        ADD,
                        SUBTRACT,
                        MULTIPLY,
                        DIVIDE,
                        SQUARE_ROOT,
                        ABSOLUTE,
                        IF_GREATER,
                        FLOAT_OF -> false;
            };
        }
    }

    private final Operation operation;
    private final List<Lane> arguments;
    private final int bits;

    Lane(Operation operation, List<Lane> arguments, int bits) {
        this.operation = operation;
        this.arguments = arguments;
        this.bits = bits;
    }

    Operation operation() {
        return operation;
    }

    List<Lane> arguments() {
        return arguments;
    }

    Lane argument(int i) {
        return arguments.get(i);
    }

    /// The bits of a constant, the places of a shift, the number of an input; else 0.
    int bits() {
        return bits;
    }

    boolean isConstant(float value) {
        return operation == Operation.CONSTANT && bits == Float.floatToRawIntBits(value);
    }
}
