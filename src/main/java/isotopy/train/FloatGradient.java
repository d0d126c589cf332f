package isotopy.train;

import isotopy.control.ControlFamily;
import isotopy.flow.Plan;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The engine in single precision, with generated kernels: for every family in at most eight dimensions, every explicit
/// Runge–Kutta scheme, every loss, and all penalties but that of the Jacobian.
///
/// Families bring their parameters to the effective form once a step ([ControlFamily#expand]), and the gradient is
/// brought back from it ([ControlFamily#contract]). The batch is cut into chunks whose number depends on the amount of
/// work alone; each is summed by itself, in sixteen lanes, and the sums are added in double, in the order of the
/// chunks: so the bits depend neither on the number of threads nor on the processor.
final class FloatGradient implements GradientEngine {
    /// The fewest particles of a chunk: the sum over lanes at its end must not count.
    private static final int FEWEST = 512;
    /// Particles times hidden units in a chunk, some half a millisecond: less is not worth another thread.
    private static final double LEAST_WORK = 1e6;

    private final Crew crew;
    private final FloatShape shape;
    private final ControlFamily family;
    private final int width;
    private final int perLayer;
    private final FloatAdjoint[] workspaces;
    private final double[] expanded;
    private final float[] parameters;
    private final double[][] chunkGradients;
    private final double[][] chunkReadouts;
    private final Tally[] chunkTallies;
    private final Crew.Work work = this::chunk;
    private boolean warming;
    private @Nullable Call call;

    /// What an evaluation is asked for; kept, so that nothing is allocated.
    private static final class Call {
        double[] theta = {};
        Plan plan;
        Batches batch;
        int chunks;
        int tiles;

        Call(Plan plan, Batches batch) {
            this.plan = plan;
            this.batch = batch;
        }
    }

    FloatGradient(Objective objective, FloatShape shape, Crew crew) {
        this.crew = crew;
        this.shape = shape;
        var control = objective.flow().control();
        family = control.family();
        width = control.width();
        perLayer = control.parametersPerLayer();
        workspaces = new FloatAdjoint[crew.threads()];
        Arrays.setAll(workspaces, i -> new FloatAdjoint(objective, shape));
        expanded = new double[shape.effective()];
        parameters = new float[shape.effective()];
        int places = crew.threads() == 1 ? 1 : ExactGradient.CHUNKS;
        chunkGradients = new double[places][shape.effective()];
        chunkReadouts = new double[places][control.parameters()];
        chunkTallies = new Tally[places];
        Arrays.setAll(chunkTallies, i -> new Tally());
    }

    @Override
    public void evaluate(double[] theta, Plan plan, Batches batch, double[] gradient, Tally into) {
        // not before it is needed: a window that opens has better use for the cores
        if (!warming && shape.kernel().cold()) {
            warming = true; // the thread may begin later than the next step
            Thread.ofPlatform().daemon().name("isotopy-kernel").start(shape.kernel()::warm);
        }
        expand(theta);
        call = prepared(theta, plan, batch);
        Arrays.fill(gradient, 0);
        Arrays.fill(expanded, 0);
        into.clear();
        boolean together = crew.threads() > 1 && call.chunks > 1;
        if (together) {
            crew.share(call.chunks, work);
        }
        for (int c = 0; c < call.chunks; c++) {
            if (!together) {
                chunk(0, c);
            }
            into.add(chunkTallies[place(c)]);
            add(chunkGradients[place(c)], expanded);
            add(chunkReadouts[place(c)], gradient);
        }
        into.scale(1.0 / batch.size());
        for (int k = 0; k < shape.depth(); k++) {
            family.contract(
                    shape.dimension(), width, theta, k * perLayer, expanded, k * shape.unitParameters(), gradient);
        }
    }

    private static void add(double[] values, double[] into) {
        for (int i = 0; i < values.length; i++) {
            into[i] += values[i];
        }
    }

    /// Overwrites the parameters of the kernels.
    private void expand(double[] theta) {
        for (int k = 0; k < shape.depth(); k++) {
            family.expand(shape.dimension(), width, theta, k * perLayer, expanded, k * shape.unitParameters());
        }
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) expanded[i];
        }
    }

    private Call prepared(double[] theta, Plan plan, Batches batch) {
        for (var workspace : workspaces) {
            workspace.reserve(plan.steps());
        }
        var next = call == null ? new Call(plan, batch) : call;
        next.theta = theta;
        next.plan = plan;
        next.batch = batch;
        next.tiles = (batch.size() + shape.tile() - 1) / shape.tile();
        double amount = (double) batch.size() * plan.steps() * shape.stages() * shape.units();
        int worth = (int) Math.min(batch.size() / FEWEST, amount / LEAST_WORK);
        next.chunks = Math.clamp(worth, 1, ExactGradient.CHUNKS);
        return next;
    }

    private int place(int chunk) {
        return chunkGradients.length == 1 ? 0 : chunk;
    }

    /// Overwrites the gradient and the sums of chunk `c`.
    private void chunk(int worker, int c) {
        var todo = Objects.requireNonNull(call);
        var workspace = workspaces[worker];
        var readout = chunkReadouts[place(c)];
        var tally = chunkTallies[place(c)];
        Arrays.fill(readout, 0);
        tally.clear();
        workspace.clear();
        int size = todo.batch.size();
        for (int tile = c * todo.tiles / todo.chunks; tile < (c + 1) * todo.tiles / todo.chunks; tile++) {
            int from = tile * shape.tile();
            int count = Math.min(shape.tile(), size - from);
            workspace.add(todo.theta, parameters, todo.plan, todo.batch, from, count, 1.0 / size, readout, tally);
        }
        workspace.gradient(chunkGradients[place(c)]);
    }

    @Override
    public int layerOfDivergence(double[] theta, Plan plan, Batches batch) {
        expand(theta);
        workspaces[0].reserve(plan.steps());
        int first = plan.steps() - 1;
        for (int from = 0; from < batch.size(); from += shape.tile()) {
            int count = Math.min(shape.tile(), batch.size() - from);
            first = workspaces[0].stepOfDivergence(parameters, plan, batch, from, count, first);
        }
        return plan.layer()[first];
    }

    @Override
    public void close() {
        crew.close();
    }
}
