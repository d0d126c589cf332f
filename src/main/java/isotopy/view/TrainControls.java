package isotopy.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Train and pause, one step, anew, and the pace.
final class TrainControls extends HBox {
    private final WorkbenchModel model;
    private final Label third = new Label("3 ·");
    private final Button train = new Button("Train");
    private final FontIcon icon = new FontIcon(Feather.ZAP);
    private final Button step;
    private final Button restart;
    private final PaceControl pace;

    TrainControls(WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("timeline-controls");
        setAlignment(Pos.CENTER_LEFT);
        StageTheme.described(
                train,
                "train",
                "Trains the flow towards the target, or pauses it (key R); undo brings back the flow as it was.");
        train.getStyleClass().addAll("accent", "timeline-train");
        train.setGraphic(icon);
        train.setMinWidth(USE_PREF_SIZE);
        train.setOnAction(pressed -> toggle(model));
        step = button(Feather.CHEVRONS_RIGHT, "train-step", "Takes one training step and holds.");
        step.setOnAction(pressed -> model.step());
        restart = button(
                Feather.REFRESH_CW,
                "restart",
                "Brings the flow back to the identity and trains it anew; undo brings it back.");
        restart.setOnAction(pressed -> model.restart());
        pace = new PaceControl(model);
        third.getStyleClass().add("timeline-heading");
        third.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(third, train, step, restart, pace);
        model.activityProperty().subscribe(this::follow);
        model.presentingProperty().subscribe(this::follow);
        follow();
    }

    /// The button that trains.
    Button button() {
        return train;
    }

    /// Trains, or pauses when it trains.
    static void toggle(WorkbenchModel model) {
        if (model.training()) {
            model.pause();
        } else {
            model.train();
        }
    }

    void setCompact(boolean compact) {
        pace.setCompact(compact);
    }

    private static Button button(Ikon icon, String id, String sentence) {
        var button = StageTheme.described(new Button(null, new FontIcon(icon)), id, sentence);
        button.getStyleClass().addAll("button-icon", "timeline-icon-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void follow() {
        boolean trains = model.training();
        train.setText(trains ? "Pause training" : "Train");
        icon.setIconCode(trains ? Feather.PAUSE : Feather.ZAP);
        step.setDisable(trains);
        boolean presenting = model.presentingProperty().get();
        StageTheme.show(third, !presenting);
        StageTheme.show(step, !presenting);
        StageTheme.show(restart, !presenting);
        StageTheme.show(pace, !presenting);
    }
}
