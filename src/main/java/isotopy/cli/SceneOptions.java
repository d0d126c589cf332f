package isotopy.cli;

import isotopy.figure.CameraWork;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Storyboard;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.target.Kind;
import isotopy.train.Experiment;
import isotopy.train.Range;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that say what is drawn, and from where.
final class SceneOptions {
    private static final Range PARTICLES = Range.whole("particles", 1, 1_000_000, "particles");

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
            names = "--camera",
            paramLabel = "WHERE",
            description = "following (a cloud that leaves the square); the middle of the page and what its smaller side"
                    + " shows, x1,x2,span; or keys of a film at shares of it, such as \"0:0,0,3;1:0.2,0,1.5\", each with"
                    + " yaw,pitch in degrees where they turn (default: as saved).")
    @Nullable
    String camera;

    @Option(
            names = "--particles",
            paramLabel = "N",
            description = "How many particles, 1 to 1000000 (default: as saved).")
    @Nullable
    String particles;

    @Option(
            names = "--theme",
            paramLabel = "NAME",
            description = "light, dark, projector or print (default: as saved).")
    @Nullable
    String theme;

    @Option(
            names = "--caption",
            paramLabel = "NAME",
            description =
                    "What is written in the corner: time (or what else a film plays over), formulas (that, and the"
                            + " equation with its numbers) or none (default: as saved, at first time).")
    @Nullable
    String caption;

    @Option(
            names = "--axis-labels",
            paramLabel = "on|off",
            description = "Whether axes have names, such as x₁ and t (default: as saved, at first on).")
    @Nullable
    String axisLabels;

    /// How many particles were asked for; 0 where nobody asked.
    int many() {
        return (int) Numbers.within("--particles", PARTICLES, particles, 0);
    }

    /// The saved look with what was asked for in the place of what it had.
    ///
    /// Throws: `Failure` for a wrong call.
    Look over(Look saved) {
        int many = many();
        var look = overlays == null ? measured(saved) : saved.withOverlays(overlays(overlays));
        look = many == 0 ? look : look.withParticles(many);
        var from = view;
        look = from == null ? look : look.withProjection(Refused.by("--view", () -> Projection.named(from)));
        var name = theme;
        return name == null ? look : look.withTheme(Refused.by("--theme", () -> Theme.named(name)));
    }

    /// The saved storyboard with what was asked for in the place of what it had: what the look was given holds for
    /// films too.
    Storyboard over(Storyboard saved) {
        var board = overlays == null ? saved : saved.withOverlays(Optional.empty());
        board = particles == null ? board : board.withParticles(OptionalInt.empty());
        var where = camera;
        board = where == null ? board : board.withCamera(CameraText.of(where));
        var said = caption;
        if (said != null) {
            board = board.withWords(Refused.by("--caption", () -> Manner.Words.named(said)));
        } else if ("none".equals(overlays)) {
            board = board.withWords(Manner.Words.NONE);
        }
        return axisLabels == null ? board : board.withAxisNames(on(axisLabels));
    }

    /// The one camera of a picture; empty where it is that of the look.
    ///
    /// Throws: `Failure` for a wrong call.
    Optional<CameraWork.Keyed> still() {
        if (camera == null) {
            return Optional.empty();
        }
        return switch (CameraText.of(camera)) {
            case CameraWork.Following() -> Optional.empty();
            case CameraWork.Keyed(var keys)
            when keys.size() > 1 ->
                throw Failure.wrongCall(
                        "--camera " + camera + ": a picture has one camera; write x1,x2,span, or draw a film");
            case CameraWork.Keyed keyed -> Optional.of(keyed);
        };
    }

    private static boolean on(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw Failure.wrongCall("--axis-labels " + text + ": it is on or off");
        };
    }

    /// A look that nobody has chosen gets axes and numbers: a picture must say by itself what it shows.
    static Look measured(Look saved) {
        var standard = Look.standard(Box.UNIT).overlays();
        return saved.overlays().equals(standard)
                ? saved.with(Overlay.AXES, true).with(Overlay.TICKS, true)
                : saved;
    }

    /// Refuses what would draw nothing of this experiment, or hide each other.
    ///
    /// Throws: `Failure` for a wrong call.
    void requireSuits(Look look, Experiment experiment) {
        var kind = experiment.target().kind();
        boolean suits = look.projection().suits(kind, experiment.stateDimension());
        if (view != null && !suits) {
            throw Failure.wrongCall("--view " + view + ": "
                    + switch (look.projection()) {
                        case PLANE, STACK -> "a flow of the line is drawn as its graph and its paths; leave it out";
                        case SPACE -> "the state has too few coordinates; train with --augment 1";
                        case HEIGHT -> "only a function has heights, and this is no function";
                    });
        }
        if (camera != null && kind == Kind.LINE && (!suits || look.projection() == Projection.PLANE)) {
            throw Failure.wrongCall("--camera " + camera + ": a flow of the line is drawn whole; leave it out");
        }
        if (overlays != null) {
            requireShown(overlays(overlays), suits ? look.projection() : Projection.PLANE, kind);
        }
        if (overlays != null && look.shows(Overlay.TEXTURE) && look.texture().isEmpty()) {
            throw Failure.wrongCall("--overlays " + overlays + ": texture shows nothing, the project has no picture");
        }
    }

    private void requireShown(Set<Overlay> shown, Projection from, Kind kind) {
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
}
