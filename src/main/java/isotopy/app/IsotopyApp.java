package isotopy.app;

import isotopy.figure.Theme;
import isotopy.service.ExportService;
import isotopy.view.BackgroundTasks;
import isotopy.view.Documents;
import isotopy.view.ExportDialog;
import isotopy.view.Folders;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import isotopy.view.Themes;
import isotopy.view.WindowFileChoice;
import isotopy.view.WorkbenchModel;
import isotopy.view.WorkbenchView;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window's program: it puts model, services and views together, and runs them frame by frame.
public final class IsotopyApp extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final BackgroundTasks tasks = new BackgroundTasks();
    private final ExportService exports = new ExportService();

    @Override
    public void start(Stage stage) {
        var opening = OpeningScene.load();
        var model = new WorkbenchModel(opening.snapshot(), opening.look(), true);
        var choice = new WindowFileChoice(stage);
        var documents = new Documents(model, tasks, choice, new RecentFiles(RecentFiles.place(), tasks));
        var dialog = new ExportDialog(model, choice, exports, () -> stage, Folders.opener(getHostServices()));
        var view = new WorkbenchView(model, documents, tasks, dialog, Remembered.inPreferences());
        var bounds = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(view, Math.min(WIDTH, bounds.getWidth()), Math.min(HEIGHT, bounds.getHeight()));
        followTheme(model, scene);
        stage.titleProperty().bind(documents.title());
        stage.setMinWidth(1000);
        stage.setMinHeight(560);
        stage.setScene(scene);
        followPresenting(model, stage);
        stage.setOnCloseRequest(close -> {
            close.consume();
            documents.unlessUnsaved(() -> {
                model.close();
                stage.hide();
            });
        });
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                view.pulse(now);
            }
        }.start();
        model.playback().playingProperty().set(true);
        var files = getParameters().getUnnamed().stream().map(Path::of).toList();
        if (files.isEmpty()) {
            view.greet();
        } else {
            documents.accept(files);
        }
    }

    private static void followTheme(WorkbenchModel model, Scene scene) {
        Themes.apply(scene, model.lookProperty().get().theme());
        model.lookProperty().addListener((property, before, now) -> {
            Theme theme = now.theme();
            if (theme != before.theme()) {
                Themes.apply(scene, theme);
            }
        });
    }

    private static void followPresenting(WorkbenchModel model, Stage stage) {
        stage.setFullScreenExitHint("");
        model.presentingProperty().addListener((property, before, now) -> stage.setFullScreen(now));
        stage.fullScreenProperty().addListener((property, before, now) -> {
            if (!now) {
                model.setPresenting(false);
            }
        });
    }

    @Override
    public void stop() {
        tasks.close();
        exports.close();
    }
}
