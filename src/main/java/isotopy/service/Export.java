package isotopy.service;

import isotopy.export.Order;
import isotopy.export.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What an [ExportService] writes. What takes long to prepare is prepared by the service, too.
public sealed interface Export {
    /// What an order says, made in the background; throws `IllegalArgumentException` with a sentence, when there
    /// is no such picture.
    record Drawn(Supplier<Order> order) implements Export {}

    /// One file of data, by whoever knows how.
    record Written(Writing writing) implements Export {}

    /// Writes a file, whole or not at all.
    @FunctionalInterface
    interface Writing {
        /// Writes it; false when `progress` stopped it.
        ///
        /// Throws: `IOException` with a sentence for the user.
        boolean write(Path file, Progress progress) throws IOException;
    }
}
