package isotopy.train;

import isotopy.flow.FlowMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The mean squared error of a batch and its gradient, by one or more threads, with the same bits whatever their
/// number.
///
/// The batch is cut into at most [#CHUNKS] chunks whose bounds depend on its size alone; each chunk is summed by
/// itself, and the sums are added in the order of the chunks. Several threads need an array for each chunk; one thread
/// makes do with one.
final class Gradient implements AutoCloseable {
    private static final int CHUNKS = 16;

    private final Adjoint[] workspaces;
    private final double[][] chunkGradients;
    private final double[] chunkSquares = new double[CHUNKS];
    private final double[] sum;
    private final ExecutorService workers;

    Gradient(FlowMap flow, int threads) {
        int parameters = flow.control().parametersPerLayer() * flow.control().depth();
        workspaces = new Adjoint[threads];
        Arrays.setAll(workspaces, i -> new Adjoint(flow));
        chunkGradients = new double[threads == 1 ? 1 : CHUNKS][parameters];
        sum = new double[parameters];
        workers = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("isotopy-worker-", 0).factory());
    }

    /// The gradient found by the last call of [#evaluate]; its array is reused.
    double[] values() {
        return sum;
    }

    /// Overwrites [#values()] by the gradient of (1/n) Σ |φ(x) − y|² over the batch and returns that mean.
    double evaluate(double[] theta, Batches batch) {
        int tiles = (batch.size() + Adjoint.TILE - 1) / Adjoint.TILE;
        int chunks = Math.min(CHUNKS, tiles);
        Arrays.fill(sum, 0);
        double squares = 0;
        if (workspaces.length > 1) {
            inParallel(chunks, tiles, theta, batch);
        }
        for (int c = 0; c < chunks; c++) {
            var part = chunkGradients[workspaces.length == 1 ? 0 : c];
            if (workspaces.length == 1) {
                chunk(workspaces[0], c, chunks, tiles, theta, batch, part);
            }
            squares += chunkSquares[c];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return squares / batch.size();
    }

    /// Overwrites `gradient` and the squares of chunk `c`.
    private void chunk(
            Adjoint workspace, int c, int chunks, int tiles, double[] theta, Batches batch, double[] gradient) {
        Arrays.fill(gradient, 0);
        double squares = 0;
        for (int tile = c * tiles / chunks; tile < (c + 1) * tiles / chunks; tile++) {
            int from = tile * Adjoint.TILE;
            int count = Math.min(Adjoint.TILE, batch.size() - from);
            squares += workspace.add(theta, batch, from, count, 1.0 / batch.size(), gradient);
        }
        chunkSquares[c] = squares;
    }

    private void inParallel(int chunks, int tiles, double[] theta, Batches batch) {
        var tasks = new ArrayList<Callable<Void>>();
        for (int worker = 1; worker < workspaces.length; worker++) {
            tasks.add(share(worker, chunks, tiles, theta, batch));
        }
        try {
            var running = new ArrayList<Future<Void>>();
            for (var task : tasks) {
                running.add(workers.submit(task));
            }
            share(0, chunks, tiles, theta, batch).call();
            for (var future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted inside a step", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed inside a training step", e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException("a training step failed", e);
        }
    }

    private Callable<Void> share(int worker, int chunks, int tiles, double[] theta, Batches batch) {
        return () -> {
            for (int c = worker; c < chunks; c += workspaces.length) {
                chunk(workspaces[worker], c, chunks, tiles, theta, batch, chunkGradients[c]);
            }
            return null;
        };
    }

    /// The layer at which a state of these examples stops being finite.
    int layerOfDivergence(double[] theta, Batches batch) {
        return workspaces[0].layerOfDivergence(theta, batch);
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
