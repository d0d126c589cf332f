package isotopy.view;

import isotopy.control.ControlFamily;
import isotopy.figure.Projection;
import isotopy.target.Kind;
import isotopy.target.Obstruction;
import isotopy.train.Experiment;
import isotopy.train.Network;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What keeps a flow from its target, in one short sentence, and what helps: an extra coordinate, an affine map at the
/// end; and how the extra coordinate is looked at. It stands below the miss, where it is seen without scrolling.
final class WaysOut extends VBox {
    private final WorkbenchModel model;
    private final Label reason = new Label(null, new FontIcon(Feather.ALERT_TRIANGLE));
    private final FlowPane buttons = new FlowPane(6, 4);
    private final Button augment;
    private final Button terminal;
    private final Button space;

    WaysOut(WorkbenchModel model) {
        super(4);
        this.model = model;
        setId("insight-ways");
        getStyleClass().add("insight-ways");
        reason.setId("insight-ways-reason");
        reason.getStyleClass().addAll("bad", "small");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        augment = edit(
                "help-augment",
                "Add a coordinate",
                "The state gets one more coordinate, which starts at 0: points have room to go round each other.",
                WaysOut::augmented);
        terminal = edit(
                "help-terminal",
                "End with an affine map",
                "The flow is followed by an affine map that is trained with it and may turn everything over.",
                now -> now.withNetwork(now.network().withTerminal(true)));
        space = button(
                "help-space",
                "",
                "Looks at the first three coordinates of the state, or at the plane; drag to turn them.");
        space.setOnAction(event ->
                model.changeLook(look -> look.withProjection(look.space() ? Projection.PLANE : Projection.SPACE)));
        buttons.getChildren().addAll(augment, terminal, space);
        getChildren().addAll(reason, buttons);
        model.lookProperty().subscribe(look -> space.setText(look.space() ? "Show the plane" : dimension()));
    }

    private Button edit(String id, String title, String sentence, UnaryOperator<Experiment> change) {
        var button = button(id, title, sentence);
        button.setOnAction(event -> {
            var before = model.experimentProperty().get();
            model.edit(title, change);
            Fitting.note(before, model.experimentProperty().get())
                    .ifPresent(note -> model.tell(Notice.of(Notice.Kind.INFORMATION, note)));
        });
        return button;
    }

    private static Button button(String id, String title, String sentence) {
        var button = StageTheme.described(new Button(title), id, sentence);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private String dimension() {
        return model.experimentProperty().get().target().kind() == Kind.LINE
                ? "Show the extra coordinate"
                : "Show the third dimension";
    }

    /// One more coordinate, under layers that suit it.
    private static Experiment augmented(Experiment now) {
        var more = now.withNetwork(now.network().withAugment(now.network().augment() + 1));
        return Fitting.dimension(more, more.network().family()).isPresent()
                ? Fitting.with(more, ControlFamily.named("tanh"))
                : more;
    }

    /// Looks anew at what stands in the way of the flow that is shown.
    void show(Optional<Obstruction> obstruction) {
        var now = model.experimentProperty().get();
        var network = now.network();
        boolean stands = TheoryText.hindered(now, obstruction);
        reason.setText(stands ? reason(obstruction.orElseThrow()) : "");
        StageTheme.show(reason, stands);
        boolean hindered = obstruction.isPresent() && obstruction.get().evidence() != Obstruction.Evidence.SAME_START;
        boolean linear = Sentences.linear(network.family());
        StageTheme.show(augment, hindered && !linear && network.augment() == 0 && Network.AUGMENT.high() > 0);
        StageTheme.show(terminal, hindered && turned(obstruction) && !now.readsOff());
        StageTheme.show(
                space,
                network.augment() > 0 && Projection.SPACE.suits(now.target().kind(), now.stateDimension()));
        space.setText(model.lookProperty().get().space() ? "Show the plane" : dimension());
        boolean offers = augment.isVisible() || terminal.isVisible() || space.isVisible();
        StageTheme.show(buttons, offers);
        StageTheme.show(this, stands || offers);
    }

    private static String reason(Obstruction obstruction) {
        return switch (obstruction) {
            case Obstruction.Descends _ -> "It falls: no flow of the line does.";
            case Obstruction.ReversesOrientation _ -> "It mirrors the plane: no flow does.";
            case Obstruction.Folds folds ->
                switch (folds.evidence()) {
                    case SAME_START -> "One start has two goals: no map does that.";
                    case SAME_GOAL -> "It joins points: no flow does.";
                    case DETERMINANT, OVERLAP, NEIGHBOURING_PAIRS, ORDER, SURROUNDING -> "It folds: no flow does.";
                };
            case Obstruction.Surrounds _ -> "One class surrounds another: no flow parts them.";
        };
    }

    private static boolean turned(Optional<Obstruction> obstruction) {
        return obstruction
                .filter(found -> switch (found) {
                    case Obstruction.Descends _, Obstruction.ReversesOrientation _ -> true;
                    case Obstruction.Folds _, Obstruction.Surrounds _ -> false;
                })
                .isPresent();
    }
}
