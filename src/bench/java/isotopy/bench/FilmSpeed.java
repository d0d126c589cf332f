package isotopy.bench;

import isotopy.export.Codec;
import isotopy.export.Film;
import isotopy.export.Format;
import isotopy.export.Progress;
import isotopy.export.Raster;
import isotopy.export.Size;
import isotopy.export.VideoExporter;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.flow.Folds;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Trainer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// How fast a film of 20,000 particles with trails is drawn, and encoded, at 1920 × 1080 and 60 frames a second; beside
/// it the same frames piped to the `ffmpeg` command with its default x264. One table, and what x264 reaches at the size
/// of our H.264; quality is the PSNR of Y over every fifth frame. On Linux also the seconds of processor time, of this
/// program and of the command together: what counts where others work on the same cores.
///
/// Arguments: frames (600), particles (20000), the rounds that are interleaved (2).
final class FilmSpeed {
    private static final int RATE = 60;
    private static final Size SIZE = Size.of(1920, 1080);
    private static final int STEPS = 400;
    /// Frames between two that are compared.
    private static final int STRIDE = 5;

    private final Film film;
    private final Path folder;
    private final Table table = new Table();
    private final Map<String, Point> points = new HashMap<>();

    /// Units: bytes, dB.
    private record Point(double size, double quality) {}

    private FilmSpeed(Film film, Path folder) {
        this.film = film;
        this.folder = folder;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int frames = args.length > 0 ? Integer.parseInt(args[0]) : 600;
        int particles = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        var folder = Files.createTempDirectory("isotopy-films");
        try {
            var speed = new FilmSpeed(film(frames, particles), folder);
            speed.measure(rounds);
            System.out.printf(
                    Locale.ROOT,
                    "%nload %.1f on %d processors%n%n%s",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors(),
                    speed.table);
            System.out.printf(
                    Locale.ROOT,
                    "%nat the size of our H.264: %.2f dB, x264 between crf 18 and crf 15 %.2f dB%n",
                    speed.points.get("a.mp4").quality(),
                    speed.alike());
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Film film(int frames, int particles) {
        var experiment = Experiment.standard(Preset.SWIRL);
        var look = Look.standard(experiment.sampling().domain())
                .withParticles(particles)
                .with(Overlay.PARTICLES, true)
                .with(Overlay.TRAILS, true);
        try (var trainer = new Trainer(experiment, 2)) {
            for (int k = 0; k < STEPS; k++) {
                trainer.advance();
            }
            var zero = new Evaluation(0, 0, 0);
            var snapshot = new FlowSnapshot(
                    experiment,
                    trainer.control(),
                    STEPS,
                    zero,
                    zero,
                    LossHistory.EMPTY,
                    Folds.NONE,
                    List.of(),
                    new Activity.Waiting(),
                    0);
            return Film.over(Scene.of(snapshot, look), look, SIZE, RATE, frames / (double) RATE);
        }
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        draw(cores, Math.min(60, film.frames())); // warm
        export(Format.MP4, Codec.BUILT_IN, "warm.mp4", new Film(SIZE, Math.min(60, film.frames()), RATE, film.source()));
        table.row("what", "seconds", "frames/s", "processor s", "MB", "PSNR dB");
        for (int round = 0; round < rounds; round++) {
            row("drawing alone, one thread", "", () -> draw(1, film.frames()));
            row("drawing alone, " + cores + " threads", "", () -> draw(cores, film.frames()));
            row("drawing + H.264", "a.mp4", () -> export(Format.MP4, Codec.BUILT_IN, "a.mp4", film));
            row("drawing, piped to ffmpeg, its default x264", "b.mp4", () -> pipe("b.mp4", List.of()));
            row("drawing, piped to ffmpeg, -crf 18", "c.mp4", () -> pipe("c.mp4", List.of("-crf", "18")));
            row("drawing, piped to ffmpeg, -crf 15", "e.mp4", () -> pipe("e.mp4", List.of("-crf", "15")));
            row("the same, by Codec.X264", "d.mp4", () -> export(Format.MP4, Codec.X264, "d.mp4", film));
            row("drawing + VP9", "a.webm", () -> export(Format.WEBM, Codec.BUILT_IN, "a.webm", film));
        }
    }

    private void row(String what, String name, Work work) throws IOException, InterruptedException {
        double spent = processor();
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) * 1e-9;
        spent = processor() - spent;
        System.out.printf("%s %.1f s%n", what, seconds);
        var file = folder.resolve(name);
        boolean written = !name.isEmpty();
        if (written) {
            points.put(name, new Point(Files.size(file), psnr(file)));
        }
        table.row(
                what,
                seconds,
                film.frames() / seconds,
                spent,
                written ? Files.size(file) * 1e-6 : "",
                written ? points.get(name).quality() : "");
    }

    /// The quality of x264 at the size of our H.264: straight in the logarithm of the size.
    private double alike() {
        var small = points.get("c.mp4");
        var large = points.get("e.mp4");
        double along = Math.log(points.get("a.mp4").size() / small.size()) / Math.log(large.size() / small.size());
        return small.quality() + along * (large.quality() - small.quality());
    }

    /// Seconds of processor time so far, of ended commands too; not a number where the system does not say.
    private static double processor() throws IOException {
        var file = Path.of("/proc/self/stat");
        if (!Files.isReadable(file)) {
            return Double.NaN;
        }
        var line = Files.readString(file);
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int k = 11; k <= 14; k++) { // utime, stime, and both of the children
            ticks += Long.parseLong(fields[k]);
        }
        return ticks / 100;
    }

