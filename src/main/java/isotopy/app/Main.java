package isotopy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Starts the program: prints the version, or opens the window.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("isotopy " + version());
        } else if (hasDisplay()) {
            Application.launch(Window.class, args);
        } else {
            System.out.println("Isotopy found no display: run it on a desktop to get the window.");
        }
    }

    static String version() {
        var properties = new Properties();
        try (var in = Main.class.getResourceAsStream("/isotopy/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    /// Asks the environment and not Java2D, which runs without a window system in any case.
    private static boolean hasDisplay() {
        var linux = System.getProperty("os.name").equals("Linux");
        var display = System.getenv("DISPLAY");
        return !linux || (display != null && !display.isBlank());
    }

    /// The empty window.
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            stage.setTitle("Isotopy");
            stage.setScene(new Scene(new StackPane(), 1440, 900));
            stage.show();
        }
    }
}
