package isotopy.view;

import isotopy.service.Pace;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/// How fast training runs: as a show, as fast as the machine can, or at a speed that a class can follow.
final class PaceControl extends HBox {
    /// One step a frame, and the fastest speed that is not "as fast as possible". Units: steps a second.
    private static final double SLOWEST = 60;

    private static final double FASTEST = 20_000;

    private enum Kind {
        SHOW,
        MAX,
        BY_HAND
    }

    private final WorkbenchModel model;
    private final Segments<Kind> kinds;
    private final Slider slider = new Slider(Math.log10(SLOWEST), Math.log10(FASTEST), Math.log10(SLOWEST));
    private final Label speed = new Label();
    private final MenuButton menu;
    private boolean following;

    PaceControl(WorkbenchModel model) {
        this.model = model;
        setId("pace");
        getStyleClass().add("timeline-pace");
        setAlignment(Pos.CENTER_LEFT);
        kinds = kinds();
        StageTheme.described(
                slider,
                "pace-slider",
                "Training steps a second, from one step a frame (60) up to 20,000; drag it to set the pace by hand.");
        slider.getStyleClass().add("timeline-pace-slider");
        slider.valueProperty().subscribe(() -> {
            if (!following) {
                model.setPace(new Pace.PerSecond(Math.round(Math.pow(10, slider.getValue()))));
            }
        });
        speed.getStyleClass().add("timeline-quiet");
        speed.setMinWidth(USE_PREF_SIZE);
        menu = StageTheme.described(
                new MenuButton(), "pace-menu", "How fast training runs, in steps a second; one step a frame is 60.");
        menu.getStyleClass().add("small");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems()
                .addAll(
                        item("Show: each decade of steps in four seconds", new Pace.Show()),
                        item("Max: as fast as possible", new Pace.Max()),
                        item("1,000 steps a second", new Pace.PerSecond(1000)),
                        item("200 steps a second", new Pace.PerSecond(200)),
                        item("60 steps a second: one a frame", new Pace.PerSecond(60)));
        getChildren().addAll(kinds, slider, speed, menu);
        setCompact(false);
        model.paceProperty().subscribe(this::follow);
        follow();
    }

    /// One menu in the place of buttons and slider, where there is little room.
    void setCompact(boolean compact) {
        StageTheme.show(kinds, !compact);
        StageTheme.show(slider, !compact);
        StageTheme.show(speed, !compact);
        StageTheme.show(menu, compact);
    }

    private Segments<Kind> kinds() {
        return new Segments<>(
                List.of(
                        new Segments.Choice<>(
                                Kind.SHOW,
                                "Show",
                                "pace-show",
                                "Each decade of training steps takes about four seconds, so that one sees the first ones singly."),
                        new Segments.Choice<>(Kind.MAX, "Max", "pace-max", "Trains as fast as the machine can.")),
                kind -> model.setPace(kind == Kind.SHOW ? new Pace.Show() : new Pace.Max()));
    }

    private MenuItem item(String text, Pace pace) {
        var item = new MenuItem(text);
        item.setOnAction(chosen -> model.setPace(pace));
        return item;
    }

    private void follow() {
        var pace = model.paceProperty().get();
        following = true;
        switch (pace) {
            case Pace.Show() -> kinds.select(Kind.SHOW);
            case Pace.Max() -> kinds.select(Kind.MAX);
            case Pace.PerSecond(double steps) -> {
                kinds.select(Kind.BY_HAND);
                slider.setValue(Math.log10(Math.clamp(steps, SLOWEST, FASTEST)));
            }
        }
        following = false;
        speed.setText(pace instanceof Pace.PerSecond(double steps) ? perSecond(steps) : "");
        slider.setOpacity(pace instanceof Pace.PerSecond ? 1 : 0.55);
        menu.setText(
                switch (pace) {
                    case Pace.Show() -> "Show";
                    case Pace.Max() -> "Max";
                    case Pace.PerSecond(double steps) -> perSecond(steps);
                });
    }

    private static String perSecond(double steps) {
        return String.format(Locale.ROOT, "%,.0f/s", steps);
    }
}
