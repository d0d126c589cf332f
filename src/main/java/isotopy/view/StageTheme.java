package isotopy.view;

import isotopy.figure.Theme;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;

/// What the stage, the timeline and the drawing bar share in looks: their stylesheet and the large type of halls.
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
        control.setTooltip(Tips.of(sentence));
        control.setFocusTraversable(true);
        if (control instanceof Labeled labeled
                && (labeled.getText() == null || labeled.getText().isEmpty())) {
            control.setAccessibleText(sentence);
        }
        return control;
    }

    /// Shows a node and gives it room, or neither.
    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
