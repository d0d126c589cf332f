package isotopy.math;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Writes the class of a kernel: two methods that are loops over blocks of particles around a loop
/// over hidden units ([KernelMethod]), and a simple loop ([CombineMethod]).
///
/// The particles of a block, their costates and the sums over the units stay in registers while the units pass; a
/// unit's parameters are read once for the block. Coordinates and registers are written out, and so is σ: no call with
/// a vector in it remains that the compiler might choose not to inline.
final class KernelWriter {
    private static final ClassDesc KERNEL = ClassDesc.of("isotopy.math.Kernel");
    private static final ClassDesc FLOATS = ConstantDescs.CD_float.arrayType();
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc FLOAT = ConstantDescs.CD_float;
    private static final MethodTypeDesc EVALUATE =
            MethodTypeDesc.of(ConstantDescs.CD_void, FLOATS, INT, INT, FLOATS, INT, INT, FLOAT, INT, INT);
    private static final MethodTypeDesc PULLBACK =
            MethodTypeDesc.of(ConstantDescs.CD_void, FLOATS, INT, INT, FLOATS, INT, INT, FLOAT, INT, INT, INT, INT);
    private static final MethodTypeDesc COMBINE =
            MethodTypeDesc.of(ConstantDescs.CD_void, FLOATS, INT, FLOATS, INT.arrayType(), INT, INT);

    private KernelWriter() {}

    /// The class file of a kernel of that shape.
    static byte[] write(KernelShape shape) {
        return ClassFile.of()
                .build(
                        ClassDesc.of("isotopy.math.GeneratedKernel"),
                        type -> type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                .withSuperclass(KERNEL)
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        0,
                                        code -> code.aload(0)
                                                .invokespecial(KERNEL, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                                .return_())
                                .withMethodBody(
                                        "kept",
                                        MethodTypeDesc.of(INT),
                                        ClassFile.ACC_PUBLIC,
                                        code -> code.loadConstant(shape.kept()).ireturn())
                                .withMethodBody(
                                        "evaluate",
                                        EVALUATE,
                                        ClassFile.ACC_PUBLIC,
                                        code -> new KernelMethod(shape, code, false).write())
                                .withMethodBody(
                                        "pullback",
                                        PULLBACK,
                                        ClassFile.ACC_PUBLIC,
                                        code -> new KernelMethod(shape, code, true).write())
                                .withMethodBody(
                                        "combine",
                                        COMBINE,
                                        ClassFile.ACC_PUBLIC,
                                        code -> new CombineMethod(shape, code).write()));
    }
}
