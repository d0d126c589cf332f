package isotopy.view;

import isotopy.math.Box;
import isotopy.math.FormulaException;
import isotopy.target.TargetMap;
import isotopy.target.Typed;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import isotopy.train.Experiment;
import isotopy.train.Undefined;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The target typed as a formula: its picture and its kind follow every key, and a mark stands under the character at
/// which something is wrong, with the reason below.
final class FormulaPopup {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final String HINT = "It knows x and y, r = √(x² + y²) and theta, + − * / ^, numbers, pi, e, and"
            + " functions such as sin, exp, tanh, abs, min, max.";

    private final WorkbenchModel model;
    private final TextField field = new TextField();
    private final CharacterMark mark = new CharacterMark(field, "target-formula-mark");
    private final Label problem = new Label();
    private final Label found = new Label();
    private final MapPicture picture;
    private final Button use = new Button("Make it the target");
    private final VBox pane = new Pane();
    private final Bubble bubble = new Bubble(pane);
    private Optional<TargetMap> target = Optional.empty();

    /// The pane itself, which puts the mark where it belongs.
    private final class Pane extends VBox {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            mark.place(field.getLayoutX(), field.getLayoutY() + field.getHeight() + mark.getHeight() / 2);
        }
    }

    FormulaPopup(WorkbenchModel model, Tasks tasks) {
        this.model = model;
        picture = new MapPicture(tasks);
        pane.getStyleClass().add("formula-pane");
        var title = new Label("A target as a formula");
        title.getStyleClass().add("gallery-name");
        field.setId("target-formula-field");
        field.getStyleClass().add("panel-formula-field");
        field.setTooltip(Tips.of(HINT));
        field.setPromptText("x + 0.3*sin(3*y), y");
        problem.setId("target-formula-problem");
        problem.getStyleClass().add("panel-problem");
        found.setId("target-formula-kind");
        found.getStyleClass().add("gallery-sentence");
        for (var label : List.of(problem, found)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        picture.setId("target-formula-picture");
        picture.getStyleClass().add("formula-picture");
        use.setId("target-formula-use");
        use.getStyleClass().addAll("accent", "panel-button");
        use.setTooltip(Tips.of("Makes what is typed the target (Enter); one undo takes it back."));
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setOnAction(event -> use());
        field.setOnAction(event -> use());
        field.textProperty().subscribe(this::look);
        var words = new VBox(found, problem);
        HBox.setHgrow(words, Priority.ALWAYS);
        var result = new HBox(picture, words);
        result.getStyleClass().add("gallery-row");
        pane.getChildren().addAll(title, field, result, Grids.spread(examples(), use), mark);
    }

    /// Opens beside `owner`, with the present target where that was typed. What was typed before is looked at anew:
    /// the domain may be another one.
    void show(Node owner) {
        var present = model.experimentProperty().get().target();
        if (!bubble.isShowing()) {
            switch (present) {
                case TypedMap _, TypedCurve _, TypedFunction _ -> field.setText(present.title());
                default -> {}
            }
            look(field.getText());
        }
        bubble.show(owner, Side.RIGHT);
        field.requestFocus();
    }

    /// What the popup shows, for tests.
    VBox pane() {
        return pane;
    }

    private MenuButton examples() {
        var menu = new MenuButton("Examples");
        menu.setId("target-formula-examples");
        menu.getStyleClass().addAll("panel-button", "small");
        menu.setTooltip(Tips.of("Formulas of every kind to begin with."));
        menu.setAlignment(Pos.CENTER_LEFT);
        for (var example : List.of(
                "x + 0.3*sin(3*y), y",
                "x*cos(r) - y*sin(r), x*sin(r) + y*cos(r)",
                "x^3",
                "x + 0.2*sin(5*x)",
                "x*y",
                "exp(-3*r^2)*cos(3*theta)")) {
            var item = new MenuItem(example);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> field.setText(example));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// Follows what is typed: its picture and kind, or what is wrong with it.
    private void look(String text) {
        target = Optional.empty();
        if (text.isBlank()) {
            tell("Two components are a map of the plane, one in x alone is a curve, one in x and y a function.", "");
            mark.vanish();
        } else {
            try {
                var typed = Typed.parse(text);
                var without = Undefined.soon(with(typed));
                target = without.isEmpty() ? Optional.of(typed) : Optional.empty();
                tell(kind(typed), without.map(found -> "It " + found.words() + ".").orElse(""));
                mark.vanish();
            } catch (FormulaException e) {
                tell("", Setting.sentence(e));
                mark.under(e.position());
            }
        }
        picture.setVisible(target.isPresent());
        target.ifPresent(typed -> picture.show(typed, domain(typed)));
        use.setDisable(target.isEmpty());
        pane.requestLayout();
    }

    private void tell(String kind, String wrong) {
        found.setText(kind);
        StageTheme.show(found, !kind.isEmpty());
        problem.setText(wrong);
        StageTheme.show(problem, !wrong.isEmpty());
        field.pseudoClassStateChanged(ERROR, !wrong.isEmpty());
    }

    private Box domain(TargetMap typed) {
        var now = model.experimentProperty().get();
        return now.target().kind() == typed.kind() ? now.sampling().domain() : typed.home();
    }

    private static String kind(TargetMap typed) {
        return switch (typed.kind()) {
            case LINE -> "A curve y = F(x): a map of the line.";
            case PLANE -> "Two components: a map of the plane.";
            case FUNCTION -> "A function u(x, y): a number for every point.";
            case LABELS -> "Classes.";
        };
    }

    /// The experiment with what was typed, over the present domain where that is of its kind.
    private Experiment with(TargetMap typed) {
        var fitted = Fitting.with(model.experimentProperty().get(), typed);
        return fitted.withSampling(fitted.sampling().withDomain(domain(typed)));
    }

    private void use() {
        target.ifPresent(typed -> {
            bubble.hide();
            var now = model.experimentProperty().get();
            model.edit("Type " + typed.title(), before -> with(typed));
            Fitting.note(now, model.experimentProperty().get())
                    .ifPresent(note -> model.tell(Notice.of(Notice.Kind.INFORMATION, note)));
        });
    }
}
