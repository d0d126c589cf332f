package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.snapshot.FlowSnapshot;
import isotopy.target.DrawnCurve;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.train.Experiment;
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
