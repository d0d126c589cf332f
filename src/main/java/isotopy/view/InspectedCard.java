package isotopy.view;

import isotopy.figure.PinMarks;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The clicked particle or layer in numbers.
final class InspectedCard extends VBox {
    private final WorkbenchModel model;
    private final Label heading = new Label();
    private final Label waiting = new Label();
    private final Facts facts = new Facts();

    InspectedCard(WorkbenchModel model) {
        super(6);
        this.model = model;
        setId("insight-inspected");
        getStyleClass().add("section");
        heading.getStyleClass().add("heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var close = Tips.on(new Button(null, new FontIcon(Feather.X)), "Closes these numbers.");
        close.setId("insight-inspected-close");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close the numbers of what was clicked");
        close.setOnAction(event -> model.inspect(new Inspected.Nothing()));
        var head = new HBox(heading, close);
        head.setAlignment(Pos.CENTER_LEFT);
        waiting.getStyleClass().add("quiet");
        var card = new VBox(facts, waiting);
        card.getStyleClass().add("card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head, card);
        refresh();
    }

    /// Reads everything anew from the model.
    void refresh() {
        var inspected = model.inspectedProperty().get();
        boolean any = !(inspected instanceof Inspected.Nothing);
        var snapshot = model.shownProperty().get();
        List<Facts.Fact> rows = switch (inspected) {
            case Inspected.Nothing() -> List.of();
            case Inspected.Particle(int pin) -> {
                heading.setText("PARTICLE " + PinMarks.name(pin));
                yield Inspection.particle(
                        model.sceneProperty().get(),
                        model.lookProperty().get(),
                        pin,
                        model.playback().shareProperty().get());
            }
            case Inspected.OneLayer(int layer) -> {
                heading.setText(
                        "LAYER " + (layer + 1) + " OF " + snapshot.control().depth());
                yield Inspection.layer(snapshot, layer);
            }
        };
        facts.show(rows);
        waiting.setText(
                inspected instanceof Inspected.OneLayer
                        ? "There is no such layer now."
                        : "Its path is being computed.");
        waiting.setVisible(any && rows.isEmpty());
        waiting.setManaged(any && rows.isEmpty());
    }

    /// The table, for tests.
    Facts facts() {
        return facts;
    }
}
