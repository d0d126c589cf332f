package isotopy.view;

import isotopy.figure.CameraWork;
import isotopy.figure.Look;
import isotopy.figure.Projection;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a film looks: as the window does, or from key to key, each of which is a view that the window once had.
final class ExportCamera extends ExportSection {
    private static final Range SHARE = Range.real("a key's place", 0, 100, "% of the film");

    private final VBox list = new VBox();
    private final ExportField share =
            new ExportField("export-key-share", SHARE, "At which share of the film the camera stands there").with(0);
    private List<CameraWork.Key> keys = List.of();

    ExportCamera(Supplier<Look> window) {
        super("export-camera", "CAMERA");
        list.getStyleClass().add("export-list-rows");
        var add = StageTheme.described(
                new Button("Add present view", new FontIcon(Feather.CAMERA)),
                "export-key-add",
                "Makes what the window shows now a key of the camera: it moves smoothly from key to key.");
        add.getStyleClass().add("panel-button");
        add.setOnAction(event -> add(window.get()));
        var at = new Label("at");
        var percent = new Label("%");
        at.getStyleClass().add("panel-setting-title");
        percent.getStyleClass().add("panel-setting-title");
        row("Keys", list);
        row("", add, at, share, percent);
        show(List.of());
    }

    private void add(Look look) {
        try {
            double place = read(share::value) / 100;
            boolean turns = look.projection() == Projection.SPACE
                    || look.projection() == Projection.STACK
                    || look.projection() == Projection.HEIGHT;
            var turn = turns
                    ? Optional.of(new CameraWork.Turn(look.yaw(), look.pitch()))
                    : Optional.<CameraWork.Turn>empty();
            var changed = new ArrayList<>(keys);
            changed.removeIf(key -> key.share() == place);
            changed.add(new CameraWork.Key(place, look.camera(), turn));
            changed.sort(Comparator.comparingDouble(CameraWork.Key::share));
            show(changed);
            share.show(100);
        } catch (IllegalArgumentException told) {
            // below the field
        }
    }

    /// Shows the camera of a storyboard.
    void show(CameraWork camera) {
        show(camera instanceof CameraWork.Keyed(var found) ? found : List.of());
    }

    private void show(List<CameraWork.Key> changed) {
        keys = List.copyOf(changed);
        list.getChildren().clear();
        if (keys.isEmpty()) {
            var none = new Label("None: it looks as the window does.");
            none.getStyleClass().add("panel-bounds");
            list.getChildren().add(none);
        }
        for (var key : keys) {
            list.getChildren().add(row(key));
        }
    }

    private HBox row(CameraWork.Key key) {
        var words = new Label(String.format(
                Locale.ROOT,
                "%.0f %%: at (%.2f, %.2f), %.2f wide",
                100 * key.share(),
                key.camera().x1(),
                key.camera().x2(),
                key.camera().span()));
        words.getStyleClass().add("panel-setting-title");
        words.setMinWidth(USE_PREF_SIZE);
        var remove = remover("export-key-remove", "Takes this key away.");
        remove.setOnAction(
                event -> show(keys.stream().filter(each -> !each.equals(key)).toList()));
        return line(words, remove);
    }

    /// A small button with a cross.
    static Button remover(String id, String sentence) {
        var remove = StageTheme.described(new Button("", new FontIcon(Feather.X)), id, sentence);
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll("panel-button", "flat");
        remove.setMinWidth(USE_PREF_SIZE);
        return remove;
    }

    /// Words, or fields, with a button at the far end.
    static HBox line(Region words, Button button) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(words, gap, button);
        line.getStyleClass().add("export-row");
        return line;
    }

    CameraWork camera() {
        return keys.isEmpty() ? new CameraWork.Following() : new CameraWork.Keyed(keys);
    }
}
