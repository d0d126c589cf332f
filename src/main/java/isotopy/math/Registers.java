package isotopy.math;

import isotopy.math.Lane.Operation;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/// What the operations on lanes are in bytecode: calls of the Vector API on whole registers, or plain float arithmetic
/// on one particle. The classes of the Vector API are only named here, so that this class loads without them.
sealed interface Registers {
    /// The particles in one register.
    int lanes();

    /// How a register is held in a local variable.
    TypeKind kind(boolean integral);

    /// Emits the operation; `push` emits an argument, which stands on the stack afterwards.
    void operation(CodeBuilder code, Lane lane, Consumer<Lane> push);

    /// Emits FMA, ADD or MULTIPLY on registers that stand on the stack.
    void calculate(CodeBuilder code, Operation operation);

    /// The registers of so many lanes.
    static Registers of(int lanes) {
        return lanes == 1 ? new Single() : new Wide(lanes);
    }

    /// Emits a register full of the float that `value` pushes.
    void broadcast(CodeBuilder code, Runnable value);

    /// Emits the register that begins at the `place` (array, then index).
    void load(CodeBuilder code, Runnable place);

    /// Emits a store of what `value` pushes to `place` (array, then index).
    void store(CodeBuilder code, Runnable value, Runnable place);

    /// One particle a register: the twin that needs no vector unit, with the same bits.
    record Single() implements Registers {
        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public TypeKind kind(boolean integral) {
            return integral ? TypeKind.INT : TypeKind.FLOAT;
        }

        @Override
        public void broadcast(CodeBuilder code, Runnable value) {
            value.run();
        }

        @Override
        public void load(CodeBuilder code, Runnable place) {
            place.run();
            code.faload();
        }

        @Override
        public void store(CodeBuilder code, Runnable value, Runnable place) {
            place.run();
            value.run();
            code.fastore();
        }

        @Override
        public void operation(CodeBuilder code, Lane lane, Consumer<Lane> push) {
            switch (lane.operation()) {
                case INPUT -> throw new IllegalArgumentException("an input is bound, not computed");
                case CONSTANT -> code.loadConstant(Float.intBitsToFloat(lane.bits()));
                case INT_CONSTANT -> code.loadConstant(lane.bits());
                case IF_GREATER -> choose(code, lane, push);
                case FMA,
                        ADD,
                        SUBTRACT,
                        MULTIPLY,
                        DIVIDE,
                        SQUARE_ROOT,
                        ABSOLUTE,
                        BITS_OF,
                        FLOAT_OF,
                        INT_ADD,
                        INT_SUBTRACT,
                        INT_AND,
                        INT_OR,
                        INT_XOR,
                        INT_MAX,
                        INT_MIN,
                        INT_MIN_UNSIGNED -> {
                    lane.arguments().forEach(push);
                    calculate(code, lane.operation());
                }
                case SHIFT_LEFT -> {
                    push.accept(lane.argument(0));
                    code.loadConstant(lane.bits()).ishl();
                }
                case SHIFT_RIGHT -> {
                    push.accept(lane.argument(0));
                    code.loadConstant(lane.bits()).ishr();
                }
            }
        }

