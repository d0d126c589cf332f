package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {
    @TempDir
    Path folder;

    @Test
    void whatWasNotedIsThereAtTheNextStart() {
        Remembered.in(folder.resolve("settings"), Panels.AT_ONCE).note("hint");
        var next = Remembered.in(folder.resolve("settings"), Panels.AT_ONCE);
        assertThat(next.holds("hint")).isTrue();
        assertThat(next.holds("another")).isFalse();
    }

    @Test
    void whereNothingCanBeWrittenItIsForgottenAtTheEndOnly() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var remembered = Remembered.in(file.resolve("settings"), Panels.AT_ONCE);
        remembered.note("hint");
        assertThat(remembered.holds("hint")).isTrue();
        assertThat(Remembered.in(file.resolve("settings"), Panels.AT_ONCE).holds("hint"))
                .isFalse();
    }

    @Test
    void whatAnOlderReleaseKeptInPreferencesIsRead() throws Exception {
        var node = Preferences.userRoot()
                .node("isotopy-test-" + ProcessHandle.current().pid());
        try {
            node.putBoolean("hint", true);
            node.putBoolean("declined", false);
            assertThat(Remembered.Preferred.read(node)).containsExactly("hint");
        } finally {
            node.removeNode();
        }
    }
}
