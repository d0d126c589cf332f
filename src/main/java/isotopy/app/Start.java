package isotopy.app;

import isotopy.project.Places;
import isotopy.project.Release;
import isotopy.service.Logbook;
import isotopy.service.Meeting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands before there is a window: where the program's files lie, its log, and whether another one of its windows
/// has taken the files.
///
/// @param meeting where later starts leave their files; empty when this one works alone
record Start(Places places, Logbook log, Optional<Meeting> meeting) {
    /// Begins the log and looks for a window that is open already; empty when that one has taken the files.
    static Optional<Start> with(Places places, List<Path> files) {
        var log = new Logbook(places.logs(), Logbook.head(""));
        log.open();
        if (System.getProperty(Rehearsal.PROPERTY) != null) {
            return Optional.of(new Start(places, log, Optional.empty()));
        }
        return switch (Meeting.arrive(places.meeting(), name(System.getenv()), files)) {
            case Meeting.Arrival.HandedOver() -> Optional.empty();
            case Meeting.Arrival.First(var meeting) -> Optional.of(new Start(places, log, Optional.of(meeting)));
            case Meeting.Arrival.Alone() -> Optional.of(new Start(places, log, Optional.empty()));
        };
    }

    /// Windows of the same release on the same display meet: one on another display would open where nobody sits.
    static String name(Map<String, String> environment) {
        var display = Stream.of("DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME")
                .map(variable -> environment.getOrDefault(variable, ""))
                .collect(Collectors.joining("\n", Release.number() + "\n", ""));
        return "window-"
                + UUID.nameUUIDFromBytes(display.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    /// JavaFX unpacks its own libraries where the system has caches, or where nothing can be kept into a folder for
    /// what is temporary.
    static void keepLibraries(Places places) {
        var libraries = places.caches().resolve("javafx");
        if (System.getProperty("javafx.cachedir") == null) {
            var kept = Places.writable(libraries)
                    ? libraries
                    : Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "isotopy-" + System.getProperty("user.name"),
                            "javafx");
            System.setProperty("javafx.cachedir", kept.toString());
        }
    }
}
