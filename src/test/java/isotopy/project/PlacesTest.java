package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir
    Path folder;

    @Test
    void everySystemHasItsOwnFolders() {
        var none = Map.<String, String>of();
        assertThat(Places.of("Linux", "/home/eva", none))
                .isEqualTo(new Places(
                        Path.of("/home/eva/.config/isotopy"),
                        Path.of("/home/eva/.cache/isotopy"),
                        Path.of("/home/eva/.local/state/isotopy")));
        assertThat(Places.of("Mac OS X", "/Users/eva", none).caches())
                .isEqualTo(Path.of("/Users/eva/Library/Caches/Isotopy"));
        assertThat(Places.of("Windows 11", "/eva", none).caches())
                .isEqualTo(Path.of("/eva/AppData/Local/Isotopy/Cache"));
    }

    @Test
    void theEnvironmentIsHeardWhereItNamesAFolder() {
        var named = Path.of("").toAbsolutePath().resolve("kept");
        assertThat(Places.of("Linux", "/home/eva", Map.of("XDG_CACHE_HOME", named.toString()))
                        .caches())
                .isEqualTo(named.resolve("isotopy"));
        assertThat(Places.of("Linux", "/home/eva", Map.of("XDG_CACHE_HOME", "not/absolute"))
                        .caches())
                .isEqualTo(Path.of("/home/eva/.cache/isotopy"));
    }

    @Test
    void aCacheIsAFolderThatCanBeWrittenInto() throws IOException {
        var caches = folder.resolve("deep").resolve("caches");
        assertThat(new Places(folder, caches, folder).cache("codec"))
                .isEqualTo(caches.resolve("codec"))
                .isEmptyDirectory();
        var file = Files.createFile(folder.resolve("a file"));
        var instead = new Places(folder, file, folder).cache("codec");
        assertThat(instead).isEmptyDirectory();
        Files.delete(instead);
    }
}
