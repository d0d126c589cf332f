package isotopy.math;

/// Everything that distinguishes one generated kernel from another.
///
/// `lanes` particles stand in a register (1, 4, 8 or 16) and `vectors` registers are worked on side by side; `tile`
/// particles make a tile. `stored` kernels leave σ behind on the way forward, the others compute it again on the way
/// back. Results do not depend on lanes, vectors, tile or stored, to the bit.
record KernelShape(Form form, KernelProgram program, int dimension, int lanes, int vectors, int tile, boolean stored) {
    /// Above this number of operations for one unit, fewer registers are worked on side by side.
    private static final int LONG = 60;

    /// A shape for registers of so many lanes, with as many of them side by side as suit the dimension.
    ///
    /// States, costates and sums of a block are 3d values for each register, of which a processor has 32 or 16:
    /// four side by side are fastest in the plane, and with many coordinates one alone. A block of narrow
    /// registers still fills the sixteen lanes of the sums.
    static KernelShape of(Form form, KernelProgram program, int dimension, int lanes, int tile, boolean stored) {
        int wanted = dimension <= 2 ? 4 : dimension <= 4 ? 2 : 1;
        var shape = new KernelShape(form, program, dimension, lanes, 1, tile, stored);
        if (new KernelGraph(shape).operations() > LONG) {
            wanted = Math.min(wanted, 2);
        }
        int vectors = lanes == 1 ? 1 : Math.max(wanted, Kernel.LANES / lanes);
        return new KernelShape(form, program, dimension, lanes, vectors, tile, stored);
    }

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
