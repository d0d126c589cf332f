package isotopy.app;

import isotopy.export.Raster;
import isotopy.figure.Illustrator;
import isotopy.figure.Scene;
import isotopy.flow.Folds;
import isotopy.project.Project;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.Costs;
import isotopy.train.Evaluation;

/// The opening scene, ready to be drawn.
///
/// @param scene what is drawn of it; its flow has not been measured, for no picture shows that
record Opening(Project project, Scene scene) {
    private static final Evaluation UNKNOWN = new Evaluation(Double.NaN, Double.NaN, Double.NaN);

    /// Units: pixels.
    private static final int SIDE = 64;

    /// Reads and traces the scene, and paints a picture of it to nowhere, which loads what the first frame needs.
    static Opening prepare() {
        var project = OpeningScene.load();
        var scene = Scene.of(unmeasured(project), project.look());
        new Raster(SIDE, SIDE).paint(Illustrator.at(scene, 0, project.look(), SIDE, SIDE), 1);
        return new Opening(project, scene);
    }

    private static FlowSnapshot unmeasured(Project project) {
        return new FlowSnapshot(
                project.experiment(),
                project.control(),
                project.step(),
                UNKNOWN,
                UNKNOWN,
                project.history(),
                project.checkpoints(),
                Costs.NONE,
                Folds.NONE,
                project.edits(),
                new Activity.Waiting(),
                0);
    }
}
