package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.math.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PNG and GIF files, read back with Java's own readers.
class FilesTest {
    private static final Look LOOK = Look.standard(Box.UNIT).withParticles(80).with(Overlay.AXES, true);
    private static final Scene SCENE = Scene.of(Scenes.swirl(5), LOOK);

    @TempDir
    Path folder;

    @Test
    void aPngHasThePixelsThatWerePainted() throws IOException {
        var picture = new Picture(Illustrator.at(SCENE, 0.6, LOOK, 300, 200), new Size(450, 300, 1.5));
        var file = folder.resolve("a.png");
        assertThat(new PngExporter(picture, Optional.empty()).export(file, Progress.NONE))
                .isTrue();
        var read = ImageIO.read(file.toFile());
        assertThat(read.getColorModel().hasAlpha()).isFalse();
        assertThat(pixels(read)).isEqualTo(picture.raster().pixels());
        var again = folder.resolve("b.png");
        new PngExporter(picture, Optional.empty()).export(again, Progress.NONE);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void aPngOfATransparentPageStaysTransparent() throws IOException {
        var box = new Mark.Region(new float[] {0, 10, 10, 0}, new float[] {0, 0, 10, 10}, 0x80FF4000);
        var file = folder.resolve("a.png");
        new PngExporter(Picture.scaled(new Figure(20, 10, 0, List.of(box)), 1), Optional.empty())
                .export(file, Progress.NONE);
        var read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(15, 5)).isZero();
        assertThat(new Color(read.getRGB(5, 5), true)).isEqualTo(new Color(0xFF, 0x40, 0, 0x80));
    }

