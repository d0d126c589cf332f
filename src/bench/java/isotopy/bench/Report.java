package isotopy.bench;

import isotopy.control.ControlFamily;
import isotopy.flow.Integrator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures everything and prints one table. Takes some ten minutes; each row has a process of its own.
///
/// With arguments, only the rows whose first words are among them: `steps`, `families`, `integrators`, `widths`,
/// `carrying`, `warm-up`.
final class Report {
    private static final List<String> PARTS = List.of("steps", "families", "integrators", "widths", "carrying", "warm-up");
    private static final int[] WIDTHS = {4, 8, 16, 32, 64, 128, 256};
    private static final int[] PARTICLES = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final Table table = new Table();
    private final List<String> parts;
    private double peak;

    private Report(List<String> parts) {
        this.parts = parts;
    }

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        var report = new Report(args.length == 0 ? PARTS : List.of(args));
        report.measure();
        System.out.println();
        System.out.println(report.machine());
        System.out.println();
        System.out.print(report.table);
    }

    private void measure() throws RunnerException, IOException, InterruptedException {
        peak = 2 * Peak.lanes() * fastest(run(Peak.class, Map.of()));
        table.row("what", "threads", "per second", "GF/s", "% of peak", "ns per particle·evaluation", "bytes allocated");
        table.row("fused multiply-add peak, float", 1, "", peak, 100.0, "", "");
        if (parts.contains("steps")) {
            for (int threads = 1; threads <= 2; threads++) {
                for (var name : List.of("T1", "T2", "T3")) {
                    step(name + " training step: " + Work.named(name).text(), name, threads);
                }
            }
            for (var name : List.of("T1", "T2", "T3")) {
                var work = Work.named(name);
                var few = new Work(work.family(), work.width(), work.depth(), work.integrator(), 1);
                step(name + " for one particle: what each step costs besides", few.text(), 1);
            }
        }
        if (parts.contains("families")) {
            for (var family : ControlFamily.all()) {
                step("training step: " + family.id(), new Work(family.id(), 16, 20, "euler", 1024).text(), 1);
            }
        }
        if (parts.contains("integrators")) {
            integrators();
        }
        if (parts.contains("widths")) {
            for (int width : WIDTHS) {
                step("training step: tanh, width " + width, new Work("tanh", width, 20, "euler", 1024).text(), 1);
            }
        }
        if (parts.contains("carrying")) {
            for (int particles : PARTICLES) {
                carry(particles);
            }
        }
        if (parts.contains("warm-up")) {
            for (var name : List.of("T1", "T2", "T3")) {
                warmUp(name);
            }
        }
    }

    /// Every scheme on the first family that it suits.
    private void integrators() {
        for (var integrator : Integrator.values()) {
            var family = ControlFamily.all().stream().filter(integrator::suits).findFirst().orElseThrow();
            var work = new Work(family.id(), 16, 20, integrator.id(), 1024);
            step("training step: " + family.id() + ", " + integrator.id(), work.text(), 1);
        }
    }

    private void step(String title, String name, int threads) {
        var work = Work.named(name);
        RunResult result;
        try {
            result = run(TrainingStep.class, Map.of("work", name, "threads", String.valueOf(threads)));
        } catch (RunnerException e) {
            System.out.println(title + " failed: " + e.getMessage());
            table.row(title, threads, "failed", "", "", "", "");
            return;
        }
        double rate = median(result);
        double speed = rate * work.flops() * 1e-9;
        boolean plain = work.counted() && work.particles() > 1;
        table.row(
                title,
                threads,
                rate,
                plain ? speed : "",
                plain ? 100 * speed / (peak * threads) : "",
                1e9 / (rate * work.evaluations() * work.particles()),
                allocated(result));
    }

    private void carry(int particles) throws RunnerException {
        var result = run(Carrying.class, Map.of("work", "T1", "particles", String.valueOf(particles)));
        double nanoseconds = median(result);
        double each = (double) particles * Work.T1.evaluations();
        table.row(
                "apply T1 to " + String.format("%,d", particles) + " particles, double",
                1,
                1e9 / nanoseconds,
                "",
                "",
                nanoseconds / each,
                Table.number(allocated(result) / particles) + " each");
    }

    private void warmUp(String name) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("--class-path", System.getProperty("java.class.path"), WarmUp.class.getName(), name));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes()).strip().split(" ");
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the warm-up of " + name + " failed; its message stands above");
        }
        table.row(name + " from the start to 90 % of full speed: " + said[0] + " s", 1, said[1], "", "", "", "");
    }

    /// Runs the benchmark of one class in a fresh process: four seconds to get warm, then five measurements.
    private static RunResult run(Class<?> benchmark, Map<String, String> parameters) throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(800))
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Djmh.ignoreLock=true")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        System.out.println(benchmark.getSimpleName() + " "
                + parameters.values().stream().sorted().collect(Collectors.joining(", ")));
        return new Runner(options.build()).run().iterator().next();
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double fastest(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMax();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }

    private String machine() {
        var runtime = Runtime.version();
        return "Java " + runtime + ", " + System.getProperty("os.name") + " on " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores" + processor();
    }

    /// What Linux says of the processor, else nothing.
    private static String processor() {
        var file = Path.of("/proc/cpuinfo");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " of " + line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