        @Override
        public void calculate(CodeBuilder code, Operation operation) {
            switch (operation) {
                case INPUT, CONSTANT, INT_CONSTANT, IF_GREATER, SHIFT_LEFT, SHIFT_RIGHT ->
                    throw new IllegalArgumentException("not arithmetic on the stack: " + operation);
                case FMA -> code.invokestatic(MATH, "fma", MethodTypeDesc.of(F, F, F, F));
                case ADD -> code.fadd();
                case SUBTRACT -> code.fsub();
                case MULTIPLY -> code.fmul();
                case DIVIDE -> code.fdiv();
                case SQUARE_ROOT ->
                    code.f2d()
                            .invokestatic(MATH, "sqrt", MethodTypeDesc.of(D, D))
                            .d2f();
                case ABSOLUTE -> code.invokestatic(MATH, "abs", MethodTypeDesc.of(F, F));
                case BITS_OF -> code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(I, F));
                case FLOAT_OF -> code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(F, I));
                case INT_ADD -> code.iadd();
                case INT_SUBTRACT -> code.isub();
                case INT_AND -> code.iand();
                case INT_OR -> code.ior();
                case INT_XOR -> code.ixor();
                case INT_MAX -> code.invokestatic(MATH, "max", MethodTypeDesc.of(I, I, I));
                case INT_MIN -> code.invokestatic(MATH, "min", MethodTypeDesc.of(I, I, I));
                case INT_MIN_UNSIGNED -> { // min(a ⊕ 2³¹, b ⊕ 2³¹) ⊕ 2³¹
                    code.loadConstant(Integer.MIN_VALUE).ixor().swap();
                    code.loadConstant(Integer.MIN_VALUE).ixor();
                    code.invokestatic(MATH, "min", MethodTypeDesc.of(I, I, I));
                    code.loadConstant(Integer.MIN_VALUE).ixor();
                }
            }
        }

        private static void choose(CodeBuilder code, Lane lane, Consumer<Lane> push) {
            push.accept(lane.argument(3));
            push.accept(lane.argument(2));
            push.accept(lane.argument(0));
            push.accept(lane.argument(1));
            var greater = code.newLabel();
            var end = code.newLabel();
            code.fcmpl().ifgt(greater).pop().goto_(end);
            code.labelBinding(greater).swap().pop();
            code.labelBinding(end);
        }
    }

    /// As many particles a register as the species holds.
    record Wide(int lanes) implements Registers {
        @Override
        public TypeKind kind(boolean integral) {
            return TypeKind.REFERENCE;
        }

        private void species(CodeBuilder code, ClassDesc of) {
            code.getstatic(of, "SPECIES_" + 32 * lanes, SPECIES);
        }

        @Override
        public void broadcast(CodeBuilder code, Runnable value) {
            species(code, VECTOR);
            value.run();
            code.invokestatic(VECTOR, "broadcast", MethodTypeDesc.of(VECTOR, SPECIES, F));
        }

        @Override
        public void load(CodeBuilder code, Runnable place) {
            species(code, VECTOR);
            place.run();
            code.invokestatic(VECTOR, "fromArray", MethodTypeDesc.of(VECTOR, SPECIES, F.arrayType(), I));
        }

        @Override
        public void store(CodeBuilder code, Runnable value, Runnable place) {
            value.run();
            place.run();
            code.invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(ConstantDescs.CD_void, F.arrayType(), I));
        }

        @Override
        public void operation(CodeBuilder code, Lane lane, Consumer<Lane> push) {
            switch (lane.operation()) {
                case INPUT -> throw new IllegalArgumentException("an input is bound, not computed");
                case CONSTANT -> broadcast(code, () -> code.loadConstant(Float.intBitsToFloat(lane.bits())));
                case INT_CONSTANT -> {
                    species(code, INTS);
                    code.loadConstant(lane.bits());
                    code.invokestatic(INTS, "broadcast", MethodTypeDesc.of(INTS, SPECIES, I));
                }
                case IF_GREATER -> choose(code, lane, push);
                case INT_XOR -> lanewise(code, "XOR", ASSOCIATIVE, lane, push);
                case INT_MIN_UNSIGNED -> lanewise(code, "UMIN", ASSOCIATIVE, lane, push);
                case SHIFT_LEFT -> lanewise(code, "LSHL", BINARY, lane, push);
                case SHIFT_RIGHT -> lanewise(code, "ASHR", BINARY, lane, push);
                case FMA,
                        ADD,
                        SUBTRACT,
                        MULTIPLY,
                        DIVIDE,
                        SQUARE_ROOT,
                        ABSOLUTE,
                        BITS_OF,
                        FLOAT_OF,
                        INT_ADD,
                        INT_SUBTRACT,
                        INT_AND,
                        INT_OR,
                        INT_MAX,
                        INT_MIN -> {
                    lane.arguments().forEach(push);
                    calculate(code, lane.operation());
                }
            }
        }

        @Override
        public void calculate(CodeBuilder code, Operation operation) {
            switch (operation) {
                case INPUT, CONSTANT, INT_CONSTANT, IF_GREATER, INT_XOR, INT_MIN_UNSIGNED, SHIFT_LEFT, SHIFT_RIGHT ->
                    throw new IllegalArgumentException("not arithmetic on the stack: " + operation);
                case FMA -> code.invokevirtual(VECTOR, "fma", MethodTypeDesc.of(VECTOR, ANY, ANY));
                case ADD -> code.invokevirtual(VECTOR, "add", MethodTypeDesc.of(VECTOR, ANY));
                case SUBTRACT -> code.invokevirtual(VECTOR, "sub", MethodTypeDesc.of(VECTOR, ANY));
                case MULTIPLY -> code.invokevirtual(VECTOR, "mul", MethodTypeDesc.of(VECTOR, ANY));
                case DIVIDE -> code.invokevirtual(VECTOR, "div", MethodTypeDesc.of(VECTOR, ANY));
                case SQUARE_ROOT -> code.invokevirtual(VECTOR, "sqrt", MethodTypeDesc.of(VECTOR));
                case ABSOLUTE -> code.invokevirtual(VECTOR, "abs", MethodTypeDesc.of(VECTOR));
                case BITS_OF -> code.invokevirtual(VECTOR, "reinterpretAsInts", MethodTypeDesc.of(INTS));
                case FLOAT_OF -> code.invokevirtual(INTS, "reinterpretAsFloats", MethodTypeDesc.of(VECTOR));
                case INT_ADD -> code.invokevirtual(INTS, "add", MethodTypeDesc.of(INTS, ANY));
                case INT_SUBTRACT -> code.invokevirtual(INTS, "sub", MethodTypeDesc.of(INTS, ANY));
                case INT_AND -> code.invokevirtual(INTS, "and", MethodTypeDesc.of(INTS, ANY));
                case INT_OR -> code.invokevirtual(INTS, "or", MethodTypeDesc.of(INTS, ANY));
                case INT_MAX -> code.invokevirtual(INTS, "max", MethodTypeDesc.of(INTS, ANY));
                case INT_MIN -> code.invokevirtual(INTS, "min", MethodTypeDesc.of(INTS, ANY));
            }
        }

        private static void choose(CodeBuilder code, Lane lane, Consumer<Lane> push) {
            push.accept(lane.argument(3));
            push.accept(lane.argument(2));
            push.accept(lane.argument(0));
            code.getstatic(OPERATORS, "GT", COMPARISON);
            push.accept(lane.argument(1));
            code.invokevirtual(VECTOR, "compare", MethodTypeDesc.of(MASK, COMPARISON, ANY));
            code.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, ANY, MASK));
        }

        private static void lanewise(CodeBuilder code, String name, ClassDesc kind, Lane lane, Consumer<Lane> push) {
            push.accept(lane.argument(0));
            code.getstatic(OPERATORS, name, kind);
            if (lane.arguments().size() > 1) {
                push.accept(lane.argument(1));
                code.invokevirtual(INTS, "lanewise", MethodTypeDesc.of(INTS, BINARY, ANY));
            } else {
                code.loadConstant(lane.bits());
                code.invokevirtual(INTS, "lanewise", MethodTypeDesc.of(INTS, BINARY, I));
            }
        }
    }

    ClassDesc F = ConstantDescs.CD_float;
    ClassDesc D = ConstantDescs.CD_double;
    ClassDesc I = ConstantDescs.CD_int;
    ClassDesc MATH = ClassDesc.of("java.lang.Math");
    ClassDesc FLOAT = ClassDesc.of("java.lang.Float");
    ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    ClassDesc INTS = ClassDesc.of("jdk.incubator.vector.IntVector");
    ClassDesc ANY = ClassDesc.of("jdk.incubator.vector.Vector");
    ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
    ClassDesc COMPARISON = OPERATORS.nested("Comparison");
    ClassDesc BINARY = OPERATORS.nested("Binary");
    ClassDesc ASSOCIATIVE = OPERATORS.nested("Associative");
}
