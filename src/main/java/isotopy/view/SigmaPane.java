package isotopy.view;

import isotopy.control.Antisymmetric;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.train.Experiment;
import isotopy.train.Range;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What is chosen within a family: σ where it is a choice of its own, the damping of antisymmetric layers, and the text
/// of a σ of one's own.
final class SigmaPane extends VBox {
    private static final Range DAMPING = Range.real("damping", 0, 100, "per unit of fictitious time");

    private final WorkbenchModel model;
    private final ChoiceRow<Nonlinearity> sigma;
    private final SettingRow damping;
    private final FormulaField formula;

    SigmaPane(WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("panel-section");
        sigma = new ChoiceRow<>(
                model,
                new ChoiceRow.Choice<>(
                        "sigma",
                        "σ",
                        "The non-linearity of the family's formula, applied to every hidden unit.",
                        SigmaPane::values,
                        Families::name,
                        Nonlinearity::formula,
                        now -> now.network().family().activation(),
                        SigmaPane::withSigma));
        damping = new SettingRow(
                model,
                Setting.number(
                        "damping",
                        "Damping γ",
                        "How quickly differences die out in antisymmetric layers; 0 keeps areas.",
                        DAMPING,
                        new Setting.Slot(
                                now -> now.network().family().damping(),
                                (now, v) -> now.withNetwork(now.network()
                                        .withFamily(new Antisymmetric(
                                                now.network().family().activation(), v))))));
        formula = new FormulaField(
                text -> model.edit("σ(u) = " + text, now -> withSigma(now, FormulaActivation.of(text))));
        getChildren().addAll(sigma, damping, formula);
        model.experimentProperty().subscribe(this::show);
    }

    /// All σ with a name, and one's own: as it is typed, or as typing begins.
    private static List<Nonlinearity> values(Experiment now) {
        var family = now.network().family();
        if (!Families.structured(family) || !family.takesActivation()) {
            return List.of(family.activation());
        }
        var values = new ArrayList<Nonlinearity>(Families.activations());
        values.add(
                family.activation() instanceof FormulaActivation own
                        ? own
                        : FormulaActivation.of(Families.FIRST_FORMULA));
        return values;
    }

    /// The same kind of layers with another σ.
    private static Experiment withSigma(Experiment now, Nonlinearity changed) {
        var family = now.network().family();
        ControlFamily wanted = family instanceof Perceptron ? new Perceptron(changed) : family.withActivation(changed);
        return now.withNetwork(now.network().withFamily(wanted));
    }

    private void show(Experiment experiment) {
        var family = experiment.network().family();
        StageTheme.show(sigma, Families.structured(family) && family.takesActivation());
        StageTheme.show(damping, family instanceof Antisymmetric);
        boolean typed = family.activation() instanceof FormulaActivation;
        StageTheme.show(formula, typed);
        if (typed) {
            formula.show(family.activation().formula());
        }
        boolean any = getChildren().stream().anyMatch(Node::isManaged);
        StageTheme.show(this, any);
    }
}
