package isotopy.view;

import isotopy.train.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One value of an [Experiment] that is chosen from a list: its title and a box with all of them. What does not go with
/// the rest of the experiment stands there greyed, with the reason as its tooltip; whoever chooses it by keyboard reads
/// the reason below, and nothing changes.
final class ChoiceRow<T> extends VBox {
    private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");

    /// What can be chosen: its name in the window such as "integrator", what stands before the box, one sentence,
    /// all values, the short name of one and what it is, and how to read and to replace it.
    record Choice<T>(
            String id,
            String title,
            String sentence,
            Function<Experiment, List<T>> values,
            Function<T, String> name,
            Function<T, String> meaning,
            Function<Experiment, T> value,
            BiFunction<Experiment, T, Experiment> with) {}

    private final WorkbenchModel model;
    private final Choice<T> choice;
    private final ComboBox<T> box = new ComboBox<>();
    private final Label problem = new Label();
    private boolean following;

    ChoiceRow(WorkbenchModel model, Choice<T> choice) {
        this.model = model;
        this.choice = choice;
        getStyleClass().add("panel-setting");
        box.setId(choice.id());
        box.getStyleClass().add("panel-choice");
        box.setConverter(Choices.named(choice.name()));
        box.setTooltip(Tips.of(choice.sentence()));
        box.setCellFactory(list -> new Cell());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setOnAction(event -> choose());
        HBox.setHgrow(box, Priority.ALWAYS);
        var title = new Label(choice.title());
        title.getStyleClass().add("panel-setting-title");
        title.setTooltip(Tips.of(choice.sentence()));
        title.setLabelFor(box);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(title, box);
        row.getStyleClass().add("panel-setting-row");
        problem.setId(choice.id() + "-problem");
        problem.getStyleClass().add("panel-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(row, problem);
        model.experimentProperty().addListener((property, before, after) -> follow(after));
        follow(model.experimentProperty().get());
    }

    private void follow(Experiment experiment) {
        following = true;
        var values = choice.values().apply(experiment);
        if (!values.equals(box.getItems())) {
            box.getItems().setAll(values);
        }
        box.setValue(choice.value().apply(experiment));
        following = false;
        tell("");
    }

    private void choose() {
        var wanted = box.getValue();
        if (following || wanted == null) {
            return;
        }
        var reason = unfit(wanted);
        if (reason.isPresent()) {
            follow(model.experimentProperty().get());
            tell(reason.get());
        } else {
            model.edit(choice.title(), now -> choice.with().apply(now, wanted));
        }
    }

    /// Why that value does not go with the rest of the experiment.
    private Optional<String> unfit(T value) {
        var now = model.experimentProperty().get();
        return value.equals(choice.value().apply(now))
                ? Optional.empty()
                : Fitting.obstacle(choice.with().apply(now, value));
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }

    /// One line of the open box. A disabled one would show no tooltip; so an unfit one only looks like it, and
    /// takes no click.
    private final class Cell extends ListCell<T> {
        private boolean unfit;

        Cell() {
            addEventFilter(MouseEvent.ANY, event -> {
                boolean click = event.getEventType() == MouseEvent.MOUSE_PRESSED
                        || event.getEventType() == MouseEvent.MOUSE_RELEASED
                        || event.getEventType() == MouseEvent.MOUSE_CLICKED;
                if (unfit && click) {
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            boolean none = empty || value == null;
            var reason = none ? Optional.<String>empty() : ChoiceRow.this.unfit(value);
            unfit = reason.isPresent();
            pseudoClassStateChanged(UNFIT, unfit);
            setText(none ? null : choice.name().apply(value));
            setTooltip(
                    none
                            ? null
                            : Tips.of(reason.orElse(
                                    Choices.capital(choice.meaning().apply(value)) + ".")));
        }
    }
}
