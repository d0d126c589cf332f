package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// GIFs that play so often, that are dithered, and that are seen through.
class GifOptionsTest {
    private static final int SIDE = 192;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 1", "3, 2", "257, 256", "65536, 65535"})
    void aFilmPlaysAsOftenAsAsked(int plays, int again) throws IOException {
        var bytes =
                new String(written(Films.still(), new GifExporter.Options(plays, false)), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("NETSCAPE2.0\3\1" + (char) (again & 0xFF) + (char) (again >> 8));
    }

    @Test
    void aFilmThatPlaysOnceSaysNothingOfLoops() throws IOException {
        var bytes = written(Films.still(), new GifExporter.Options(1, false));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("NETSCAPE");
        assertThatThrownBy(() -> new GifExporter.Options(-1, false)).hasMessageContaining("for ever");
        assertThatThrownBy(() -> new GifExporter.Options(65_537, false)).hasMessageContaining("65536");
    }

    @Test
    void dithersAreSmootherInTheMeanAndDoNotCrawl() throws IOException {
        var film = gradient();
        var plain = frames(written(film, GifExporter.Options.STANDARD));
        var dithered = frames(written(film, new GifExporter.Options(0, true)));
        for (int k = 0; k < film.frames(); k++) {
            var wanted = painted(film, k);
            double before = psnr(means(plain.get(k)), means(wanted));
            double after = psnr(means(dithered.get(k)), means(wanted));
            assertThat(after).as("frame %d, against %.1f dB", k, before).isGreaterThan(before + 4);
        }
        // where a pixel keeps its colour from frame to frame it keeps its dot
        int kept = 0;
        for (int k = 1; k < film.frames(); k++) {
            var earlier = painted(film, k - 1);
            var later = painted(film, k);
            for (int at = 0; at < later.length; at++) {
                if (earlier[at] == later[at]) {
                    kept++;
                    assertThat(dithered.get(k)[at]).isEqualTo(dithered.get(k - 1)[at]);
                }
            }
        }
        assertThat(kept).isGreaterThan(SIDE * SIDE / 3);
    }

    @Test
    void thePatternHasEachNumberOnce() {
        var numbers = IntStream.range(0, 16)
                .map(at -> GifDither.threshold(at % 4, at / 4))
                .sorted()
                .toArray();
        assertThat(numbers).isEqualTo(IntStream.range(0, 16).toArray());
    }

    @Test
    void coloursOfThePaletteAreNotDithered() throws IOException {
        var film = Films.still();
        assertThat(frames(written(film, new GifExporter.Options(0, true))).get(4))
                .isEqualTo(painted(film, 4));
    }

    @Test
    void whatIsSeenThroughIsLeftOutAndTakenAwayBeforeTheNextFrame() throws IOException {
        var frames = frames(written(Films.ghost(), GifExporter.Options.STANDARD));
        assertThat(frames).hasSize(3);
        int box = Pixels.straight(painted(Films.ghost(), 0)[4 * 20]) | 0xFF000000;
        for (int k = 0; k < 3; k++) {
            for (int at = 0; at < 20 * 15; at++) {
                int x = at % 20;
                int y = at / 20;
                boolean inside = x >= 5 * k && x < 5 * k + 5 && y >= 4 && y < 11;
                assertThat(frames.get(k)[at]).as("frame %d at %d, %d", k, x, y).isEqualTo(inside ? box : 0);
            }
        }
    }

    @Test
    void aFlowOnNoGroundKeepsItsColours() throws IOException {
        var film = Films.flow().on(Ground.TRANSPARENT);
        var frames = frames(written(film, GifExporter.Options.STANDARD));
        assertThat(frames).hasSize(film.frames());
        for (int k = 0; k < film.frames(); k++) {
            var wanted = painted(film, k);
            for (int at = 0; at < wanted.length; at++) {
                assertThat(frames.get(k)[at] >>> 24).isEqualTo(wanted[at] >>> 24 < 0x80 ? 0 : 0xFF);
            }
        }
    }

    /// A smooth picture in more colours than a palette has, whose upper half stays.
    private static Film gradient() {
        return new Film(new Size(SIDE, SIDE, 1), 2, 10, k -> {
            var argb = new int[SIDE * SIDE];
            Arrays.setAll(argb, at -> {
                int y = at / SIDE;
                double u = at % SIDE / 60.0 + (y < SIDE / 2 ? 0 : 0.05 * k);
                double v = y / 48.0;
                return 0xFF000000 | wave(u) << 16 | wave(v + 1.5) << 8 | wave(0.7 * (u + v));
            });
            return new Figure(SIDE, SIDE, -1, List.of(new Mark.Heat(0, 0, SIDE, SIDE, SIDE, SIDE, argb)));
        });
    }

    private static int wave(double at) {
        return (int) (128 + 100 * Math.sin(at));
    }

    private byte[] written(Film film, GifExporter.Options options) throws IOException {
        var file = folder.resolve("a.gif");
        assertThat(new GifExporter(film, options, Optional.empty()).export(file, Progress.NONE))
                .isTrue();
        return Files.readAllBytes(file);
    }

    private static int[] painted(Film film, int k) {
        var raster = new Raster(film.size().width(), film.size().height());
        raster.paint(film.source().frame(k), film.size().scale());
        return raster.pixels();
    }

    /// The means of squares of 4 × 4 pixels, channel by channel: what is seen from a little farther away.
    private static double[] means(int[] argb) {
        int squares = SIDE / 4;
        var means = new double[3 * squares * squares];
        for (int at = 0; at < argb.length; at++) {
            int square = at / SIDE / 4 * squares + at % SIDE / 4;
            for (int channel = 0; channel < 3; channel++) {
                means[3 * square + channel] += (argb[at] >> 8 * channel & 0xFF) / 16.0;
            }
        }
        return means;
    }

    private static double psnr(double[] found, double[] wanted) {
        double squares = 0;
        for (int k = 0; k < found.length; k++) {
            squares += (found[k] - wanted[k]) * (found[k] - wanted[k]);
        }
        return 10 * Math.log10(255.0 * 255 * found.length / squares);
    }

    /// The frames as a player shows them.
    private static List<int[]> frames(byte[] gif) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = ImageIO.createImageInputStream(new java.io.ByteArrayInputStream(gif))) {
            reader.setInput(stream);
            var frames = new ArrayList<int[]>();
            var canvas = new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_INT_ARGB);
            for (int k = 0; k < reader.getNumImages(true); k++) {
                var root = (IIOMetadataNode) reader.getImageMetadata(k).getAsTree("javax_imageio_gif_image_1.0");
                var place = (IIOMetadataNode)
                        root.getElementsByTagName("ImageDescriptor").item(0);
                int left = Integer.parseInt(place.getAttribute("imageLeftPosition"));
                int top = Integer.parseInt(place.getAttribute("imageTopPosition"));
                var image = reader.read(k);
                canvas.createGraphics().drawImage(image, left, top, null);
                frames.add(Films.pixels(canvas).clone());
                var control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                if (control.getAttribute("disposalMethod").equals("restoreToBackgroundColor")) {
                    canvas.setRGB(
                            left,
                            top,
                            image.getWidth(),
                            image.getHeight(),
                            new int[image.getWidth() * image.getHeight()],
                            0,
                            image.getWidth());
                }
            }
            return frames;
        }
    }
}
