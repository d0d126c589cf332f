package isotopy.view;

import isotopy.figure.Scene;
import isotopy.snapshot.Activity;
import isotopy.snapshot.FlowSnapshot;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How good the flow is, in type that is read from the back row, and below it what else is measured and what the
/// trainer does.
final class MissView extends VBox {
    private final Label heading = new Label();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Label meanSquare =
            small("The mean over the points of the squared distance between where the flow carries"
                    + " them and their goals, in squared coordinates; test points are not trained on.");
    private final Label progress = small("How many training steps were taken, and how many pass in a second.");
    private final Label activity = small("What the trainer is doing.");
    private final Label exactness =
            small("How far the residual network is from the differential equation whose slices its layers"
                    + " are, as a share of the square's side.");
    private final Label floor =
            small("The mean square below which no flow of these layers comes on the training points, in squared"
                    + " coordinates; layers that fold make a network that is no flow.");
    private final FontIcon icon = new FontIcon(Feather.PAUSE);

    MissView() {
        setId("insight-miss");
        getStyleClass().add("insight-head");
        heading.getStyleClass().add("heading");
        number.setId("insight-number");
        number.getStyleClass().add("number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Tips.on(
                number,
                "The mean distance between where the flow carries a test point and its goal, as a share of the"
                        + " square's side, or of the range of a function's values; of classes, the share of test points that are taken for another"
                        + " one.");
        unit.setId("insight-unit");
        unit.getStyleClass().addAll("quiet", "small");
        // beside the heading: beside the number it would be moved, and moved on to a second line, by every digit more
        var line = new HBox(6, heading, unit);
        line.setAlignment(Pos.BASELINE_LEFT);
        meanSquare.setId("insight-mean-square");
        progress.setId("insight-progress");
        activity.setId("insight-activity");
        activity.setGraphic(icon);
        activity.setGraphicTextGap(6);
        exactness.setId("insight-exactness");
        floor.setId("insight-floor");
        getChildren().addAll(line, number, meanSquare, floor, progress, activity, exactness);
    }

    /// Shows what a moment is worth, and what the trainer does at the newest.
    void show(FlowSnapshot snapshot, FlowSnapshot newest) {
        heading.setText(Sentences.missName(snapshot).toUpperCase(Locale.ROOT));
        unit.setText(Sentences.missUnit(snapshot));
        number.setText(Numbers.percent(snapshot.miss()));
        number.setAccessibleText(Choices.capital(Sentences.missName(snapshot)) + " " + number.getText() + " "
                + Sentences.missUnit(snapshot));
        meanSquare.setText(Sentences.meanSquare(snapshot));
        floor.setText(Sentences.floorLine(snapshot).orElse(""));
        StageTheme.show(floor, !floor.getText().isEmpty());
        progress.setText(Sentences.progress(snapshot, newest));
        activity.setText(Sentences.activity(newest.activity(), newest.step()));
        icon.setIconCode(icon(newest.activity()));
        boolean trouble =
                newest.activity() instanceof Activity.Diverged || newest.activity() instanceof Activity.Failed;
        activity.getStyleClass().removeAll("bad", "quiet");
        activity.getStyleClass().add(trouble ? "bad" : "quiet");
    }

    /// Shows how far the network is from the differential equation, where the scene measured it.
    void show(Scene scene) {
        exactness.setVisible(scene.exactness().isPresent());
        exactness.setManaged(scene.exactness().isPresent());
        double side = scene.snapshot().experiment().sampling().domain().side();
        scene.exactness().ifPresent(difference -> exactness.setText(Sentences.exactness(difference, side)));
    }

    private static Feather icon(Activity activity) {
        return switch (activity) {
            case Activity.Waiting() -> Feather.PAUSE;
            case Activity.Training() -> Feather.ACTIVITY;
            case Activity.Relaxing(double share) -> Feather.ROTATE_CCW;
            case Activity.Resting(long steps) -> Feather.MOON;
            case Activity.Diverged(long step, int layer) -> Feather.ALERT_TRIANGLE;
            case Activity.Failed(String sentence) -> Feather.ALERT_TRIANGLE;
        };
    }

    private static Label small(String explanation) {
        var label = Tips.on(new Label(), explanation);
        label.getStyleClass().addAll("small", "quiet");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
