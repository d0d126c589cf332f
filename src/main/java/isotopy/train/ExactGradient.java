package isotopy.train;

import isotopy.flow.Plan;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The engine in double precision, for every family, scheme, loss and penalty.
///
/// The batch is cut into at most [#CHUNKS] chunks whose bounds depend on its size alone; each chunk is summed by
/// itself, and the sums are added in the order of the chunks. Several threads need an array for each chunk; one thread
/// makes do with one.
final class ExactGradient implements GradientEngine {
    /// The most chunks of a batch, and so the most threads that find work.
    static final int CHUNKS = 16;

    private final Crew crew;
    private final Adjoint[] workspaces;
    private final double[][] chunkGradients;
    private final Tally[] chunkTallies;
    private final Crew.Work work = this::chunk;
    private @Nullable Call call;

    /// What an evaluation is asked for; kept, so that nothing is allocated.
    private static final class Call {
        double[] theta = {};
        Batches batch;
        int chunks;
        int tiles;

        Call(Batches batch) {
            this.batch = batch;
        }
    }

    ExactGradient(Objective objective, Crew crew) {
        this.crew = crew;
        int parameters = objective.flow().control().parameters();
        workspaces = new Adjoint[crew.threads()];
        Arrays.setAll(workspaces, i -> new Adjoint(objective));
        chunkGradients = new double[crew.threads() == 1 ? 1 : CHUNKS][parameters];
        chunkTallies = new Tally[chunkGradients.length];
        Arrays.setAll(chunkTallies, i -> new Tally());
    }

    @Override
    public void evaluate(double[] theta, Plan plan, Batches batch, double[] gradient, Tally into) {
        for (var workspace : workspaces) {
            workspace.follow(plan);
        }
        call = prepared(theta, batch);
        Arrays.fill(gradient, 0);
        into.clear();
        if (crew.threads() > 1) {
            crew.share(call.chunks, work);
        }
        for (int c = 0; c < call.chunks; c++) {
            if (crew.threads() == 1) {
                chunk(0, c);
            }
            int place = place(c);
            into.add(chunkTallies[place]);
            var part = chunkGradients[place];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part[i];
            }
        }
        into.scale(1.0 / batch.size());
    }

    private Call prepared(double[] theta, Batches batch) {
        var next = call == null ? new Call(batch) : call;
        next.theta = theta;
        next.batch = batch;
        next.tiles = (batch.size() + Adjoint.TILE - 1) / Adjoint.TILE;
        next.chunks = Math.min(CHUNKS, next.tiles);
        return next;
    }

    private int place(int chunk) {
        return chunkGradients.length == 1 ? 0 : chunk;
    }

    /// Overwrites the gradient and the sums of chunk `c`.
    private void chunk(int worker, int c) {
        var todo = Objects.requireNonNull(call);
        var gradient = chunkGradients[place(c)];
        var tally = chunkTallies[place(c)];
        Arrays.fill(gradient, 0);
        tally.clear();
        int size = todo.batch.size();
        for (int tile = c * todo.tiles / todo.chunks; tile < (c + 1) * todo.tiles / todo.chunks; tile++) {
            int from = tile * Adjoint.TILE;
            int count = Math.min(Adjoint.TILE, size - from);
            workspaces[worker].add(todo.theta, todo.batch, from, count, 1.0 / size, gradient, tally);
        }
    }

    @Override
    public int layerOfDivergence(double[] theta, Plan plan, Batches batch) {
        workspaces[0].follow(plan);
        return workspaces[0].layerOfDivergence(theta, batch);
    }

    @Override
    public void close() {
        crew.close();
    }
}
