package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.export.Picture;
import isotopy.export.Size;
import isotopy.figure.Course;
import isotopy.figure.Easing;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            --out {}/a.png --theme pink    | --theme: there is no theme 'pink'; choose light, dark, projector or print
            --out {}/a.png --format jpg    | --format jpg: this version has only png, svg, pdf, tikz, gif
            --out {}/a.png --over steps    | --over steps: only a film has frames
            --out {}/a.png --hold 1        | --hold 1: only a film has frames
            --out {}/a.png --easing in     | --easing in: only a film has frames
            --out {}/a.png --direction back | --direction back: only a film has frames
            --out {}/a.png --chapters a:0-1 | --chapters a:0-1: only a film has frames
            --out {}/a.gif --over y        | --over y: a film plays over t, steps, both, or a range such as depth=1..40
            --out {}/a.gif --over depth=0..4 | --over depth 0: it must be a whole number in 1 … 1000 (layers)
            --out {}/a.gif --over width=1..2.5 | --over width 2.5: it must be a whole number in 1 … 512
            --out {}/a.gif --over horizon=1..  | --over horizon=1..: a film plays over
            --out {}/a.gif --over steps    | --over: the project keeps no earlier moments of its training
            --out {}/a.gif --over both     | --over: the project keeps no earlier moments of its training
            --out {}/a.gif --over both --at 50% | --at 50%: a film runs over all times
            --out {}/a.gif --direction up  | --direction: there is no direction 'up'; choose one of forwards, back
            --out {}/a.gif --easing slow   | --easing: there is no easing 'slow'; choose one of linear, smooth, in, out
            --out {}/a.gif --hold 1,2,3    | --hold 1,2,3: it is one number of seconds, or two, such as 0.5,1
            --out {}/a.gif --hold 61       | --hold 61: it must be a number in 0 … 60 (seconds)
            --out {}/a.gif --hold 3 --seconds 2 | a film of 60 frames cannot hold its ends for 90 and 90 of them and move
            --out {}/a.gif --chapters a    | --chapters a: chapters are written as a name and two shares
            --out {}/a.gif --chapters a:0-2 | --chapters 2: it must be a number in 0 … 1
            --out {}/a.gif --chapters a:0.5-0.2 | --chapters: a chapter goes from one share of the film to a later one
            --out {}/a.gif --chapters ../a:0-1 | --chapters: a chapter's name has 1 … 40 letters
            --out {}/a.gif --chapters a:0-0.5,a:0.5-1 | every chapter needs a name of its own
            --out {}/a.png --camera 1,2    | --camera 1,2: it is following, or x1,x2,span, or keys
            --out {}/a.png --camera 0,0,0  | --camera 0: it must be a number in
            --out {}/a.png --camera 0:0,0,3;1:0,0,1 | --camera 0:0,0,3;1:0,0,1: a picture has one camera
            --out {}/a.gif --camera 0:0,0,3;0:0,0,1 | --camera: the shares of a camera's keys must increase
            --out {}/a.gif --camera 0,0,3;0,0,1 | --camera 0,0,3;0,0,1: it is following
            --out {}/a.png --caption loud  | --caption: there is no caption 'loud'; choose one of none, time, formulas
            --out {}/a.png --axis-labels yes | --axis-labels yes: it is on or off
            --out {}/a.png --preset paper  | --preset: there is no preset 'paper'; choose one of paper-column
            --out {}/a.png --preset web --size 9x9 | --size 9x9: --preset web has a size already; leave one out
            --out {}/a.png --times 9       | --times 9: it must be a whole number in 1 … 8
            --out {}/a.pdf --times 2       | --times 2: PDF has no pixels; leave it out
            --out {}/a.png --background red | --background: there is no ground 'red'; choose theme, white or transparent
            --out {}/a.csv --over steps    | --over steps: a file of paths holds numbers at all times
            --out {}/a.npz --theme dark    | --theme dark: a file of paths holds numbers at all times
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

    /// The same project after three kept steps.
    private void trainAndSave() throws Exception {
        var kept = new ArrayList<Checkpoint>();
        for (int k = 0; k < 3; k++) {
            kept.add(new Checkpoint(
                    k,
                    project.control()
                            .withTheta(new SplittableRandom(k)
                                    .doubles(project.control().parameters(), -1, 1)
                                    .toArray())));
        }
        project = new Project(
                project.experiment(),
                kept.getLast().control(),
                2,
                LossHistory.EMPTY,
                List.of(),
                project.look(),
                new Checkpoints(kept));
        ProjectFile.write(project, folder.resolve("a.isotopy"));
    }

    private int frames(String name) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var stream = ImageIO.createImageInputStream(folder.resolve(name).toFile())) {
            reader.setInput(stream);
            return reader.getNumImages(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--over t --easing smooth --direction there-and-back --hold 0.1,0.2",
                "--over steps --at 50%",
                "--over both --caption formulas",
                "--over depth=1..6 --axis-labels off",
                "--over width=1..4 --camera 0:0,0,3;1:0.2,0,1.5",
                "--over horizon=0.5..2 --direction back --caption none",
                "--over depth --camera 0,0,2 --theme print --background white"
            })
    void aFilmPlaysOverWhateverIsAsked(String options) throws Exception {
        trainAndSave();
        var told = told("render {}/a.isotopy --out {}/a.gif --size 80x60 --fps 10 --seconds 0.8 --quiet " + options);
        assertThat(told).isEqualTo(new Told(0, "", ""));
        assertThat(frames("a.gif")).isEqualTo(8);
    }

    @Test
    void whatIsNotAskedForIsAsTheProjectsStoryboardHasIt() throws Exception {
        trainAndSave();
        var plain = "render {}/a.isotopy --size 80x60 --fps 10 --seconds 0.5 --no-provenance --quiet --out {}/";
        told(plain + "asked.gif --over steps --at 50% --easing in --caption none");
        project = project.withStoryboard(Storyboard.STANDARD
                .withCourse(new Course.Steps(0.5))
                .withEasing(Easing.IN)
                .withWords(Manner.Words.NONE));
        ProjectFile.write(project, folder.resolve("a.isotopy"));
        told(plain + "saved.gif");
        told(plain + "other.gif --at 100%");
        assertThat(Files.readAllBytes(folder.resolve("saved.gif")))
                .isEqualTo(Files.readAllBytes(folder.resolve("asked.gif")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("other.gif")));
    }

    @Test
    void everyChapterIsWrittenAndTold() throws Exception {
        var told = told("render {}/a.isotopy --out {}/a.gif --size 80x60 --fps 10 --seconds 1 --chapters"
                + " start:0-0.4,end:0.4-1");
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("a-1-start.gif.").contains("a-2-end.gif.");
        assertThat(frames("a-1-start.gif")).isEqualTo(4);
        assertThat(frames("a-2-end.gif")).isEqualTo(6);
        assertThat(folder.resolve("a.gif")).doesNotExist();
    }

    @Test
    void theFormatMayBeSaidApartFromTheName() {
        assertThat(told("render {}/a.isotopy --out {}/a.txt --format svg --size 80x60")
                        .status())
                .isZero();
        assertThat(folder.resolve("a.txt")).content().startsWith("<?xml");
    }

    @Test
    void aPresetHasItsSizeAndTimesMakesPicturesSharper() throws Exception {
        told("render {}/a.isotopy --out {}/web.png --preset web --overlays none");
        pixels("web.png", 800, 600);
        told("render {}/a.isotopy --out {}/web.png --preset web --times 2 --overlays none");
        pixels("web.png", 1600, 1200);
        told("render {}/a.isotopy --out {}/small.png --size 40x30 --times 8 --overlays none");
        pixels("small.png", 320, 240);
        told("render {}/a.isotopy --out {}/column.svg --preset paper-column --overlays none");
        assertThat(folder.resolve("column.svg")).content().contains("width=\"321\"");
    }

    @Test
    void theLineThatMadeAFileIsTheWholeCallForAShell() {
        var silent = new PrintWriter(new StringWriter());
        var all = Isotopy.commandLine(new Terminal(silent, silent, false, () -> false));
        all.parseArgs("render", "my flow.isotopy", "--out", "a.png", "--at", "50%", "--over=t");
        assertThat(Given.line(all.getSubcommands().get("render").getCommandSpec()))
                .isEqualTo("isotopy render 'my flow.isotopy' --out a.png --at 50% --over=t");
    }

    @Test
    void aTransparentPictureHasNoPage() throws Exception {
        told("render {}/a.isotopy --out {}/a.png --size 80x60 --overlays none --background transparent");
        assertThat(pixels("a.png", 80, 60)).containsOnly(0);
        told("render {}/a.isotopy --out {}/a.png --size 80x60 --overlays none --background white");
        assertThat(pixels("a.png", 80, 60)).containsOnly(0xFFFFFFFF);
    }

    @Test
    void aPictureSaysTheFormulaWhenAsked() {
        told("render {}/a.isotopy --out {}/a.svg --caption formulas --axis-labels off");
        assertThat(folder.resolve("a.svg"))
                .content()
                .contains("ż = V σ(W z + b), 4 tanh layers of width 3, T = 1")
                .doesNotContain("x₁");
        told("render {}/a.isotopy --out {}/a.svg --caption none");
        assertThat(folder.resolve("a.svg"))
                .content()
                .doesNotContain("t = 1.00 T")
                .contains("x₁");
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
