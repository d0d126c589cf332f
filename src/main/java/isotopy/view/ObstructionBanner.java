package isotopy.view;

import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Obstructions;
import isotopy.train.Experiment;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says, while one draws, what keeps a flow from being equal to the target: both halves of the truth.
final class ObstructionBanner extends HBox {
    private static final double WIDEST = 620;

    /// On a lower stage there is room for one sentence below a graph. Units: pixels.
    static final double LOW = 520;

    private final WorkbenchModel model;
    private final Label sentence = new Label();
    private final Label truth = new Label();
    private boolean low;

    ObstructionBanner(WorkbenchModel model) {
        this.model = model;
        setId("obstruction");
        getStyleClass().add("drawing-banner");
        setMouseTransparent(true);
        setAlignment(Pos.TOP_LEFT);
        sentence.setId("obstruction-sentence");
        sentence.getStyleClass().add("drawing-banner-title");
        sentence.setWrapText(true);
        truth.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        truth.setMinHeight(USE_PREF_SIZE);
        var text = new VBox(sentence, truth);
        HBox.setHgrow(text, Priority.ALWAYS);
        var icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("drawing-banner-icon");
        getChildren().addAll(icon, text);
        model.obstructionProperty().subscribe(this::follow);
        model.drawingProperty().subscribe(this::follow);
        model.experimentProperty().map(Experiment::target).subscribe(this::follow);
        parentProperty().flatMap(Node::layoutBoundsProperty).subscribe(stage -> {
            low = stage != null && stage.getHeight() < LOW;
            follow();
        });
        follow();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDEST;
    }

    private void follow() {
        var obstruction = model.obstructionProperty().get();
        var target = model.experimentProperty().get().target();
        boolean drawn = !(target instanceof Correspondence); // pairs give way to an empty square
        setVisible(model.drawingProperty().get() && drawn && obstruction.isPresent());
        StageTheme.show(truth, !low || target.kind() == Kind.PLANE);
        obstruction.ifPresent(found -> {
            sentence.setText(found.sentence());
            truth.setText(Obstructions.truth(found));
        });
        requestLayout();
    }
}
