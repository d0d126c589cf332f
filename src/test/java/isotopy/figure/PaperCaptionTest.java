package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.target.LabelPreset;
import org.junit.jupiter.api.Test;

/// The words below a figure hold what somebody needs to make it again.
class PaperCaptionTest {
    @Test
    void aFlowOfThePlaneIsToldWithAllItsParameters() {
        assertThat(PaperCaption.of(Scenes.swirl(5)))
                .isEqualTo(
                        "Swirl: a flow of the plane, learned from examples (120 in all, 24 of them kept for the test)."
                                + " Network: control family tanh, ẋ = V σ(W x + b); activation σ(u) = tanh u; width 8; depth 5;"
                                + " horizon T = 1; integrator Euler, the residual network itself."
                                + " Training: Adam; loss squared distance; learning rate 0.01; training steps 60; seed 1."
                                + " Errors: mean square 0.01, mean 0.1, largest 0.3 on the training points;"
                                + " mean square 0.01, mean 0.1, largest 0.3 on the test points.");
    }

    @Test
    void classesAreToldByTheShareThatIsRight() {
        assertThat(PaperCaption.of(Scenes.trained(LabelPreset.values()[0].draw(100, 1), 3, 20)))
                .contains("% of the classes right on the training points")
                .contains("cross-entropy");
    }
}
