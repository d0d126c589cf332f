package isotopy.view;

import isotopy.flow.Folds;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What theory says about the chosen family and the drawn target, and where the network has left its ground by folding.
final class TheoryCard extends VBox {
    private final WorkbenchModel model;
    private final FlowPane lines = new FlowPane(12, 4);
    private final Label sentence = paragraph();
    private final Label folding = paragraph();
    private final Button bijective = new Button("Keep every layer a bijection");
    private final VBox foldingBox = new VBox(6, folding, bijective);
    private final Label floor = paragraph();
    private final WaysOut ways;
    private TheoryText shown = new TheoryText(List.of(), "");

    TheoryCard(WorkbenchModel model) {
        super(6);
        this.model = model;
        setId("insight-theory");
        getStyleClass().add("section");
        var heading = new Label("WHAT THEORY SAYS");
        heading.getStyleClass().add("heading");
        floor.setId("insight-floor-words");
        sentence.setId("insight-theory-sentence");
        folding.setId("insight-folding");
        folding.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        folding.getStyleClass().add("bad");
        bijective.setId("insight-bijective");
        Tips.on(
                bijective,
                "After every training step, layers that are too strong are scaled back until each is a bijection.");
        bijective.setOnAction(event -> model.edit(
                "Keep layers bijective", now -> now.withNetwork(now.network().withBijective(true))));
        var source = Tips.on(new Label(TheoryText.CITATION), TheoryText.REFERENCE);
        source.setId("insight-citation");
        source.getStyleClass().addAll("quiet", "small");
        ways = new WaysOut(model);
        var card = new VBox(lines, sentence, floor, foldingBox, source);
        card.getStyleClass().add("card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(heading, card);
        refreshText();
        refreshFolds();
    }

    /// What stands in the way and what helps, to be seen without reading the rest.
    WaysOut ways() {
        return ways;
    }

    /// Composes the text anew: family, target or obstruction changed.
    void refreshText() {
        var experiment = model.experimentProperty().get();
        var text = TheoryText.of(experiment, model.obstructionProperty().get());
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        lines.getChildren().setAll(text.lines().stream().map(TheoryCard::line).toList());
        sentence.setText(text.sentence());
    }

    /// Looks again at which layers fold.
    void refreshFolds() {
        Folds folds = model.shownProperty().get().folds();
        ways.show(model.obstructionProperty().get());
        boolean same = model.shownProperty()
                .get()
                .experiment()
                .target()
                .equals(model.experimentProperty().get().target());
        floor.setText(
                same ? Sentences.floorWords(model.shownProperty().get()).orElse("") : "");
        StageTheme.show(floor, !floor.getText().isEmpty());
        boolean any = !folds.layers().isEmpty();
        boolean kept = model.experimentProperty().get().network().bijective();
        foldingBox.setVisible(any);
        foldingBox.setManaged(any);
        bijective.setVisible(!kept);
        bijective.setManaged(!kept);
        if (any) {
            folding.setText(Sentences.folding(
                    folds, kept, hindered() && !Sentences.belowFloor(model.shownProperty().get())));
        }
    }

    /// Whether something stands between the network and its target, or between the network and a flow.
    boolean warns() {
        return hindered()
                || !model.shownProperty().get().folds().layers().isEmpty();
    }

    private boolean hindered() {
        return TheoryText.hindered(
                model.experimentProperty().get(), model.obstructionProperty().get());
    }

    private static Label line(TheoryText.Line line) {
        var label = Tips.on(
                new Label(line.text(), new FontIcon(line.holds() ? Feather.CHECK : Feather.X)), line.explanation());
        label.getStyleClass().add(line.holds() ? "theory-holds" : "theory-fails");
        label.getStyleClass().add("theory-line");
        label.setAccessibleText((line.holds() ? "yes: " : "no: ") + line.text());
        return label;
    }

    private static Label paragraph() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
