package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No command overwrites what it reads.
class OutputsTest {
    private static final String SMALL = " --width 2 --depth 2 --steps 1 --samples 20 --quiet";

    @TempDir
    Path folder;

    @BeforeEach
    void makeFiles() throws Exception {
        var pairs = new StringBuilder("x1,x2,y1,y2\n");
        for (int k = 0; k < 20; k++) {
            pairs.append(k / 20.0).append(",0,0,").append(k / 20.0).append('\n');
        }
        Files.writeString(folder.resolve("pairs"), pairs);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("pairs"));
        ImageIO.write(
                new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("op").toFile());
        told("train --preset swirl --out {}/a.isotopy" + SMALL);
        Files.createDirectory(folder.resolve("sub"));
        Files.copy(folder.resolve("a.isotopy"), folder.resolve("a.png"));
    }

    private Told told(String line) {
        return Told.by(folder, line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apply {}/a.isotopy --points {}/pairs --out {}/a.isotopy              | FILE.isotopy
            apply {}/a.isotopy --points {}/pairs --out {}/pairs                  | --points
            apply {}/a.isotopy --points {}/link --out {}/sub/../pairs            | --points
            apply {}/a.isotopy --points {}/pairs --out {}/link                   | --points
            train --points {}/pairs --out {}/pairs                               | --points
            train --points {}/pairs --out {}/b.isotopy --report {}/link          | --points
            train --labels {}/pairs --out {}/b.isotopy --report {}/pairs         | --labels
            train --picture {}/op --out {}/b.isotopy --report {}/op              | --picture
            train --landmarks {}/pairs --out {}/b.isotopy --report {}/pairs      | --landmarks
            train {}/a.isotopy --out {}/b.isotopy --report {}/a.isotopy          | PROJECT
            render {}/a.png --out {}/a.png                                       | FILE.isotopy
            """)
    void aCommandRefusesToOverwriteWhatItReads(String line, String input) throws Exception {
        var before = contents();
        var told = told(line + (line.startsWith("train") ? SMALL : ""));
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("it is the same file as " + input + " ", "which would be lost");
        assertThat(contents()).isEqualTo(before);
    }

    private String contents() throws Exception {
        var text = new StringBuilder();
        for (var name : new String[] {"pairs", "a.isotopy", "a.png", "op"}) {
            text.append(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Test
    void aProjectMayTakeThePlaceOfTheOneThatItGoesOnFrom() {
        assertThat(told("train {}/a.isotopy --out {}/a.isotopy" + SMALL).status())
                .isZero();
    }
}
