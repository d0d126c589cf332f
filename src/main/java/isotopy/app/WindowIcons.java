package isotopy.app;

import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The program's sign on its window, in the sizes that the desktops choose from.
final class WindowIcons {
    /// Units: pixels.
    private static final int[] SIZES = {16, 32, 48, 128};

    private WindowIcons() {}

    static void dress(Stage stage) {
        stage.getIcons()
                .setAll(IntStream.of(SIZES)
                        .mapToObj(size -> "/isotopy/icons/isotopy-" + size + ".png")
                        .map(WindowIcons::read)
                        .toList());
    }

    private static Image read(String resource) {
        var url = WindowIcons.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
        }
        // in the background: a window need not wait for its icon
        return new Image(url.toExternalForm(), true);
    }
}
