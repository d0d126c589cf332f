package isotopy.export;

import java.io.IOException;
import java.nio.file.Path;

/// Writes one file, whole or not at all; an existing file is replaced at the very end. The same input gives the same
/// bytes.
public sealed interface Exporter permits PngExporter, GifExporter {
    /// Writes the file; false when `progress` stopped it.
    ///
    /// Throws: `IOException` with a sentence for the user, when the file cannot be written.
    boolean export(Path target, Progress progress) throws IOException;
}
