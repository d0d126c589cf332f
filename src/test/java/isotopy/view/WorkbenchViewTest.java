package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.target.Kind;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole window at the sizes of laptops and halls.
final class WorkbenchViewTest {
    /// What is needed to draw, choose and train.
    private static final List<String> NEEDED = List.of(
            "target-draw",
            "target-more",
            "family-tanh",
            "family-more",
            "depth-slider",
            "bijective",
            "exact",
            "train",
            "pace",
            "play",
            "track");

    @TempDir
    Path folder;

    private WorkbenchModel model;
    private WorkbenchView view;

    @AfterEach
    void close() {
        Fx.run(model::close);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK", "PROJECTOR"})
    void on1280By680AllThatIsNeededIsSeenAndNothingIsClipped(Theme theme) throws Exception {
        var scene = open(theme, 1280, 680);
        Fx.save(Fx.on(() -> Fx.image(scene.snapshot(null))), "window-" + theme.id() + "-1280");
        Fx.run(() -> {
            assertThat(Panels.clipped(scene)).isEmpty();
            assertThat(scene.lookup("#family-linear") != null)
                    .as("all six cards, but in a low hall, where *More* takes the place of one")
                    .isEqualTo(theme != Theme.PROJECTOR);
            for (var id : NEEDED) {
                Node node = Panels.find(scene, id);
                Bounds place = node.localToScene(node.getLayoutBounds());
                assertThat(shown(node)).as(id + " is visible").isTrue();
                assertThat(scene.getRoot().getLayoutBounds().contains(place))
                        .as(id + " at " + place)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,LINE",
        "LIGHT,LABELS",
        "LIGHT,FUNCTION",
        "DARK,LABELS",
        "PROJECTOR,LINE",
        "PROJECTOR,LABELS",
        "PROJECTOR,FUNCTION"
    })
    void on1280By680NothingIsClippedInAnyKindOfProblem(Theme theme, Kind kind) throws Exception {
        var scene = open(theme, 1280, 680);
        Fx.run(() -> Panels.<ToggleButton>find(scene, "kind-" + kind.id()).fire());
        Fx.await(
                model,
                () -> model.sceneProperty()
                                .get()
                                .snapshot()
                                .experiment()
                                .target()
                                .kind()
                        == kind);
        Fx.settle(0.3, () -> {
            layOut(scene);
            view.pulse(System.nanoTime());
        });
        // the first picture of a scene: without a window, scroll panes keep what they showed first
        Fx.save(Fx.on(() -> Fx.image(scene.snapshot(null))), "window-" + theme.id() + "-" + kind.id());
        Fx.run(() -> assertThat(Panels.clipped(scene)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440,900", "DARK,1000,560", "LIGHT,1000,560", "PROJECTOR,1440,900"})
    void noControlIsClippedInOtherWindows(Theme theme, int width, int height) throws Exception {
        var scene = open(theme, width, height);
        Fx.save(Fx.on(() -> Fx.image(scene.snapshot(null))), "window-" + theme.id() + "-" + width);
        Fx.run(() -> assertThat(Panels.clipped(scene)).isEmpty());
    }

    @Test
    void belowAWidthOf1100TheRightPanelFoldsAway() throws Exception {
        var wide = open(Theme.LIGHT, 1280, 680);
        Fx.run(() -> assertThat(shown(Panels.find(wide, "insight"))).isTrue());
        Fx.run(model::close);
        var narrow = open(Theme.LIGHT, 1000, 680);
        Fx.run(() -> assertThat(shown(Panels.find(narrow, "insight"))).isFalse());
    }

    @Test
    void f11PresentsStageTimelineAndOneCaptionInLargeTypeAndPageDownStepsThroughTheLayers() throws Exception {
        var scene = open(Theme.LIGHT, 1280, 720);
        Fx.run(() -> {
            press(KeyCode.F11);
            layOut(scene);
            assertThat(shown(Panels.find(scene, "toolbar"))).isFalse();
            assertThat(shown(Panels.find(scene, "experiment-panel"))).isFalse();
            assertThat(shown(Panels.find(scene, "insight"))).isFalse();
            Label line = Panels.find(scene, "presentation-caption-line");
            assertThat(shown(line)).isTrue();
            assertThat(line.getFont().getSize()).isGreaterThanOrEqualTo(20);
            assertThat(line.getText()).contains("Swirl").contains("layer 13");
            press(KeyCode.PAGE_DOWN);
            assertThat(line.getText()).contains("layer 14");
        });
        Fx.save(Fx.on(() -> Fx.image(scene.snapshot(null))), "window-presenting");
        Fx.run(() -> {
            press(KeyCode.ESCAPE);
            layOut(scene);
            assertThat(shown(Panels.find(scene, "toolbar"))).isTrue();
        });
    }

    private void press(KeyCode code) {
        var key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
        view.fireEvent(key);
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /// The content in a scene of that size after some frames.
    private Scene open(Theme theme, int width, int height) throws Exception {
        Project opening = ProjectFile.read(Path.of("resources", "isotopy", "opening.isotopy"));
        var scene = Fx.on(() -> {
            model = Fx.model(opening.snapshot(), opening.look().withTheme(theme), true);
            model.playback().hold(0.62);
            var documents = Panels.documents(model, new Panels.Answers(), folder);
            view = new WorkbenchView(model, documents, Panels.AT_ONCE, Panels.exports(model), Remembered.forNow());
            var made = new Scene(view, width, height);
            Themes.apply(made, theme);
            return made;
        });
        Fx.settle(0.6, () -> {
            layOut(scene);
            view.pulse(System.nanoTime());
        });
        return scene;
    }
}
