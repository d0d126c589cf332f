package isotopy.view;

import isotopy.train.Experiment;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Every other number of the experiment, with its range and unit, to be set exactly.
final class ExactPane extends ScrollPane {
    ExactPane(WorkbenchModel model) {
        setId("exact-pane");
        getStyleClass().addAll("exact-pane", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        var width = new SettingRow(model, Settings.WIDTH, Settings.WIDTHS, new Scale(1, 128, true));
        var content = new VBox(
                caption("The network"),
                width,
                new SettingRow(model, Settings.HORIZON, Settings.HORIZONS, new Scale(0.1, 10, false)),
                new ChoiceRow<>(model, RecipeChoices.INTEGRATOR),
                new SettingRow(model, Settings.SUBSTEPS),
                new SettingRow(model, Settings.AUGMENT),
                caption("The training"),
                new ChoiceRow<>(model, RecipeChoices.OPTIMIZER),
                new SettingRow(model, Settings.RATE, Settings.RATES, new Scale(1e-4, 1, false)),
                new ChoiceRow<>(model, RecipeChoices.SCHEDULE),
                new ChoiceRow<>(model, RecipeChoices.LOSS));
        Settings.RUN.forEach(setting -> content.getChildren().add(new SettingRow(model, setting)));
        content.getChildren().addAll(caption("Added to the loss"), new PenaltyRows(model));
        content.getChildren().add(caption("The points"));
        Settings.POINTS.forEach(setting -> content.getChildren().add(new SettingRow(model, setting)));
        content.getStyleClass().add("exact-content");
        setContent(content);
        model.experimentProperty().addListener((property, before, after) -> show(after, width));
        show(model.experimentProperty().get(), width);
    }

    private static Label caption(String text) {
        var caption = new Label(text);
        caption.getStyleClass().add("panel-caption");
        return caption;
    }

    private void show(Experiment experiment, Node width) {
        width.setDisable(!experiment.network().family().hasWidth());
    }
}