    private void draw(int threads, int frames) throws InterruptedException {
        var next = new AtomicInteger();
        var team = new ArrayList<Thread>();
        for (int k = 0; k < threads; k++) {
            team.add(Thread.ofPlatform().start(() -> {
                var raster = Raster.alone(SIZE.width(), SIZE.height());
                for (int at = next.getAndIncrement(); at < frames; at = next.getAndIncrement()) {
                    raster.paint(film.source().frame(at), SIZE.scale());
                }
            }));
        }
        for (var thread : team) {
            thread.join();
        }
    }

    private void export(Format format, Codec codec, String name, Film what) throws IOException {
        new VideoExporter(what, format, codec, Optional.empty()).export(folder.resolve(name), Progress.NONE);
    }

    /// What a script would do: draw a frame, write it, draw the next while the command works.
    private void pipe(String name, List<String> settings) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo"));
        command.addAll(List.of("-pix_fmt", "bgra", "-s", SIZE.width() + "x" + SIZE.height(), "-r", "" + RATE, "-i", "-"));
        command.addAll(List.of("-vf", "scale=out_color_matrix=bt709:out_range=tv", "-c:v", "libx264"));
        command.addAll(settings);
        command.addAll(List.of("-pix_fmt", "yuv420p", folder.resolve(name).toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var into = process.getOutputStream()) {
            var raster = new Raster(SIZE.width(), SIZE.height());
            var bytes = ByteBuffer.allocate(4 * raster.pixels().length).order(ByteOrder.LITTLE_ENDIAN);
            for (int k = 0; k < film.frames(); k++) {
                raster.paint(film.source().frame(k), SIZE.scale());
                bytes.asIntBuffer().put(raster.pixels());
                into.write(bytes.array());
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg failed");
        }
    }

    /// Of the brightness of some frames, against the drawn ones before they were rounded.
    private double psnr(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "ffmpeg", "-loglevel", "error", "-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var raster = new Raster(SIZE.width(), SIZE.height());
        double sum = 0;
        long count = 0;
        try (InputStream frames = process.getInputStream()) {
            var frame = new byte[SIZE.width() * SIZE.height() * 3 / 2];
            for (int k = 0; k < film.frames(); k++) {
                frames.readNBytes(frame, 0, frame.length);
                if (k % STRIDE == 0) {
                    raster.paint(film.source().frame(k), SIZE.scale());
                    for (int at = 0; at < raster.pixels().length; at++) {
                        int p = raster.pixels()[at];
                        double y = 16
                                + 219 / 255.0
                                        * (0.2126 * (p >> 16 & 0xFF) + 0.7152 * (p >> 8 & 0xFF) + 0.0722 * (p & 0xFF));
                        double miss = y - (frame[at] & 0xFF);
                        sum += miss * miss;
                    }
                    count += raster.pixels().length;
                }
            }
        }
        process.waitFor();
        return 10 * Math.log10(255 * 255 * count / sum);
    }
}
