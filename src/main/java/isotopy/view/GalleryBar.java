package isotopy.view;

import isotopy.target.Composition;
import isotopy.target.InverseMap;
import isotopy.target.Kind;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands above the cards of the gallery: the search, the kinds, a surprise, keeping the present target, and
/// putting two maps together.
final class GalleryBar extends VBox {
    /// Which cards are let through: of all kinds, of one, or those that the user keeps.
    private record Filter(Optional<Kind> kind, boolean kept) {}

    private static final Filter ALL = new Filter(Optional.empty(), false);

    private final WorkbenchModel model;
    private final Tasks tasks;
    private final Consumer<TargetMap> chosen;
    private final TextField search = new TextField();
    private final TextField seed = new TextField("1");
    private final TextField name = new TextField();
    private final HBox naming;
    private final Label step = new Label();
    private final HBox composing;
    private final MenuButton compose = new MenuButton("Compose", new FontIcon(Feather.LAYERS));
    private final Runnable changed;
    private final Segments<Filter> kinds;
    private Filter filter = ALL;
    private Optional<PlaneMap> first = Optional.empty();
    private boolean pair;

    /// `changed` is called when other cards are wanted, `chosen` with the target that was chosen, `keep` with the
    /// name under which the present target is to be kept; maps are put together by `tasks`.
    GalleryBar(
            WorkbenchModel model,
            Tasks tasks,
            Runnable changed,
            Consumer<TargetMap> chosen,
            Consumer<String> keep) {
        this.model = model;
        this.changed = changed;
        this.tasks = tasks;
        this.chosen = chosen;
        getStyleClass().add("gallery-bar");
        search.setId("gallery-search");
        search.setPromptText("Search");
        search.setTooltip(Tips.of("Shows only the targets in whose name or sentence these words occur."));
        search.textProperty().addListener((property, before, now) -> changed.run());
        HBox.setHgrow(search, Priority.ALWAYS);
        kinds = new Segments<>(filters(), wanted -> {
            filter = wanted;
            changed.run();
        });
        kinds.select(ALL);
        naming = naming(keep);
        composing = composing();
        var top = new HBox(search, kinds);
        var below = new HBox(surprise(), seed, save(), compose);
        for (var row : List.of(top, below, naming, composing)) {
            row.getStyleClass().add("gallery-tools");
        }
        compose.setId("gallery-compose");
        compose.getStyleClass().add("panel-button");
        compose.setTooltip(Tips.of("Puts two maps of the plane together, one after the other, or inverts one."));
        getChildren().addAll(top, below, naming, composing);
        StageTheme.show(naming, false);
        StageTheme.show(composing, false);
    }

    private static List<Segments.Choice<Filter>> filters() {
        var choices = new ArrayList<Segments.Choice<Filter>>();
        choices.add(new Segments.Choice<>(ALL, "All", "gallery-all", "Shows targets of every kind."));
        for (var kind : Kind.values()) {
            choices.add(new Segments.Choice<>(
                    new Filter(Optional.of(kind), false),
                    kind.title(),
                    "gallery-kind-" + kind.id(),
                    Kinds.sentence(kind)));
        }
        choices.add(new Segments.Choice<>(
                new Filter(Optional.empty(), true), "Yours", "gallery-yours", "Shows the targets that you keep."));
        return choices;
    }

    private Button surprise() {
        var surprise = button(
                "gallery-surprise",
                "Surprise me",
                Feather.SHUFFLE,
                "A random target of the present kind; the seed beside it gives the same one again.");
        surprise.setOnAction(event -> {
            seed.setText(Long.toString(Surprises.next(number())));
            chosen.accept(Surprises.of(kind(), number()));
        });
        seed.setId("gallery-seed");
        seed.getStyleClass().add("panel-field");
        seed.setTooltip(Tips.of("The seed of the surprise, a whole number; Enter shows the one of this seed again."));
        seed.setOnAction(event -> chosen.accept(Surprises.of(kind(), number())));
        return surprise;
    }

