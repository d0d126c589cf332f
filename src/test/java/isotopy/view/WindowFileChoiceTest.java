package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowFileChoiceTest {
    @TempDir
    Path home;

    @Test
    void startedByADesktopItBeginsAmongTheDocumentsOrAtHome() throws Exception {
        var root = home.getRoot();
        assertThat(WindowFileChoice.firstFolder(root, home)).contains(home.toFile());
        var documents = Files.createDirectory(home.resolve("Documents"));
        assertThat(WindowFileChoice.firstFolder(root, home)).contains(documents.toFile());
    }

    @Test
    void startedInAFolderOfTheUserItBeginsThere() {
        assertThat(WindowFileChoice.firstFolder(home, home.resolve("elsewhere")))
                .isEmpty();
    }
}
