package isotopy.view;

import isotopy.project.Places;
import isotopy.service.Logbook;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The program itself, as its windows tell of it: where its files lie, and what happened.
///
/// @param openFolder shows a folder on the desktop, where that works
public record Program(Places places, Logbook log, Optional<Consumer<Path>> openFolder) {}
