package isotopy.cli;

import isotopy.export.Exporter;
import isotopy.export.Film;
import isotopy.export.Format;
import isotopy.export.GifExporter;
import isotopy.export.Picture;
import isotopy.export.Size;
import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Scene;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.project.PathsFile;
import isotopy.train.Experiment;
import isotopy.train.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `isotopy render`: a picture of a saved flow at one time, or a film over all of it.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage:%n",
        customSynopsis = "isotopy render FILE.isotopy --out PICTURE.(png|svg|pdf|tikz|gif|csv|npz) [OPTIONS]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = {
            "Draws the saved flow as its project looks at it: a PNG, SVG, PDF or TikZ picture shows one time, a GIF runs from"
                    + " t = 0 to T and loops. The ending of the picture's name says which. With .csv or"
                    + " .npz the paths of the particles are written as data.",
            ""
        })
final class RenderCommand implements Callable<Integer> {
    private static final Range PARTICLES = Range.whole("particles", 1, 1_000_000, "particles");
    private static final Range FPS = Range.whole("frames a second", 1, GifExporter.FASTEST, "frames a second");
    private static final Range SECONDS = Range.real("seconds", 0.1, 600, "seconds");

    private final Terminal terminal;

    @Parameters(arity = "1", paramLabel = "FILE.isotopy", description = "A saved project.")
    Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PICTURE",
            description =
                    "A name that ends in .png, .svg, .pdf, .tikz, .tex or .gif, or in .csv or .npz for paths as data; TikZ may"
                            + " write .png files beside it.")
    Path out = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "t",
            description = "The time of a picture, in 0 … T or as a share such as 50%%" + " (default T).")
    @Nullable
    String at;

    @Option(names = "--size", paramLabel = "WxH", description = "Width and height in pixels (default 1280x720).")
    String size = "1280x720";

    @Option(names = "--fps", paramLabel = "N", description = "Frames a second of a film, 1 to 50 (default 30).")
    @Nullable
    String fps;

    @Option(names = "--seconds", paramLabel = "S", description = "How long a film runs, 0.1 to 600 (default 6).")
    @Nullable
    String seconds;

    @Option(
            names = "--overlays",
            paramLabel = "LIST",
            description =
                    "What is drawn, separated by commas, of particles, trails, grid, field, target, lines, axes, ticks, square,"
                            + " error, folds, density, determinant, costate, regions and texture; or none"
                            + " (default: as saved, with axes and ticks).")
    @Nullable
    String overlays;

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description =
                    "From where: plane, stack (one sheet over the other), space (with one extra coordinate) or height"
                            + " (of a function) (default: as saved).")
    @Nullable
    String view;

    @Option(
            names = "--particles",
            paramLabel = "N",
            description = "How many particles, 1 to 1000000 (default: as saved).")
    @Nullable
    String particles;

    @Option(names = "--theme", paramLabel = "NAME", description = "light, dark or projector (default: as saved).")
    @Nullable
    String theme;

    @Option(names = "--quiet", description = "No progress bar, and nothing but faults.")
    boolean quiet;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var data = PathsFile.Form.of(out);
        if (data.isPresent()) {
            return paths(data.get());
        }
        var format = format();
        var pixels = refused("--size", () -> Size.named(size));
        int rate = (int) Numbers.within("--fps", FPS, fps, 30);
        double length = Numbers.within("--seconds", SECONDS, seconds, 6);
        var shown = overlays == null ? Set.<Overlay>of() : overlays(overlays);
        int many = (int) Numbers.within("--particles", PARTICLES, particles, 0);
        Outputs.requireApart("--out", out, "FILE.isotopy", file);
        Outputs.require(out);
        var project = Inputs.project(file);
        double horizon = project.control().horizon();
        double t = at == null ? horizon : Moment.of(at, horizon);
        var look = look(project.look(), shown, many);
        requireSuits(look.projection(), project.experiment());
        requireShown(shown, look, project.experiment());
        var scene = Scene.of(project.snapshot(), look);
        var exporter = format.moves()
                ? refused(
                        "--size",
                        () -> Exporter.of(Film.over(scene, look, pixels, rate, length), format, Optional.empty()))
                : refused(
                        "--size",
                        () -> Exporter.of(
                                new Picture(figure(scene, t, look, pixels), pixels), format, Optional.empty()));
        write(exporter);
        if (!quiet && Files.isRegularFile(out)) {
            terminal.out()
                    .println("Drawn at " + pixels.width() + " × " + pixels.height() + ", written to " + out + ".");
        }
        return 0;
    }

    /// The paths as data, which have no frames and no colours.
    private int paths(PathsFile.Form form) {
        Map<String, Optional<String>> drawn = new TreeMap<>(Map.of(
                "--at", Optional.ofNullable(at),
                "--fps", Optional.ofNullable(fps),
                "--seconds", Optional.ofNullable(seconds),
                "--overlays", Optional.ofNullable(overlays),
                "--view", Optional.ofNullable(view),
                "--theme", Optional.ofNullable(theme)));
        drawn.forEach((option, given) -> given.ifPresent(value -> {
            throw Failure.wrongCall(
                    option + " " + value + ": a file of paths holds numbers at all times; leave it out");
        }));
        int many = (int) Numbers.within("--particles", PARTICLES, particles, 0);
        Outputs.requireApart("--out", out, "FILE.isotopy", file);
        Outputs.require(out);
        var project = Inputs.project(file);
        new PathsTable(project, look(project.look(), Set.of(), many)).write(form, out, terminal, quiet);
        return 0;
    }

    private Format format() {
        Format format;
        try {
            format = Format.of(out);
        } catch (IllegalArgumentException e) {
            throw Choice.only("--out", out.toString(), Format.all(" and ") + " pictures");
        }
        if (!format.moves() && (fps != null || seconds != null)) {
            throw Failure.wrongCall((fps != null ? "--fps " + fps : "--seconds " + seconds)
                    + ": only a film has frames; leave it out, or draw a .gif");
        }
        if (format.moves() && at != null) {
            throw Failure.wrongCall(
                    "--at " + at + ": a film runs over all times; leave it out, or draw a .png or a .pdf");
        }
        return format;
    }

    /// The saved look with what was asked for in place of what it had; `many` 0 keeps the number of particles.
    private Look look(Look saved, Set<Overlay> shown, int many) {
        var look = overlays == null ? measured(saved) : saved.withOverlays(shown);
        look = many == 0 ? look : look.withParticles(many);
        var from = view;
        look = from == null ? look : look.withProjection(refused("--view", () -> Projection.named(from)));
        var name = theme;
        return name == null ? look : look.withTheme(refused("--theme", () -> Theme.named(name)));
    }

    /// A look that nobody has chosen gets axes and numbers: a picture must say by itself what it shows.
    private static Look measured(Look saved) {
        var standard = Look.standard(Box.UNIT).overlays();
        return saved.overlays().equals(standard)
                ? saved.with(Overlay.AXES, true).with(Overlay.TICKS, true)
                : saved;
    }

    /// The picture with its time written on it, unless nothing at all is to be drawn.
    private Figure figure(Scene scene, double t, Look look, Size size) {
        var figure = Illustrator.at(scene, t, look, size.pageWidth(), size.pageHeight());
        return "none".equals(overlays) ? figure : Illustrator.captioned(figure, scene, t, look);
    }

    private void requireSuits(Projection projection, Experiment experiment) {
        if (view != null && !projection.suits(experiment.target().kind(), experiment.stateDimension())) {
            throw Failure.wrongCall("--view " + view + ": "
                    + switch (projection) {
                        case PLANE, STACK -> "a flow of the line is drawn as its graph and its paths; leave it out";
                        case SPACE -> "the state has too few coordinates; train with --augment 1";
                        case HEIGHT -> "only a function has heights, and this is no function";
                    });
        }
    }

    /// Refuses overlays that would draw nothing, or hide each other.
    private void requireShown(Set<Overlay> shown, Look look, Experiment experiment) {
        var kind = experiment.target().kind();
        var from = look.projection().suits(kind, experiment.stateDimension()) ? look.projection() : Projection.PLANE;
        for (var overlay : shown) {
            if (!overlay.suits(kind, from)) {
                var there = Arrays.stream(Overlay.values())
                        .filter(each -> each.suits(kind, from))
                        .map(Overlay::id)
                        .collect(Collectors.joining(", "));
                throw Failure.wrongCall(
                        "--overlays " + overlays + ": " + overlay.id() + " shows nothing here; choose from " + there);
            }
        }
        if (shown.contains(Overlay.TEXTURE) && look.texture().isEmpty()) {
            throw Failure.wrongCall("--overlays " + overlays + ": texture shows nothing, the project has no picture");
        }
        if (shown.contains(Overlay.DENSITY) && shown.contains(Overlay.DETERMINANT)) {
            throw Failure.wrongCall(
                    "--overlays " + overlays + ": density and determinant hide each other; choose one of them");
        }
    }

    private static Set<Overlay> overlays(String list) {
        var shown = EnumSet.noneOf(Overlay.class);
        if (!list.equals("none")) {
            for (var name : list.split(",", -1)) {
                shown.add(Arrays.stream(Overlay.values())
                        .filter(overlay -> overlay.id().equals(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> Choice.only(
                                "--overlays",
                                list,
                                Arrays.stream(Overlay.values()).map(Overlay::id).collect(Collectors.joining(", ")))));
            }
        }
        return shown;
    }

    private void write(Exporter exporter) {
        var bar = new Progress(terminal, quiet, String.valueOf(out.getFileName()));
        try {
            boolean written = exporter.export(out, (done, all) -> {
                bar.update(done, all, "");
                return !terminal.ending().getAsBoolean();
            });
            if (!written) {
                throw Failure.interrupted("stopped; nothing was written to " + out);
            }
            bar.end(1, 1, "");
        } catch (IOException e) {
            throw Failure.failed(e);
        }
    }

    /// What `maker` gives; what it refuses is a wrong call.
    private static <T> T refused(String option, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            var reason = String.valueOf(e.getMessage());
            throw Failure.wrongCall(
                    option + ": " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1));
        }
    }
}
