package isotopy.math;

import isotopy.math.Lane.Operation;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/// Writes the method of a kernel that adds multiples of tiles: plain Java would do, but the compiler does not vectorise
/// a loop whose operands may overlap in one array.
final class CombineMethod {
    // the parameters of Kernel's method
    private static final int M = 1;
    private static final int BASE = 2;
    private static final int WEIGHTS = 3;
    private static final int PLACES = 4;
    private static final int COUNT = 5;
    private static final int INTO = 6;

    private final KernelShape shape;
    private final CodeBuilder code;
    private final Registers registers;
    private final int k;
    private final int i;
    private final int sum;

    CombineMethod(KernelShape shape, CodeBuilder code) {
        this.shape = shape;
        this.code = code;
        registers = Registers.of(shape.lanes());
        k = code.allocateLocal(TypeKind.INT);
        i = code.allocateLocal(TypeKind.INT);
        sum = code.allocateLocal(registers.kind(false));
    }

    void write() {
        code.iconst_0().istore(k);
        var top = code.newBoundLabel();
        var end = code.newLabel();
        code.iload(k).loadConstant(shape.tile() * shape.dimension()).if_icmpge(end);
        registers.load(code, () -> code.aload(M).iload(BASE).iload(k).iadd());
        code.storeLocal(registers.kind(false), sum);
        terms();
        registers.store(
                code,
                () -> code.loadLocal(registers.kind(false), sum),
                () -> code.aload(M).iload(INTO).iload(k).iadd());
        code.iinc(k, shape.lanes()).goto_(top);
        code.labelBinding(end).return_();
    }

    private void terms() {
        code.iconst_0().istore(i);
        var top = code.newBoundLabel();
        var end = code.newLabel();
        code.iload(i).iload(COUNT).if_icmpge(end);
        registers.broadcast(code, () -> code.aload(WEIGHTS).iload(i).faload());
        registers.load(
                code,
                () -> code.aload(M).aload(PLACES).iload(i).iaload().iload(k).iadd());
        code.loadLocal(registers.kind(false), sum);
        registers.calculate(code, Operation.FMA);
        code.storeLocal(registers.kind(false), sum);
        code.iinc(i, 1).goto_(top);
        code.labelBinding(end);
    }
}
