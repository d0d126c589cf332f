package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.figure.Theme;
import isotopy.service.Pace;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineViewTest {
    private static FlowSnapshot trained;
    private Hands hands;

    @BeforeAll
    static void train() {
        trained = Fx.trained(Experiment.standard(Preset.SWIRL), 20);
    }

    @BeforeEach
    void open() {
        hands = new Hands(trained, 980, 560);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void scrubbingTheTrackMovesT() {
        Fx.run(() -> hands.model.playback().playingProperty().set(true));
        var track = hands.find("track");
        double width = Fx.on(() -> track.getLayoutBounds().getWidth());
        hands.click(track, width / 2, 28);
        assertThat(share()).isCloseTo(0.5, within(0.01));
        assertThat(hands.model.playback().playingProperty().get()).isFalse();
        hands.drag(track, width / 2, 28, width + 50, 28);
        assertThat(share()).isEqualTo(1);
    }

    @Test
    void aDoubleOrSecondaryClickExplainsALayer() {
        var track = hands.find("track");
        double width = Fx.on(() -> track.getLayoutBounds().getWidth());
        hands.click(track, width - 24, 28, MouseButton.SECONDARY);
        assertThat(hands.model.inspectedProperty().get()).isEqualTo(new Inspected.OneLayer(19));
    }

    @Test
    void theTrainButtonTrainsAndPauses() {
        hands.click("train");
        hands.await(hands.model::training);
        hands.frames(1);
        assertThat(trainButton().getText()).isEqualTo("Pause training");
        assertThat(share()).isEqualTo(1);
        hands.type(KeyCode.R);
        hands.await(() -> !hands.model.training());
        assertThat(trainButton().getText()).isEqualTo("Train");
    }

    @Test
    void oneStepIsOneStep() {
        hands.await(() -> hands.model.snapshotProperty().get().step() == 20);
        hands.click("train-step");
        hands.await(() -> hands.model.snapshotProperty().get().step() == 21);
        assertThat(hands.model.undoLabelProperty().get()).contains("Training step");
    }

    @Test
    void thePaceIsChosen() {
        Fx.run(() -> hands.model.setPace(new Pace.Max()));
        hands.frames(1);
        assertThat(((MenuButton) hands.find("pace-menu")).getText()).isEqualTo("Max");
    }

    @Test
    void keysMoveT() {
        Fx.run(() -> hands.model.playback().hold(0.51));
        hands.type(KeyCode.RIGHT);
        assertThat(share()).isCloseTo(0.55, within(1e-9));
        hands.type(KeyCode.LEFT);
        assertThat(share()).isCloseTo(0.5, within(1e-9));
        hands.type(KeyCode.PAGE_UP);
        assertThat(share()).isCloseTo(0.45, within(1e-9));
        hands.type(KeyCode.PERIOD);
        assertThat(share()).isCloseTo(0.46, within(1e-9));
        hands.type(KeyCode.COMMA);
        assertThat(share()).isCloseTo(0.45, within(1e-9));
        hands.type(KeyCode.HOME);
        assertThat(share()).isZero();
        hands.type(KeyCode.END);
        assertThat(share()).isEqualTo(1);
        hands.type(KeyCode.SPACE);
        assertThat(hands.model.playback().playingProperty().get()).isTrue();
        hands.type(KeyCode.SPACE);
        assertThat(hands.model.playback().playingProperty().get()).isFalse();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1000,LIGHT", "1280,LIGHT", "1000,PROJECTOR", "1280,PROJECTOR", "720,LIGHT"})
    void noControlIsClipped(double width, Theme theme) {
        Fx.run(() -> hands.model.changeLook(look -> look.withTheme(theme)));
        var view = Fx.on(() -> new TimelineView(hands.model));
        Fx.picture(view, width, 200, List.of());
        var shown = Fx.on(() -> {
            view.autosize();
            view.resize(width, view.prefHeight(width));
            view.applyCss();
            view.layout();
            return Stream.of("Button", "MenuButton", "ToggleButton", "Slider", "LayerTrack")
                    .flatMap(kind -> shown(view, kind))
                    .toList();
        });
        assertThat(shown).hasSizeGreaterThan(8);
        for (var node : shown) {
            var bounds = Fx.on(() -> view.sceneToLocal(node.localToScene(node.getLayoutBounds())));
            assertThat(bounds.getMinX()).as(node.getId()).isNotNegative();
            assertThat(bounds.getMaxX()).as(node.getId()).isLessThanOrEqualTo(width);
            assertThat(bounds.getMinY()).as(node.getId()).isNotNegative();
            assertThat(bounds.getMaxY()).as(node.getId()).isLessThanOrEqualTo(view.getHeight() + 0.5);
            if (node instanceof Labeled labeled) {
                double wanted = Fx.on(() -> labeled.prefWidth(-1));
                assertThat(bounds.getWidth()).as(node.getId()).isGreaterThanOrEqualTo(wanted - 1);
            }
        }
        var track = Fx.on(() -> view.lookup("#track").getLayoutBounds().getWidth());
        assertThat(track).isGreaterThan(250);
    }

    /// Everything of that class that is seen below a node.
    private static Stream<Node> shown(Node node, String kind) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node.getClass().getSimpleName().equals(kind)) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> shown(child, kind))
                : Stream.empty();
    }

    private Button trainButton() {
        return (Button) hands.find("train");
    }

    private double share() {
        return hands.model.playback().shareProperty().get();
    }
}
