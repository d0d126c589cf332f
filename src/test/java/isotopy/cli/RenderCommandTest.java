package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.export.Picture;
import isotopy.export.Size;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {
    @TempDir
    Path folder;

    private Project project = Project.untrained(Experiment.standard(Preset.IDENTITY));

    @BeforeEach
    void saveAProject() throws Exception {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD.withWidth(3).withDepth(4));
        var start = experiment.start();
        var control = start.withTheta(
                new SplittableRandom(2).doubles(start.theta().length, -1, 1).toArray());
        var look = Look.standard(Box.UNIT).withParticles(50).withTheme(Theme.DARK);
        project = new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), look);
        ProjectFile.write(project, folder.resolve("a.isotopy"));
    }

    private Told told(String line) {
        return Told.by(folder, line);
    }

    /// The pixels that the file must have.
    private int[] expected(Look look, double t, int width, int height) {
        var size = Size.of(width, height);
        var scene = Scene.of(project.snapshot(), look);
        var figure = Illustrator.at(scene, t, look, size.pageWidth(), size.pageHeight());
        boolean said = !look.overlays().isEmpty();
        return new Picture(said ? Illustrator.captioned(figure, scene, t, look) : figure, size)
                .raster()
                .pixels();
    }

    private int[] pixels(String name, int width, int height) throws IOException {
        var image = ImageIO.read(folder.resolve(name).toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        return image.getRGB(0, 0, width, height, null, 0, width);
    }

    @Test
    void aPictureShowsTheEndAsItWasSavedWithAxesAndItsTime() throws Exception {
        var told = told("render {}/a.isotopy --out {}/a.png");
        assertThat(told)
                .isEqualTo(new Told(
                        0, "Drawn at 1280 × 720, written to " + folder + "/a.png." + System.lineSeparator(), ""));
        assertThat(pixels("a.png", 1280, 720))
                .isEqualTo(expected(
                        project.look().with(Overlay.AXES, true).with(Overlay.TICKS, true),
                        project.control().horizon(),
                        1280,
                        720));
    }

    @Test
    void aPictureCanShowAnotherTimeAndLook() throws Exception {
        var told = told(
                "render {}/a.isotopy --out {}/a.PNG --at 50% --size 300x200 --overlays particles,grid --particles 20"
                        + " --theme projector --quiet");
        assertThat(told).isEqualTo(new Told(0, "", ""));
        var look = project.look()
                .withOverlays(EnumSet.of(Overlay.PARTICLES, Overlay.GRID))
                .withParticles(20)
                .withTheme(Theme.PROJECTOR);
        assertThat(pixels("a.PNG", 300, 200))
                .isEqualTo(expected(look, project.control().horizon() / 2, 300, 200));
        told("render {}/a.isotopy --out {}/b.png --size 300X200 --overlays none");
        assertThat(pixels("b.png", 300, 200))
                .isEqualTo(expected(project.look().withOverlays(EnumSet.noneOf(Overlay.class)), 1, 300, 200));
    }

    @ParameterizedTest
    @CsvSource({"svg, <?xml", "pdf, %PDF-1.5", "tikz, % A picture by Isotopy", "tex, % A picture by Isotopy"})
    void aPictureGoesIntoVectors(String ending, String start) throws Exception {
        var told = told("render {}/a.isotopy --out {}/a." + ending + " --at 50% --size 320x200 --overlays particles");
        assertThat(told)
                .isEqualTo(new Told(
                        0,
                        "Drawn at 320 × 200, written to " + folder + "/a." + ending + "." + System.lineSeparator(),
                        ""));
        assertThat(Files.readString(folder.resolve("a." + ending), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith(start);
    }

    @Test
    void aFilmRunsOverAllTimes() throws Exception {
        var words = ("render " + folder + "/a.isotopy --out " + folder + "/a.gif --size 160x90 --fps 10 --seconds 0.5")
                .split(" ");
        var told = Told.by(true, words);
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("Drawn at 160 × 90, written to " + folder + "/a.gif.");
        assertThat(told.err()).contains("\ra.gif ").contains("100 %");
        var readers = ImageIO.getImageReadersByFormatName("gif");
        var reader = readers.next();
        try (var stream = ImageIO.createImageInputStream(folder.resolve("a.gif").toFile())) {
            reader.setInput(stream);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            assertThat(reader.getWidth(0)).isEqualTo(160);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out {}/a.jpg                 | a.jpg: this version has only .png, .svg, .pdf, .tikz, .tex, .gif
            --out {}/a                     | /a: this version has only .png, .svg, .pdf, .tikz, .tex, .gif
            --out {}/a.pdf --size 19500x100 | --size: a side of a PDF has at most 19200 pixels
            --out {}/a.gif --at 50%        | --at 50%: a film runs over all times
            --out {}/a.png --at 3          | --at 3: t must be in 0 … 1, or a share of it such as 50%
            --out {}/a.png --size big      | --size: a size is written as width x height
            --out {}/a.png --size 0x720    | --size: a picture
            --out {}/a.png --size 999999x999999 | --size: a picture
            --out {}/a.png --fps 10        | --fps 10: only a film has frames; leave it out, or draw a .gif
            --out {}/a.png --seconds 3     | --seconds 3: only a film has frames
            --out {}/a.gif --fps 0         | --fps 0: it must be a whole number in 1 … 50
            --out {}/a.gif --seconds 0     | --seconds 0: it must be a number in 0.1 … 600
            --out {}/a.png --overlays grid,dots | --overlays grid,dots: this version has only particles, trails
            --out {}/a.png --overlays grid,regions | regions shows nothing here; choose from particles, trails, grid
            --out {}/a.png --overlays texture | texture shows nothing, the project has no picture
            --out {}/a.png --overlays density,determinant | density and determinant hide each other; choose one of them
            --out {}/a.png --particles 0   | --particles 0: it must be a whole number in 1 … 1000000
            --out {}/a.png --view above    | --view: there is no
            --out {}/a.png --view space    | --view space: the state has too few coordinates; train with --augment 1
            --out {}/a.png --view height   | --view height: only a function has heights, and this is no function
            --out {}/a.png --theme pink    | --theme: there is no theme
            """)
    void whatCannotBeDrawnIsAWrongCall(String options, String sentence) {
        var told = told("render {}/a.isotopy " + options);
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .startsWith("isotopy render: ")
                .contains(sentence)
                .endsWith("Try: isotopy render --help\n");
        assertThat(folder.toFile().list()).containsExactly("a.isotopy");
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        assertThat(told("render {}/no.isotopy --out {}/a.png").err()).contains("no.isotopy: there is no such file");
        assertThat(told("render {}/a.isotopy --out {}/no/a.png").err()).contains("there is no folder");
        Files.createDirectory(folder.resolve("b.png"));
        assertThat(told("render {}/a.isotopy --out {}/b.png").err()).contains("it is a folder");
        assertThat(told("render {}/a.isotopy --out {}/b.png").status()).isEqualTo(1);
    }

    @Test
    void anInterruptedFilmLeavesNoFile() {
        var out = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(out), false, () -> true);
        int status = CommandLineInterface.run(
                terminal, "render", folder + "/a.isotopy", "--out", folder + "/a.gif", "--size", "160x90");
        assertThat(status).isEqualTo(130);
        assertThat(out.toString()).contains("isotopy render: stopped; nothing was written to ");
        assertThat(folder.toFile().list()).containsExactly("a.isotopy");
    }
}
