package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Theme;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeBarTest {
    private WorkbenchModel model;
    private NoticeBar bar;

    @BeforeEach
    void open() {
        model = Fx.model(Fx.trained(Experiment.standard(Preset.SWIRL), 0));
        bar = Fx.on(() -> {
            var made = new NoticeBar(model, Duration.millis(50));
            new Scene(new StackPane(made), 700, 200);
            return made;
        });
    }

    @AfterEach
    void close() {
        Fx.run(model::close);
    }

    private void press(String id) {
        Fx.run(() -> ((Button) bar.lookup("#" + id)).fire());
    }

    @Test
    void aNoticeIsShownAndClosed() {
        assertThat(Fx.on(bar::isVisible)).isFalse();
        Fx.run(() -> model.tell(Notice.of(Notice.Kind.WARNING, "The file has no header.")));
        assertThat(Fx.on(bar::isVisible)).isTrue();
        assertThat(Fx.on(() -> ((Label) bar.lookup("#notice-text")).getText())).isEqualTo("The file has no header.");
        press("notice-close");
        assertThat(Fx.on(bar::isVisible)).isFalse();
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void presentedItIsReadFromTheBackRow() {
        Fx.run(() -> {
            Themes.apply(bar.getScene(), Theme.LIGHT);
            model.tell(Notice.of(Notice.Kind.WARNING, "The file has no header."));
            model.setPresenting(true);
            bar.getScene().getRoot().applyCss();
            var text = (Label) bar.lookup("#notice-text");
            assertThat(text.getFont().getSize()).isGreaterThanOrEqualTo(20);
        });
    }

    @Test
    void offersRunAndTheNoticeGoes() {
        var done = new ArrayList<String>();
        Fx.run(() -> model.tell(new Notice(
                Notice.Kind.WARNING,
                "Training stopped.",
                List.of(
                        new Notice.Offer("Halve the learning rate", () -> done.add("halved")),
                        new Notice.Offer("Go back", () -> done.add("back"))))));
        press("notice-offer-1");
        assertThat(done).containsExactly("back");
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void anOfferMayTellSomethingItself() {
        Fx.run(() -> model.tell(new Notice(
                Notice.Kind.ERROR,
                "The file cannot be written.",
                List.of(new Notice.Offer(
                        "Try again", () -> model.tell(Notice.of(Notice.Kind.ERROR, "It still cannot be written.")))))));
        press("notice-offer-0");
        assertThat(model.noticeProperty().get().orElseThrow().text()).isEqualTo("It still cannot be written.");
        assertThat(Fx.on(bar::isVisible)).isTrue();
    }

    @Test
    void informationFadesAndWarningsStay() {
        Fx.run(() -> model.tell(Notice.of(Notice.Kind.INFORMATION, "The picture is in the clipboard.")));
        Fx.await(model, () -> model.noticeProperty().get().isEmpty());
        Fx.run(() -> model.tell(Notice.of(Notice.Kind.INFORMATION, "The picture is in the clipboard.")));
        Fx.run(() -> model.tell(Notice.of(Notice.Kind.WARNING, "The map folds.")));
        pass(1200);
        assertThat(model.noticeProperty().get().orElseThrow().text()).isEqualTo("The map folds.");
        assertThat(Fx.on(() -> bar.lookup("#notice").getOpacity())).isEqualTo(1.0);
    }

    @Test
    void everyKindHasItsPicture() {
        for (var theme : Theme.values()) {
            for (var kind : Notice.Kind.values()) {
                Fx.run(() -> model.tell(new Notice(
                        kind,
                        "Training stopped at step 1,204: a state in layer 7 was no longer a finite number. The last good flow was"
                                + " kept.",
                        List.of(
                                new Notice.Offer("Halve the learning rate", () -> {}),
                                new Notice.Offer("Go back", () -> {})))));
                var root = Fx.on(() -> {
                    var pane = new StackPane(new NoticeBar(model, Duration.seconds(60)));
                    pane.setAlignment(Pos.BOTTOM_CENTER);
                    return pane;
                });
                Fx.save(
                        Fx.picture(root, 760, 220, Themes.stylesheets(theme)),
                        "notice-" + kind.name().toLowerCase(Locale.ROOT) + "-" + theme.id());
            }
        }
    }

    private static void pass(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