    private Button save() {
        var save = button(
                "gallery-save", "Save this target", Feather.BOOKMARK, "Keeps the present target in your gallery.");
        save.setOnAction(event -> {
            name.setText(model.experimentProperty().get().target().title());
            StageTheme.show(naming, true);
            name.requestFocus();
            name.selectAll();
        });
        return save;
    }

    private HBox naming(Consumer<String> keep) {
        name.setId("gallery-name");
        name.setTooltip(Tips.of("The name under which the target is kept."));
        HBox.setHgrow(name, Priority.ALWAYS);
        var done = button("gallery-keep", "Keep", Feather.CHECK, "Keeps the target under this name (Enter).");
        Runnable commit = () -> {
            if (!name.getText().isBlank()) {
                StageTheme.show(naming, false);
                keep.accept(name.getText());
            }
        };
        done.setOnAction(event -> commit.run());
        name.setOnAction(event -> commit.run());
        return new HBox(new Label("Name"), name, done);
    }

    private HBox composing() {
        step.setId("gallery-step");
        step.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(step, Priority.ALWAYS);
        var cancel = button("gallery-cancel", "Cancel", Feather.X, "Chooses no map.");
        cancel.setOnAction(event -> stop());
        return new HBox(step, cancel);
    }

    private static Button button(String id, String title, Feather icon, String sentence) {
        var button = StageTheme.described(new Button(title, new FontIcon(icon)), id, sentence);
        button.getStyleClass().add("panel-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// Is opened: all is as at first, and what can be composed is that of the present target.
    void begin() {
        StageTheme.show(naming, false);
        stop();
        compose.getItems().clear();
        if (model.experimentProperty().get().target() instanceof PlaneMap map) {
            add("gallery-then", "“" + map.title() + "”, then another map…", () -> first(map));
            add("gallery-inverse", "The inverse of “" + map.title() + "”", () -> invert(map));
        }
        add("gallery-pair", "Two maps, one after the other…", () -> {
            pair = true;
            tell();
        });
    }

    private void add(String id, String title, Runnable action) {
        var item = new MenuItem(title);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        compose.getItems().add(item);
    }

    /// The next map that is chosen comes after this one.
    void first(PlaneMap map) {
        first = Optional.of(map);
        pair = true;
        tell();
    }

    /// Chooses the inverse of a map.
    void invert(PlaneMap map) {
        combine(() -> new InverseMap(map));
    }

    /// A card was clicked: it is the target, or a part of it.
    void take(TargetMap target) {
        if (!pair || !(target instanceof PlaneMap map)) {
            chosen.accept(target);
        } else if (first.isEmpty()) {
            first(map);
        } else {
            var before = first.get();
            stop();
            combine(() -> new Composition(before, map));
        }
    }

    /// Puts maps together in the background: what an inverse needs to begin with takes a while.
    private void combine(Callable<TargetMap> parts) {
        tasks.run(
                parts, chosen, problem -> model.tell(Notice.of(Notice.Kind.WARNING, Setting.sentence(problem))));
    }

    private void stop() {
        pair = false;
        first = Optional.empty();
        tell();
    }

    private void tell() {
        StageTheme.show(composing, pair);
        step.setText(
                first.isEmpty()
                        ? "Choose the map that comes first."
                        : "First “" + first.get().title() + "”, then …: choose the second map.");
        changed.run();
    }

    /// Whether a card is shown; `kept` says that it is one of the user's own.
    boolean lets(GalleryCard card, boolean kept) {
        boolean plane = !pair || card.kind() == Kind.PLANE;
        boolean ofKind =
                filter.kept() ? kept : filter.kind().isEmpty() || filter.kind().get() == card.kind();
        return plane && ofKind && card.answers(search.getText());
    }

    private Kind kind() {
        return filter.kind().orElse(model.experimentProperty().get().target().kind());
    }

    private long number() {
        try {
            return Long.parseLong(seed.getText().strip());
        } catch (NumberFormatException e) {
            return seed.getText().hashCode();
        }
    }
}
