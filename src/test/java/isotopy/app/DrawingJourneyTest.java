package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.TargetMap;
import isotopy.view.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user draws targets of every kind and reads one from a table, with mouse and keyboard, in the whole window.
final class DrawingJourneyTest {
    @TempDir
    Path folder;

    private Path table;
    private Walk walk;

    @BeforeEach
    void openTheWindow() {
        table = folder.resolve("measured.csv");
        walk = new Walk(folder, table);
    }

    @AfterEach
    void closeTheWindow() {
        walk.close();
    }

    @Test
    void aCurveOfTheLineIsDrawnInOneStrokeAndAFlowLearnsIt() {
        walk.click("kind-1-d");
        walk.await("1-D", () -> target().kind() == Kind.LINE);
        walk.click("target-draw");
        walk.await("drawing", () -> walk.model.drawingProperty().get());
        var before = target();

        walk.drag(rising());

        walk.await("a drawn curve", () -> target() instanceof DrawnCurve);
        var curve = (DrawnCurve) target();
        assertThat(curve.at(curve.domain().at(0.9)))
                .isGreaterThan(curve.at(curve.domain().at(0.5)))
                .isGreaterThan(curve.at(curve.domain().at(0.1)) + 0.5);
        walk.click("draw-undo");
        assertThat(target()).as("the stroke is one undo").isEqualTo(before);
        walk.click("draw-redo");
        assertThat(target()).isEqualTo(curve);

        walk.press(KeyCode.ENTER);
        walk.await("the curve's flow", () -> trains(curve));
        double atFirst = walk.snapshot().train().meanSquare();
        walk.press(KeyCode.R);
        walk.await(
                "a smaller miss",
                () -> walk.model.snapshotProperty().get().train().meanSquare() < atFirst / 5);
    }

    @Test
    void twoClassesArePaintedAndAFlowTellsThemApart() {
        walk.click("kind-labels");
        walk.await("labels", () -> target().kind() == Kind.LABELS);
        walk.click("target-draw");
        walk.await("drawing", () -> walk.model.drawingProperty().get());
        walk.click("draw-reset");

        walk.click("draw-class-0");
        walk.drag(walk.plane(-0.6, -0.7), walk.plane(-0.6, -0.3), walk.plane(-0.6, 0.2), walk.plane(-0.6, 0.7));
        walk.click("draw-class-1");
        walk.drag(walk.plane(0.5, -0.7), walk.plane(0.5, -0.3), walk.plane(0.5, 0.2), walk.plane(0.5, 0.7));

        var painted = (Labels) target();
        assertThat(painted.x().size()).isGreaterThan(20);
        for (int k = 0; k < painted.x().size(); k++) {
            assertThat(painted.classes().get(k)).isEqualTo(painted.x().at(0, k) < 0 ? 0 : 1);
        }
        walk.press(KeyCode.ENTER);
        walk.await("the classes' flow", () -> trains(painted));
        walk.press(KeyCode.R);
        walk.await(
                "nearly all points told apart",
                () -> walk.model.snapshotProperty().get().train().accuracy() > 0.95);
    }

    @Test
    void threeLandmarksAreDraggedAndTheMapKeepsThemExactly() {
        walk.click("target-draw");
        walk.await("drawing", () -> walk.model.drawingProperty().get());
        walk.click("draw-landmarks");
        double[][] drags = {{-0.5, -0.4, -0.3, -0.1}, {0.5, -0.4, 0.3, -0.6}, {0, 0.5, 0.1, 0.7}};
        for (int k = 0; k < drags.length; k++) {
            var way = drags[k];
            walk.drag(
                    walk.plane(way[0], way[1]),
                    walk.plane((way[0] + way[2]) / 2, (way[1] + way[3]) / 2),
                    walk.plane(way[2], way[3]));
            int count = k + 1;
            walk.await(
                    count + " landmarks",
                    () -> target() instanceof Landmarks marks
                            && marks.x().size() == count
                            && Math.abs(marks.y().at(0, count - 1) - way[2]) < 0.02);
        }
        var map = (Landmarks) target();
        var images = map.apply(map.x());
        for (int k = 0; k < drags.length; k++) {
            assertThat(map.x().at(0, k)).isCloseTo(drags[k][0], within(0.02));
            assertThat(images.at(0, k)).isCloseTo(map.y().at(0, k), within(1e-10));
            assertThat(images.at(1, k)).isCloseTo(map.y().at(1, k), within(1e-10));
        }
        walk.click("draw-undo");
        assertThat(target())
                .as("every drag is one undo")
                .isInstanceOfSatisfying(
                        Landmarks.class, two -> assertThat(two.x().size()).isEqualTo(2));
    }

    @Test
    void aTableWithTwoBadRowsIsLookedAtAndImportedWithoutThem() throws IOException {
        var rows = new StringBuilder("hour,east,north,east_later,north_later\n");
        for (int k = 0; k < 50; k++) {
            var goal = k == 12 ? "oops" : k == 31 ? "" : String.valueOf(0.01 * k);
            rows.append(k + ",0.%02d,0.%02d,%s,0.5%n".formatted(k, 99 - k, goal));
        }
        Files.writeString(table, rows.toString());
        var before = target();
        walk.click("target-csv");
        walk.await("the table", () -> walk.visible("import-preview"));
        choose("x1", "east");
        choose("x2", "north");
        choose("y1", "east_later");
        choose("y2", "north_later");
        walk.click("import-start");
        walk.await("the bad rows", () -> walk.visible("import-bad-rows"));
        var told = Fx.on(() -> ((ListView<?>) walk.find("import-bad-rows"))
                .getItems().stream().map(String::valueOf).toList());
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).startsWith("Line 14").contains("oops");
        assertThat(told.get(1)).startsWith("Line 33");
        assertThat(target()).as("nothing is imported by halves").isEqualTo(before);

        walk.click("import-skip");
        walk.await("the pairs", () -> target() instanceof Correspondence);
        var pairs = (Correspondence) target();
        assertThat(pairs.x().size()).isEqualTo(48);
        assertThat(pairs.x().at(0, 20)).isEqualTo(0.21);
        assertThat(walk.visible("import-pane")).isFalse();
        walk.click("undo");
        assertThat(target()).isEqualTo(before);
    }

    /// Chooses a column for a role.
    @SuppressWarnings("unchecked")
    private void choose(String role, String column) {
        var box = (ChoiceBox<String>) walk.find("import-column-" + role);
        Fx.run(() -> box.setValue(column));
    }

    /// A stroke that rises over the whole stage, with a bend.
    private Point2D[] rising() {
        var places = new Point2D[25];
        for (int k = 0; k < places.length; k++) {
            double s = k / (places.length - 1.0);
            places[k] = walk.stage(0.13 + 0.8 * s, 0.8 - 0.6 * s * s * (3 - 2 * s));
        }
        return places;
    }

    private TargetMap target() {
        return walk.ask(() -> walk.model.experimentProperty().get().target());
    }

    private boolean trains(TargetMap target) {
        return walk.model.snapshotProperty().get().experiment().target().equals(target);
    }
}
