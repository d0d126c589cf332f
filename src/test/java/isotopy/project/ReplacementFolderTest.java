package isotopy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is replaced whole or not at all, and only one of our own.
class ReplacementFolderTest {
    @TempDir
    Path folder;

    @Test
    void aNewFolderHasWhatWasWrittenAndAListOfIt() throws IOException {
        write("film", "a.txt", "b.txt");
        assertThat(content(folder.resolve("film"))).containsExactly("a.txt", "b.txt", ReplacementFolder.LIST);
        assertThat(folder.resolve("film").resolve(ReplacementFolder.LIST))
                .content()
                .endsWith("a.txt\nb.txt\n");
        assertThat(content(folder)).containsExactly("film");
    }

    @Test
    void anEmptyFolderAndAnEarlierExportAreReplaced() throws IOException {
        Files.createDirectory(folder.resolve("film"));
        write("film", "a.txt");
        write("film", "b.txt");
        assertThat(content(folder.resolve("film"))).containsExactly("b.txt", ReplacementFolder.LIST);
        assertThat(content(folder)).containsExactly("film");
    }

    @Test
    void aFolderWithOneFileOfSomebodyElseIsRefusedAndKept() throws IOException {
        var film = Files.createDirectory(folder.resolve("film"));
        Files.writeString(film.resolve("thesis.tex"), "years of work");
        refused("film", "it holds 'thesis.tex'");
        Files.delete(film.resolve("thesis.tex"));
        write("film", "a.txt");
        Files.createDirectory(film.resolve("inner"));
        refused("film", "it holds 'inner'");
        assertThat(content(film)).containsExactly("a.txt", "inner", ReplacementFolder.LIST);
        Files.delete(film.resolve("inner"));
        Files.writeString(film.resolve(ReplacementFolder.LIST), "my own list\na.txt\n");
        refused("film", "it holds");
    }

    @Test
    void aFileOfThatNameIsRefusedAndAMissingFolderNamed() throws IOException {
        Files.writeString(folder.resolve("film"), "a file");
        refused("film", "there is a file of that name");
        refused("none/film", "there is no folder");
        assertThat(folder.resolve("film")).hasContent("a file");
    }

    @Test
    void whateverFailsLeavesTheOldFolderAndNothingElse() throws IOException {
        write("film", "a.txt");
        for (var failure : List.of(new CancellationException(), new IllegalStateException())) {
            assertThatThrownBy(() -> ReplacementFolder.write(folder.resolve("film"), into -> {
                        Files.writeString(into.resolve("half.txt"), "half");
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
        assertThatThrownBy(() -> ReplacementFolder.write(folder.resolve("new"), into -> {
                    Files.writeString(into.resolve("half.txt"), "half");
                    throw new IOException("No space left on device");
                }))
                .hasMessageContaining("new': the disk is full");
        assertThat(content(folder.resolve("film"))).containsExactly("a.txt", ReplacementFolder.LIST);
        assertThat(content(folder)).containsExactly("film");
    }

    @Test
    void aLinkToAFolderStaysOne() throws IOException {
        write("film", "a.txt");
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("film"));
        write("link", "b.txt");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(content(folder.resolve("film"))).contains("b.txt").doesNotContain("a.txt");
    }

    private void write(String name, String... files) throws IOException {
        ReplacementFolder.write(folder.resolve(name), into -> {
            for (var file : files) {
                Files.writeString(into.resolve(file), file);
            }
        });
    }

    private void refused(String name, String why) {
        assertThatThrownBy(() -> write(name, "x.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(why);
    }

    private static List<String> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
