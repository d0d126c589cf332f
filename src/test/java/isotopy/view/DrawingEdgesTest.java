package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.snapshot.FlowSnapshot;
import isotopy.target.DrawnCurve;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.Preset;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.train.Experiment;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drawing at its edges: on targets without a value, after everything was taken away, and on very many points.
class DrawingEdgesTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"sqrt(x)", "ln(x)", "1/x", "sqrt(-1 - x^2)"})
    void aCurveWithoutAValueAtPlacesIsDrawnUponWhereItHasOne(String formula) {
        draw(Typed.parse(formula));
        assertThat(((DrawnCurve) Fx.on(() -> hands.stage.editor().hand().shown())).nodes())
                .hasSizeGreaterThan(7);
        stroke(0.1, 0.8, 0.9, 0.2);
        assertThat(target()).isInstanceOf(DrawnCurve.class);
    }

    @Test
    void whatIsRubbedOutComesBackByUndoAndGoesByRedo() {
        var moons = LabelPreset.MOONS.draw(200, 1);
        draw(moons);
        hands.click("draw-reset");
        hands.frames(1);
        assertThat(hands.model.undoLabelProperty().get()).contains("Rub all points out");
        assertThat(empty()).isTrue();
        Fx.run(hands.model::undo);
        assertThat(target()).as("the target is still there").isEqualTo(moons);
        assertThat(empty()).isFalse();
        Fx.run(hands.model::redo);
        assertThat(empty()).isTrue();
        stroke(0.45, 0.5, 0.55, 0.5);
        var painted = target();
        assertThat(empty()).isFalse();
        Fx.run(hands.model::undo);
        assertThat(empty()).as("first the stroke is taken back").isTrue();
        Fx.run(hands.model::redo);
        assertThat(target()).isEqualTo(painted);
        assertThat(empty()).isFalse();
    }

    @Test
    void theEraserThatTakesTheLastPointIsOneUndo() {
        var few = LabelPreset.MOONS.draw(4, 1);
        draw(few);
        hands.click("draw-eraser");
        Fx.run(() -> hands.stage.editor().tool().radiusProperty().set(DrawingTool.MOST));
        stroke(0.3, 0.5, 0.7, 0.5);
        assertThat(empty()).isTrue();
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(few);
        assertThat(empty()).isFalse();
    }

    @Test
    void theFirstCurveOfAShapeIsAnUndoOfItsOwn() {
        draw(Preset.SWIRL);
        hands.click("draw-shape");
        var tool = Fx.on(() -> hands.stage.editor().tools().shapes());
        ring(0.3);
        assertThat(Fx.on(tool::waiting)).isPresent();
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(Preset.SWIRL);
        assertThat(Fx.on(tool::waiting)).isEmpty();
        Fx.run(hands.model::redo);
        assertThat(Fx.on(tool::waiting)).isPresent();
        ring(0.6);
        hands.await(() -> target() instanceof ShapeMap);
        Fx.run(hands.model::undo);
        assertThat(Fx.on(tool::waiting)).as("the second curve alone").isPresent();
        hands.click("draw-reset");
        assertThat(target()).isEqualTo(Preset.IDENTITY);
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(Preset.SWIRL);
        assertThat(Fx.on(tool::waiting)).isPresent();
    }

    @Test
    void veryManyPointsAreRubbedOutInTheBackground() {
        var many = LabelPreset.MOONS.draw(30_000, 1);
        draw(many);
        hands.click("draw-eraser");
        Fx.run(() -> {
            var tool = hands.stage.editor().hand();
            assertThat(tool.press(new Touch(0, 0, 0.4, 0.2, false))).isTrue();
            tool.drag(new Touch(40, 0, -0.4, 0.2, false));
            tool.release(new Touch(40, 0, -0.4, 0.2, false));
            assertThat(target()).as("nothing is looked at where the window lives").isSameAs(many);
        });
        hands.await(() -> ((Labels) target()).x().size() < 30_000);
        var radius = hands.stage.editor().radius();
        var left = (Labels) target();
        for (int k = 0; k < left.x().size(); k++) {
            assertThat(Math.hypot(left.x().at(0, k) - 0.4, left.x().at(1, k) - 0.2)).isGreaterThan(radius);
        }
        Fx.run(hands.model::undo);
        assertThat(target()).isEqualTo(many);
    }

    private boolean empty() {
        return Fx.on(() -> hands.stage.editor().hand().empty());
    }

    private void ring(double radius) {
        hands.moveTo(hands.stage, hands.pageX(radius), hands.pageY(0));
        hands.press(MouseButton.PRIMARY);
        for (int k = 1; k < 40; k++) {
            double t = 2 * Math.PI * k / 40;
            hands.moveTo(hands.stage, hands.pageX(radius * Math.cos(t)), hands.pageY(radius * Math.sin(t)));
        }
        hands.release(MouseButton.PRIMARY);
        hands.frames(2);
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

    /// Drags between places given as shares of the stage.
    private void stroke(double fromAcross, double fromDown, double toAcross, double toDown) {
        double w = Fx.on(hands.stage::getWidth);
        double h = Fx.on(hands.stage::getHeight);
        hands.drag(hands.stage, fromAcross * w, fromDown * h, toAcross * w, toDown * h);
    }

    private TargetMap target() {
        return hands.model.experimentProperty().get().target();
    }
}
