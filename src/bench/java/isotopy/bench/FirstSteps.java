package isotopy.bench;

import isotopy.service.WarmUp;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How long the first hundred training steps of a fresh process take, with and without the warm-up before them, in
/// turns: prints both medians and their ratio.
final class FirstSteps {
    private static final int STEPS = 100;
    private static final int ROUNDS = 5;

    private FirstSteps() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1) {
            System.out.println(nanos(args[0].equals("warm")));
            return;
        }
        var cold = new double[ROUNDS];
        var warm = new double[ROUNDS];
        for (int k = 0; k < ROUNDS; k++) {
            cold[k] = fresh("cold") / 1e6;
            warm[k] = fresh("warm") / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "the first %d steps: %.1f ms without the warm-up, %.1f ms with it, %.2f of it%n",
                STEPS,
                median(cold),
                median(warm),
                median(warm) / median(cold));
    }

    private static long nanos(boolean warm) throws InterruptedException {
        var experiment = Experiment.standard(Preset.SWIRL);
        if (warm) {
            WarmUp.begin(experiment).await();
        }
        long begin = System.nanoTime();
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < STEPS; k++) {
                trainer.advance();
            }
        }
        return System.nanoTime() - begin;
    }

    /// The same in a process of its own, started as this one was.
    private static double fresh(String how) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command = new ArrayList<String>(List.of(java));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstSteps.class.getName(), how));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            var line = out.readLine();
            process.waitFor();
            return Double.parseDouble(line);
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
