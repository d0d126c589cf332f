package isotopy.view;

import isotopy.figure.Theme;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// What the stage, the timeline and the drawing bar share in looks: their stylesheet, the large type of halls, and tooltips.
final class StageTheme {
    private static final PseudoClass PROJECTOR = PseudoClass.getPseudoClass("projector");
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private StageTheme() {}

    /// Gives a view the stylesheet, and lets it follow the theme of the look.
    static void dress(Parent view, WorkbenchModel model) {
        view.getStylesheets()
                .add(Objects.requireNonNull(StageTheme.class.getResource("stage.css"), "stage.css")
                        .toExternalForm());
        Runnable follow = () -> {
            view.pseudoClassStateChanged(PROJECTOR, large(model));
            view.pseudoClassStateChanged(PRESENTING, model.presentingProperty().get());
        };
        model.lookProperty().subscribe(follow);
        model.presentingProperty().subscribe(follow);
        follow.run();
    }

    /// Whether the window is read from the back row.
    static boolean large(WorkbenchModel model) {
        return model.lookProperty().get().theme() == Theme.PROJECTOR
                || model.presentingProperty().get();
    }

    /// A control with its name in tests and style sheets and its one sentence.
    static <C extends Control> C described(C control, String id, String sentence) {
        control.setId(id);
        control.setTooltip(tooltip(sentence));
        control.setFocusTraversable(true);
        return control;
    }

    static Tooltip tooltip(String sentence) {
        var tooltip = new Tooltip(sentence);
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setShowDuration(Duration.seconds(20));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        return tooltip;
    }

    /// Shows a node and gives it room, or neither.
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
