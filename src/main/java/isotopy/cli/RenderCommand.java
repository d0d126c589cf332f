package isotopy.cli;

import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Order;
import isotopy.figure.Course;
import isotopy.figure.Look;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.project.PathsFile;
import isotopy.project.Project;
import isotopy.project.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `isotopy render`: a picture of a saved flow, or a film of it.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy render FILE.isotopy --out PICTURE [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = {
            "Draws the saved flow as its project looks at it: a picture shows one time, a film runs over t, the training or"
                    + " a number of the network. The ending of the picture's name, or --format, says which. With .csv or"
                    + " .npz the paths of the particles are written as data.",
            ""
        })
final class RenderCommand implements Callable<Integer> {
    /// What the reader of a page has in hand.
    private static final Set<String> NOT_OF_PAGES = Stream.concat(
                    FilmOptions.NAMES.stream(), Stream.of("--at", "--camera", "--background", "--caption", "--times"))
            .collect(Collectors.toUnmodifiableSet());

    private final Terminal terminal;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE.isotopy", description = "A saved project.")
    Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PICTURE",
            description =
                    "Where it goes; the name ends in .png, .svg, .pdf, .tikz or .tex for a picture, in .gif, .mp4,"
                            + " .webm or .apng for a film, in .html for a page, or in .csv or .npz for paths as data. TikZ may"
                            + " write .png files beside it.")
    Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "The format, whatever the name ends in: png, svg, pdf, tikz, gif, mp4, webm, apng, html, or"
                    + " frames and latex, which write a folder.")
    @Nullable
    String format;

    @Option(
            names = "--at",
            paramLabel = "t",
            description = "The time of a picture, or of a film over something else, in 0 … T or as a share such as 50%%"
                    + " (default T).")
    @Nullable
    String at;

    @Mixin
    PageOptions page = new PageOptions();

    @Mixin
    SceneOptions scene = new SceneOptions();

    @Mixin
    StripOptions strip = new StripOptions();

    @Mixin
    FilmOptions film = new FilmOptions();

    @Option(
            names = "--no-provenance",
            description =
                    "Leaves out of the file what made it: the project, this command, the version and what to cite.")
    boolean anonymous;

    @Option(names = "--quiet", description = "No progress bar, and nothing but faults.")
    boolean quiet;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var given = Given.of(command());
        var data = format == null ? PathsFile.Form.of(out) : Optional.<PathsFile.Form>empty();
        if (data.isPresent()) {
            return paths(data.get(), given);
        }
        var chosen = chosen();
        if (!chosen.moves()) {
            given.refuse(FilmOptions.NAMES, "only a film has frames; leave it out, or draw a .gif");
        }
        if (chosen == Format.HTML) {
            given.refuse(NOT_OF_PAGES, "the reader of a page moves t and chooses what is shown; leave it out");
        }
        strip.require(chosen, given);
        var finish = film.over(new Finish(chosen, page.size(chosen)).withGround(page.ground(chosen)));
        film.rate(chosen); // wrong numbers are told before the project is read
        film.seconds();
        scene.many();
        Outputs.requireApart("--out", out, "FILE.isotopy", file);
        var project = Inputs.project(file);
        var order = order(project, finish);
        var pieces = Refused.by(page.preset == null ? "--size" : "--preset", () -> order.pieces(out));
        for (var piece : pieces) {
            Outputs.requireApart("--out", piece.file(), "FILE.isotopy", file);
            if (!(chosen.folder() && Files.isDirectory(piece.file()))) {
                Outputs.require(piece.file());
            }
        }
        new Rendering(terminal, quiet).write(pieces);
        return 0;
    }

    /// The paths as data, which have no frames and no colours.
    private int paths(PathsFile.Form form, Given given) {
        given.refuseAllBut(
                Set.of("--out", "--particles", "--quiet", "--no-provenance"),
                "a file of paths holds numbers at all times; leave it out");
        scene.many();
        Outputs.requireApart("--out", out, "FILE.isotopy", file);
        Outputs.require(out);
        var project = Inputs.project(file);
        new PathsTable(project, scene.over(project.look())).write(form, out, terminal, quiet);
        return 0;
    }

    private Format chosen() {
        var name = format;
        if (name != null) {
            return Choice.of("--format", name, List.of(Format.values()), Format::id);
        }
        try {
            return Format.of(out);
        } catch (IllegalArgumentException e) {
            throw Choice.only("--out", out.toString(), Format.all(" and ") + " pictures");
        }
    }

    /// What is to be written.
    private Order order(Project project, Finish finish) {
        double horizon = project.control().horizon();
        double t = at == null ? horizon : Moment.of(at, horizon);
        var look = scene.over(project.look());
        scene.requireSuits(look, project.experiment());
        var marked =
                strip.given() || finish.format() == Format.HTML ? provenance(finish, project.withLook(look)) : finish;
        if (finish.format() == Format.HTML) {
            return new Order.Page(Scene.of(project.snapshot(), look), look, marked);
        }
        var several =
                strip.order(project, look, scene.over(project.storyboard()).axisNames(), marked, terminal.ending());
        if (several.isPresent()) {
            return several.get();
        }
        return finish.format().moves() ? moving(project, look, t / horizon, finish) : still(project, look, t, finish);
    }

    private Order still(Project project, Look look, double t, Finish finish) {
        var manner = scene.over(Storyboard.STANDARD
                        .withWords(project.storyboard().words())
                        .withAxisNames(project.storyboard().axisNames()))
                .manner();
        var still = scene.still();
        var seen = still.map(keyed -> keyed.keys().getFirst().on(look)).orElse(look);
        var marked = provenance(finish, project.withLook(seen));
        return new Order.Still(
                Scene.of(project.snapshot(), seen), seen, t, manner.withFollows(still.isEmpty()), marked);
    }

    private Order moving(Project project, Look look, double at, Finish finish) {
        var board = film.over(scene.over(project.storyboard()), project.experiment(), at);
        if (this.at != null) {
            board = board.withCourse(at(board.course(), at));
        }
        var shown = board;
        var marked = provenance(finish, project.withLook(look).withStoryboard(board));
        var reel = Refused.by("--over", () -> new Reel(project.snapshot(), look, shown));
        film.requireLongEnough(shown, finish.format());
        return new Order.Moving(reel, film.rate(finish.format()), film.seconds(), marked);
    }

    /// The course at another time.
    private Course at(Course course, double share) {
        return switch (course) {
            case Course.Time(), Course.StepsThenTime() ->
                throw Failure.wrongCall(
                        "--at " + at + ": a film runs over all times; leave it out, or draw a .png or a .pdf");
            case Course.Steps _ -> new Course.Steps(share);
            case Course.Number(var dial, double from, double to, double _) -> new Course.Number(dial, from, to, share);
        };
    }

    private Finish provenance(Finish finish, Project project) {
        return anonymous ? finish : finish.withProvenance(Optional.of(Provenance.of(project, Given.line(command()))));
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }
}
