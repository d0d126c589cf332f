package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.DrawnMap;
import isotopy.target.Preset;
import isotopy.target.Stroke;
import isotopy.target.Symmetry;
import isotopy.train.Experiment;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetEditorTest {
    private static final int MIDDLE = TargetEditor.NODES * TargetEditor.NODES / 2;
    private static FlowSnapshot start;
    private Hands hands;

    @BeforeAll
    static void train() {
        start = Fx.trained(Experiment.standard(Preset.IDENTITY), 0);
    }

    @BeforeEach
    void open() {
        hands = new Hands(start, 900, 640);
        Fx.run(hands.model::startDrawing);
        hands.frames(3);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void aDraggedNodeEndsUnderTheMouseAndIsOneUndo() {
        hands.drag(hands.stage, hands.pageX(0), hands.pageY(0), hands.pageX(0.3), hands.pageY(0.2));

        var map = drawn();
        assertThat(map.nodeImages().at(0, MIDDLE)).isCloseTo(0.3, within(0.02));
        assertThat(map.nodeImages().at(1, MIDDLE)).isCloseTo(0.2, within(0.02));
        assertThat(map.strokes()).hasSize(1);
        assertThat(hands.model.undoLabelProperty().get()).contains("Drag a node");

        hands.click("draw-undo");
        assertThat(hands.model.experimentProperty().get().target()).isEqualTo(Preset.IDENTITY);
        assertThat(hands.model.undoLabelProperty().get()).isEmpty();

        hands.click("draw-redo");
        assertThat(drawn()).isEqualTo(map);
    }

    @Test
    void twoDragsAreTwoUndos() {
        hands.drag(hands.stage, hands.pageX(0), hands.pageY(0), hands.pageX(0.2), hands.pageY(0));
        var first = drawn();
        hands.drag(hands.stage, hands.pageX(0.2), hands.pageY(0), hands.pageX(0.2), hands.pageY(0.3));
        assertThat(drawn().nodeImages().at(1, MIDDLE)).isCloseTo(0.3, within(0.02));
        Fx.run(hands.model::undo);
        assertThat(drawn()).isEqualTo(first);
    }

    @Test
    void theFingerPushesSpaceAndTheWheelMakesItWider() {
        hands.click("draw-push");
        double x = hands.pageX(0.1);
        double y = hands.pageY(0.1);
        hands.drag(hands.stage, x, y, hands.pageX(0.4), hands.pageY(0.1));

        var map = drawn();
        assertThat(map.strokes()).isNotEmpty().allMatch(stroke -> stroke instanceof Stroke.Push);
        var under = map.apply(Points.single(0.1, 0.1));
        assertThat(under.at(0, 0)).isCloseTo(0.4, within(0.03));
        assertThat(hands.model.undoLabelProperty().get()).contains("Push");

        double radius = hands.stage.editor().radius();
        double span = hands.model.lookProperty().get().camera().span();
        hands.wheel(hands.stage, x, y, -2);
        assertThat(hands.stage.editor().radius()).isNotEqualTo(radius);
        assertThat(hands.model.lookProperty().get().camera().span()).isEqualTo(span);
        double wider = hands.stage.editor().radius();
        hands.type(KeyCode.OPEN_BRACKET);
        assertThat(hands.stage.editor().radius()).isLessThan(wider);

        Fx.run(hands.model::undo);
        assertThat(hands.model.experimentProperty().get().target()).isEqualTo(Preset.IDENTITY);
    }

    @Test
    void aPresetIsDrawnUponAndPairsGiveWayToANewMap() {
        Fx.run(() -> hands.model.edit("Swirl", e -> e.withTarget(Preset.SWIRL)));
        hands.frames(2);
        assertThat(Fx.on(() -> hands.stage.editor().map()).base()).isEqualTo(Preset.SWIRL);

        Fx.run(hands.model::leaveDrawing);
        var pairs = new Correspondence(
                "three.csv",
                Points.of(new double[] {0, 1, 0}, new double[] {0, 0, 1}),
                Points.of(new double[] {0, 1, 0}, new double[] {0, 0, 1}));
        Fx.run(() -> hands.model.edit("Pairs", e -> e.withTarget(pairs)));
        Fx.run(hands.model::startDrawing);
        hands.frames(2);
        assertThat(Fx.on(() -> hands.stage.editor().map()).base()).isEqualTo(Preset.IDENTITY);
        assertThat(hands.model.noticeProperty().get().orElseThrow().text()).contains("begins a new map");
    }

    @Test
    void aFoldIsSaidWhileItIsDrawn() {
        assertThat(hands.find("obstruction").isVisible()).isFalse();
        hands.drag(hands.stage, hands.pageX(0), hands.pageY(0), hands.pageX(0.9), hands.pageY(0));
        hands.await(() -> hands.model.obstructionProperty().get().isPresent());
        hands.frames(1);
        assertThat(hands.find("obstruction").isVisible()).isTrue();
    }

    @Test
    void fiveHundredPushesAreDrawnInTheBackground() {
        Fx.run(() -> {
            var map = DrawnMap.blank(
                    hands.model.experimentProperty().get().sampling().domain(), TargetEditor.NODES);
            for (int k = 0; k < 500; k++) {
                map = map.push(0.5 * Math.cos(0.1 * k), 0.5 * Math.sin(0.1 * k), 0.01, 0.01, 0.2);
            }
            var drawn = map;
            hands.model.edit("Pushes", e -> e.withTarget(drawn));
        });
        var before = drawn();
        hands.drag(hands.stage, hands.pageX(-1), hands.pageY(-1), hands.pageX(-1.1), hands.pageY(-1.1));
        assertThat(drawn().strokes()).hasSize(before.strokes().size() + 1);
    }

    @Test
    void symmetriseAndResetAreEditsToo() {
        hands.drag(hands.stage, hands.pageX(0), hands.pageY(0), hands.pageX(0.3), hands.pageY(0.2));
        Fx.run(() -> hands.stage.editor().symmetrise(Symmetry.HALF_TURN));
        var images = drawn().nodeImages();
        assertThat(images.at(0, MIDDLE)).isCloseTo(0, within(1e-9));
        assertThat(hands.model.undoLabelProperty().get()).contains("Symmetrise");
        hands.click("draw-reset");
        assertThat(drawn().strokes()).isEmpty();
        Fx.run(hands.model::undo);
        assertThat(drawn().nodeImages()).isEqualTo(images);
    }

    @Test
    void enterLeavesDrawingAndTheFlowReappears() {
        assertThat(hands.find("overlays").isVisible()).isFalse();
        hands.type(KeyCode.ENTER);
        assertThat(hands.model.drawingProperty().get()).isFalse();
        hands.frames(1);
        assertThat(hands.find("overlays").isVisible()).isTrue();
        assertThat(hands.find("drawing-bar").isVisible()).isFalse();
    }

    private DrawnMap drawn() {
        return (DrawnMap) hands.model.experimentProperty().get().target();
    }
}
