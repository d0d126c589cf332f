package isotopy.view;

import isotopy.target.Gallery;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All targets as cards with picture, name and sentence, below the button that asked for them: those of the program and
/// those that the user keeps. A click chooses one and closes it.
final class GalleryPopup {
    /// The width of three columns with large text.
    private static final double WIDE = 1200;

    private final WorkbenchModel model;
    private final Tasks tasks;
    private final SavedTargets saved;
    private final GridPane cards = new GridPane();
    private final Label nothing = new Label("No target has these words.");
    private final List<GalleryCard> own = new ArrayList<>();
    private final List<GalleryCard> kept = new ArrayList<>();
    private final GalleryBar bar;
    private final VBox pane;
    private final Bubble bubble;
    private int columns = 3;
    private boolean made;

    /// A gallery on the model, whose targets are made by `tasks`.
    GalleryPopup(WorkbenchModel model, Tasks tasks, SavedTargets saved) {
        this.model = model;
        this.tasks = tasks;
        this.saved = saved;
        bar = new GalleryBar(model, tasks, this::filter, this::choose, name -> saved.save(name, present(), model));
        cards.getStyleClass().add("gallery-cards");
        nothing.getStyleClass().add("gallery-nothing");
        var scroll = new ScrollPane(new VBox(nothing, cards));
        scroll.getStyleClass().addAll("gallery-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        pane = new VBox(bar, scroll);
        bubble = new Bubble(pane);
        for (var entry : Gallery.entries()) {
            if (!Targets.surprise(entry)) {
                var card = GalleryCard.of(entry, tasks);
                card.setOnAction(event -> choose(card));
                own.add(card);
            }
        }
        saved.all().addListener((ListChangeListener<SavedTargets.Saved>) change -> keep());
        keep();
    }

    /// Shows the cards beside `owner`, within its window.
    void show(Node owner, Side side) {
        if (!bubble.isShowing()) {
            boolean narrow = owner.getScene().getWindow().getWidth() < WIDE;
            columns = Bubble.large(owner) && narrow ? 2 : 3;
            make();
            bar.begin();
            filter();
        }
        bubble.show(owner, side);
    }

    /// Makes the targets of the program's own cards, once; pictures come as they are ready.
    private void make() {
        if (made) {
            return;
        }
        made = true;
        for (var card : own) {
            var id = Objects.requireNonNull(card.getId()).substring("gallery-".length());
            tasks.run(
                    () -> Gallery.target(id, Targets.POINTS, Targets.SEED),
                    target -> {
                        card.show(target);
                        card.mark(present());
                        offers(card, target, Optional.empty());
                    },
                    _ -> {});
        }
    }

    private void keep() {
        kept.clear();
        for (var one : saved.all()) {
            var card = GalleryCard.of(one, tasks);
            card.setOnAction(event -> choose(card));
            offers(card, one.target(), Optional.of(one));
            kept.add(card);
        }
        filter();
    }

    private void offers(GalleryCard card, TargetMap target, Optional<SavedTargets.Saved> one) {
        var items = new ArrayList<MenuItem>();
        if (target instanceof PlaneMap map) {
            items.add(item("Then another map…", () -> bar.first(map)));
            items.add(item("Its inverse", () -> bar.invert(map)));
        }
        one.ifPresent(gone -> items.add(item("Take out of the gallery", () -> saved.remove(gone, model))));
        if (!items.isEmpty()) {
            card.offer(items.toArray(MenuItem[]::new));
        }
    }

    private static MenuItem item(String title, Runnable action) {
        var item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Shows the cards that the words and the kind above let through.
    private void filter() {
        var shown = new ArrayList<GalleryCard>();
        for (var card : own) {
            if (bar.lets(card, false)) {
                shown.add(card);
            }
        }
        for (var card : kept) {
            if (bar.lets(card, true)) {
                shown.add(card);
            }
        }
        cards.getChildren().setAll(shown);
        for (int k = 0; k < shown.size(); k++) {
            GridPane.setConstraints(shown.get(k), k % columns, k / columns);
            GridPane.setFillHeight(shown.get(k), true);
            shown.get(k).mark(present());
        }
        StageTheme.show(nothing, shown.isEmpty());
    }

    /// What pictures of targets are computed by.
    Tasks tasks() {
        return tasks;
    }

    /// The cards, to be looked at and clicked by tests.
    GridPane cards() {
        return cards;
    }

    /// The row above the cards, for tests.
    GalleryBar bar() {
        return bar;
    }

    private TargetMap present() {
        return model.experimentProperty().get().target();
    }

    private void choose(GalleryCard card) {
        card.target().ifPresentOrElse(bar::take, () -> wait(card));
    }

    /// A target that is not made yet is chosen when it is.
    private void wait(GalleryCard card) {
        var id = Objects.requireNonNull(card.getId()).substring("gallery-".length());
        tasks.run(() -> Gallery.target(id, Targets.POINTS, Targets.SEED), bar::take, _ -> {});
    }

    private void choose(TargetMap target) {
        bubble.hide();
        Targets.choose(model, target);
    }
}
