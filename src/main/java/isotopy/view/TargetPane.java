package isotopy.view;

import isotopy.target.Gallery;
import isotopy.target.Kind;
import isotopy.target.TargetMap;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first step, "Draw the target": a row of targets of the present kind to choose from, and the ways to others: the
/// gallery, drawing by hand, a formula, a file.
///
/// The last place of the row shows whatever target is chosen when it is none of the others.
final class TargetPane extends VBox {
    /// The place that is left out in a hall, unless its target is the chosen one: then it is the one before.
    private static final int SPARE = 2;

    private final WorkbenchModel model;
    private final Label heading = new Label();
    private final Label name = new Label();
    private final GridPane row = Grids.of(4, List.of());
    private final List<Card> cards = new ArrayList<>();
    private final Map<Kind, TargetMap> last = new EnumMap<>(Kind.class);
    private final ToggleButton draw = new ToggleButton();
    private final FormulaPopup formula;
    private final Tasks tasks;
    private MapPicture lastPicture;
    private List<TargetMap> targets = List.of();
    private Kind kind = Kind.PLANE;
    private boolean hall;

    TargetPane(WorkbenchModel model, GalleryPopup gallery, Runnable importPairs) {
        this.model = model;
        tasks = gallery.tasks();
        lastPicture = new MapPicture(tasks);
        formula = new FormulaPopup(model, tasks);
        getStyleClass().add("panel-section");
        row.setId("target-row");
        row.setMinHeight(USE_PREF_SIZE);
        heading.getStyleClass().add("panel-heading");
        heading.setMinWidth(USE_PREF_SIZE);
        name.setId("target-name");
        name.getStyleClass().add("panel-chosen");
        getChildren().addAll(Grids.spread(heading, name), row, buttons(gallery, importPairs));
        fill(model.experimentProperty().get().target().kind());
        model.experimentProperty().addListener((property, before, after) -> show(after));
        show(model.experimentProperty().get());
    }

    /// Puts four cards of that kind into the row.
    private void fill(Kind wanted) {
        kind = wanted;
        targets = Targets.row(kind);
        last.putIfAbsent(kind, targets.getLast());
        cards.clear();
        var group = new ToggleGroup();
        for (int k = 0; k < targets.size(); k++) {
            var target = targets.get(k);
            boolean atEnd = k == targets.size() - 1;
            var picture = new MapPicture(tasks, target);
            picture.getStyleClass().add("card-picture");
            lastPicture = picture;
            var id = atEnd
                    ? "target-last"
                    : "target-" + Targets.entry(target).map(Gallery.Entry::id).orElse("other");
            var card = new Card(id, Targets.shortName(target), picture, Targets.sentence(target));
            card.setToggleGroup(group);
            card.setOnAction(event -> choose(atEnd ? last.getOrDefault(kind, target) : target));
            cards.add(card);
        }
        place();
    }

    private HBox buttons(GalleryPopup gallery, Runnable importPairs) {
        var more = button("target-more", "More", "Shows all targets of the gallery.");
        more.setOnAction(event -> gallery.show(more, Side.RIGHT));
        draw.setId("target-draw");
        draw.getStyleClass().add("panel-button");
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
        var typed = button(
                "target-formula",
                "Formula",
                "Types the target: two components are a map of the plane, one in x a curve, one in x and y a function.");
        typed.setOnAction(event -> formula.show(typed));
        var csv = button(
                "target-csv",
                "CSV…",
                "Reads a table, in coordinate units: pairs (columns x1,x2,y1,y2 or x,y), values (x1,x2,u) or points with"
                        + " classes (x1,x2,label).");
        csv.setOnAction(event -> importPairs.run());
        var buttons = new HBox(more, draw, typed, csv);
        buttons.getStyleClass().add("panel-buttons");
        for (var button : buttons.getChildren()) {
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        draw.setMaxWidth(Double.MAX_VALUE);
        return buttons;
    }

    private static Button button(String id, String title, String sentence) {
        var button = new Button(title);
        button.setId(id);
        button.getStyleClass().add("panel-button");
        button.setTooltip(Tips.of(sentence));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /// What drawing means for a kind; functions are typed and not drawn.
    private void name(ToggleButton button) {
        var leave = " Press again, or Enter, to see the flow.";
        StageTheme.show(button, kind != Kind.FUNCTION);
        button.setText(kind == Kind.LABELS ? "Paint" : "Draw");
        button.setTooltip(Tips.of(
                switch (kind) {
                    case LINE -> "Shows the curve alone, to be drawn with the mouse." + leave;
                    case PLANE -> "Shows the target alone, to be drawn with the mouse." + leave;
                    case LABELS -> "Shows the points alone, to paint classes with a brush." + leave;
                    case FUNCTION -> "Functions are typed.";
                }));
    }

    private void choose(TargetMap target) {
        Targets.choose(model, target);
        show(model.experimentProperty().get());
    }

    private void show(Experiment experiment) {
        var target = experiment.target();
        if (target.kind() != kind) {
            fill(target.kind());
        }
        name(draw);
        name.setText(target.title());
        name.setTooltip(Tips.of(Targets.whole(target)));
        if (!targets.subList(0, targets.size() - 1).contains(target)) {
            last.put(kind, target);
        }
        var atEnd = last.getOrDefault(kind, target);
        var card = cards.getLast();
        card.setText(Targets.shortName(atEnd));
        card.setSentence(Targets.sentence(atEnd));
        lastPicture.show(atEnd, atEnd.equals(target) ? experiment.sampling().domain() : atEnd.home());
        for (int k = 0; k < cards.size(); k++) {
            cards.get(k).setSelected((k < cards.size() - 1 ? targets.get(k) : atEnd).equals(target));
        }
        place();
    }

    /// Shows the pictures or folds them away where room is needed for something else; in a hall there are three,
    /// and where that is `tight` their names are in their tooltips alone.
    void arrange(boolean pictures, boolean inHall, boolean tight) {
        heading.setText(inHall ? "1 · TARGET" : "1 · DRAW THE TARGET");
        cards.forEach(card -> card.setContentDisplay(tight ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
        StageTheme.show(row, pictures);
        hall = inHall;
        place();
    }

    private void place() {
        var shown = new ArrayList<Node>(cards);
        cards.forEach(card -> card.setVisible(true));
        if (hall && cards.size() > SPARE + 1) {
            var spare = cards.get(cards.get(SPARE).isSelected() ? SPARE - 1 : SPARE);
            spare.setVisible(false);
            shown.remove(spare);
        }
        if (!row.getChildren().equals(shown)) {
            row.getChildren().setAll(shown);
            Grids.arrange(row, hall ? 3 : 4);
        }
    }
}
