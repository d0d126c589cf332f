package isotopy.view;

import isotopy.project.ProjectFile;
import isotopy.service.ExportService;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What the export dialog works with.
///
/// @param remembered whether files are to say what made them
/// @param openFolder shows a folder on the desktop, where that works
public record ExportDesk(
        WorkbenchModel model,
        Documents documents,
        Tasks tasks,
        FileChoice choice,
        ExportService service,
        Remembered remembered,
        Optional<Consumer<Path>> openFolder) {
    /// The project's file, or what it would be called.
    Path project() {
        return documents.fileProperty().get().orElseGet(() -> Path.of(stem() + ProjectFile.ENDING));
    }

    /// What files are called at first: as the target is.
    String stem() {
        var target = model.experimentProperty().get().target().title().toLowerCase(Locale.ROOT);
        return target.replaceAll("\\.csv$", "").replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
