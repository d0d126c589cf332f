package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ada");

    @TempDir
    Path folder;

    @Test
    void onLinuxTheyAreThoseOfTheDesktopSpecification() {
        var places = Places.of("Linux", "/home/ada", Map.of());
        assertThat(places)
                .isEqualTo(new Places(
                        HOME.resolve(".config/isotopy"),
                        HOME.resolve(".cache/isotopy"),
                        HOME.resolve(".local/state/isotopy"),
                        HOME.resolve(".cache/isotopy")));
    }

    @Test
    void onLinuxTheEnvironmentDecides() {
        var environment = Map.of(
                "XDG_CONFIG_HOME", "/c",
                "XDG_CACHE_HOME", "/k",
                "XDG_STATE_HOME", "/s",
                "XDG_RUNTIME_DIR", "/run/user/7");
        assertThat(Places.of("Linux", "/home/ada", environment))
                .isEqualTo(new Places(
                        Path.of("/c/isotopy"),
                        Path.of("/k/isotopy"),
                        Path.of("/s/isotopy"),
                        Path.of("/run/user/7/isotopy")));
    }

    @Test
    void emptyAndRelativeFoldersOfTheEnvironmentAreIgnored() {
        var environment = Map.of("XDG_CONFIG_HOME", "", "XDG_CACHE_HOME", "cache", "XDG_STATE_HOME", " ");
        assertThat(Places.of("Linux", "/home/ada", environment)).isEqualTo(Places.of("Linux", "/home/ada", Map.of()));
    }

    @Test
    void onMacOsTheyAreInTheLibrary() {
        var library = Path.of("/Users/ada/Library");
        assertThat(Places.of("Mac OS X", "/Users/ada", Map.of("XDG_CONFIG_HOME", "/c")))
                .isEqualTo(new Places(
                        library.resolve("Application Support/Isotopy"),
                        library.resolve("Caches/Isotopy"),
                        library.resolve("Logs/Isotopy"),
                        library.resolve("Caches/Isotopy")));
    }

    @Test
    void onWindowsSettingsRoamAndTheRestStays() {
        var places =
                Places.of("Windows 11", "/Users/ada", Map.of("APPDATA", "C:\\Roaming", "LOCALAPPDATA", "C:\\Local"));
        assertThat(places.settings()).isEqualTo(Path.of("C:\\Roaming").resolve("Isotopy"));
        assertThat(places.caches()).isEqualTo(Path.of("C:\\Local").resolve("Isotopy/Caches"));
        assertThat(places.logs()).isEqualTo(Path.of("C:\\Local").resolve("Isotopy/Logs"));
        assertThat(places.meeting()).isEqualTo(Path.of("C:\\Local").resolve("Isotopy"));
    }

    @Test
    void onWindowsWithoutAnEnvironmentTheyAreBelowTheHomeFolder() {
        var places = Places.of("Windows 11", "/Users/ada", Map.of());
        assertThat(places.settings()).isEqualTo(Path.of("/Users/ada/AppData/Roaming/Isotopy"));
        assertThat(places.logs()).isEqualTo(Path.of("/Users/ada/AppData/Local/Isotopy/Logs"));
    }

    @Test
    void whereSettingsCanBeKeptThereIsNoTrouble() throws IOException {
        var places = Places.of("Linux", folder.toString(), Map.of());
        assertThat(places.trouble()).isEmpty();
        try (var left = Files.list(places.settings())) {
            assertThat(left).as("the probe is gone").isEmpty();
        }
    }

    @Test
    void aHomeThatIsNoFolderIsToldInASentence() throws IOException {
        var home = Files.createFile(folder.resolve("home"));
        var places = Places.of("Linux", home.toString(), Map.of());
        assertThat(places.trouble()).get().asString().contains(places.settings().toString(), "forgotten");
    }

    @Test
    void aReadOnlyHomeIsToldInASentence() {
        var home = Path.of("/proc/isotopy");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no folder that nobody can write to is here");
        assertThat(Places.of("Linux", home.toString(), Map.of()).trouble()).isPresent();
    }

    @Test
    void aCacheIsAFolderThatCanBeWrittenInto() throws IOException {
        var caches = folder.resolve("deep").resolve("caches");
        assertThat(new Places(folder, caches, folder, folder).cache("codec"))
                .isEqualTo(caches.resolve("codec"))
                .isEmptyDirectory();
        var file = Files.createFile(folder.resolve("a file"));
        var instead = new Places(folder, file, folder, folder).cache("codec");
        assertThat(instead).isEmptyDirectory();
        Files.delete(instead);
    }
}
