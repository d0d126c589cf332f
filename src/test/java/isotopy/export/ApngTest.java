package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Readers;
import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Animated PNG, read back by a reader written for the test and, where it is there, by ffmpeg.
class ApngTest {
    @TempDir
    Path folder;

    @Test
    void everyFrameIsThePictureAtItsTimeToTheLastBit() throws IOException {
        for (var film : List.of(Films.flow(), Films.flow().on(Ground.TRANSPARENT), Films.ghost())) {
            var read = read(film);
            assertThat(read.frames()).hasSize(film.frames());
            for (int k = 0; k < film.frames(); k++) {
                assertThat(read.frames().get(k)).as("frame %d", k).isEqualTo(Films.png(film, k, folder));
            }
        }
    }

    @Test
    void delaysAreExactAndTheFilmPlaysAsOftenAsAsked() throws IOException {
        var read = read(Films.flow());
        assertThat(read.delays()).hasSize(12).containsOnly("1/30");
        assertThat(read.plays()).isZero();
        var file = folder.resolve("b.apng");
        new ApngExporter(Films.flow(), 3, Optional.empty()).export(file, Progress.NONE);
        assertThat(ApngReading.of(file).plays()).isEqualTo(3);
        assertThatThrownBy(() -> new ApngExporter(Films.flow(), -1, Optional.empty()))
                .hasMessageContaining("for ever");
    }

    @Test
    void equalFramesAreNotMerged() throws IOException {
        var read = read(Films.still());
        assertThat(read.frames()).hasSize(5);
        assertThat(read.frames().get(4)).isEqualTo(read.frames().get(0));
        assertThat(read.types().stream().filter("fcTL"::equals)).hasSize(5);
    }

    @Test
    void whatMadeTheFilmStandsReadableBehindItsLastFrame() throws IOException {
        var file = folder.resolve("a.apng");
        new ApngExporter(Films.still(), Optional.of(Films.MADE)).export(file, Progress.NONE);
        assertThat(ApngReading.of(file).types())
                .startsWith("IHDR", "acTL", "fcTL", "IDAT")
                .endsWith("iTXt", "IEND");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("iTXtisotopy\0\0\0\0\0" + Films.MADE.text());
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            var tree = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var entry = ((org.w3c.dom.Element) tree)
                    .getElementsByTagName("iTXtEntry")
                    .item(0);
            assertThat(((org.w3c.dom.Element) entry).getAttribute("keyword")).isEqualTo("isotopy");
            assertThat(((org.w3c.dom.Element) entry).getAttribute("text")).isEqualTo(Films.MADE.text());
        }
    }

    @Test
    void onlyWhatChangedIsInTheFile() throws IOException {
        var page = noise(200, 150);
        var film = new Film(new Size(200, 150, 1), 40, 25, k -> new Figure(200, 150, -1, List.of(page, dot(3 * k))));
        var file = folder.resolve("a.apng");
        new ApngExporter(film, Optional.empty()).export(file, Progress.NONE);
        assertThat(ApngReading.of(file).frames()).hasSize(40);
        assertThat(Files.size(file)).isLessThan(2 * 3 * 200 * 150); // one frame has 90,000 bytes of noise
    }

    @Test
    void theChangedRectangleIsTheSmallestOne() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            int width = random.nextInt(1, 9);
            int height = random.nextInt(1, 9);
            var before = new int[width * height];
            var after = before.clone();
            int changes = random.nextInt(0, 4);
            for (int k = 0; k < changes; k++) {
                after[random.nextInt(after.length)] = 1;
            }
            var found = Changed.between(before, after, width, height);
            var xs = new ArrayList<Integer>(changes == 0 ? List.of(0) : List.of());
            var ys = new ArrayList<Integer>(xs);
            for (int k = 0; k < after.length; k++) {
                if (after[k] != 0) {
                    xs.add(k % width);
                    ys.add(k / width);
                }
            }
            int left = xs.stream().mapToInt(x -> x).min().orElseThrow();
            int top = ys.stream().mapToInt(y -> y).min().orElseThrow();
            int right = xs.stream().mapToInt(x -> x).max().orElseThrow();
            int bottom = ys.stream().mapToInt(y -> y).max().orElseThrow();
            assertThat(found)
                    .as("round %d", round)
                    .isEqualTo(new Changed(left, top, right - left + 1, bottom - top + 1));
        }
    }

    @Test
    void ffmpegSeesTheSameFrames() throws IOException, InterruptedException {
        var ffmpeg = Readers.program("ffmpeg");
        for (var film : List.of(Films.flow(), Films.still(), Films.ghost())) {
            var file = folder.resolve("a.apng");
            new ApngExporter(film, Optional.of(Films.MADE)).export(file, Progress.NONE);
            var raw = folder.resolve("a.raw");
            var command = List.of(
                    ffmpeg.toString(),
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    file.toString(),
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "rawvideo",
                    "-pix_fmt",
                    "rgba",
                    raw.toString());
            var process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor()).isZero();
            var bytes = Files.readAllBytes(raw);
            int size = film.size().width() * film.size().height();
            assertThat(bytes).hasSize(4 * size * film.frames());
            for (int k = 0; k < film.frames(); k++) {
                var pixels = new int[size];
                for (int at = 0; at < size; at++) {
                    int from = 4 * (k * size + at);
                    pixels[at] = (bytes[from + 3] & 0xFF) << 24
                            | (bytes[from] & 0xFF) << 16
                            | (bytes[from + 1] & 0xFF) << 8
                            | bytes[from + 2] & 0xFF;
                }
                assertThat(pixels).as("frame %d", k).isEqualTo(Films.png(film, k, folder));
            }
        }
    }

    private ApngReading read(Film film) throws IOException {
        var file = folder.resolve("a.apng");
        assertThat(new ApngExporter(film, Optional.empty()).export(file, Progress.NONE))
                .isTrue();
        return ApngReading.of(file);
    }

    private static Mark noise(int width, int height) {
        var random = new SplittableRandom(3);
        var argb = new int[width * height];
        Arrays.setAll(argb, k -> random.nextInt() | 0xFF000000);
        return new Mark.Heat(0, 0, width, height, width, height, argb);
    }

    private static Mark dot(int x) {
        return new Mark.Dots(new float[] {x}, new float[] {75}, new int[] {0xFFFF0000}, 3);
    }
}
