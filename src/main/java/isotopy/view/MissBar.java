package isotopy.view;

import isotopy.figure.Look;
import isotopy.figure.Projection;
import isotopy.figure.Scene;
import isotopy.target.Kind;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A scale bar on the stage that is as long as the average miss: the number at the right, seen at its true size.
final class MissBar extends VBox {
    private final WorkbenchModel model;
    private final Label text = new Label();
    private final Region bar = new Region();

    /// A bar for the moment whose numbers the whole window writes.
    MissBar(WorkbenchModel model) {
        this.model = model;
        setId("miss-bar");
        getStyleClass().add("stage-miss");
        setAlignment(Pos.CENTER_RIGHT);
        setMouseTransparent(true);
        bar.getStyleClass().add("stage-miss-bar");
        bar.setMaxWidth(USE_PREF_SIZE);
        text.setMinWidth(USE_PREF_SIZE);
        var holder = new StackPane(bar);
        holder.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(text, holder);
        model.readableProperty().subscribe(this::write);
    }

    /// Follows scene and camera on a stage of that size; there is no bar where lengths are not those of the plane,
    /// or longer than the stage.
    void follow(Scene scene, Look look, double width, double height) {
        double miss = model.readableProperty().get().miss();
        double length = miss
                * scene.snapshot().experiment().sampling().domain().side()
                * look.camera().scale(width, height);
        var kind = scene.snapshot().experiment().target().kind();
        boolean drawn = kind == Kind.PLANE
                && look.projection() == Projection.PLANE
                && Double.isFinite(length)
                && length < width - 48;
        StageTheme.show(bar, drawn);
        bar.setMinWidth(Math.max(2, length));
        bar.setPrefWidth(Math.max(2, length));
        write();
    }

    private void write() {
        var moment = model.readableProperty().get();
        var whose = model.lookProperty().get().exact() ? "the network's " : "";
        text.setText(whose + Sentences.missName(moment) + " " + StageCaptions.percent(moment.miss()) + " "
                + Sentences.missUnit(moment));
    }
}
