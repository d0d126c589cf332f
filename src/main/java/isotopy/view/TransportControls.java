package isotopy.view;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The buttons that move t: start, back, play, on, end; what happens at the end; and how fast.
final class TransportControls extends HBox {
    private static final double[] SPEEDS = {0.25, 0.5, 1, 2, 4};

    private final WorkbenchModel model;
    private final FontIcon playIcon = new FontIcon(Feather.PLAY);
    private final FontIcon modeIcon = new FontIcon(Feather.REPEAT);
    private final MenuButton mode = new MenuButton();
    private final MenuButton speed = new MenuButton();
    private boolean compact;

    TransportControls(WorkbenchModel model) {
        this.model = model;
        getStyleClass().addAll("timeline-controls", "timeline-transport");
        setAlignment(Pos.CENTER_LEFT);
        var playback = model.playback();
        var first = button(Feather.SKIP_BACK, "first", "Goes to t = 0, where everything starts (Home).");
        first.setOnAction(pressed -> playback.hold(0));
        var previous = button(Feather.CHEVRON_LEFT, "previous-layer", "Goes one layer back (left arrow or Page Up).");
        previous.setOnAction(pressed -> stepBack(model));
        var play = StageTheme.described(
                new Button(null, playIcon), "play", "Lets t run from 0 to T, or holds it (space).");
        play.getStyleClass().addAll("accent", "button-circle", "timeline-play");
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(pressed -> playback.toggle());
        var next = button(Feather.CHEVRON_RIGHT, "next-layer", "Goes one layer on (right arrow or Page Down).");
        next.setOnAction(pressed -> stepOn(model));
        var last = button(Feather.SKIP_FORWARD, "last", "Goes to t = T, where everything should have arrived (End).");
        last.setOnAction(pressed -> playback.hold(1));
        describeMenus(playback);
        getChildren().addAll(first, previous, play, next, last, mode, speed);
        playback.playingProperty().subscribe(playing -> playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY));
        playback.modeProperty().subscribe(this::follow);
        playback.speedProperty().subscribe(this::follow);
        model.drawingProperty().subscribe(drawing -> setDisable(drawing));
        follow();
    }

    static void stepOn(WorkbenchModel model) {
        var playback = model.playback();
        playback.hold(LayerSteps.next(
                model.shownProperty().get().control(), playback.shareProperty().get()));
    }

    static void stepBack(WorkbenchModel model) {
        var playback = model.playback();
        playback.hold(LayerSteps.previous(
                model.shownProperty().get().control(), playback.shareProperty().get()));
    }

    void setCompact(boolean wanted) {
        if (compact != wanted) {
            compact = wanted;
            follow();
        }
    }

    private void describeMenus(Playback playback) {
        StageTheme.described(mode, "mode", "What happens when t has come to T: stop, start again, or run back.");
        mode.setGraphic(modeIcon);
        mode.getStyleClass().addAll("small", "timeline-menu");
        mode.setMinWidth(USE_PREF_SIZE);
        for (var value : Playback.Mode.values()) {
            var item = new MenuItem(title(value), new FontIcon(icon(value)));
            item.setId("mode-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setOnAction(chosen -> playback.modeProperty().set(value));
            mode.getItems().add(item);
        }
        StageTheme.described(speed, "speed", "How fast t runs; at 1× it takes four seconds from 0 to T.");
        speed.getStyleClass().addAll("small", "timeline-menu");
        speed.setMinWidth(USE_PREF_SIZE);
        for (double factor : SPEEDS) {
            var item = new MenuItem(times(factor));
            item.setOnAction(chosen -> playback.speedProperty().set(factor));
            speed.getItems().add(item);
        }
    }

    private void follow() {
        var value = model.playback().modeProperty().get();
        mode.setText(compact ? null : title(value));
        modeIcon.setIconCode(icon(value));
        speed.setText(times(model.playback().speedProperty().get()));
    }

    private static String title(Playback.Mode mode) {
        return switch (mode) {
            case ONCE -> "Once";
            case LOOP -> "Loop";
            case BACK_AND_FORTH -> "Back and forth";
        };
    }

    private static Ikon icon(Playback.Mode mode) {
        return switch (mode) {
            case ONCE -> Feather.ARROW_RIGHT;
            case LOOP -> Feather.REPEAT;
            case BACK_AND_FORTH -> Feather.CODE;
        };
    }

    private static String times(double factor) {
        return (factor == 0.25
                        ? "¼"
                        : factor == 0.5
                                ? "½"
                                : String.format(Locale.ROOT, "%.3g", factor).replaceAll("\\.?0+$", ""))
                + "×";
    }

    private static Button button(Ikon icon, String id, String sentence) {
        var button = StageTheme.described(new Button(null, new FontIcon(icon)), id, sentence);
        button.getStyleClass().addAll("button-icon", "flat", "timeline-icon-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
