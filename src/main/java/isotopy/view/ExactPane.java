package isotopy.view;

import isotopy.flow.Integrator;
import isotopy.train.Experiment;
import isotopy.train.Network;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every other number of the experiment, with its range and unit, to be set exactly.
final class ExactPane extends ScrollPane {
    private final WorkbenchModel model;
    private final ComboBox<Integrator> integrator = new ComboBox<>();

    ExactPane(WorkbenchModel model) {
        this.model = model;
        setId("exact-pane");
        getStyleClass().addAll("exact-pane", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        var width = new SettingRow(model, Settings.WIDTH, Settings.WIDTHS, new Scale(1, 128, true));
        var content = new VBox(
                caption("The network"),
                width,
                new SettingRow(model, Settings.HORIZON, Settings.HORIZONS, new Scale(0.1, 10, false)),
                integratorRow(),
                new SettingRow(model, Settings.SUBSTEPS),
                caption("The training"),
                new SettingRow(model, Settings.RATE, Settings.RATES, new Scale(1e-4, 1, false)));
        Settings.RUN.forEach(setting -> content.getChildren().add(new SettingRow(model, setting)));
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

    private Node integratorRow() {
        integrator.setId("integrator");
        integrator.getItems().setAll(Integrator.values());
        integrator.setConverter(Choices.named(Integrator::id));
        var hint =
                "The scheme that turns layers into a map: euler is the residual network itself, midpoint and rk4 follow"
                        + " the differential equation more closely.";
        integrator.setTooltip(Tips.of(hint));
        integrator.setOnAction(event -> {
            var wanted = integrator.getValue();
            if (wanted != null) {
                model.edit("Integrator", now -> now.withNetwork(now.network().withIntegrator(wanted)));
            }
        });
        var title = new Label("Integrator");
        title.getStyleClass().add("panel-setting-title");
        title.setTooltip(Tips.of(hint));
        title.setLabelFor(integrator);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Grids.spread(title, integrator);
        row.getStyleClass().add("panel-setting-row");
        return row;
    }

    private void show(Experiment experiment, Node width) {
        Network network = experiment.network();
        integrator.setValue(network.integrator());
        width.setDisable(!network.family().hasWidth());
    }
}
