package isotopy.export;

import isotopy.figure.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes the smallest film; called by name in a class loader of its own.
public final class OneFrame {
    private OneFrame() {}

    public static void write(Path file) throws IOException {
        var film = new Film(new Size(32, 32, 1), 1, 25, k -> new Figure(32, 32, -1, List.of()));
        Exporter.of(film, Format.of(file), Optional.empty()).export(file, Progress.NONE);
    }
}
