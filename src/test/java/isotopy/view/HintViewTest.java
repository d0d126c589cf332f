package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HintViewTest {
    private final Remembered seen = Remembered.forNow();
    private final Region draw = Fx.on(Region::new);
    private final Region choose = Fx.on(Region::new);
    private final Button train = Fx.on(() -> new Button("Train"));
    private WorkbenchModel model;
    private HintView hint;
    private Scene scene;

    @BeforeEach
    void open() {
        model = Fx.model(Fx.trained(Experiment.standard(Preset.SWIRL), 0));
        hint = Fx.on(() -> {
            var made = new HintView(model, seen);
            var window = new Pane(draw, choose, train);
            draw.resizeRelocate(0, 60, 280, 200);
            choose.resizeRelocate(0, 280, 280, 150);
            train.resizeRelocate(16, 600, 100, 36);
            scene = new Scene(new StackPane(window, made), 1000, 660);
            Themes.apply(scene, Theme.LIGHT);
            made.pointAt(draw, choose, train);
            return made;
        });
    }

    @AfterEach
    void close() {
        Fx.run(model::close);
    }

    private boolean visible() {
        return Fx.on(hint::isVisible);
    }

    @Test
    void itGreetsOnceAndCanBeRecalled() {
        assertThat(visible()).isFalse();
        Fx.run(hint::greet);
        assertThat(visible()).isTrue();
        Fx.run(hint::hide);
        Fx.run(hint::greet);
        assertThat(visible()).as("seen before").isFalse();
        Fx.run(hint::recall);
        assertThat(visible()).isTrue();
    }

    @Test
    void anyClickTakesItAwayAndStillDoesItsWork() {
        var pressed = new boolean[1];
        Fx.run(() -> {
            train.setOnMousePressed(event -> pressed[0] = true);
            hint.greet();
            Event.fireEvent(train, press());
        });
        assertThat(visible()).isFalse();
        assertThat(pressed[0]).isTrue();
        assertThat(Fx.on(hint::isMouseTransparent)).isTrue();
    }

    @Test
    void escapeTakesItAway() {
        Fx.run(() -> {
            hint.greet();
            Event.fireEvent(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
        });
        assertThat(visible()).isTrue();
        Fx.run(() -> Event.fireEvent(
                scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(visible()).isFalse();
    }

    @Test
    void trainingTakesItAway() {
        Fx.run(hint::greet);
        Fx.run(model::train);
        Fx.await(model, () -> model.training());
        assertThat(visible()).isFalse();
        assertThat(seen.holds("hint")).isTrue();
    }

    @Test
    void itsBubblesStandBesideTheirPlacesAndNotOnEachOther() {
        for (int height : new int[] {420, 548, 660, 900}) {
            Fx.run(() -> {
                hint.recall();
                choose.resizeRelocate(0, height * 0.42, 280, height * 0.3);
                train.resizeRelocate(16, height - 50, 100, 36);
                hint.resize(1000, height);
                hint.applyCss();
                hint.layout();
                var bubbles = hint.bubbles();
                for (int k = 0; k < 3; k++) {
                    var bounds = bubbles.get(k).getBoundsInParent();
                    // the third stands over its button, the others beside the panel
                    assertThat(bubbles.get(k).getLayoutX()).isGreaterThan(k == 2 ? 0 : 280);
                    assertThat(bubbles.get(k).getLayoutY()).isGreaterThanOrEqualTo(0);
                    assertThat(bubbles.get(k).getLayoutY() + bubbles.get(k).getHeight())
                            .isLessThan(height - 50);
                    if (k > 0) {
                        assertThat(bubbles.get(k).getLayoutY())
                                .isGreaterThan(bubbles.get(k - 1).getLayoutY()
                                        + bubbles.get(k - 1).getHeight());
                    }
                    assertThat(bounds.getMaxX()).isLessThan(1000);
                }
            });
        }
    }

    @Test
    void itsPictureInEveryTheme() {
        for (var theme : Theme.values()) {
            var image = Fx.on(() -> {
                Themes.apply(scene, theme);
                draw.setStyle("-fx-background-color: -iso-chosen;");
                choose.setStyle("-fx-background-color: -iso-chosen;");
                hint.recall();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return Fx.image(scene.snapshot(null));
            });
            Fx.save(image, "hint-" + theme.id());
        }
    }

    @Test
    void withoutPlacesItDoesNoHarm() {
        Fx.run(() -> {
            var alone = new HintView(model, seen);
            new Scene(alone, 400, 300);
            alone.recall();
            alone.applyCss();
            alone.layout();
            assertThat(alone.isVisible()).isTrue();
        });
    }

    private static MouseEvent press() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }
}
