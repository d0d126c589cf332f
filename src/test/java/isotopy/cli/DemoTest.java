package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.project.ProjectFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path into, boolean live, boolean ending) {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), live, () -> ending);
        return Demo.run(terminal, into, 3);
    }

    @Test
    void withoutADisplayItTrainsAndLeavesPicturesAndAFilm() throws Exception {
        var into = folder.resolve("target/demo");
        assertThat(run(into, true, false)).isZero();
        assertThat(into.toFile().list())
                .containsExactlyInAnyOrder(
                        "swirl.isotopy", "swirl-start.png", "swirl-half.png", "swirl-end.png", "swirl.gif");
        assertThat(ProjectFile.read(into.resolve("swirl.isotopy")).step()).isEqualTo(3);
        for (var name : new String[] {"swirl-start.png", "swirl-half.png", "swirl-end.png"}) {
            assertThat(ImageIO.read(into.resolve(name).toFile()).getWidth()).isEqualTo(1280);
        }
        assertThat(Files.size(into.resolve("swirl.gif"))).isGreaterThan(10_000);
        assertThat(err.toString()).contains("\rTraining ").contains("\rDrawing ");
        assertThat(out.toString())
                .contains("no display")
                .contains("Test error ")
                .contains("swirl-half.png")
                .contains("xvfb")
                .contains("libgtk-3-0");
    }

    @Test
    void whereItCannotWriteItSaysSo() throws Exception {
        var file = Files.createFile(folder.resolve("demo"));
        assertThat(run(file, false, false)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("isotopy: cannot make the folder '" + file + "'")
                .hasLineCount(1);
    }

    @Test
    void itStopsWhenItIsAsked() {
        assertThat(run(folder.resolve("demo"), false, true)).isEqualTo(130);
        assertThat(err.toString()).contains("isotopy: stopped before the pictures were drawn");
    }
}
