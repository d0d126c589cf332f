package isotopy.view;

import isotopy.train.Experiment;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One [Setting] of the experiment: its title, a slider where it has one, the exact value to type, and below it the
/// reason why what was typed does not do.
///
/// Typed values count on Enter and when the field is left; Escape brings the present value back. One drag of the slider
/// is one undo.
final class SettingRow extends VBox {
    private final WorkbenchModel model;
    private final Setting setting;
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private Object gesture = new Object();
    private boolean following;

    /// A row without a slider; below the field stands what may be typed.
    SettingRow(WorkbenchModel model, Setting setting) {
        this(model, setting, Optional.empty());
        var bounds = new Label(setting.bounds());
        bounds.getStyleClass().add("panel-bounds");
        bounds.setWrapText(true);
        getChildren().add(1, bounds);
    }

    /// The same with something between title and field, such as what the setting comes to at present.
    SettingRow(WorkbenchModel model, Setting setting, Node beside) {
        this(model, setting);
        var row = (HBox) getChildren().getFirst();
        row.getChildren().add(row.getChildren().size() - 1, beside);
    }

    /// A row with a slider over a part of the range.
    SettingRow(WorkbenchModel model, Setting setting, Setting.Slot slot, Scale scale) {
        this(model, setting, Optional.of(new Slider(0, 1, 0)));
        var slider = (Slider) lookup("#" + setting.id() + "-slider");
        slider.setBlockIncrement(0.02);
        slider.valueProperty().addListener((property, before, share) -> slide(slot, scale.at(share.doubleValue())));
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> gesture = new Object());
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> endGesture());
        slider.focusedProperty().addListener((property, before, focused) -> endGesture());
        follow(now -> {
            double value = slot.value().apply(now);
            // a slider in the user's hand stays under it, though the value is rounded
            if (scale.at(slider.getValue()) != value) {
                slider.setValue(scale.share(value));
            }
        });
    }

    private SettingRow(WorkbenchModel model, Setting setting, Optional<Slider> slider) {
        this.model = model;
        this.setting = setting;
        getStyleClass().add("panel-setting");
        var hint = setting.sentence() + " (" + setting.bounds() + ")";
        var title = new Label(setting.title());
        title.getStyleClass().add("panel-setting-title");
        title.setLabelFor(field);
        title.setTooltip(Tips.of(hint));
        title.setMinWidth(Region.USE_PREF_SIZE);
        field.setId(setting.id() + "-field");
        field.getStyleClass().add("panel-field");
        field.setTooltip(Tips.of(hint));
        problem.setId(setting.id() + "-problem");
        problem.getStyleClass().add("panel-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        var row = new HBox(title);
        row.getStyleClass().add("panel-setting-row");
        slider.ifPresentOrElse(
                s -> {
                    s.setId(setting.id() + "-slider");
                    s.setTooltip(Tips.of(hint));
                    s.setMinWidth(60);
                    HBox.setHgrow(s, Priority.ALWAYS);
                    row.getChildren().add(s);
                },
                () -> row.getChildren().add(gap()));
        row.getChildren().add(field);
        getChildren().addAll(row, problem);
        tell("");
        field.setOnAction(event -> {
            commit();
            if (problem.getText().isEmpty()) {
                requestFocus(); // what was typed is taken, so the keys belong to the stage again
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(present())) {
                field.setText(present());
                tell("");
                event.consume();
            }
        });
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        follow(now -> {
            field.setText(present());
            tell("");
        });
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void follow(Consumer<Experiment> show) {
        Runnable update = () -> {
            following = true;
            show.accept(model.experimentProperty().get());
            following = false;
        };
        model.experimentProperty().addListener((property, before, after) -> {
            if (!setting.text().apply(before).equals(setting.text().apply(after))) {
                update.run();
            }
        });
        update.run();
    }

    private String present() {
        return setting.text().apply(model.experimentProperty().get());
    }

    private void slide(Setting.Slot slot, double value) {
        if (!following) {
            model.edit(setting.title(), gesture, now -> slot.with().apply(now, value));
        }
    }

    private void endGesture() {
        model.endGesture();
        gesture = new Object();
    }

    private void commit() {
        if (field.getText().equals(present())) {
            tell("");
            return;
        }
        try {
            model.edit(setting.title(), now -> fitting(now, setting.change().apply(now, field.getText())));
            field.setText(present());
            tell("");
        } catch (IllegalArgumentException e) {
            tell(Setting.sentence(e));
        }
    }

    /// The changed experiment.
    ///
    /// Throws: `IllegalArgumentException` with the reason, when it no longer goes together.
    private static Experiment fitting(Experiment before, Experiment after) {
        var reason = Fitting.obstacle(after);
        if (reason.isPresent() && Fitting.obstacle(before).isEmpty()) {
            throw new IllegalArgumentException(reason.get());
        }
        return after;
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
        field.pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), !sentence.isEmpty());
    }
}
