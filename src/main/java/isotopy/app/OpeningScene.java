package isotopy.app;

import isotopy.project.Project;
import isotopy.project.ProjectException;
import isotopy.project.ProjectFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The scene with which the program greets: the swirl, with a flow already trained for it, shipped as a project.
final class OpeningScene {
    private static final String RESOURCE = "/isotopy/opening.isotopy";

    private OpeningScene() {}

    /// Reads the shipped project.
    static Project load() {
        try (var in = OpeningScene.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + RESOURCE + " is missing");
            }
            return ProjectFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProjectException e) {
            throw new IllegalStateException("the program is damaged: " + e.getMessage(), e);
        }
    }
}
