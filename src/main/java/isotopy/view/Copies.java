package isotopy.view;

import isotopy.cli.CommandText;
import isotopy.export.Raster;
import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.project.ProjectFile;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Dimension2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What goes to the clipboard and comes from it: the picture on the stage, the experiment as text, and the command that
/// does the same.
public final class Copies {
    /// Pixels of a copied picture for one pixel of the stage.
    private static final int SHARPNESS = 2;

    private final WorkbenchModel model;
    private final Documents documents;
    private final Tasks tasks;
    private final Supplier<Dimension2D> stage;

    /// `stage` says how large the stage is now, in logical pixels.
    public Copies(WorkbenchModel model, Documents documents, Tasks tasks, Supplier<Dimension2D> stage) {
        this.model = model;
        this.documents = documents;
        this.tasks = tasks;
        this.stage = stage;
    }

    /// Puts the picture on the stage into the clipboard, twice as large.
    public void copyPicture() {
        var size = stage.get();
        double width = Math.max(64, Math.rint(size.getWidth()));
        double height = Math.max(64, Math.rint(size.getHeight()));
        var figure = figure(width, height);
        tasks.run(
                () -> paint(figure),
                raster -> {
                    put(image(raster));
                    model.tell(Notice.of(
                            Notice.Kind.INFORMATION,
                            "The picture is in the clipboard: " + raster.width() + " × " + raster.height()
                                    + " pixels."));
                },
                this::tell);
    }

    /// The figure that the stage shows now: immutable, to be painted anywhere.
    private Supplier<Figure> figure(double width, double height) {
        var look = model.lookProperty().get();
        var obstruction = model.obstructionProperty().get();
        var experiment = model.experimentProperty().get();
        if (model.drawingProperty().get()) {
            return () -> Illustrator.drawing(
                    experiment.target(), experiment.sampling().domain(), obstruction, look, width, height);
        }
        var scene = model.sceneProperty().get();
        double time = model.time();
        return () -> Illustrator.at(scene, time, look, width, height, obstruction);
    }

    private static Raster paint(Supplier<Figure> drawn) {
        var figure = drawn.get();
        var raster = new Raster((int) figure.width() * SHARPNESS, (int) figure.height() * SHARPNESS);
        raster.paint(figure, SHARPNESS);
        return raster;
    }

    private static ClipboardContent image(Raster raster) {
        var content = new ClipboardContent();
        content.putImage(Rasters.image(raster));
        return content;
    }

    /// Puts the `isotopy train` line that does the same into the clipboard, and says what it needs first.
    public void copyCommand() {
        var saved = model.unsavedProperty().get()
                ? Optional.<Path>empty()
                : documents.fileProperty().get();
        var command = CommandText.of(model.experimentProperty().get(), saved);
        put(text(command.line()));
        var first = command.first().map(words -> " " + words).orElse("");
        model.tell(Notice.of(Notice.Kind.INFORMATION, "In the clipboard: " + command.line() + first));
    }

    /// Puts the whole project as text into the clipboard; pasted into another window it opens there.
    public void copyExperiment() {
        var kept = documents.keep();
        tasks.run(
                () -> ProjectFile.write(kept.project()),
                text -> {
                    put(text(text));
                    model.tell(
                            Notice.of(
                                    Notice.Kind.INFORMATION,
                                    "The experiment with its flow is in the clipboard as text: paste it into another window to open it there."));
                },
                this::tell);
    }

    /// Opens the experiment or the file in the clipboard; asks before changes are lost.
    public void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            documents.accept(clipboard.getFiles().stream().map(File::toPath).toList());
            return;
        }
        var text = Optional.ofNullable(clipboard.getString()).orElse("");
        if (text.stripLeading().startsWith("{")) {
            documents.unlessUnsaved(() -> documents.read(text));
        } else {
            model.tell(Notice.of(
                    Notice.Kind.INFORMATION,
                    "The clipboard holds no experiment; put one there with Export, “Copy experiment”."));
        }
    }

    private static ClipboardContent text(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        return content;
    }

    private static void put(ClipboardContent content) {
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void tell(Exception problem) {
        model.tell(Notice.of(
                Notice.Kind.ERROR, Objects.requireNonNullElse(problem.getMessage(), "This could not be copied.")));
    }
}
