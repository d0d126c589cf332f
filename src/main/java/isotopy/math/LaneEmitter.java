package isotopy.math;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns graphs of lanes into bytecode: what is used once stays on the stack, what is used more often goes into a local
/// variable. Mutable: it knows which lanes already stand in one.
final class LaneEmitter {
    private final CodeBuilder code;
    private final Registers registers;
    private final Map<Lane, Integer> uses = new HashMap<>();
    private final Map<Lane, Integer> slots = new HashMap<>();

    /// An emitter for graphs that end in `roots`.
    LaneEmitter(CodeBuilder code, Registers registers, Collection<Lane> roots) {
        this.code = code;
        this.registers = registers;
        roots.forEach(this::count);
    }

    private void count(Lane lane) {
        if (uses.merge(lane, 1, Integer::sum) == 1) {
            lane.arguments().forEach(this::count);
        }
    }

    /// Whether the graphs need that lane.
    boolean needs(Lane lane) {
        return uses.containsKey(lane);
    }

    /// The constants in the graphs.
    List<Lane> constants() {
        var constants = new ArrayList<Lane>();
        for (var lane : uses.keySet()) {
            switch (lane.operation()) {
                case CONSTANT, INT_CONSTANT -> constants.add(lane);
                default -> {}
            }
        }
        constants.sort(java.util.Comparator.comparing(Lane::operation).thenComparing(Lane::bits));
        return constants;
    }

    /// The lane stands in that local variable from now on.
    void bind(Lane lane, int slot) {
        slots.put(lane, slot);
    }

    /// Forgets all lanes but these, for the next particles.
    void keepOnly(Set<Lane> lanes) {
        slots.keySet().retainAll(new HashSet<>(lanes));
    }

    Set<Lane> bound() {
        return Set.copyOf(slots.keySet());
    }

    /// Emits: pushes the lane's value.
    void push(Lane lane) {
        var slot = slots.get(lane);
        var kind = registers.kind(lane.operation().integral());
        if (slot != null) {
            code.loadLocal(kind, slot);
            return;
        }
        registers.operation(code, lane, this::push);
        if (uses.getOrDefault(lane, 0) > 1) {
            int fresh = code.allocateLocal(kind);
            code.dup().storeLocal(kind, fresh);
            slots.put(lane, fresh);
        }
    }

    /// Emits: pushes the value and stores it in a new local variable.
    int hold(Lane lane) {
        registers.operation(code, lane, this::push);
        int slot = code.allocateLocal(registers.kind(lane.operation().integral()));
        code.storeLocal(registers.kind(lane.operation().integral()), slot);
        slots.put(lane, slot);
        return slot;
    }
}
