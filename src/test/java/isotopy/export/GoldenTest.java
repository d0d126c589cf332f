package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SVG and TikZ files are the texts that are kept in `src/test/resources`, byte by byte.
///
/// The pixels inside an SVG are compared as pixels: how hard they are packed is the Java library's affair. What a
/// format writes now stands in `target/golden`, from where it is copied when a change was wanted and looked at.
class GoldenTest {
    private static final Path NOW = Path.of("target", "golden");
    private static final Pattern PACKED = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");

    @TempDir
    Path folder;

    private static Figure figure(String name) {
        return switch (name) {
            case "marks" -> Sample.marks();
            case "scene" -> Sample.scene();
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({"marks,SVG", "marks,TIKZ", "scene,SVG", "scene,TIKZ"})
    void theTextIsTheOneThatIsKept(String name, Format format) throws IOException {
        var file = folder.resolve(name + "." + format.ending().orElseThrow());
        Exporter.of(Picture.scaled(figure(name), 1), format, Optional.empty()).export(file, Progress.NONE);
        var text = unpacked(Files.readString(file));
        Files.createDirectories(NOW);
        Files.writeString(NOW.resolve(file.getFileName()), text);
        try (var kept = GoldenTest.class.getResourceAsStream(String.valueOf(file.getFileName()))) {
            assertThat(kept)
                    .as("src/test/resources/isotopy/export/%s", file.getFileName())
                    .isNotNull();
            assertThat(text).isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theFigureThatIsKeptHasEveryMark() {
        assertThat(Sample.marks().marks().stream().map(Mark::getClass).collect(Collectors.toSet()))
                .containsAll(Arrays.asList(Mark.class.getPermittedSubclasses()).stream()
                        .map(type -> type.asSubclass(Mark.class))
                        .toList());
    }

    private static String unpacked(String text) {
        return PACKED.matcher(text).replaceAll(found -> {
            try {
                var bytes = Base64.getDecoder().decode(found.group(1));
                var image = ImageIO.read(new ByteArrayInputStream(bytes));
                var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                return image.getWidth() + "x" + image.getHeight() + " " + Integer.toHexString(Arrays.hashCode(pixels));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
