package isotopy.bench;

import com.sun.management.OperatingSystemMXBean;
import isotopy.export.Raster;
import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.flow.Folds;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where the milliseconds of a drawn frame go: `mvn -Pbench -Dbench.main=isotopy.bench.Drawing`, with the numbers of
/// particles as arguments where others than the four usual ones are wanted.
///
/// Each row is the median over frames of a film from t = 0 to T, after a warm-up, on all processors: the scene, the
/// figure, and the painting of the whole and of each of its parts alone; "processor" is what a frame costs all processors
/// together, which other programs disturb least.
final class Drawing {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final double SECONDS = 1.5;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final FlowSnapshot snapshot = swirl();
    private final Table table = new Table();

    private Drawing() {}

    public static void main(String[] args) {
        int[] counts = args.length == 0
                ? new int[] {1_000, 20_000, 100_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        new Drawing().measure(counts);
    }

    private void measure(int[] counts) {
        table.row("particles", "trails", "size", "scene", "figure", "paint", "dots", "trails", "rest", "processor", "frames/s");
        for (int count : counts) {
            var look = Look.standard(snapshot.experiment().sampling().domain())
                    .withParticles(count);
            var scene = Scene.of(snapshot, look);
            long begin = System.nanoTime();
            scene = Scene.of(snapshot, look);
            double traced = (System.nanoTime() - begin) * 1e-6;
            for (int[] size : SIZES) {
                for (boolean trails : new boolean[] {false, true}) {
                    frames(scene, look.with(Overlay.TRAILS, trails), size, traced);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nMilliseconds, medians; %d processors; load %.1f%n%n%s",
                Runtime.getRuntime().availableProcessors(),
                MACHINE.getSystemLoadAverage(),
                table);
    }

    private void frames(Scene scene, Look look, int[] size, double traced) {
        var raster = new Raster(size[0], size[1]);
        double scale = Math.max(1, Math.min(size[0] / 1280.0, size[1] / 720.0));
        double[] at = new double[4096];
        double[] all = new double[4096];
        long busy = 0;
        double[][] parts = new double[3][4096];
        int frame = 0;
        int kept = 0;
        long end = System.nanoTime() + (long) (SECONDS * 2e9);
        long warm = System.nanoTime() + (long) (SECONDS * 1e9);
        while (System.nanoTime() < end && kept < at.length) {
            double t = scene.particles().horizon() * (frame++ % 600) / 599;
            long used = MACHINE.getProcessCpuTime();
            long begin = System.nanoTime();
            var figure = Illustrator.at(scene, t, look, size[0] / scale, size[1] / scale);
            long drawn = System.nanoTime();
            raster.paint(figure, scale);
            long painted = System.nanoTime();
            at[kept] = (drawn - begin) * 1e-6;
            all[kept] = (painted - drawn) * 1e-6;
            busy += kept > 0 ? MACHINE.getProcessCpuTime() - used : 0;
            for (int part = 0; part < 3; part++) {
                var some = part(figure, part);
                long start = System.nanoTime();
                raster.paint(some, scale);
                parts[part][kept] = (System.nanoTime() - start) * 1e-6;
            }
            kept += System.nanoTime() > warm ? 1 : 0;
        }
        double figure = median(at, kept);
        double paint = median(all, kept);
        table.row(
                String.format(Locale.ROOT, "%,d", scene.particles().size()),
                look.shows(Overlay.TRAILS) ? "yes" : "no",
                size[0] + "×" + size[1],
                traced,
                figure,
                paint,
                median(parts[0], kept),
                median(parts[1], kept),
                median(parts[2], kept),
                busy * 1e-6 / Math.max(1, kept),
                1000 / (figure + paint));
    }

    /// A figure of the particles alone, of the fading lines alone, of all else.
    private static Figure part(Figure figure, int part) {
        var some = figure.marks().stream()
                .filter(mark -> switch (mark) {
                    case Mark.Dots _, Mark.Density _ -> part == 0;
                    case Mark.Paths paths -> part == (paths.fading() ? 1 : 2);
                    default -> part == 2;
                })
                .toList();
        return new Figure(figure.width(), figure.height(), figure.background(), some);
    }

    private static double median(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[count / 2];
    }

    /// The opening scene after some training.
    private static FlowSnapshot swirl() {
        var experiment = Experiment.standard(Preset.SWIRL);
        try (var trainer = new Trainer(experiment, 1)) {
            for (int k = 0; k < 600; k++) {
                trainer.advance();
            }
            return new FlowSnapshot(
                    experiment,
                    trainer.control(),
                    600,
                    trainer.trainEvaluation(),
                    trainer.testEvaluation(),
                    LossHistory.EMPTY,
                    Folds.NONE,
                    List.of(),
                    new Activity.Waiting(),
                    0);
        }
    }
}
