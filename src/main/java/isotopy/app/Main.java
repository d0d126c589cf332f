package isotopy.app;

import isotopy.cli.CommandLineInterface;
import isotopy.cli.Demo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;

/// Starts the program: a command where one is given, else the window, else, where there is no display, the
/// demonstration on the terminal.
public final class Main {
    /// JavaFX makes the application by itself, which has to find here what stood before it.
    private static Optional<Preparation> preparation = Optional.empty();

    private Main() {}

    public static void main(String[] args) {
        if (CommandLineInterface.isCommand(args)) {
            System.exit(CommandLineInterface.run(args));
        }
        if (hasDisplay()) {
            open(args);
            return;
        }
        var folder = System.getProperty("isotopy.demo");
        if (folder == null) {
            System.err.println("Isotopy found no display for its window. Its commands need none: try isotopy --help.");
            System.exit(1);
        }
        System.exit(Demo.run(Path.of(folder)));
    }

    /// Opens the window, unless one that is open already takes the files. What takes long is begun before JavaFX
    /// is.
    private static void open(String... args) {
        preparation =
                Optional.of(Preparation.begin(Stream.of(args).map(Path::of).toList()));
        Application.launch(IsotopyApp.class, args);
    }

    /// What was begun before the window.
    static Preparation preparation() {
        return preparation.orElseThrow();
    }

    /// JavaFX's headless platform needs none. Else asks the environment and not Java2D, which runs without a window
    /// system in any case.
    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
