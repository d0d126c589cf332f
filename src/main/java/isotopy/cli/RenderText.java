package isotopy.cli;

import isotopy.export.Codec;
import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Ground;
import isotopy.export.Order;
import isotopy.export.Preset;
import isotopy.export.Size;
import isotopy.figure.CameraWork;
import isotopy.figure.Charts;
import isotopy.figure.Course;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Storyboard;
import isotopy.figure.Strip;
import isotopy.train.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The `isotopy render` line that does what an order says, with a project that is saved as `saved` looks at it.
///
/// @param project the project's file
/// @param out the file that is written
/// @param marked whether the file says what made it
public record RenderText(Path project, Path out, Look saved, boolean marked) {
    /// The line for one moment.
    public String still(Order.Still still) {
        var words = begun(still.finish());
        double share = still.t() / still.scene().particles().horizon();
        if (share != 1) {
            words.addAll(List.of("--at", percent(share)));
        }
        look(still.look(), still.scene().snapshot().experiment(), words);
        manner(still.manner(), words);
        return ended(words);
    }

    /// The line for moments side by side.
    public String strip(Order.Strip order, Strip moments) {
        var words = begun(order.finish());
        words.add("--strip");
        words.add(
                switch (moments) {
                    case Strip.Times(var shares) ->
                        shares.stream().map(Numbers::plain).collect(Collectors.joining(","));
                    case Strip.Steps(var steps) ->
                        "steps=" + steps.stream().map(String::valueOf).collect(Collectors.joining(","));
                });
        var scene = order.panels().moments().getFirst().scene();
        look(order.look(), scene.snapshot().experiment(), words);
        axisNames(order.axisNames(), words);
        return ended(words);
    }

    /// The line for a chart.
    public String plot(Order.Plot plot, Charts chart) {
        var words = begun(plot.finish());
        words.addAll(List.of("--chart", chart.id()));
        if (plot.theme() != saved.theme()) {
            words.addAll(List.of("--theme", plot.theme().id()));
        }
        return ended(words);
    }

    /// The line for a page whose reader moves t.
    public String page(Order.Page page) {
        var words = begun(page.finish());
        look(page.look(), page.scene().snapshot().experiment(), words);
        return ended(words);
    }

    /// The line for a film.
    public String moving(Order.Moving moving) {
        var words = begun(moving.finish());
        var reel = moving.reel();
        words.addAll(List.of("--fps", Integer.toString(moving.rate()), "--seconds", Numbers.plain(moving.seconds())));
        course(reel.board().course(), words);
        board(reel.board(), words);
        look(reel.look(), reel.snapshot().experiment(), words);
        manner(reel.board().manner(), words);
        var finish = moving.finish();
        if (finish.plays() != 0 && (finish.format() == Format.GIF || finish.format() == Format.APNG)) {
            words.addAll(List.of("--loops", Integer.toString(finish.plays())));
        }
        if (finish.dithered() && finish.format() == Format.GIF) {
            words.add("--dither");
        }
        if (finish.codec() != Codec.BUILT_IN && finish.format() == Format.MP4) {
            words.addAll(List.of("--codec", finish.codec().id()));
        }
        return ended(words);
    }

    private List<String> begun(Finish finish) {
        var words = new ArrayList<>(List.of(
                "isotopy",
                "render",
                CommandText.quoted(project.toString()),
                "--out",
                CommandText.quoted(out.toString())));
        if (finish.format().folder() || !Format.known(out) || Format.of(out) != finish.format()) {
            words.addAll(List.of("--format", finish.format().id()));
        }
        size(finish, words);
        if (finish.ground() != Ground.THEME) {
            words.addAll(List.of("--background", finish.ground().id()));
        }
        return words;
    }

    private String ended(List<String> words) {
        if (!marked) {
            words.add("--no-provenance");
        }
        return String.join(" ", words);
    }

