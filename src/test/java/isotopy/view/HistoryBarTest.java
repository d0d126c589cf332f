package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.control.ControlFamily;
import isotopy.service.Pace;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.target.Preset;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import isotopy.train.Sampling;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looking back over the training steps.
class HistoryBarTest {
    private Hands hands;

    @BeforeEach
    void open() {
        var small = Experiment.standard(Preset.SWIRL).withSampling(Sampling.STANDARD.withSamples(200));
        hands = new Hands(Fx.trained(small, 0), 980, 560);
        assertThat(hands.find("history").isVisible()).isFalse();
        assertThat(hands.find("history").isManaged())
                .as("the stage stays as large as it is")
                .isTrue();
        Fx.run(() -> {
            hands.model.setPace(new Pace.Max());
            hands.model.train();
        });
        hands.await(() -> newest() > 200);
        hands.frames(3);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void draggingShowsAnEarlierFlowWhileTrainingGoesOnAndEndComesBack() {
        var slider = (Slider) hands.find("history-slider");
        double width = Fx.on(() -> slider.getWidth());
        double y = Fx.on(() -> slider.getHeight() / 2);
        hands.drag(slider, width - 6, y, 0.4 * width, y);
        var chosen = chosen();
        hands.await(() -> scene() == chosen.step());
        assertThat(Fx.on(() -> hands.model.sceneProperty().get().snapshot().control()))
                .isEqualTo(chosen.control());
        assertThat(((Labeled) hands.find("earlier")).getText())
                .matches("step [\\d,]+ of [\\d,]+ — earlier flow")
                .startsWith("step " + Numbers.count(chosen.step()));
        assertThat(hands.find("earlier").isVisible()).isTrue();
        long before = newest();
        hands.await(() -> newest() > before + 20);
        hands.frames(2);
        assertThat(scene()).isEqualTo(chosen.step());
        Fx.save(hands.picture(), "history");
        Fx.run(slider::requestFocus);
        hands.type(KeyCode.END);
        hands.await(() -> scene() > before);
        assertThat(hands.find("earlier").isVisible()).isFalse();
    }

    @Test
    void theButtonComesBackAndAnEditDoesToo() {
        look(1);
        assertThat(Fx.on(() -> hands.model.shownProperty().get().step())).isEqualTo(chosen().step());
        hands.click("history-now");
        assertThat(Fx.on(() -> hands.model.shownProperty().get()))
                .isSameAs(Fx.on(() -> hands.model.snapshotProperty().get()));
        look(2);
        Fx.run(() ->
                hands.model.edit("Deeper", now -> now.withNetwork(now.network().withDepth(22))));
        assertThat(Fx.on(() -> hands.model.rewind().chosenProperty().get())).isEmpty();
    }

    @Test
    void anotherFamilyHasNoPast() {
        Fx.run(hands.model::pause);
        look(2);
        Fx.run(() -> hands.model.edit("Linear", now -> Fitting.with(now, ControlFamily.named("linear"))));
        hands.await(() -> newest() == 0);
        hands.frames(2);
        assertThat(hands.find("history").isVisible()).isFalse();
        assertThat(hands.find("earlier").isVisible()).isFalse();
    }

    @Test
    void anEarlierFlowIsMeasuredOnTheSamePoints() {
        look(3);
        var shown = Fx.on(() -> hands.model.shownProperty().get());
        var samples = Samples.draw(shown.experiment());
        var expected = Evaluation.of(shown.experiment().flow(chosen().control()), samples.testX(), samples.testY());
        assertThat(shown.test().meanSquare()).isCloseTo(expected.meanSquare(), within(1e-15));
        assertThat(shown.test().meanSquare())
                .isGreaterThan(
                        Fx.on(() -> hands.model.snapshotProperty().get().test().meanSquare()));
    }

    @Test
    void theArrowsStepFromMomentToMoment() {
        var slider = (Slider) hands.find("history-slider");
        Fx.run(hands.model::pause);
        hands.await(() -> !hands.model.training());
        Fx.run(() -> {
            slider.setValue(2);
            slider.requestFocus();
        });
        long second = chosen().step();
        Fx.run(() -> slider.increment());
        assertThat(chosen().step()).isGreaterThan(second);
    }

    private void look(int index) {
        Fx.run(() -> hands.model
                .rewind()
                .show(hands.model.snapshotProperty().get().checkpoints().get(index)));
        hands.await(() -> hands.model.shownProperty().get().step() == chosen().step());
    }

    private Checkpoint chosen() {
        return hands.model.rewind().chosenProperty().get().orElseThrow();
    }

    private long scene() {
        return hands.model.sceneProperty().get().snapshot().step();
    }

    private long newest() {
        return hands.model.snapshotProperty().get().step();
    }
}
