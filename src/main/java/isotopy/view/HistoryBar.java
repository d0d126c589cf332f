package isotopy.view;

import isotopy.snapshot.Checkpoints;
import isotopy.snapshot.Checkpoints.Checkpoint;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The training steps as a second axis of time: dragging along it shows earlier flows while training goes on; its right
/// end is now. The steps lie as the moments were kept, the first ones singly and then ever farther apart.
final class HistoryBar extends HBox {
    private final WorkbenchModel model;
    private final Slider slider = new Slider(0, 1, 1);
    private final Label step = new Label();
    private final Button now;
    private Checkpoints moments = Checkpoints.EMPTY;
    private boolean following;

    HistoryBar(WorkbenchModel model) {
        this.model = model;
        setId("history");
        getStyleClass().add("history-bar");
        setAlignment(Pos.CENTER_LEFT);
        var title = new Label("Training steps");
        title.getStyleClass().add("timeline-quiet");
        title.setMinWidth(USE_PREF_SIZE);
        title.setLabelFor(slider);
        var sentence =
                "Shows the flow as it was after that many training steps, while training goes on; the right end is now.";
        title.setTooltip(Tips.of(sentence));
        StageTheme.described(slider, "history-slider", sentence);
        slider.setBlockIncrement(1);
        slider.setMinWidth(120);
        HBox.setHgrow(slider, Priority.ALWAYS);
        step.setId("history-step");
        step.getStyleClass().add("timeline-quiet");
        step.setMinWidth(USE_PREF_SIZE);
        step.setTooltip(Tips.of("After how many training steps the flow that is shown was trained."));
        now = StageTheme.described(
                new Button("Now", new FontIcon(Feather.CORNER_DOWN_RIGHT)),
                "history-now",
                "Shows the newest flow again (End on the slider).");
        now.getStyleClass().addAll("small", "history-now");
        now.setMinWidth(USE_PREF_SIZE);
        now.setOnAction(pressed -> model.rewind().now());
        getChildren().addAll(title, slider, step, now);
        slider.valueProperty().subscribe(this::moved);
        slider.valueChangingProperty().subscribe(this::follow);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.snapshotProperty().subscribe(this::follow);
        model.rewind().chosenProperty().subscribe(this::follow);
        model.drawingProperty().subscribe(drawing -> setDisable(drawing));
    }

    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.END) {
            model.rewind().now();
            key.consume();
        }
    }

    private void moved() {
        if (!following && moments.size() > 0) {
            int wanted = (int) Math.round(slider.getValue());
            if (wanted >= moments.size() - 1) {
                model.rewind().now();
            } else {
                model.rewind().show(moments.get(wanted));
            }
        }
    }

    /// While the thumb is held, the moments below it stay.
    private void follow() {
        var chosen = model.rewind().chosenProperty().get();
        if (!slider.isValueChanging()) {
            following = true;
            moments = model.snapshotProperty().get().checkpoints();
            slider.setMax(Math.max(1, moments.size() - 1));
            slider.setMajorTickUnit(slider.getMax());
            double value =
                    chosen.map(moment -> (double) moments.at(moment.step())).orElse(slider.getMax());
            slider.setValue(value);
            following = false;
        }
        // its room is kept from the beginning, so that the first step does not make the stage smaller
        setVisible(moments.size() > 1 || chosen.isPresent());
        step.setText(text(chosen));
        now.setDisable(chosen.isEmpty());
    }

    private String text(Optional<Checkpoint> chosen) {
        long newest = model.snapshotProperty().get().step();
        return chosen.map(moment -> Sentences.earlier(moment.step(), newest)).orElse("step " + Numbers.count(newest));
    }
}