    /// A preset where there is one of that size, else the size itself, with the pixels for each one of its page.
    private static void size(Finish finish, List<String> into) {
        var size = finish.size();
        for (var preset : Preset.values()) {
            if (preset.size(finish.format()).equals(size)) {
                into.addAll(List.of("--preset", preset.id()));
                return;
            }
        }
        boolean pixels = finish.format().pixels();
        for (var preset : Preset.values()) {
            for (int times = 1; pixels && times <= Size.MOST_TIMES; times++) {
                if (preset.size(times).equals(size)) {
                    into.addAll(List.of("--preset", preset.id(), "--times", Integer.toString(times)));
                    return;
                }
            }
        }
        if (!pixels || Size.of(size.width(), size.height()).equals(size)) {
            into.addAll(List.of("--size", size.width() + "x" + size.height()));
            return;
        }
        int times = (int) Math.round(size.scale());
        into.addAll(List.of(
                "--size", size.width() / times + "x" + size.height() / times, "--times", Integer.toString(times)));
    }

    private void look(Look look, Experiment experiment, List<String> into) {
        if (look.theme() != saved.theme()) {
            into.addAll(List.of("--theme", look.theme().id()));
        }
        if (look.particles() != saved.particles()) {
            into.addAll(List.of("--particles", Integer.toString(look.particles())));
        }
        if (!look.overlays().equals(SceneOptions.measured(saved).overlays())) {
            var kind = experiment.target().kind();
            var from =
                    look.projection().suits(kind, experiment.stateDimension()) ? look.projection() : Projection.PLANE;
            var shown = Arrays.stream(Overlay.values())
                    .filter(each -> look.shows(each)
                            && each.suits(kind, from)
                            && (each != Overlay.TEXTURE || look.texture().isPresent()))
                    .map(Overlay::id)
                    .collect(Collectors.joining(","));
            into.addAll(List.of("--overlays", shown.isEmpty() ? "none" : shown));
        }
    }

    private static void manner(Manner manner, List<String> into) {
        if (manner.words() != Manner.Words.TIME) {
            into.addAll(List.of("--caption", manner.words().id()));
        }
        axisNames(manner.axisNames(), into);
    }

    private static void axisNames(boolean named, List<String> into) {
        if (!named) {
            into.addAll(List.of("--axis-labels", "off"));
        }
    }

    private static void course(Course course, List<String> into) {
        var over = course.id();
        switch (course) {
            case Course.Time(), Course.StepsThenTime() -> into.addAll(List.of("--over", over));
            case Course.Steps(double at) -> into.addAll(List.of("--over", over, "--at", percent(at)));
            case Course.Number(var _, double from, double to, double at) ->
                into.addAll(List.of(
                        "--over", over + "=" + Numbers.plain(from) + ".." + Numbers.plain(to), "--at", percent(at)));
        }
    }

    private static void board(Storyboard board, List<String> into) {
        var usual = Storyboard.STANDARD;
        if (board.direction() != usual.direction()) {
            into.addAll(List.of("--direction", board.direction().id()));
        }
        if (board.easing() != usual.easing()) {
            into.addAll(List.of("--easing", board.easing().id()));
        }
        if (!board.hold().equals(usual.hold())) {
            into.addAll(List.of(
                    "--hold",
                    Numbers.plain(board.hold().first()) + ","
                            + Numbers.plain(board.hold().last())));
        }
        if (board.camera() instanceof CameraWork.Keyed(var keys)) {
            into.addAll(List.of(
                    "--camera",
                    CommandText.quoted(keys.stream().map(RenderText::key).collect(Collectors.joining(";")))));
        }
        if (!board.chapters().isEmpty()) {
            var list = board.chapters().stream()
                    .map(part -> part.name() + ":" + Numbers.plain(part.from()) + "-" + Numbers.plain(part.to()))
                    .collect(Collectors.joining(","));
            into.addAll(List.of("--chapters", CommandText.quoted(list)));
        }
    }

    private static String key(CameraWork.Key key) {
        var camera = key.camera();
        var turn = key.turn()
                .map(seen -> "," + Numbers.plain(seen.yaw()) + "," + Numbers.plain(seen.pitch()))
                .orElse("");
        return Numbers.plain(key.share()) + ":" + Numbers.plain(camera.x1()) + "," + Numbers.plain(camera.x2()) + ","
                + Numbers.plain(camera.span()) + turn;
    }

    private static String percent(double share) {
        return Numbers.plain(Math.rint(share * 1e12) / 1e10) + "%";
    }

    /// A file's name as one word for the shell.
    public static String word(Path file) {
        return CommandText.quoted(file.toString());
    }
}
