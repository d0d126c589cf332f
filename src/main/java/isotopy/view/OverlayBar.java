package isotopy.view;

import atlantafx.base.controls.Popover;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What of the scene is shown, as a pill of toggles on the stage; *More* holds the rest of the look.
final class OverlayBar extends HBox {
    private static final List<Overlay> FIRST =
            List.of(Overlay.PARTICLES, Overlay.TRAILS, Overlay.GRID, Overlay.FIELD, Overlay.TARGET, Overlay.REGIONS);

    private final WorkbenchModel model;
    private final List<OverlayToggle> toggles;
    private final LookPanel panel;
    private final Button more;
    private final Popover popover;
    private boolean folded;

    OverlayBar(WorkbenchModel model) {
        this.model = model;
        setId("overlays");
        getStyleClass().addAll("stage-pill", "stage-overlays");
        setAlignment(Pos.CENTER);
        toggles = FIRST.stream()
                .map(overlay -> new OverlayToggle(overlay, model, "overlay-"))
                .toList();
        panel = new LookPanel(model, FIRST);
        popover = new Popover(panel);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        more = StageTheme.described(
                new Button("More", new FontIcon(Feather.SLIDERS)),
                "more",
                "More to show, the number of particles, the length of trails, the stack of layers, and the exact equation.");
        more.getStyleClass().add("stage-toggle");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(pressed -> toggleMore());
        getChildren().addAll(toggles);
        getChildren().add(more);
        model.lookProperty().subscribe(this::follow);
        model.experimentProperty().subscribe(() -> follow(model.lookProperty().get()));
        model.drawingProperty().subscribe(() -> popover.hide());
    }

    /// Puts the toggles away into *More* where there is no room for them, or back onto the bar.
    void fold(boolean wanted) {
        if (wanted != folded) {
            folded = wanted;
            follow(model.lookProperty().get());
            panel.showFirst(wanted);
            more.setText(wanted ? "Show" : "More");
        }
    }

    /// The width that the bar takes with its toggles on it.
    double wholeWidth() {
        double width = snappedLeftInset() + snappedRightInset() + more.prefWidth(-1);
        var look = model.lookProperty().get();
        for (var toggle : toggles) {
            width += toggle.fits(look) ? toggle.prefWidth(-1) + getSpacing() : 0;
        }
        return width;
    }

    private void toggleMore() {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            panel.follow();
            popover.show(more);
        }
    }

    private void follow(Look look) {
        for (var toggle : toggles) {
            toggle.follow(look);
            StageTheme.show(toggle, !folded && toggle.fits(look));
        }
    }
}
