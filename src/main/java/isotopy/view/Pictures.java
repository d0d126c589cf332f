package isotopy.view;

import isotopy.export.Bitmap;
import isotopy.export.PictureFile;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Texture;
import isotopy.math.Box;
import isotopy.target.Kind;
import isotopy.target.PictureFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A picture as something for the flow to carry, and as a function to learn. Lives on the JavaFX thread; files are read
/// in the background.
final class Pictures {
    /// The most pixels along a side of a function: finer detail is beyond what is trained here.
    private static final int FUNCTION_SIDE = 256;

    /// What would hide a picture.
    private static final List<Overlay> BEFORE = List.of(Overlay.PARTICLES, Overlay.TRAILS, Overlay.TARGET);

    private final WorkbenchModel model;
    private final Tasks tasks;
    private long asked;

    Pictures(WorkbenchModel model, Tasks tasks) {
        this.model = model;
        this.tasks = tasks;
    }

    private record Opened(Texture texture, PictureFunction brightness) {}

    /// Lays a picture over the square and offers to learn its brightness. One that cannot be read is told of, and
    /// nothing changes.
    void open(Path file) {
        long question = ++asked;
        tasks.run(
                () -> opened(PictureFile.read(file), String.valueOf(file.getFileName())),
                opened -> {
                    if (question == asked) {
                        show(opened);
                    }
                },
                problem -> model.tell(Notice.of(
                        Notice.Kind.ERROR,
                        Objects.requireNonNullElse(problem.getMessage(), "The picture could not be read."))));
    }

    private static Opened opened(Bitmap picture, String title) {
        var carried = picture.within(Texture.LARGEST);
        var learned = picture.within(FUNCTION_SIDE);
        return new Opened(
                new Texture(carried.columns(), carried.rows(), carried.argb()),
                new PictureFunction(title, learned.columns(), learned.rows(), learned.brightness()));
    }

    private void show(Opened opened) {
        model.leaveDrawing();
        model.editLook("Lay a picture over the square", new Object(), look -> {
            var clear = look.withTexture(Optional.of(opened.texture())).with(Overlay.TEXTURE, true);
            for (var overlay : BEFORE) {
                clear = clear.with(overlay, false);
            }
            return clear;
        });
        model.tell(new Notice(
                Notice.Kind.INFORMATION,
                sentence(opened.brightness().title()),
                List.of(
                        new Notice.Offer("Learn its brightness as a function", () -> learn(opened.brightness())),
                        new Notice.Offer("Take it off", () -> takeOff(model)))));
    }

    /// Takes the picture off the square, and shows again what it had hidden.
    static void takeOff(WorkbenchModel model) {
        model.editLook("Take the picture off", new Object(), look -> {
            var usual = Look.standard(Box.UNIT);
            var bare = look.withTexture(Optional.empty());
            for (var overlay : BEFORE) {
                bare = bare.with(overlay, look.shows(overlay) || usual.shows(overlay));
            }
            return bare;
        });
    }

    private String sentence(String title) {
        return model.experimentProperty().get().target().kind() == Kind.LINE
                ? "“" + title + "” is carried by flows of the plane; a flow of the line has no room for it."
                : "The flow carries “" + title + "”: play t to see it bend. “Picture” among the overlays hides it.";
    }

    private void learn(PictureFunction brightness) {
        model.dismissNotice();
        var label = "Learn the brightness of " + brightness.title();
        var gesture = new Object();
        model.edit(
                label,
                gesture,
                now -> Fitting.with(now, brightness).withSampling(now.sampling().withDomain(brightness.home())));
        model.editLook(
                label, gesture, look -> look.with(Overlay.TEXTURE, false).with(Overlay.PARTICLES, true));
        model.endGesture();
    }
}
