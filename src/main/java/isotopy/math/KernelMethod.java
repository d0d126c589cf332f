package isotopy.math;

import isotopy.math.Lane.Operation;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;

/// Writes one method of a kernel.
///
/// ```
/// for (k = 0; k < tile; k += block) {              // states, costates and sums of all registers
///     for (j = 0; j < units; j++) {                // parameters, gradient lanes
///         for each register of the block: σ, sums  // written out
///     }
/// }
/// ```
final class KernelMethod {
    /// A method that the compiler would inline into its caller is compiled anew, and worse, in each of them.
    private static final int NEVER_INLINED = 330;

    // the parameters of Kernel's methods
    private static final int P = 1;
    private static final int AT = 2;
    private static final int UNITS = 3;
    private static final int M = 4;
    private static final int STATE = 5;
    private static final int SECOND = 6; // base or costate
    private static final int SCALE = 7;
    private static final int SUMS = 11;

    private final int base;
    private final int into;
    private final int kept;
    private final KernelShape shape;
    private final CodeBuilder code;
    private final boolean back;
    private final Registers registers;
    private final KernelGraph graph;
    private final LaneEmitter emitter;
    private final int d;
    private final int[][] sums;
    private final int[][] states;
    private final int[][] costates;
    private final int scale;
    private final int k;
    private final int j;
    private final int unit;
    private final int keptAt;
    private final int lanesAt;

    KernelMethod(KernelShape shape, CodeBuilder code, boolean back) {
        this.shape = shape;
        this.code = code;
        this.back = back;
        base = back ? 8 : SECOND;
        into = back ? 9 : 8;
        kept = into + 1;
        registers = Registers.of(shape.lanes());
        graph = new KernelGraph(shape);
        d = shape.dimension();
        emitter = new LaneEmitter(code, registers, roots());
        states = new int[shape.vectors()][d];
        sums = new int[shape.vectors()][d];
        costates = new int[shape.vectors()][d];
        scale = code.allocateLocal(registers.kind(false));
        k = code.allocateLocal(TypeKind.INT);
        j = code.allocateLocal(TypeKind.INT);
        unit = code.allocateLocal(TypeKind.INT);
        keptAt = code.allocateLocal(TypeKind.INT);
        lanesAt = code.allocateLocal(TypeKind.INT);
    }

    private List<Lane> roots() {
        var roots = new ArrayList<Lane>();
        if (back) {
            roots.addAll(graph.pullback());
            roots.addAll(graph.gradients());
        } else {
            roots.addAll(graph.velocity());
            roots.addAll(graph.keeps());
        }
        return roots;
    }

    void write() {
        for (int n = 0; n < NEVER_INLINED; n++) {
            code.nop();
        }
        if (registers.lanes() > 1) {
            emitter.constants().forEach(emitter::hold);
        }
        registers.broadcast(code, () -> code.fload(SCALE));
        store(scale);
        code.iconst_0().istore(k);
        var top = code.newBoundLabel();
        var end = code.newLabel();
        code.iload(k).loadConstant(shape.tile()).if_icmpge(end);
        begin();
        units();
        for (int b = 0; b < shape.vectors(); b++) {
            for (int i = 0; i < d; i++) {
                finish(b, i);
            }
        }
        code.iinc(k, shape.block()).goto_(top);
        code.labelBinding(end).return_();
    }

    /// States, costates and empty sums of a block.
    private void begin() {
        for (int b = 0; b < shape.vectors(); b++) {
            for (int i = 0; i < d; i++) {
                loadTile(STATE, i, b);
                states[b][i] = hold();
                registers.broadcast(code, code::fconst_0);
                sums[b][i] = hold();
                if (back) {
                    loadTile(SECOND, i, b);
                    push(scale);
                    registers.calculate(code, Operation.MULTIPLY);
                    costates[b][i] = hold();
                }
            }
        }
    }

    /// The sum of a coordinate goes to its place.
    private void finish(int b, int i) {
        registers.store(
                code,
                () -> {
                    if (back) {
                        loadTile(base, i, b);
                        push(sums[b][i]);
                        registers.calculate(code, Operation.ADD);
                    } else {
                        push(scale);
                        push(sums[b][i]);
                        loadTile(base, i, b);
                        registers.calculate(code, Operation.FMA);
                    }
                },
                () -> tilePlace(into, i, b));
    }

