package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import isotopy.project.ReplacementFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of numbered pictures, read with Java's own reader.
class FrameFolderTest {
    @TempDir
    Path folder;

    @Test
    void everyFrameIsThePictureAtItsTimeToTheLastBit() throws IOException {
        for (var film :
                List.of(Films.flow(), Films.still(), Films.ghost(), Films.flow().on(Ground.TRANSPARENT))) {
            var target = folder.resolve("film");
            new FramesExporter(film, Optional.empty()).export(target, Progress.NONE);
            assertThat(Films.content(target)).hasSize(film.frames() + 1).contains(ReplacementFolder.LIST);
            for (int k = 0; k < film.frames(); k++) {
                var image = ImageIO.read(
                        target.resolve("frame-%04d.png".formatted(k + 1)).toFile());
                assertThat(image.getColorModel().hasAlpha()).isEqualTo(film.transparent());
                assertThat(Films.pixels(image)).as("frame %d", k).isEqualTo(Films.png(film, k, folder));
            }
        }
    }

    @Test
    void theFirstPictureSaysWhatMadeTheFilm() throws IOException {
        var target = folder.resolve("film");
        new FramesExporter(Films.still(), Optional.of(Films.MADE)).export(target, Progress.NONE);
        assertThat(new String(Files.readAllBytes(target.resolve("frame-0001.png")), StandardCharsets.ISO_8859_1))
                .contains(Films.MADE.text());
        assertThat(ImageIO.read(target.resolve("frame-0001.png").toFile())).isNotNull();
    }

    @Test
    void namesHaveAsManyDigitsAsTheLastNumberNeeds() {
        assertThat(names(9)).isEqualTo("frame-0001.png frame-0009.png");
        assertThat(names(10_000)).isEqualTo("frame-00001.png frame-10000.png");
        assertThat(names(100_000)).isEqualTo("frame-000001.png frame-100000.png");
    }

    @Test
    void anEarlierExportIsReplacedAndNothingElseEver() throws IOException {
        var target = folder.resolve("film");
        new FramesExporter(Films.flow(), Optional.empty()).export(target, Progress.NONE);
        new FramesExporter(Films.still(), Optional.empty()).export(target, Progress.NONE);
        assertThat(Films.content(target)).hasSize(6);
        Files.writeString(target.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> new FramesExporter(Films.flow(), Optional.empty()).export(target, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'notes.txt'");
        assertThat(Films.content(target)).hasSize(7);
        assertThat(Films.content(folder)).hasSize(8);
    }

    private static String names(int frames) {
        var film = new Film(new Size(2, 2, 1), frames, 10, k -> new Figure(2, 2, -1, List.of()));
        var exporter = new FramesExporter(film, Optional.empty());
        return exporter.name(0) + " " + exporter.name(frames - 1);
    }
}
