package isotopy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Ground;
import isotopy.export.Order;
import isotopy.export.Size;
import isotopy.figure.Camera;
import isotopy.figure.CameraWork;
import isotopy.figure.Charts;
import isotopy.figure.Course;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Easing;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Panels;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.figure.Strip;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.snapshot.LossHistory;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The line of an order is carried out, and must give the very bytes of the order.
class RenderTextTest {
    @TempDir
    Path folder;

    private Project project = Project.untrained(Experiment.standard(Preset.IDENTITY));
    private Look look = Look.standard(Box.UNIT);

    @BeforeEach
    void saveAProject() throws Exception {
        var experiment = Experiment.standard(Preset.SWIRL)
                .withNetwork(Network.STANDARD.withWidth(3).withDepth(4));
        var start = experiment.start();
        var control = start.withTheta(
                new SplittableRandom(2).doubles(start.theta().length, -1, 1).toArray());
        var saved = Look.standard(Box.UNIT).withParticles(50).withTheme(Theme.DARK);
        project = new Project(experiment, control, 0, LossHistory.EMPTY, List.of(), saved);
        ProjectFile.write(project, folder.resolve("a.isotopy"));
        // read again, since a file keeps what it keeps
        project = ProjectFile.read(folder.resolve("a.isotopy"));
        look = SceneOptions.measured(project.look());
    }

    private String same(Order order, String name, Function<RenderText, String> said) throws Exception {
        var wanted = folder.resolve("wanted-" + name);
        for (var piece : order.pieces(wanted)) {
            piece.exporter().export(piece.file(), (_, _) -> true);
        }
        var got = folder.resolve("got-" + name);
        var line = said.apply(new RenderText(folder.resolve("a.isotopy"), got, project.look(), false));
        var told = Told.by(folder, line.replaceFirst("isotopy ", "").replace("'", "") + " --quiet");
        assertThat(told.err()).isEmpty();
        assertThat(told.status()).isZero();
        try (var files = Files.list(folder)) {
            var made = files.filter(file -> file.getFileName().toString().startsWith("got-"))
                    .toList();
            assertThat(made).isNotEmpty();
            for (var file : made) {
                var twin = folder.resolve(file.getFileName().toString().replace("got-", "wanted-"));
                assertThat(Files.mismatch(file, twin)).as(line).isEqualTo(-1);
            }
        }
        return line;
    }

    private static Finish finish(Format format, Size size) {
        return new Finish(format, size);
    }

    @Test
    void aPictureOfAPaperColumn() throws Exception {
        var size = isotopy.export.Preset.PAPER_COLUMN.size(Format.PDF);
        var scene = Scene.of(project.snapshot(), look);
        var still = new Order.Still(scene, look, 0.5, Manner.STANDARD, finish(Format.PDF, size));
        var line = same(still, "a.pdf", text -> text.still(still));
        assertThat(line).contains("--preset paper-column --at 50% --no-provenance");
    }

    @Test
    void aSharpPictureInAnotherDress() throws Exception {
        var dressed = look.withTheme(Theme.PRINT)
                .withParticles(20)
                .with(Overlay.AXES, false)
                .with(Overlay.TICKS, false)
                .with(Overlay.GRID, false);
        var scene = Scene.of(project.snapshot(), dressed);
        var still = new Order.Still(
                scene,
                dressed,
                scene.particles().horizon(),
                new Manner(Manner.Words.FORMULAS, false, true),
                finish(Format.PNG, Size.of(200, 150, 3)).withGround(Ground.TRANSPARENT));
        var line = same(still, "b.png", text -> text.still(still));
        assertThat(line).contains("--size 200x150 --times 3 --background transparent --theme print --particles 20");
    }

    @Test
    void aStripAndAChart() throws Exception {
        var moments = new Strip.Times(List.of(0.0, 0.3, 1.0));
        var strip = new Order.Strip(
                Panels.of(project.snapshot(), look, moments), look, false, finish(Format.SVG, Size.of(700, 400)));
        assertThat(same(strip, "c.svg", text -> text.strip(strip, moments)))
                .contains("--strip 0,0.3,1", "--axis-labels off");
        var chart = Charts.energy(Scene.of(project.snapshot(), look));
        var plot = new Order.Plot(chart, look.theme(), finish(Format.PNG, Size.of(400, 300)));
        assertThat(same(plot, "d.png", text -> text.plot(plot, Charts.ENERGY))).contains("--chart energy");
    }

    @Test
    void aPage() throws Exception {
        var page = new Order.Page(Scene.of(project.snapshot(), look), look, finish(Format.HTML, Size.of(640, 480)));
        same(page, "e.html", text -> text.page(page));
    }

    @Test
    void aFilmWithEverything() throws Exception {
        var board = Storyboard.STANDARD
                .withCourse(new Course.Number(Dial.DEPTH, 1, 6, 0.75))
                .withDirection(Direction.THERE_AND_BACK)
                .withEasing(Easing.SMOOTH)
                .withHold(new Storyboard.Hold(0.1, 0.2))
                .withCamera(new CameraWork.Keyed(List.of(
                        new CameraWork.Key(0, new Camera(0, 0, 3), Optional.empty()),
                        new CameraWork.Key(1, new Camera(0.25, -0.5, 1.5), Optional.empty()))))
                .withWords(Manner.Words.NONE)
                .withChapters(List.of(new Storyboard.Chapter("start", 0, 0.5), new Storyboard.Chapter("end", 0.5, 1)));
        var reel = new Reel(project.snapshot(), look, board);
        var film = new Order.Moving(
                reel,
                10,
                1.2,
                finish(Format.GIF, Size.of(90, 60))
                        .withPlays(3)
                        .withDithered(true)
                        .withGround(Ground.WHITE));
        var line = same(film, "f.gif", text -> text.moving(film));
        assertThat(line)
                .contains("--over depth=1..6 --at 75% --direction there-and-back --easing smooth --hold 0.1,0.2")
                .contains("--loops 3 --dither");
    }
}
