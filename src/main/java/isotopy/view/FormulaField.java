package isotopy.view;

import isotopy.math.FormulaActivation;
import isotopy.math.FormulaException;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A σ of one's own, typed as a formula in u: the curve follows every key, and a mark stands under the character at
/// which something is wrong, with the reason below. It counts on Enter and when the field is left.
final class FormulaField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Consumer<String> chosen;
    private final TextField field = new TextField();
    private final StackPane curve = new StackPane();
    private final CharacterMark mark = new CharacterMark(field, "formula-mark");
    private final Label problem = new Label();
    private String present = "";

    /// `chosen` is told a formula that can be used.
    FormulaField(Consumer<String> chosen) {
        this.chosen = chosen;
        getStyleClass().addAll("panel-setting", "formula-field");
        var hint = "Your own σ as a formula in u, such as " + Families.FIRST_FORMULA
                + "; it knows + − * / ^, numbers, pi, e, and functions such as sin, exp, tanh, abs, min, max.";
        var title = new Label("σ(u) =");
        title.getStyleClass().add("panel-setting-title");
        title.setTooltip(Tips.of(hint));
        title.setLabelFor(field);
        title.setMinWidth(Region.USE_PREF_SIZE);
        field.setId("formula-field");
        field.getStyleClass().add("panel-formula-field");
        field.setTooltip(Tips.of(hint));
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        curve.setId("formula-curve");
        curve.getStyleClass().add("formula-curve");
        var row = new HBox(title, field);
        row.getStyleClass().add("panel-setting-row");
        problem.setId("formula-problem");
        problem.getStyleClass().add("panel-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(row, problem, Grids.spread(examples(), curve), mark);
        field.textProperty().subscribe(this::look);
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(present)) {
                field.setText(present);
                event.consume();
            }
        });
    }

    /// Shows the formula that is used.
    void show(String formula) {
        if (!formula.equals(present)) {
            present = formula;
            field.setText(formula);
        }
    }

    private MenuButton examples() {
        var menu = new MenuButton("Examples");
        menu.setId("formula-examples");
        menu.getStyleClass().addAll("panel-button", "small");
        menu.setTooltip(Tips.of("Formulas to begin with."));
        menu.setAlignment(Pos.CENTER_LEFT);
        for (var example : Families.EXAMPLES) {
            var item = new MenuItem(example);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                field.setText(example);
                commit();
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    /// Follows what is typed: the curve, or what is wrong with it.
    private void look(String text) {
        try {
            curve.getChildren().setAll(new CurvePicture(FormulaActivation.of(text)));
            tell("", 0);
        } catch (FormulaException e) {
            curve.getChildren().clear();
            tell(Setting.sentence(e), e.position());
        }
    }

    private void commit() {
        if (!field.getText().equals(present) && problem.getText().isEmpty()) {
            chosen.accept(field.getText());
        }
    }

    private void tell(String sentence, int position) {
        boolean wrong = !sentence.isEmpty();
        problem.setText(sentence);
        problem.setVisible(wrong);
        problem.setManaged(wrong);
        field.pseudoClassStateChanged(ERROR, wrong);
        if (wrong) {
            mark.under(position);
        } else {
            mark.vanish();
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark.place(field.getParent().getLayoutX() + field.getLayoutX(), problem.getLayoutY());
    }
}
