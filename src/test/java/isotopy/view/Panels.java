package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.math.Box;
import isotopy.service.ExportService;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// What tests of the panels share. Everything is called on the JavaFX thread unless it says otherwise.
final class Panels {
    private Panels() {}

    /// A model of the swirl, not trained; any thread.
    static WorkbenchModel model() {
        var start = Fx.trained(Experiment.standard(Preset.SWIRL), 0);
        return Fx.on(() -> Fx.model(start, Look.standard(Box.UNIT).withParticles(200), false));
    }

    /// Lays a view out in a scene of its own.
    static Scene scene(Parent view, Theme theme, double width, double height) {
        var scene = new Scene(new StackPane(view), width, height);
        Themes.apply(scene, theme);
        layOut(scene);
        return scene;
    }

    /// Answers of a user, given beforehand.
    static final class Answers implements FileChoice {
        Optional<Path> toOpen = Optional.empty();
        Optional<Path> toSave = Optional.empty();
        Answer unsaved = Answer.CANCEL;
        int questions;

        @Override
        public Optional<Path> open(Kind kind) {
            return toOpen;
        }

        @Override
        public Optional<Path> save(Kind kind, String suggestion) {
            return toSave;
        }

        @Override
        public Answer unsaved(String name) {
            questions++;
            return unsaved;
        }
    }

    /// Tasks on the current thread.
    static final Tasks AT_ONCE = new Tasks() {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(result);
        }
    };

    /// A gallery in whose folder nothing is kept.
    static GalleryPopup gallery(WorkbenchModel model) {
        return new GalleryPopup(
                model, AT_ONCE, new SavedTargets(Path.of("target", "no-such-folder", "targets"), AT_ONCE));
    }

    /// Documents whose list of recent files is of no interest.
    static Documents documents(WorkbenchModel model, FileChoice choice) {
        return documents(model, choice, Path.of("target", "recent.txt"));
    }

    static Documents documents(WorkbenchModel model, FileChoice choice, Path folder) {
        return new Documents(model, AT_ONCE, choice, new RecentFiles(folder.resolve("recent.txt"), AT_ONCE));
    }

    /// A dialog that nobody opens.
    static ExportDialog exports(WorkbenchModel model) {
        var answers = new Answers();
        return new ExportDialog(
                desk(model, documents(model, answers), answers, new ExportService(), Optional.empty()), () -> {
                    throw new AssertionError("the export dialog was opened");
                });
    }

    /// What an export dialog works with, on the current thread.
    static ExportDesk desk(
            WorkbenchModel model,
            Documents documents,
            FileChoice choice,
            ExportService service,
            Optional<Consumer<Path>> openFolder) {
        return new ExportDesk(model, documents, AT_ONCE, choice, service, Remembered.forNow(), openFolder);
    }

    static void layOut(Scene scene) {
        for (int k = 0; k < 2; k++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    static BufferedImage picture(Scene scene) {
        layOut(scene);
        return Fx.image(scene.snapshot(null));
    }

    @SuppressWarnings("unchecked")
    static <T extends Node> T find(Scene scene, String id) {
        var found = scene.getRoot().lookup("#" + id);
        if (found == null) {
            throw new AssertionError("there is no #" + id);
        }
        return (T) found;
    }

    /// The labelled controls on the screen whose text does not fit, or that leave the scene.
    static List<String> clipped(Scene scene) {
        layOut(scene);
        var found = new ArrayList<String>();
        collect(scene.getRoot(), scene, found);
        return found;
    }

    /// What is wider than the scroll pane in which it is seen, so that its right end is cut off.
    static List<String> cut(Scene scene) {
        layOut(scene);
        var found = new ArrayList<String>();
        for (var node : scene.getRoot().lookupAll(".scroll-pane")) {
            if (node instanceof ScrollPane pane && pane.isVisible() && pane.getContent() != null) {
                double end = pane.localToScene(pane.getViewportBounds().getWidth(), 0)
                        .getX();
                wide(pane.getContent(), end, found);
            }
        }
        return found;
    }

    private static void wide(Node node, double end, List<String> found) {
        if (!node.isVisible() || !node.isManaged()) {
            return;
        }
        double own = node.localToScene(node.getLayoutBounds()).getMaxX();
        if (own > end + 0.6) {
            found.add(node + " ends at " + own + " of " + end);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> wide(child, end, found));
        }
    }

    /// Whether one can scroll to it.
    private static boolean scrolled(Node node) {
        for (var above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane
                    && pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER
                    && pane.getStyleClass().contains("export-scroll")) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Node node, Scene scene, List<String> found) {
        if (!node.isVisible() || !node.isManaged()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            var bounds = labeled.localToScene(labeled.getBoundsInLocal());
            boolean narrow = !labeled.isWrapText() && labeled.prefWidth(-1) > labeled.getWidth() + 0.6;
            boolean low = labeled.prefHeight(labeled.getWidth()) > labeled.getHeight() + 0.6;
            boolean outside = bounds.getMaxX() > scene.getWidth() + 1
                    || bounds.getMaxY() > scene.getHeight() + 1 && !scrolled(node);
            if (narrow || low || outside) {
                found.add(labeled.getText() + " (wants " + labeled.prefWidth(-1) + " × "
                        + labeled.prefHeight(labeled.getWidth()) + ", has " + labeled.getWidth() + " × "
                        + labeled.getHeight() + ", ends at " + bounds.getMaxX() + ", " + bounds.getMaxY() + ")");
            }
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                collect(child, scene, found);
            }
        }
    }
}
