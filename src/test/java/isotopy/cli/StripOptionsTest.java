package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.project.ProjectFile;
import isotopy.project.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Strips, charts, pages and what only some films can choose, from the command line.
class StripOptionsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void train() {
        var train = "train --preset sine --width 3 --depth 3 --steps 40 --samples 100 --quiet --out {}/a.isotopy";
        assertThat(told(train).status()).isZero();
    }

    private Told told(String line) {
        return Told.by(folder, line);
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void aStripIsAsWideAsAskedAndAsHighAsItsPanelsNeed() throws Exception {
        told("render {}/a.isotopy --out {}/one.png --strip 0.5 --size 500x100 --quiet");
        told("render {}/a.isotopy --out {}/five.png --strip 0,0.25,0.5,0.75,1 --size 500x100 --quiet");
        var one = ImageIO.read(folder.resolve("one.png").toFile());
        var five = ImageIO.read(folder.resolve("five.png").toFile());
        assertThat(one.getWidth()).isEqualTo(500).isEqualTo(five.getWidth());
        assertThat(five.getHeight()).isGreaterThan(one.getHeight() / 2).isNotEqualTo(100);
        told("render {}/a.isotopy --out {}/steps.svg --strip steps=0,40 --quiet");
        assertThat(text("steps.svg")).contains("step 0<", "step 40<", "(b)");
    }

    @Test
    void whatIsSaidOfTheSizeIsTrue() {
        assertThat(told("render {}/a.isotopy --out {}/a.png --strip 0,1 --size 500x100")
                        .out())
                .contains("Drawn at 500 × ")
                .doesNotContain("500 × 100");
        assertThat(told("render {}/a.isotopy --out {}/a.mp4 --size 61x41 --seconds 0.1")
                        .out())
                .contains("Drawn at 62 × 42");
    }

    @Test
    void dataThatIsNoExperimentSaysWhoOpensIt() {
        told("weights {}/a.isotopy --out {}/w.json --quiet");
        told("weights {}/a.isotopy --out {}/w.npz --quiet");
        for (var name : new String[] {"w.json", "w.npz"}) {
            assertThat(told("render {}/" + name + " --out {}/x.png").err()).contains("isotopy import");
        }
    }

    @Test
    void chartsComeInEveryFormatOfPicturesAndForTexWithTheirData() throws Exception {
        for (var chart : new String[] {"loss", "energy"}) {
            for (var format : new String[] {"png", "svg", "pdf", "tikz"}) {
                var told = told("render {}/a.isotopy --quiet --size 400x240 --chart " + chart + " --out {}/" + chart
                        + "." + format);
                assertThat(told).isEqualTo(new Told(0, "", ""));
                assertThat(Provenance.of(folder.resolve(chart + "." + format))).isPresent();
            }
        }
        assertThat(text("loss.tikz")).contains("\\begin{axis}", "ymode=log", "\\addplot");
        assertThat(text("loss.svg")).contains("mean squared error", "training step", "floor of flows");
    }

    @Test
    void theExperimentComesBackFromEveryKindOfFileAndStaysAwayOnDemand() throws Exception {
        var project = ProjectFile.read(folder.resolve("a.isotopy"));
        var small = "render {}/a.isotopy --quiet --size 64x48 --out {}/";
        for (var made : new String[] {
            "x.png",
            "x.svg",
            "x.pdf",
            "x.tikz",
            "x.html",
            "x.png --strip 0,1",
            "x.gif --seconds 0.2",
            "x.apng --seconds 0.2",
            "folder --format frames --seconds 0.2",
            "pack --format latex --seconds 0.2"
        }) {
            var name = made.split(" ")[0];
            assertThat(told(small + made)).as(made).isEqualTo(new Told(0, "", ""));
            var provenance = Provenance.of(folder.resolve(name));
            assertThat(provenance.orElseThrow().command())
                    .startsWith("isotopy render ")
                    .contains("--size 64x48");
            var again = ProjectFile.read(folder.resolve(name));
            assertThat(again.control()).isEqualTo(project.control());
            assertThat(again.experiment()).isEqualTo(project.experiment());
        }
        told(small + "none.png --no-provenance");
        assertThat(Provenance.of(folder.resolve("none.png"))).isEmpty();
        var from = told("train {}/x.png --steps 5 --quiet --out {}/b.isotopy");
        assertThat(from).isEqualTo(new Told(0, "", ""));
        assertThat(ProjectFile.read(folder.resolve("b.isotopy")).step()).isEqualTo(45);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.png --strip 0,2|--strip: a panel shows a share of T in 0 … 1: 2.0",
                "a.png --strip 0 --chart loss|--chart loss: --strip 0 draws the scene; leave one out",
                "a.gif --strip 0,1|--strip 0,1: that is one picture and no film; draw a .png, .svg, .pdf or .tikz",
                "a.png --strip 0,1 --at 50%|--at 50%: a strip has times of its own and one view for all; leave it out",
                "a.png --chart sales|--chart: there is no chart 'sales'; choose loss, energy or theory",
                "a.png --chart loss --overlays grid|--overlays grid: a chart shows numbers and no scene; leave it out",
                "a.html --seconds 3|--seconds 3: the reader of a page moves t and chooses what is shown; leave it out",
                "a.png --loops 3|--loops 3: only a film has frames; leave it out, or draw a .gif",
                "a.apng --dither|--dither: only a .gif has too few colours; leave it out",
                "a.gif --codec x264|--codec x264: only an .mp4 has a choice; leave it out",
                "a.mp4 --background transparent|--background transparent: an .mp4 has no transparency; draw a .webm, .gif or .apng",
                "a.gif --seconds 1 --fps 10 --hold 1,1|--hold: a film of 10 frames cannot hold its ends",
                "a.mp4 --codec h265|--codec: there is no codec 'h265'; choose one of built-in, x264"
            })
    void whatDoesNotGoTogetherIsAWrongCallAndWritesNothing(String call, String sentence) {
        var told = told("render {}/a.isotopy --quiet --out {}/" + call);
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains(sentence);
        assertThat(folder.resolve(call.split(" ")[0])).doesNotExist();
    }
}