    private void units() {
        code.iconst_0().istore(j);
        var top = code.newBoundLabel();
        var end = code.newLabel();
        code.iload(j).iload(UNITS).if_icmpge(end);
        code.iload(AT).iload(j).loadConstant(shape.unit()).imul().iadd().istore(unit);
        if (shape.kept() > 0) { // kept + j · values · tile + k, whatever the registers hold
            code.iload(kept).iload(j).loadConstant(shape.kept() * shape.tile()).imul();
            code.iadd().iload(k).iadd().istore(keptAt);
        }
        var known = emitter.bound();
        parameters();
        var gradients = back ? gradients() : new int[0][0];
        var forUnit = emitter.bound();
        for (int b = 0; b < shape.vectors(); b++) {
            emitter.keepOnly(forUnit);
            register(b, gradients);
        }
        emitter.keepOnly(known);
        storeGradients(gradients);
        code.iinc(j, 1).goto_(top);
        code.labelBinding(end);
    }

    private void parameters() {
        for (int c = 0; c < shape.unit(); c++) {
            int parameter = c;
            if (emitter.needs(graph.parameter(c))) {
                registers.broadcast(
                        code,
                        () -> code.aload(P)
                                .iload(unit)
                                .loadConstant(parameter)
                                .iadd()
                                .faload());
                emitter.bind(graph.parameter(c), hold());
            }
        }
    }

    /// Loads the sums over the particles, for every parameter as many registers as sixteen lanes fill.
    private int[][] gradients() {
        code.iload(SUMS)
                .iload(j)
                .loadConstant(shape.unit() * Kernel.LANES)
                .imul()
                .iadd();
        if (shape.block() < Kernel.LANES) {
            code.iload(k).loadConstant(Kernel.LANES - 1).iand().iadd();
        }
        code.istore(lanesAt);
        var slots = new int[shape.unit()][shape.accumulators()];
        for (int c = 0; c < slots.length; c++) {
            for (int a = 0; a < slots[c].length; a++) {
                int place = c * Kernel.LANES + a * shape.lanes();
                registers.load(code, () -> lanesPlace(place));
                slots[c][a] = hold();
            }
        }
        return slots;
    }

    private void storeGradients(int[][] slots) {
        for (int c = 0; c < slots.length; c++) {
            for (int a = 0; a < slots[c].length; a++) {
                int slot = slots[c][a];
                int place = c * Kernel.LANES + a * shape.lanes();
                registers.store(code, () -> push(slot), () -> lanesPlace(place));
            }
        }
    }

    /// One hidden unit on one register of particles.
    private void register(int b, int[][] gradients) {
        for (int i = 0; i < d; i++) {
            emitter.bind(graph.z(i), states[b][i]);
            emitter.bind(graph.sum(i), sums[b][i]);
            if (back) {
                emitter.bind(graph.costate(i), costates[b][i]);
            }
        }
        if (back) {
            registerBack(b, gradients);
        } else {
            registerForth(b);
        }
    }

    private void registerForth(int b) {
        var keeps = graph.keeps();
        for (int i = 0; i < keeps.size(); i++) {
            var lane = keeps.get(i);
            int place = i * shape.tile() + b * shape.lanes();
            emitter.push(lane);
            int slot = hold();
            emitter.bind(lane, slot);
            registers.store(code, () -> push(slot), () -> keptPlace(place));
        }
        var velocity = graph.velocity();
        for (int i = 0; i < d; i++) {
            emitter.push(velocity.get(i));
            store(sums[b][i]);
        }
    }

    private void registerBack(int b, int[][] gradients) {
        for (int i = 0; i < shape.kept(); i++) {
            if (emitter.needs(graph.kept(i))) {
                int place = i * shape.tile() + b * shape.lanes();
                registers.load(code, () -> keptPlace(place));
                emitter.bind(graph.kept(i), hold());
            }
        }
        var pullback = graph.pullback();
        for (int i = 0; i < d; i++) {
            emitter.push(pullback.get(i));
            store(sums[b][i]);
        }
        var sum = graph.gradients();
        for (int c = 0; c < gradients.length; c++) {
            int slot = gradients[c][b % gradients[c].length];
            emitter.bind(graph.gradient(c), slot);
            emitter.push(sum.get(c));
            store(slot);
        }
    }

    private void loadTile(int offset, int i, int b) {
        registers.load(code, () -> tilePlace(offset, i, b));
    }

    private void tilePlace(int offset, int i, int b) {
        code.aload(M).iload(offset).iload(k).iadd();
        code.loadConstant(i * shape.tile() + b * shape.lanes()).iadd();
    }

    private void keptPlace(int place) {
        code.aload(M).iload(keptAt).loadConstant(place).iadd();
    }

    private void lanesPlace(int place) {
        code.aload(M).iload(lanesAt).loadConstant(place).iadd();
    }

    private void push(int slot) {
        code.loadLocal(registers.kind(false), slot);
    }

    private void store(int slot) {
        code.storeLocal(registers.kind(false), slot);
    }

    /// The value on the stack goes into a new local variable.
    private int hold() {
        int slot = code.allocateLocal(registers.kind(false));
        store(slot);
        return slot;
    }
}
