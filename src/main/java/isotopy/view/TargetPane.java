package isotopy.view;

import isotopy.target.Preset;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The first step, "Draw the target": a row of maps to choose from, and the ways to others: all presets, drawing by
/// hand, pairs from a file.
///
/// The last place of the row shows whatever target is chosen when it is none of the others.
final class TargetPane extends VBox {
    private static final List<Preset> ROW = List.of(Preset.SWIRL, Preset.ROTATION, Preset.VORTICES, Preset.S_BEND);

    /// The place that is left out in a hall.
    private static final int SPARE = 2;

    private final WorkbenchModel model;
    private final Label name = new Label();
    private final GridPane row;
    private final List<Card> cards = new ArrayList<>();
    private final MapPicture lastPicture = new MapPicture();
    private TargetMap last = ROW.getLast();

    TargetPane(WorkbenchModel model, Runnable importPairs) {
        this.model = model;
        getStyleClass().add("panel-section");
        var group = new ToggleGroup();
        for (var preset : ROW) {
            boolean atEnd = preset == ROW.getLast();
            var picture = atEnd ? lastPicture : new MapPicture(preset);
            picture.getStyleClass().add("card-picture");
            var card = new Card(
                    atEnd ? "target-last" : "target-" + preset.id(), preset.title(), picture, preset.sentence());
            card.setToggleGroup(group);
            card.setOnAction(event -> choose(atEnd ? last : preset));
            cards.add(card);
        }
        row = Grids.of(4, cards);
        row.setId("target-row");
        var heading = new Label("1 · DRAW THE TARGET");
        heading.getStyleClass().add("panel-heading");
        heading.setMinWidth(USE_PREF_SIZE);
        name.setId("target-name");
        name.getStyleClass().add("panel-chosen");
        getChildren().addAll(Grids.spread(heading, name), row, buttons(importPairs));
        model.experimentProperty().addListener((property, before, after) -> show(after));
        show(model.experimentProperty().get());
    }

    private HBox buttons(Runnable importPairs) {
        var gallery = new GalleryPopup(model);
        var more = button("target-more", "More", Feather.GRID, "Shows all maps of the gallery.");
        more.setOnAction(event -> gallery.show(more, Side.RIGHT));
        var draw = new ToggleButton("Draw", new FontIcon(Feather.EDIT_2));
        draw.setId("target-draw");
        draw.getStyleClass().add("panel-button");
        draw.setTooltip(
                Tips.of("Shows the target alone, to be drawn with the mouse; press again, or Enter, to see the flow."));
        draw.setOnAction(event -> {
            if (model.drawingProperty().get()) {
                model.leaveDrawing();
            } else {
                model.startDrawing();
            }
            draw.setSelected(model.drawingProperty().get());
        });
        model.drawingProperty().addListener((property, before, drawing) -> draw.setSelected(drawing));
        draw.setSelected(model.drawingProperty().get());
        var csv = button(
                "target-csv",
                "CSV…",
                Feather.FILE_TEXT,
                "Reads pairs of start and goal (columns x1,x2,y1,y2) or points with classes (x1,x2,label) from a CSV file,"
                        + " in coordinate units.");
        csv.setOnAction(event -> importPairs.run());
        var row = new HBox(more, draw, csv);
        row.getStyleClass().add("panel-buttons");
        for (var button : row.getChildren()) {
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        draw.setMaxWidth(Double.MAX_VALUE);
        return row;
    }

    private static Button button(String id, String title, Feather icon, String sentence) {
        var button = new Button(title, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("panel-button");
        button.setTooltip(Tips.of(sentence));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void choose(TargetMap target) {
        model.edit("Choose " + target.title(), now -> Fitting.with(now, target));
        show(model.experimentProperty().get());
    }

    private void show(Experiment experiment) {
        var target = experiment.target();
        name.setText(target.title());
        name.setTooltip(Tips.of(Targets.sentence(target)));
        boolean first = ROW.subList(0, ROW.size() - 1).contains(target);
        if (!first) {
            last = target;
            var card = cards.getLast();
            card.setText(Targets.shortName(target));
            card.setTooltip(Tips.of(Targets.sentence(target)));
        }
        lastPicture.show(last, experiment.sampling().domain());
        for (int k = 0; k < cards.size(); k++) {
            cards.get(k).setSelected((k < cards.size() - 1 ? ROW.get(k) : last).equals(target));
        }
    }

    /// Shows the pictures or folds them away where room is needed for something else; in a hall there are three.
    void arrange(boolean pictures, boolean hall) {
        row.setVisible(pictures);
        row.setManaged(pictures);
        cards.get(SPARE).setVisible(!hall);
        row.getChildren()
                .setAll(
                        hall
                                ? cards.stream()
                                        .filter(card -> card != cards.get(SPARE))
                                        .toList()
                                : cards);
        Grids.arrange(row, hall ? 3 : 4);
    }
}
