package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.figure.LineLayout;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.DrawnCurve;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The tools for curves, classes, landmarks and shapes, with the mouse on the stage.
class DrawingToolsTest {
    private static FlowSnapshot start;
    private Hands hands;

    @BeforeAll
    static void train() {
        start = Fx.trained(Experiment.standard(Preset.IDENTITY), 0);
    }

    @BeforeEach
    void open() {
        hands = new Hands(start, 900, 640);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void aPencilStrokeIsOneUndoAndAPartialOneLeavesTheRest() {
        draw(LinePreset.values()[0]);
        var before = target();
        stroke(0.1, 0.8, 0.9, 0.2);
        var whole = curve();
        double middle = whole.domain().at(0.5);
        assertThat(whole.at(whole.domain().at(0.8)))
                .isGreaterThan(whole.at(whole.domain().at(0.2)));
        assertThat(hands.model.undoLabelProperty().get()).contains("Draw the curve");

        stroke(0.6, 0.25, 0.8, 0.25);
        var partial = curve();
        assertThat(partial).isNotEqualTo(whole);
        for (double share : new double[] {0.15, 0.3, 0.4}) {
            double x = whole.domain().at(share);
            assertThat(partial.at(x)).as("left of the stroke, x = %s", x).isCloseTo(whole.at(x), within(0.02));
        }
        Fx.run(hands.model::undo);
        assertThat(curve()).isEqualTo(whole);
        assertThat(curve().at(middle)).isEqualTo(whole.at(middle));
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(before);
    }

    @Test
    void withIncreasingAStrokeThatFallsBecomesACurveThatDoesNot() {
        draw(LinePreset.values()[0]);
        hands.click("draw-increasing");
        stroke(0.1, 0.2, 0.9, 0.8);
        var nodes = curve().nodes();
        assertThat(nodes).isSortedAccordingTo((a, b) -> Double.compare(a.y(), b.y()));
        assertThat(curve().increasing()).isTrue();
        var toggle = (ToggleButton) hands.find("draw-increasing");
        assertThat(toggle.isSelected()).isTrue();
        Fx.run(() -> {
            hands.model.undo();
            hands.model.undo();
        });
        Fx.run(() -> hands.model.edit(
                "Free", now -> now.withTarget(DrawnCurve.blank(now.sampling().domain(), 5))));
        assertThat(toggle.isSelected()).as("the toggle follows the curve").isFalse();
    }

    @Test
    void controlPointsAreDraggedAddedByADoubleClickAndRemovedByDeleteOrTheOtherButton() {
        draw(DrawnCurve.blank(start.experiment().sampling().domain(), 5));
        hands.click("draw-points");
        hands.frames(3);
        var layout = layout();
        hands.drag(hands.stage, layout.graphX(0), layout.heightY(0), layout.graphX(0), layout.heightY(0.5));
        assertThat(curve().nodes().get(2).y()).isCloseTo(0.5, within(0.02));
        assertThat(hands.model.undoLabelProperty().get()).contains("Drag a control point");

        double x = layout.graphX(0.25);
        double y = layout.heightY(0.2);
        hands.moveTo(hands.stage, x, y);
        doubleClick();
        assertThat(curve().nodes()).hasSize(6);
        double added = layout.heightY(curve().nodes().get(3).y());
        hands.moveTo(hands.stage, x, added);
        hands.type(KeyCode.DELETE);
        assertThat(curve().nodes()).hasSize(5).allMatch(node -> Math.abs(node.x() - 0.25) > 0.1);
        hands.click(hands.stage, layout.graphX(0), layout.heightY(0.5), MouseButton.SECONDARY);
        assertThat(curve().nodes()).hasSize(4);
        Fx.run(hands.model::undo);
        assertThat(curve().nodes()).hasSize(5);
    }

    @Test
    void theGraphStandsStillWhileAPointIsDraggedAndFitsAfterwards() {
        draw(DrawnCurve.blank(start.experiment().sampling().domain(), 5));
        hands.click("draw-points");
        hands.frames(3);
        var layout = layout();
        hands.moveTo(hands.stage, layout.graphX(0), layout.heightY(0));
        hands.press(MouseButton.PRIMARY);
        double wanted = layout.high() - 1e-3;
        for (int k = 1; k <= 6; k++) {
            hands.moveTo(hands.stage, layout.graphX(0), layout.heightY(k * wanted / 6));
            hands.frames(1);
            // were the scale to follow the curve, the point would run away from the mouse
            assertThat(curve().nodes().get(2).y()).isCloseTo(k * wanted / 6, within(0.02));
        }
        hands.release(MouseButton.PRIMARY);
    }

    @Test
    void pairsOfTheLineGiveWayToTheDiagonal() {
        var x = Points.of(new double[][] {{-1, 0, 1}});
        draw(new Correspondence("three.csv", x, x));
        assertThat(hands.model.noticeProperty().get().orElseThrow().text()).contains("the diagonal");
        stroke(0.1, 0.8, 0.9, 0.2);
        assertThat(target()).isInstanceOf(DrawnCurve.class);
        assertThat(hands.model.noticeProperty().get()).as("it is drawn").isEmpty();
    }

    @Test
    void theSameStrokeOfTheBrushPaintsTheSamePointsInTheClassThatIsChosen() {
        var moons = LabelPreset.values()[0].draw(50, 1);
        draw(moons);
        hands.click("draw-class-1");
        stroke(0.3, 0.3, 0.6, 0.3);
        var once = labels();
        int more = once.x().size() - moons.x().size();
        assertThat(more).isGreaterThan(10);
        assertThat(once.classes().subList(50, once.classes().size())).containsOnly(1);
        Fx.run(hands.model::undo);
        assertThat(target()).as("a stroke is one undo").isEqualTo(moons);
        stroke(0.3, 0.3, 0.6, 0.3);
        assertThat(labels()).isEqualTo(once);
    }

    @Test
    void theEraserRubsOutAndWhatIsClearedGivesWayToTheNextStroke() {
        var moons = LabelPreset.values()[0].draw(200, 1);
        draw(moons);
        hands.click("draw-eraser");
        stroke(0.35, 0.4, 0.65, 0.4);
        assertThat(labels().x().size()).isBetween(1, 199);
        hands.click("draw-reset");
        hands.frames(2);
        assertThat(hands.find("drawing-hint").isVisible()).isTrue();
        assertThat(target()).as("classes without a point are no target").isInstanceOf(Labels.class);
        hands.click("draw-brush");
        stroke(0.45, 0.5, 0.55, 0.5);
        var painted = labels();
        assertThat(painted.names()).isEqualTo(moons.names());
        assertThat(painted.x().size()).isLessThan(100);
        hands.frames(2);
        assertThat(hands.find("drawing-hint").isVisible()).isFalse();
    }

    @Test
    void classesAreAddedUpToFive() {
        draw(LabelPreset.values()[0].draw(50, 1));
        for (int k = 3; k <= 5; k++) {
            hands.click("draw-class-add");
            assertThat(labels().names()).hasSize(k).doesNotHaveDuplicates();
        }
        assertThat(hands.find("draw-class-add")).isNull();
        stroke(0.45, 0.5, 0.55, 0.5);
        assertThat(labels().classes().getLast()).isEqualTo(4);
    }

    @Test
    void landmarksAreAddedMovedAndRemovedAndEveryDragIsOneUndo() {
        draw(Preset.IDENTITY);
        hands.click("draw-landmarks");
        mark(-0.5, 0, -0.3, 0.2, 1);
        mark(0.5, 0, 0.4, -0.2, 2);
        var two = marks();
        assertThat(two.y().at(0, 1)).isCloseTo(0.4, within(0.02));
        hands.drag(hands.stage, hands.pageX(0.4), hands.pageY(-0.2), hands.pageX(0.6), hands.pageY(0.3));
        hands.await(() -> target() instanceof Landmarks now && Math.abs(now.y().at(1, 1) - 0.3) < 0.02);
        assertThat(marks().x()).as("only the goal was dragged").isEqualTo(two.x());
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(two);
        hands.click(hands.stage, hands.pageX(0.5), hands.pageY(0), MouseButton.SECONDARY);
        hands.await(() -> target() instanceof Landmarks now && now.x().size() == 1);
        hands.click("draw-reset");
        assertThat(target()).isEqualTo(Preset.IDENTITY);
    }

    @Test
    void twoLandmarksDoNotStartAtOnePlace() {
        draw(Preset.IDENTITY);
        hands.click("draw-landmarks");
        mark(-0.5, 0, -0.5, 0.3, 1);
        mark(0.5, 0, 0.5, 0.3, 2);
        var two = marks();
        double x = hands.pageX(two.x().at(0, 0));
        double y = hands.pageY(two.x().at(1, 0));
        var tool = Fx.on(() -> hands.stage.editor().hand());
        var from = new Touch(
                hands.pageX(0.5), hands.pageY(0), two.x().at(0, 1), two.x().at(1, 1), false);
        Fx.run(() -> {
            tool.press(from);
            tool.drag(new Touch(x, y, two.x().at(0, 0), two.x().at(1, 0), false));
            tool.release(from);
        });
        hands.frames(3);
        assertThat(target()).isEqualTo(two);
        assertThat(hands.model.noticeProperty().get().orElseThrow().text()).contains("one place");
    }

    @Test
    void aCurveIsDrawnAndThenWhereItShouldGoAndEitherCanBeDrawnAgain() {
        draw(Preset.SWIRL);
        hands.click("draw-shape");
        assertThat(hands.model.noticeProperty().get().orElseThrow().text()).contains("Swirl");
        ring(0.3);
        hands.frames(2);
        assertThat(target()).isEqualTo(Preset.SWIRL);
        ring(0.6);
        hands.await(() -> target() instanceof ShapeMap);
        var map = (ShapeMap) target();
        var carried = map.apply(Points.single(0.3, 0));
        assertThat(Math.hypot(carried.at(0, 0), carried.at(1, 0))).isCloseTo(0.6, within(0.06));

        hands.click("draw-shape-from");
        ring(0.4);
        hands.await(() -> target() instanceof ShapeMap now && now != map);
        assertThat(((ShapeMap) target()).to()).isEqualTo(map.to());
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(map);
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(Preset.SWIRL);
    }

    @Test
    void toolsGoWithTheKindOfProblem() {
        draw(Preset.IDENTITY);
        assertThat(shown()).containsExactly("draw-lattice");
        draw(LinePreset.values()[0]);
        assertThat(shown()).containsExactly("draw-pencil");
        draw(LabelPreset.values()[0].draw(50, 1));
        assertThat(shown()).containsExactly("draw-brush");
    }

    @Test
    void aMapThroughManyLandmarksIsBuiltInTheBackground() {
        int side = 14;
        var lattice = start.experiment().sampling().domain().lattice(side);
        draw(new Landmarks("many", lattice, lattice));
        hands.frames(3);
        var before = marks();
        Fx.run(() -> {
            var tool = hands.stage.editor().hand();
            var at = new Touch(0, 0, 0.01, 0.02, false);
            assertThat(tool.press(at)).isTrue();
            tool.drag(new Touch(40, 0, 0.05, 0.02, false));
            tool.release(at);
            assertThat(hands.model.experimentProperty().get().target())
                    .as("nothing is solved where the window lives")
                    .isSameAs(before);
        });
        hands.await(() -> marks().x().size() == side * side + 1);
        assertThat(marks().y().at(0, side * side)).isEqualTo(0.05);
    }

    private List<String> shown() {
        return Stream.of("draw-lattice", "draw-pencil", "draw-brush")
                .filter(id -> hands.find(id).getParent().isVisible())
                .toList();
    }

    private void draw(TargetMap target) {
        Fx.run(() -> {
            hands.model.edit(
                    "Choose",
                    now -> Fitting.with(now, target).withSampling(now.sampling().withDomain(target.home())));
            hands.model.startDrawing();
        });
        hands.frames(3);
    }

    private LineLayout layout() {
        return Fx.on(() -> hands.stage.editor().graph().orElseThrow());
    }

    /// Drags between places given as shares of the stage.
    private void stroke(double fromAcross, double fromDown, double toAcross, double toDown) {
        double w = Fx.on(hands.stage::getWidth);
        double h = Fx.on(hands.stage::getHeight);
        hands.drag(hands.stage, fromAcross * w, fromDown * h, toAcross * w, toDown * h);
    }

    private void mark(double x1, double x2, double y1, double y2, int count) {
        hands.drag(hands.stage, hands.pageX(x1), hands.pageY(x2), hands.pageX(y1), hands.pageY(y2));
        hands.await(() -> target() instanceof Landmarks marks
                && marks.x().size() == count
                && Math.abs(marks.y().at(0, count - 1) - y1) < 0.02);
        hands.frames(3);
    }

    private void ring(double radius) {
        hands.moveTo(hands.stage, hands.pageX(radius), hands.pageY(0));
        hands.press(MouseButton.PRIMARY);
        for (int k = 1; k < 40; k++) {
            double t = 2 * Math.PI * k / 40;
            hands.moveTo(hands.stage, hands.pageX(radius * Math.cos(t)), hands.pageY(radius * Math.sin(t)));
        }
        hands.release(MouseButton.PRIMARY);
        hands.frames(1);
    }

    private void doubleClick() {
        for (int k = 0; k < 2; k++) {
            hands.press(MouseButton.PRIMARY);
            hands.release(MouseButton.PRIMARY);
        }
        hands.frames(1);
    }

    private TargetMap target() {
        return hands.model.experimentProperty().get().target();
    }

    private DrawnCurve curve() {
        return (DrawnCurve) target();
    }

    private Labels labels() {
        return (Labels) target();
    }

    private Landmarks marks() {
        return (Landmarks) target();
    }
}