    @Test
    void aGifHasEveryFrameItsDelayAndLoopsForEver() throws IOException {
        var film = Film.over(SCENE, LOOK, new Size(240, 180, 1), 30, 0.36);
        assertThat(film.frames()).isEqualTo(11);
        var file = folder.resolve("a.gif");
        var told = new ArrayList<Integer>();
        assertThat(new GifExporter(film, Optional.empty()).export(file, (done, of) -> {
                    assertThat(of).isEqualTo(2 * film.frames());
                    told.add(done);
                    return true;
                }))
                .isTrue();
        assertThat(told).isSorted().endsWith(2 * film.frames());
        var gif = read(file);
        assertThat(gif.frames).hasSize(film.frames());
        assertThat(gif.delays).startsWith(3, 3, 4, 3, 3, 4);
        assertThat(gif.loops).isEqualTo(0);
        var raster = new Raster(240, 180);
        for (int k = 0; k < film.frames(); k++) {
            raster.paint(film.source().frame(k), 1);
            assertThat(psnr(pixels(gif.frames.get(k)), raster.pixels()))
                    .as("frame %d", k)
                    .isGreaterThan(40);
        }
        var again = folder.resolve("b.gif");
        new GifExporter(film, Optional.empty()).export(again, Progress.NONE);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void framesThatDoNotChangeAreNotMerged() throws IOException {
        var still = Illustrator.at(SCENE, 0.5, LOOK, 60, 40);
        var file = folder.resolve("a.gif");
        new GifExporter(new Film(new Size(60, 40, 1), 5, 10, k -> still), Optional.empty()).export(file, Progress.NONE);
        assertThat(read(file).frames).hasSize(5);
        assertThat(read(file).delays).containsExactly(10, 10, 10, 10, 10);
    }

    @Test
    void fewColoursAreKeptExactly() throws IOException {
        var box = new Mark.Region(new float[] {3, 17, 17, 3}, new float[] {4, 4, 11, 11}, 0xFF0B63D8);
        var film = new Film(
                new Size(20, 15, 1), 2, 10, k -> new Figure(20, 15, 0xFFFDFDFE, k == 0 ? List.of() : List.of(box)));
        var file = folder.resolve("a.gif");
        new GifExporter(film, Optional.empty()).export(file, Progress.NONE);
        var second = read(file).frames.get(1);
        assertThat(second.getRGB(10, 8)).isEqualTo(0xFF0B63D8);
        assertThat(second.getRGB(1, 1)).isEqualTo(0xFFFDFDFE);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "7", "20"})
    void aStoppedFilmLeavesWhatWasThere(int stopAt) throws IOException {
        var file = folder.resolve("a.gif");
        Files.writeString(file, "before");
        var film = Film.over(SCENE, LOOK, new Size(60, 40, 1), 10, 1);
        assertThat(new GifExporter(film, Optional.empty()).export(file, (done, of) -> done < stopAt))
                .isFalse();
        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anUnwritableFolderIsSaidInASentence() {
        var picture = Picture.scaled(Illustrator.at(SCENE, 0, LOOK, 30, 20), 1);
        assertThatThrownBy(() ->
                        new PngExporter(picture, Optional.empty()).export(folder.resolve("none/a.png"), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder");
        var film = Film.over(SCENE, LOOK, new Size(60, 40, 1), 10, 1);
        assertThatThrownBy(() ->
                        new GifExporter(film, Optional.empty()).export(folder.resolve("none/a.gif"), Progress.NONE))
                .hasMessageContaining("there is no folder");
    }

    @Test
    void aFilmBeginsAtZeroAndEndsAtT() {
        var film = Film.over(SCENE, LOOK, new Size(60, 40, 1), 10, 2);
        assertThat(film.frames()).isEqualTo(20);
        assertThat(captions(film.source().frame(0))).contains("t = 0.00 T · layer 1 of 5");
        assertThat(captions(film.source().frame(19))).contains("t = 1.00 T · layer 5 of 5");
    }

    @Test
    void whatAFilmCannotBeIsRefused() {
        assertThatThrownBy(() -> Film.over(SCENE, LOOK, new Size(60, 40, 1), 10, 0))
                .hasMessageContaining("frames");
        assertThatThrownBy(() -> Film.over(SCENE, LOOK, new Size(60, 40, 1), 10, 1e9))
                .hasMessageContaining("frames");
        var fast = new Film(new Size(60, 40, 1), 2, 60, k -> Illustrator.at(SCENE, 0, LOOK, 60, 40));
        assertThatThrownBy(() -> new GifExporter(fast, Optional.empty()))
                .hasMessageContaining("50 frames a second: 60");
        assertThatThrownBy(() -> Picture.scaled(Illustrator.at(SCENE, 0, LOOK, 1000, 1000), 100))
                .hasMessageContaining("A picture of 100,000 × 100,000 pixels");
    }

    @Test
    void sizesAndEndingsAreReadWithCare() {
        assertThat(Size.named("1280x720")).isEqualTo(new Size(1280, 720, 1));
        assertThat(Size.named("3840×2160")).isEqualTo(new Size(3840, 2160, 3));
        assertThat(Size.of(400, 300)).isEqualTo(new Size(400, 300, 1));
        assertThatThrownBy(() -> Size.named("big")).hasMessageContaining("such as 1280x720");
        assertThatThrownBy(() -> Size.named("100000x100000")).hasMessageContaining("too large");
        assertThat(Format.of(Path.of("a/b.PNG"))).isEqualTo(Format.PNG);
        assertThat(Format.of(Path.of("b.gif"))).isEqualTo(Format.GIF);
        assertThat(Format.of(Path.of("b.tex"))).isEqualTo(Format.TIKZ);
        assertThatThrownBy(() -> Format.of(Path.of("a.jpg")))
                .hasMessageContaining(".png, .svg, .pdf, .tikz, .tex, .gif");
    }

    @Test
    void theFontsHaveEverySignOfTheProgram() {
        var text = "φθλσΦτεδμπωΔΣψ₀₁₂₃₄₅₆₇₈₉₊ₖₗₜₙᵢⱼ⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀ‖∈∫×·…→←≤≥≠≈∞√∂∇∘ℝ−–✓±½▸▾";
        for (boolean bold : new boolean[] {false, true}) {
            var styled = Fonts.styled(text, 14, bold);
            for (char sign = styled.first(); styled.getIndex() < styled.getEndIndex(); sign = styled.next()) {
                var font = (java.awt.Font) styled.getAttribute(java.awt.font.TextAttribute.FONT);
                assertThat(font.canDisplay(sign))
                        .as("%s (%04X) in %s", sign, (int) sign, font.getName())
                        .isTrue();
            }
        }
    }

    private static List<String> captions(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static double psnr(int[] found, int[] wanted) {
        double squares = 0;
        for (int k = 0; k < wanted.length; k++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                double difference = (found[k] >>> shift & 0xFF) - (wanted[k] >>> shift & 0xFF);
                squares += difference * difference;
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * wanted.length / Math.max(squares, 1e-9));
    }

    /// A GIF as a player shows it: frames laid over each other.
    private record Gif(List<BufferedImage> frames, List<Integer> delays, int loops) {}

    private static Gif read(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            int count = reader.getNumImages(true);
            var frames = new ArrayList<BufferedImage>();
            var delays = new ArrayList<Integer>();
            int loops = -1;
            var first = reader.read(0);
            var canvas = new BufferedImage(first.getWidth(), first.getHeight(), BufferedImage.TYPE_INT_ARGB);
            for (int k = 0; k < count; k++) {
                var root = (IIOMetadataNode) reader.getImageMetadata(k).getAsTree("javax_imageio_gif_image_1.0");
                var place = (IIOMetadataNode)
                        root.getElementsByTagName("ImageDescriptor").item(0);
                canvas.createGraphics()
                        .drawImage(
                                reader.read(k),
                                Integer.parseInt(place.getAttribute("imageLeftPosition")),
                                Integer.parseInt(place.getAttribute("imageTopPosition")),
                                null);
                var frame = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
                frame.createGraphics().drawImage(canvas, 0, 0, null);
                frames.add(frame);
                var control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                delays.add(Integer.parseInt(control.getAttribute("delayTime")));
                var loop = root.getElementsByTagName("ApplicationExtension");
                if (loop.getLength() > 0) {
                    var bytes = (byte[]) ((IIOMetadataNode) loop.item(0)).getUserObject();
                    loops = bytes[1] & 0xFF | (bytes[2] & 0xFF) << 8;
                }
            }
            return new Gif(frames, delays, loops);
        }
    }
}
