package isotopy.view;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells the model's notice over the bottom of the stage, beside the work: an icon, a sentence, the ways out as
/// buttons. It stays until it is closed; information that offers nothing fades by itself, unless the mouse rests on it.
public final class NoticeBar extends StackPane {
    private static final Duration FADING = Duration.millis(600);
    private static final double WIDEST = 620;
    private final WorkbenchModel model;
    private final Duration shown;
    private final HBox box = new HBox();
    private Optional<Animation> fading = Optional.empty();

    public NoticeBar(WorkbenchModel model) {
        this(model, Duration.seconds(8));
    }

    /// `shown` is how long information stays.
    NoticeBar(WorkbenchModel model, Duration shown) {
        this.model = model;
        this.shown = shown;
        setId("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_CENTER);
        setMaxHeight(Region.USE_PREF_SIZE);
        setStyle("-fx-padding: 0 16 16 16;");
        setAlignment(this, Pos.BOTTOM_CENTER);
        box.setId("notice");
        box.setMaxWidth(WIDEST);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setOnMouseEntered(event -> fading.ifPresent(Animation::stop));
        box.setOnMouseExited(event -> fading.ifPresent(Animation::playFromStart));
        getChildren().add(box);
        var presenting = PseudoClass.getPseudoClass("presenting");
        model.presentingProperty().subscribe(on -> box.pseudoClassStateChanged(presenting, on));
        model.noticeProperty().addListener((property, before, now) -> show(now));
        show(model.noticeProperty().get());
    }

    private void show(Optional<Notice> notice) {
        fading.ifPresent(Animation::stop);
        fading = Optional.empty();
        box.setOpacity(1);
        setVisible(notice.isPresent());
        box.getChildren().clear();
        notice.ifPresent(this::tell);
    }

    private void tell(Notice notice) {
        box.getStyleClass().setAll("notice", styleClass(notice.kind()));
        var text = new Label(notice.text());
        text.setId("notice-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var middle = new VBox(8, text);
        middle.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(middle, Priority.ALWAYS);
        if (!notice.offers().isEmpty()) {
            middle.getChildren().add(offers(notice));
        }
        var close = Tips.on(new Button(null, new FontIcon(Feather.X)), "Closes this notice.");
        close.setId("notice-close");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close this notice");
        close.setOnAction(event -> model.dismissNotice());
        var icon = new FontIcon(icon(notice.kind()));
        icon.setAccessibleText(notice.kind().name());
        box.getChildren().setAll(icon, middle, close);
        if (notice.kind() == Notice.Kind.INFORMATION && notice.offers().isEmpty()) {
            fade(notice);
        }
    }

    private FlowPane offers(Notice notice) {
        var row = new FlowPane(8, 6);
        for (var offer : notice.offers()) {
            var button = new Button(offer.label());
            button.getStyleClass().add("notice-offer");
            Tips.on(button, offer.label() + ", and closes this notice.");
            button.setId("notice-offer-" + row.getChildren().size());
            button.setOnAction(event -> {
                // first, because what is offered may tell something itself
                model.dismissNotice();
                offer.action().run();
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private void fade(Notice notice) {
        var out = new FadeTransition(FADING, box);
        out.setFromValue(1);
        out.setToValue(0);
        var wait = new SequentialTransition(new PauseTransition(shown), out);
        wait.setOnFinished(event -> {
            if (model.noticeProperty().get().equals(Optional.of(notice))) {
                model.dismissNotice();
            }
        });
        wait.statusProperty().addListener((property, before, now) -> {
            if (now == Animation.Status.STOPPED) {
                box.setOpacity(1);
            }
        });
        fading = Optional.of(wait);
        wait.play();
    }

    private static String styleClass(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> "information";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    private static Feather icon(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        };
    }
}
