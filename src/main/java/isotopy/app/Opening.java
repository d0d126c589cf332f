package isotopy.app;

import isotopy.export.Raster;
import isotopy.figure.Illustrator;
import isotopy.figure.Scene;
import isotopy.project.Project;
import isotopy.snapshot.FlowSnapshot;

/// The opening scene, ready to be shown.
///
/// @param start the flow as the shipped project has it
/// @param scene what is drawn of it
record Opening(Project project, FlowSnapshot start, Scene scene) {
    /// Units: pixels.
    private static final int WIDTH = 848;

    private static final int HEIGHT = 800;

    /// Reads and traces the scene, and paints a picture of it to nowhere, which loads what the first frame needs.
    static Opening prepare() {
        var project = OpeningScene.load();
        var start = project.snapshot();
        var scene = Scene.of(start, project.look());
        new Raster(WIDTH, HEIGHT).paint(Illustrator.at(scene, 0, project.look(), WIDTH, HEIGHT), 1);
        return new Opening(project, start, scene);
    }
}
