package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is replaced whole or not at all.
class ReplacementTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileHasWhatWasWritten() throws IOException {
        Replacement.write(folder.resolve("a.txt"), into -> into.write(bytes("hello")));
        assertThat(folder.resolve("a.txt")).hasContent("hello");
        assertOnly("a.txt");
    }

    @Test
    void theOldContentStaysUntilTheBodyHasReturned() throws IOException {
        var file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        Replacement.write(file, into -> {
            into.write(bytes("new"));
            into.flush();
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasContent("new");
        assertOnly("a.txt");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        var file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> Replacement.write(file, into -> {
                    into.write(bytes("half"));
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThatThrownBy(() -> Replacement.write(file, into -> {
                    into.write(bytes("half"));
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(file).hasContent("old");
        assertOnly("a.txt");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> Replacement.write(folder.resolve("none/a.txt"), into -> into.write(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("none");
        assertThatThrownBy(() -> Replacement.write(folder, into -> into.write(1)))
                .hasMessageContaining("it is a folder");
    }

    @Test
    void aLinkStaysALinkToTheNewContent() throws IOException {
        var file = folder.resolve("a.txt");
        var link = folder.resolve("link.txt");
        Files.writeString(file, "old");
        Files.createSymbolicLink(link, file);
        Replacement.write(link, into -> into.write(bytes("new")));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("new");
    }

    @Test
    void permissionsAreKept() throws IOException {
        Readers.require(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "no file system with permissions is here");
        var file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Replacement.write(file, into -> into.write(bytes("new")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    private void assertOnly(String name) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly(name);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
