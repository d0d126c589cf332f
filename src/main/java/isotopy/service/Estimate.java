package isotopy.service;

import isotopy.export.Order;
import isotopy.export.Size;
import isotopy.figure.Course;
import isotopy.figure.Cue;
import isotopy.figure.Reel;
import isotopy.figure.Storyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// How large a file will be and how long it takes, as a sample of it shows.
///
/// Units: bytes, and seconds on this machine.
public record Estimate(long bytes, double seconds) {
    /// A sample of a film has so many frames at most, in two lengths, so that what each frame adds is told from
    /// what the file has anyway.
    private static final int SHORT = 2;

    private static final int LONG = 8;

    /// Pictures with more pixels are estimated from a smaller one.
    private static final double MOST_PIXELS = 3e6;

    /// Writes samples into a folder of their own, which is gone afterwards, until `ending`.
    ///
    /// Throws: `IOException` where no sample can be written or it was ended; `IllegalArgumentException` with a
    /// sentence, when the format cannot hold it.
    public static Estimate of(Order order, BooleanSupplier ending) throws IOException {
        var folder = Files.createTempDirectory("isotopy-sample");
        try {
            return switch (order) {
                case Order.Moving moving -> film(moving, folder, ending);
                case Order.Still still -> {
                    double times = reduction(
                            still.finish().size(), still.finish().format().pixels());
                    var smaller = still.finish().withSize(reduced(still.finish().size(), times));
                    var sample = new Order.Still(still.scene(), still.look(), still.t(), still.manner(), smaller);
                    yield sample(sample, folder, ending).times(times * times);
                }
                case Order.Strip _, Order.Plot _, Order.Page _ -> sample(order, folder, ending);
            };
        } finally {
            delete(folder);
        }
    }

    private static Estimate film(Order.Moving moving, Path folder, BooleanSupplier ending) throws IOException {
        int all = moving.film().frames();
        var chapters = moving.reel().board().chapters();
        int frames = chapters.isEmpty()
                ? all
                : chapters.stream().mapToInt(chapter -> chapter.count(all)).sum();
        if (all <= LONG) {
            return sample(moving, folder, ending);
        }
        var few = sample(part(moving, all, SHORT), folder, ending); // warms the encoder up, too
        var more = sample(part(moving, all, LONG), folder, ending);
        double added = Math.max(0, more.bytes - few.bytes) / (double) (LONG - SHORT);
        double slope = Math.max(0, more.seconds - few.seconds) / (LONG - SHORT);
        double slower = Math.max(slope, 0.5 * more.seconds / LONG);
        return new Estimate(
                Math.max(1, Math.round(more.bytes + added * (frames - LONG))),
                Math.max(0, more.seconds + slower * (frames - LONG)));
    }

    /// So many frames of a film from its middle, where most moves: a chapter of it.
    private static Order part(Order.Moving moving, int all, int count) {
        var reel = moving.reel();
        double from = (all - count) / 2 / (double) all;
        var chapter = new Storyboard.Chapter("sample", from, Math.min(1, from + count / (double) all));
        var board = reel.board().withChapters(List.of(chapter));
        var cut = board.course() instanceof Course.Number
                ? new Reel(reel.snapshot(), reel.look(), board)
                : Reel.of(reel.scene(new Cue(1, 1, 1)), reel.look(), board);
        return new Order.Moving(cut, moving.rate(), moving.seconds(), moving.finish());
    }

    private static Estimate sample(Order order, Path folder, BooleanSupplier ending) throws IOException {
        long began = System.nanoTime();
        var inside = Files.createTempDirectory(folder, "sample");
        for (var piece : order.pieces(inside.resolve("sample"))) {
            if (!piece.exporter().export(piece.file(), (_, _) -> !ending.getAsBoolean())) {
                throw new IOException("the estimate was ended");
            }
        }
        try (var files = Files.walk(inside)) {
            long bytes = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return new Estimate(bytes, (System.nanoTime() - began) * 1e-9);
        }
    }

    private Estimate times(double factor) {
        return new Estimate(Math.round(bytes * factor), seconds * factor);
    }

    /// By how much each side is divided for a sample.
    private static double reduction(Size size, boolean pixels) {
        return pixels ? Math.max(1, Math.sqrt(size.width() * (double) size.height() / MOST_PIXELS)) : 1;
    }

    private static Size reduced(Size size, double times) {
        return new Size(
                (int) Math.max(1, Math.round(size.width() / times)),
                (int) Math.max(1, Math.round(size.height() / times)),
                size.scale() / times);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The estimate in words, such as "about 4 MB, about 12 s".
    public String words() {
        return "about " + size(bytes) + ", about " + time(seconds);
    }

    /// A number of bytes in words.
    static String size(double bytes) {
        if (bytes < 1e3) {
            return Math.round(bytes) + " bytes";
        }
        int power = bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
        double value = bytes / Math.pow(1000, power);
        return String.format(
                        Locale.ROOT,
                        value < 9.95 ? "%.1f %s" : "%.0f %s",
                        value,
                        List.of("kB", "MB", "GB").get(power - 1))
                .replace(".0 ", " ");
    }

    /// A duration in words.
    public static String time(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", Math.max(0.1, seconds));
        }
        if (seconds < 99.5) {
            return Math.round(seconds) + " s";
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 90 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
