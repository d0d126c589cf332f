package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.math.Box;
import isotopy.project.Provenance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Small films for tests, and what is asked of their files.
final class Films {
    static final Look LOOK = Look.standard(Box.UNIT).withParticles(60).with(Overlay.AXES, true);
    static final Scene SCENE = Scene.of(Scenes.swirl(5), LOOK);
    /// As long as a real one: TeX reads no line of that length.
    static final Provenance MADE =
            new Provenance("1.0", "isotopy render a.isotopy", List.of("someone"), "{\"x\":\"" + noise(400_000) + "\"}");

    private static String noise(int length) {
        var random = new SplittableRandom(1);
        var text = new StringBuilder();
        random.ints(length, 'a', 'z').forEach(text::appendCodePoint);
        return text.toString();
    }

    private Films() {}

    /// 0.4 seconds of a flow at 30 frames a second.
    static Film flow() {
        return Film.over(SCENE, LOOK, new Size(120, 90, 1), 30, 0.4);
    }

    /// Five equal frames.
    static Film still() {
        var box = new Mark.Region(new float[] {3, 17, 17, 3}, new float[] {4, 4, 11, 11}, 0x800B63D8);
        return new Film(new Size(20, 15, 1), 5, 10, k -> new Figure(20, 15, 0xFFFDFDFE, List.of(box)));
    }

    /// Three positions of a box that is half seen through, on no page.
    static Film ghost() {
        return new Film(new Size(20, 15, 1), 3, 10, k -> {
            float x = 5 * k;
            var box = new Mark.Region(new float[] {x, x + 5, x + 5, x}, new float[] {4, 4, 11, 11}, 0xA00B63D8);
            return new Figure(20, 15, 0, List.of(box));
        });
    }

    /// The pixels of frame k as the PNG of that picture has them.
    static int[] png(Film film, int k, Path folder) throws IOException {
        var file = folder.resolve("frame.png");
        new PngExporter(new Picture(film.source().frame(k), film.size()), java.util.Optional.empty())
                .export(file, Progress.NONE);
        var pixels = pixels(ImageIO.read(file.toFile()));
        Files.delete(file);
        return pixels;
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// Everything in a folder, at any depth, itself left out.
    static List<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.naturalOrder())
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    /// A number for the bytes of a file, or of all files in a folder with their names.
    static int bytes(Path target) throws IOException {
        int hash = 0;
        try (Stream<Path> files = Files.walk(target)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                hash = 31 * hash + target.relativize(file).toString().hashCode();
                hash = 31 * hash + java.util.Arrays.hashCode(Files.readAllBytes(file));
            }
        }
        return hash;
    }

    /// Removes a file, or a folder of files, where there is one.
    static void remove(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.walk(target)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
