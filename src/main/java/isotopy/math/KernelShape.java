package isotopy.math;

/// Everything that distinguishes one generated kernel from another.
///
/// `lanes` particles stand in a register (1, 4, 8 or 16) and `vectors` registers are worked on side by side; `tile`
/// particles make a tile. `stored` kernels leave σ behind on the way forward, the others compute it again on the way
/// back. Results do not depend on lanes, vectors, tile or stored, to the bit.
record KernelShape(Form form, KernelProgram program, int dimension, int lanes, int vectors, int tile, boolean stored) {
    /// The particles that go through the hidden units together.
    int block() {
        return lanes * vectors;
    }

    /// The registers that sixteen logical lanes fill.
    int accumulators() {
        return Math.max(1, Math.min(vectors, Kernel.LANES / lanes));
    }

    /// Parameters of a hidden unit.
    int unit() {
        return 2 * dimension + 1;
    }

    /// Numbers kept for each particle and hidden unit.
    int kept() {
        return stored ? program.kept() : 0;
    }
}
