import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that a JavaFX program can do: an empty window. It notes the beat after its second frame, as the program
/// itself does, and with the property `once` ends there.
public final class EmptyWindow extends Application {
    private int beats;

    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 1440, 900));
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                beats++;
                if (beats == 3) {
                    note();
                    if (Boolean.getBoolean("once")) {
                        javafx.application.Platform.exit();
                    }
                }
            }
        }.start();
    }

    private static void note() {
        var file = System.getProperty("isotopy.firstframe");
        if (file != null) {
            var now = Instant.now();
            try {
                Files.writeString(Path.of(file), String.format("%d%09d%n", now.getEpochSecond(), now.getNano()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
