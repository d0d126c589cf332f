package isotopy.view;

import isotopy.target.Gallery;
import isotopy.target.Kind;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One target of the gallery: its picture, its name and what it is. The target itself may come a little later.
final class GalleryCard extends Button {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Kind kind;
    private final String words;
    private final MapPicture picture;
    private final VBox text;
    private Optional<TargetMap> target = Optional.empty();

    private GalleryCard(String id, String title, String sentence, Kind kind, Tasks tasks) {
        this.kind = kind;
        picture = new MapPicture(tasks);
        words = (title + " " + sentence + " " + kind.title()).toLowerCase(Locale.ROOT);
        picture.getStyleClass().add("gallery-picture");
        var name = new Label(title);
        name.getStyleClass().add("gallery-name");
        var about = new Label(sentence);
        about.getStyleClass().add("gallery-sentence");
        about.setWrapText(true);
        text = new VBox(name, about);
        text.getStyleClass().add("gallery-words");
        var row = new HBox(picture, text);
        row.getStyleClass().add("gallery-row");
        setGraphic(row);
        setId("gallery-" + id);
        getStyleClass().addAll("gallery-card", "flat");
        setTooltip(Tips.of("Makes this the target: " + title + "."));
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setAccessibleText(title);
    }

    /// A card of the program's own gallery, whose picture is computed by `tasks`.
    static GalleryCard of(Gallery.Entry entry, Tasks tasks) {
        var card = new GalleryCard(entry.id(), entry.title(), entry.sentence(), entry.kind(), tasks);
        if (!entry.withinReach()) {
            var warning = new Label("out of a flow's reach", new FontIcon(Feather.ALERT_TRIANGLE));
            warning.getStyleClass().add("gallery-out-of-reach");
            card.text.getChildren().add(1, warning);
        }
        return card;
    }

    /// A card of a target that the user keeps.
    static GalleryCard of(SavedTargets.Saved saved, Tasks tasks) {
        var target = saved.target();
        var card = new GalleryCard(
                "saved-" + saved.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                saved.name(),
                "Kept by you. " + Targets.sentence(target),
                target.kind(),
                tasks);
        card.getStyleClass().add("gallery-saved");
        card.show(target);
        return card;
    }

    /// Takes the target, once it is made.
    void show(TargetMap made) {
        target = Optional.of(made);
        picture.show(made, made.home());
        Targets.determinant(made).ifPresent(known -> {
            var label = new Label(known);
            label.getStyleClass().add("gallery-determinant");
            text.getChildren().add(label);
        });
    }

    /// Offers more by the right mouse button.
    void offer(MenuItem... items) {
        setContextMenu(new ContextMenu(items));
    }

    Optional<TargetMap> target() {
        return target;
    }

    Kind kind() {
        return kind;
    }

    /// Whether it is a map of the plane, which can be composed and inverted.
    boolean composes() {
        return target.isPresent() && target.get() instanceof PlaneMap;
    }

    /// Whether all the words that are searched for occur in it.
    boolean answers(String search) {
        return search.isBlank()
                || Arrays.stream(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .allMatch(words::contains);
    }

    void mark(TargetMap present) {
        pseudoClassStateChanged(SELECTED, target.isPresent() && target.get().equals(present));
    }
}
