package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.target.Preset;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolbarTest {
    @TempDir
    Path folder;

    private WorkbenchModel model;
    private Toolbar toolbar;
    private int hints;

    @BeforeEach
    void open() {
        model = Panels.model();
        Fx.run(() -> {
            var documents = Panels.documents(model, new Panels.Answers(), folder);
            toolbar = new Toolbar(model, documents, Panels.gallery(model), List.of(), () -> hints++);
        });
    }

    @AfterEach
    void close() {
        model.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingIsClippedFromAThousandPixelsOn(Theme theme) {
        Fx.run(() -> {
            model.changeLook(look -> look.withTheme(theme));
            for (int width : new int[] {1000, 1280}) {
                var scene = Panels.scene(toolbar, theme, width, 48);
                assertThat(Panels.clipped(scene)).isEmpty();
                Fx.save(Panels.picture(scene), "toolbar-" + theme.id() + "-" + width);
                assertThat(Panels.<Button>find(scene, "new").getContentDisplay())
                        .as("%s at %d", theme, width)
                        .isEqualTo(
                                width == 1000 || theme == Theme.PROJECTOR
                                        ? ContentDisplay.GRAPHIC_ONLY
                                        : ContentDisplay.LEFT);
                assertThat(Panels.<ToggleButton>find(scene, "kind-labels").getText())
                        .isEqualTo("Labels");
            }
        });
    }

    @Test
    void undoAndRedoSayWhatTheyWouldDo() {
        Fx.run(() -> {
            var undo = (Button) toolbar.lookup("#undo");
            var redo = (Button) toolbar.lookup("#redo");
            assertThat(undo.isDisabled()).isTrue();
            assertThat(undo.getTooltip().getText()).isEqualTo("Undo (Ctrl+Z).");
            model.edit("Choose Fan", now -> now.withTarget(Preset.FAN));
            assertThat(undo.getTooltip().getText()).isEqualTo("Undo: Choose Fan (Ctrl+Z).");
            undo.fire();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SWIRL);
            assertThat(redo.getTooltip().getText()).isEqualTo("Redo: Choose Fan (Ctrl+Shift+Z).");
            redo.fire();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.FAN);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theMenusOpen(Theme theme) {
        Fx.run(() -> {
            var documents = Panels.documents(model, new Panels.Answers(), folder);
            var copies = new Copies(model, documents, Panels.AT_ONCE, () -> new Dimension2D(100, 100));
            var bar = new Toolbar(model, documents, Panels.gallery(model), ExportMenu.items(_ -> {}, copies), () -> {});
            var stage = new Stage();
            stage.setScene(Panels.scene(bar, theme, 980, 48));
            stage.show();
            var export = (MenuButton) bar.lookup("#export");
            export.show();
            var menu = export.getItems().getFirst().getParentPopup().getScene();
            Fx.save(Panels.picture(menu), "menu-" + theme.id());
            assertThat(Panels.clipped(menu)).isEmpty();
            stage.hide();
        });
    }

    @Test
    void theOtherButtonsDoWhatTheySay() {
        Fx.run(() -> {
            ((Button) toolbar.lookup("#hint")).fire();
            assertThat(hints).isEqualTo(1);
            ((Button) toolbar.lookup("#present")).fire();
            assertThat(model.presentingProperty().get()).isTrue();
            ((ToggleButton) toolbar.lookup("#theme-dark")).fire();
            assertThat(model.lookProperty().get().theme()).isEqualTo(Theme.DARK);
            ((Button) toolbar.lookup("#new")).fire();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.IDENTITY);
        });
    }
}
