package isotopy.view;

import isotopy.figure.Theme;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// *Is my network an ODE?* The error under finer and coarser steps, and what it means, in words.
final class StepCard extends VBox {
    private final WorkbenchModel model;
    private final StepChart chart = new StepChart();
    private final Label legend = label("insight-steps-legend", "quiet", "small");
    private final Label verdict = label("insight-steps-verdict");
    private final Label solver = label("insight-steps-solver");

    StepCard(WorkbenchModel model) {
        super(6);
        this.model = model;
        setId("insight-steps");
        getStyleClass().add("section");
        var heading = Tips.on(
                new Label("IS MY NETWORK AN ODE?"),
                "The trained parameters under finer and coarser steps: where the error stays, the layers are slices of"
                        + " an ordinary differential equation.");
        heading.getStyleClass().add("heading");
        Tips.on(
                legend,
                "The average miss as a share of the square's side (of classes, the share taken for another one), on"
                        + " a logarithmic axis; h is the length of a trained step, in fictitious time.");
        var card = new VBox(verdict, solver);
        card.getStyleClass().add("card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(heading, chart, legend, card);
        // asked only while it is seen
        visibleProperty().subscribe(seen -> model.steps().watch(seen));
        model.steps().foundProperty().subscribe(this::show);
        setTheme(model.lookProperty().get().theme());
    }

    void setTheme(Theme theme) {
        chart.setTheme(theme);
    }

    private void show(Optional<StepFindings> found) {
        if (found.isEmpty()) {
            verdict.setText("The network is being run with other steps …");
            solver.setText("");
            legend.setText("");
            return;
        }
        var findings = found.get();
        chart.show(findings);
        boolean steps = !findings.curve().isEmpty();
        legend.setText((steps ? "● trained step h · " : "● the network · ") + "dashed: the equation itself");
        verdict.setText(StepWords.verdict(findings));
        solver.setText(StepWords.solver(findings));
    }

    private static Label label(String id, String... classes) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
