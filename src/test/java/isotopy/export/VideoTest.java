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
import isotopy.project.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// MP4 and WebM files, decoded again.
class VideoTest {
    private static final Look LOOK = Look.standard(Box.UNIT).withParticles(300).with(Overlay.AXES, true);
    private static final Scene SCENE = Scene.of(Scenes.swirl(5), LOOK);
    private static final Film FILM = Film.over(SCENE, LOOK, new Size(640, 480, 1), 30, 3);

    /// A red bar that moves over a page of that colour.
    private static Film bar(Size size, int frames, int background) {
        return new Film(size, frames, 25, k -> {
            float left = 2 * k;
            var bar = new Mark.Region(
                    new float[] {left, left + 30, left + 30, left}, new float[] {10, 10, 50, 50}, 0x80FF0000);
            return new Figure(size.pageWidth(), size.pageHeight(), background, List.of(bar));
        });
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM"})
    void aFilmHasEveryFrameAsItWasDrawn(Format format) throws IOException {
        var file = folder.resolve("a." + format.id());
        var told = new ArrayList<Integer>();
        assertThat(exporter(FILM, format).export(file, (done, of) -> {
                    assertThat(of).isEqualTo(90);
                    told.add(done);
                    return true;
                }))
                .isTrue();
        assertThat(told).isSorted().endsWith(90);
        var frames = FilmReader.read(file);
        assertThat(frames).hasSize(90);
        var painter = new FramePainter(FILM, false);
        for (int k = 0; k < frames.size(); k++) {
            painter.paint(k);
            assertThat(psnr(frames.get(k).y(), painter.frame().y))
                    .as("frame %d", k)
                    .isGreaterThan(38);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM"})
    void theSameFilmGivesTheSameBytes(Format format) throws IOException {
        var film = bar(new Size(160, 90, 1), 40, 0xFFFFFFFF);
        var first = folder.resolve("a." + format.id());
        var second = folder.resolve("b." + format.id());
        exporter(film, format).export(first, Progress.NONE);
        exporter(film, format).export(second, Progress.NONE);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @CsvSource({"MP4, 1", "MP4, 61", "MP4, 241", "WEBM, 1", "WEBM, 31"})
    void noFrameIsMergedOrLost(Format format, int frames) throws IOException {
        var still = new Figure(64, 48, 0xFF336699, List.of());
        var film = new Film(new Size(64, 48, 1), frames, 60, k -> still);
        var file = folder.resolve("a." + format.id());
        exporter(film, format).export(file, Progress.NONE);
        assertThat(FilmReader.read(file)).hasSize(frames);
    }

    @Test
    void aTransparentWebmStaysTransparent() throws IOException {
        var film = bar(new Size(160, 90, 1), 20, 0);
        var file = folder.resolve("a.webm");
        exporter(film, Format.WEBM).export(file, Progress.NONE);
        var frames = FilmReader.read(file);
        assertThat(frames).hasSize(20);
        var painter = new FramePainter(film, true);
        for (int k = 0; k < frames.size(); k++) {
            painter.paint(k);
            assertThat(psnr(frames.get(k).alpha(), painter.frame().alpha))
                    .as("alpha of frame %d", k)
                    .isGreaterThan(38);
        }
        assertThat(frames.get(5).alpha()[30 * 160 + 25] & 0xFF).as("in the bar").isBetween(125, 131);
        assertThat(frames.get(5).alpha()[80 * 160 + 150] & 0xFF).as("beside it").isZero();
    }

    @Test
    void anOddSizeIsRoundedUp() throws IOException {
        var film = bar(new Size(161, 91, 1), 3, 0xFFFFFFFF);
        for (var format : List.of(Format.MP4, Format.WEBM)) {
            var file = folder.resolve("a." + format.id());
            exporter(film, format).export(file, Progress.NONE);
            var frame = FilmReader.read(file).getLast();
            assertThat(frame.width()).isEqualTo(162);
            assertThat(frame.height()).isEqualTo(92);
        }
    }

    @Test
    void anMp4CanBePlayedBeforeAllOfItIsThere() throws IOException {
        var file = folder.resolve("a.mp4");
        exporter(FILM, Format.MP4).export(file, Progress.NONE);
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf("moov")).isBetween(0, text.indexOf("mdat"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MP4", "WEBM"})
    void whatMadeAFilmStandsInItInPlainText(Format format) throws IOException {
        var provenance = new Provenance("1", "isotopy render äß <a&b>", List.of(), "x".repeat(100_000));
        var file = folder.resolve("a." + format.id());
        new VideoExporter(bar(new Size(64, 48, 1), 2, -1), format, Codec.BUILT_IN, Optional.of(provenance))
                .export(file, Progress.NONE);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(provenance.text());
    }

    @ParameterizedTest
    @CsvSource({"MP4, 0", "MP4, 20", "MP4, 90", "WEBM, 0", "WEBM, 20"})
    void aStoppedFilmLeavesWhatWasThere(Format format, int stopAt) throws IOException {
        var file = folder.resolve("a." + format.id());
        Files.writeString(file, "before");
        assertThat(exporter(FILM, format).export(file, (done, of) -> done < stopAt))
                .isFalse();
        assertThat(file).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatFailsWhileAFrameIsDrawnIsToldAndLeavesNoFile() throws IOException {
        var film = new Film(new Size(64, 48, 1), 100, 25, k -> {
            if (k == 77) {
                throw new IllegalArgumentException("frame 77 cannot be drawn");
            }
            return new Figure(64, 48, -1, List.of());
        });
        assertThatThrownBy(() -> exporter(film, Format.MP4).export(folder.resolve("a.mp4"), Progress.NONE))
                .hasMessage("frame 77 cannot be drawn");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnwritableFolderIsSaidInASentence() {
        assertThatThrownBy(() -> exporter(FILM, Format.MP4).export(folder.resolve("none/a.mp4"), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidInASentence() throws IOException {
        var film = bar(new Size(64, 48, 1), 30, -1);
        assertThatThrownBy(() -> exporter(film, Format.MP4).export(Path.of("/dev/full"), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/full");
        for (var encoding : List.of(Encoding.H264, Encoding.VP9)) {
            assertThat(CodecLibrary.absence()).isEmpty();
            try (var encoder = new FrameEncoder(encoding, 64, 48, 25)) {
                var frame = new Yuv(64, 48, false);
                encoder.add(frame);
                var packets = encoder.finish();
                assertThatThrownBy(() -> write(packets, encoder, encoding))
                        .isInstanceOf(IOException.class)
                        .hasMessage("cannot write 'my film': No space left on device");
            }
        }
    }

    private static void write(List<Packet> packets, FrameEncoder encoder, Encoding encoding) throws IOException {
        var full = Path.of("/dev/full");
        try (var file = new FilmFile(full, Path.of("my film"), encoding, encoder, 25, Optional.empty())) {
            for (int k = 0; k < 1000; k++) {
                file.add(packets);
            }
            file.finish();
        }
    }

    @Test
    void filmsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> exporter(bar(new Size(8, 90, 1), 1, -1), Format.MP4))
                .hasMessageContaining("16 … 16384 pixels: 8 × 90");
        assertThatThrownBy(() -> exporter(bar(new Size(5000, 2500, 1), 1, -1), Format.MP4))
                .hasMessageContaining("4096 × 2304")
                .hasMessageContaining("choose WebM");
        assertThatThrownBy(() -> new VideoExporter(FILM, Format.WEBM, Codec.X264, Optional.empty()))
                .hasMessageContaining("x264");
        assertThatThrownBy(() -> exporter(FILM, Format.GIF)).hasMessageContaining("without a codec");
        assertThatThrownBy(() -> Codec.named("h265")).hasMessageContaining("built-in, x264");
        assertThat(Codec.named("x264")).isEqualTo(Codec.X264);
    }

    @Test
    void aPictureCanBeAFilmOfOneFrame() throws IOException {
        var picture = Picture.scaled(Illustrator.at(SCENE, 0.5, LOOK, 64, 48), 1);
        var file = folder.resolve("a.mp4");
        assertThat(Exporter.of(picture, Format.MP4, Optional.empty()).export(file, Progress.NONE))
                .isTrue();
        assertThat(FilmReader.read(file)).hasSize(1);
    }

    private static VideoExporter exporter(Film film, Format format) {
        return new VideoExporter(film, format, Codec.BUILT_IN, Optional.empty());
    }

    private static double psnr(byte[] read, byte[] drawn) {
        assertThat(read).hasSameSizeAs(drawn);
        double sum = 0;
        for (int k = 0; k < read.length; k++) {
            double miss = (read[k] & 0xFF) - (drawn[k] & 0xFF);
            sum += miss * miss;
        }
        return sum == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255.0 * 255 * read.length / sum);
    }
}
