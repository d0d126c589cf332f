package isotopy.project;

import isotopy.figure.Camera;
import isotopy.figure.CameraWork;
import isotopy.figure.Course;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Easing;
import isotopy.figure.Manner;
import isotopy.figure.Overlay;
import isotopy.figure.Storyboard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Writes and reads the saved storyboard.
final class StoryboardJson {
    private StoryboardJson() {}

    static void write(Storyboard board, JsonPen pen) {
        pen.text("over", board.course().id());
        switch (board.course()) {
            case Course.Time(), Course.StepsThenTime() -> {}
            case Course.Steps(double at) -> pen.number("at", at);
            case Course.Number(var _, double from, double to, double at) ->
                pen.number("from", from).number("to", to).number("at", at);
        }
        pen.text("direction", board.direction().id())
                .text("easing", board.easing().id())
                .numbers("hold", board.hold().first(), board.hold().last());
        switch (board.camera()) {
            case CameraWork.Following() -> pen.nothing("camera");
            case CameraWork.Keyed(var keys) ->
                pen.list("camera", () -> keys.forEach(key -> pen.item(() -> write(key, pen))));
        }
        pen.text("caption", board.words().id()).flag("axisNames", board.axisNames());
        board.overlays().ifPresentOrElse(shown -> pen.texts("overlays", names(shown)), () -> pen.nothing("overlays"));
        board.particles().ifPresentOrElse(many -> pen.whole("particles", many), () -> pen.nothing("particles"));
        pen.list(
                "chapters",
                () -> board.chapters()
                        .forEach(chapter -> pen.item(() -> pen.text("name", chapter.name())
                                .number("from", chapter.from())
                                .number("to", chapter.to()))));
    }

    private static void write(CameraWork.Key key, JsonPen pen) {
        var camera = key.camera();
        pen.number("share", key.share())
                .numbers("centre", camera.x1(), camera.x2())
                .number("span", camera.span());
        key.turn().ifPresent(turn -> pen.number("yaw", turn.yaw()).number("pitch", turn.pitch()));
    }

    /// In the order of the overlays themselves, so that equal storyboards give equal text.
    private static List<String> names(Set<Overlay> shown) {
        return Arrays.stream(Overlay.values())
                .filter(shown::contains)
                .map(Overlay::id)
                .toList();
    }

    static Storyboard read(Fields fields) throws ProjectException {
        var course = fields.made(() -> course(fields));
        var hold = fields.numbers("hold", 2);
        var camera = camera(fields);
        var overlays = overlays(fields);
        var particles = fields.absent("particles") ? OptionalInt.empty() : OptionalInt.of(fields.whole("particles"));
        var chapters = new ArrayList<Storyboard.Chapter>();
        for (var chapter : fields.objects("chapters")) {
            chapters.add(chapter.made(
                    () -> new Storyboard.Chapter(chapter.text("name"), chapter.number("from"), chapter.number("to"))));
        }
        return fields.made(() -> new Storyboard(
                course,
                Direction.named(fields.text("direction")),
                Easing.named(fields.text("easing")),
                new Storyboard.Hold(hold[0], hold[1]),
                camera,
                Manner.Words.named(fields.text("caption")),
                fields.flag("axisNames"),
                overlays,
                particles,
                chapters));
    }

    private static Course course(Fields fields) throws ProjectException {
        var over = fields.text("over");
        return switch (over) {
            case "t" -> new Course.Time();
            case "both" -> new Course.StepsThenTime();
            case "steps" -> new Course.Steps(fields.number("at"));
            default ->
                new Course.Number(Dial.named(over), fields.number("from"), fields.number("to"), fields.number("at"));
        };
    }

    private static CameraWork camera(Fields fields) throws ProjectException {
        if (fields.absent("camera")) {
            return new CameraWork.Following();
        }
        var keys = new ArrayList<CameraWork.Key>();
        for (var key : fields.objects("camera")) {
            var centre = key.numbers("centre", 2);
            Optional<CameraWork.Turn> turn = key.has("yaw")
                    ? Optional.of(key.made(() -> new CameraWork.Turn(key.number("yaw"), key.number("pitch"))))
                    : Optional.empty();
            keys.add(key.made(() -> new CameraWork.Key(
                    key.number("share"), new Camera(centre[0], centre[1], key.number("span")), turn)));
        }
        return fields.made(() -> new CameraWork.Keyed(keys));
    }

    private static Optional<Set<Overlay>> overlays(Fields fields) throws ProjectException {
        if (fields.absent("overlays")) {
            return Optional.empty();
        }
        var shown = EnumSet.noneOf(Overlay.class);
        for (var name : fields.texts("overlays")) {
            shown.add(fields.made(() -> Overlay.named(name)));
        }
        return Optional.of(shown);
    }
}
