package isotopy.view;

import isotopy.figure.Theme;
import isotopy.target.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row above everything: the document, undo and redo, the gallery, the ways out of the window, and how it looks.
///
/// Where the window is too narrow for words, the buttons that have a picture show only that; their tooltips still say
/// what they do.
public final class Toolbar extends HBox {
    private final WorkbenchModel model;
    private final Documents documents;
    private final List<ButtonBase> shrinking;
    private final SplitMenuButton open = new SplitMenuButton();
    private final Label name = new Label("Isotopy");
    private boolean compact;
    /// The width at which all words fit, as last measured.
    private double worded;

    /// A toolbar on the model and its documents; `exports` are offered beside the copies, `recallHint` shows the
    /// three steps again.
    Toolbar(
            WorkbenchModel model,
            Documents documents,
            GalleryPopup popup,
            List<MenuItem> exports,
            Runnable recallHint) {
        this.model = model;
        this.documents = documents;
        setId("toolbar");
        getStyleClass().add("workbench-toolbar");
        name.getStyleClass().add("toolbar-name");
        name.setMinWidth(USE_PREF_SIZE);
        var create = button("new", "New", Feather.FILE_PLUS, "Begins a new experiment with a map to draw (Ctrl+N).");
        create.setOnAction(event -> documents.create());
        var save = save();
        var gallery = gallery(popup);
        var export = export(exports);
        var hint = button("hint", "", Feather.HELP_CIRCLE, "Shows the three steps again: draw, choose, train.");
        hint.setOnAction(event -> recallHint.run());
        var present = button(
                "present",
                "Present",
                Feather.MAXIMIZE,
                "Shows only the stage and the timeline, on the whole screen (F11).");
        present.setOnAction(event -> model.setPresenting(true));
        open();
        shrinking = List.of(create, open, save, gallery, export, present);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        create,
                        open,
                        save,
                        step("undo", "Undo", Feather.CORNER_UP_LEFT, "Ctrl+Z", model.undoLabelProperty(), model::undo),
                        step(
                                "redo",
                                "Redo",
                                Feather.CORNER_UP_RIGHT,
                                "Ctrl+Shift+Z",
                                model.redoLabelProperty(),
                                model::redo),
                        new Separator(Orientation.VERTICAL),
                        kinds(),
                        gallery,
                        export,
                        gap,
                        hint,
                        themes(),
                        present);
        model.lookProperty().addListener((property, before, look) -> {
            if (before.theme() != look.theme()) {
                showWords(true); // to be measured anew in the other size of text
            }
        });
        for (var child : getChildren()) {
            if (child instanceof Region region && child != gap) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        }
    }

    /// Makes the program's name a menu of what tells of the program itself.
    void offer(List<MenuItem> items) {
        var menu = new MenuButton(name.getText());
        menu.getItems().setAll(items);
        dress(menu, "program", "What this program is, whether its mathematics is right on this machine, and its log.");
        menu.getStyleClass().add("toolbar-program");
        menu.setMinWidth(USE_PREF_SIZE);
        getChildren().set(getChildren().indexOf(name), menu);
    }

    private static Button button(String id, String title, Feather icon, String sentence) {
        var button = new Button(title, new FontIcon(icon));
        dress(button, id, sentence);
        if (title.isEmpty()) {
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        return button;
    }

    private static void dress(ButtonBase button, String id, String sentence) {
        button.setId(id);
        button.getStyleClass().add("toolbar-button");
        button.setTooltip(Tips.of(sentence));
        button.setFocusTraversable(true);
    }

    private static Button step(
            String id,
            String verb,
            Feather icon,
            String keys,
            ReadOnlyObjectProperty<Optional<String>> label,
            Runnable action) {
        var button = button(id, "", icon, verb);
        Runnable follow = () -> {
            var what = label.get();
            button.setDisable(what.isEmpty());
            button.getTooltip().setText(verb + what.map(words -> ": " + words).orElse("") + " (" + keys + ").");
        };
        label.addListener((property, before, after) -> follow.run());
        follow.run();
        button.setOnAction(event -> action.run());
        return button;
    }

    private void open() {
        open.setText("Open");
        open.setGraphic(new FontIcon(Feather.FOLDER));
        dress(open, "open", "Opens a project (Ctrl+O); the arrow shows the last ones.");
        open.setOnAction(event -> documents.open());
        documents.recent().addListener((ListChangeListener<Path>) change -> listRecent());
        listRecent();
    }

    private void listRecent() {
        open.getItems().clear();
        for (var file : documents.recent()) {
            var item = new MenuItem(String.valueOf(file.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> documents.open(file));
            open.getItems().add(item);
        }
        if (open.getItems().isEmpty()) {
            var none = new MenuItem("No recent projects");
            none.setDisable(true);
            open.getItems().add(none);
        }
        open.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("open-pairs", "Table (CSV)…", documents::importPairs),
                        item("open-picture", "Picture…", documents::openPicture));
    }

    private SplitMenuButton save() {
        var save = new SplitMenuButton(item("save-as", "Save as…", documents::saveAs));
        save.setText("Save");
        save.setGraphic(new FontIcon(Feather.SAVE));
        dress(save, "save", "Saves the project (Ctrl+S).");
        save.setOnAction(event -> documents.save());
        return save;
    }

    private static Button gallery(GalleryPopup popup) {
        var gallery =
                button("gallery", "Gallery", Feather.GRID, "Shows all targets of every kind, and those that you keep.");
        gallery.setOnAction(event -> popup.show(gallery, Side.BOTTOM));
        return gallery;
    }

    private MenuButton export(List<MenuItem> exports) {
        var export = new MenuButton("Export", new FontIcon(Feather.SHARE));
        dress(export, "export", "Takes a picture, an animation or the experiment out of the window.");
        export.getItems().addAll(exports);
        return export;
    }

    private static MenuItem item(String id, String title, Runnable action) {
        var item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node kinds() {
        var memory = new Kinds(model);
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("toolbar-themes");
        for (var kind : Kind.values()) {
            var card = new Card("kind-" + kind.id(), kind.title(), new Region(), Kinds.sentence(kind));
            card.setContentDisplay(ContentDisplay.TEXT_ONLY);
            var place = kind == Kind.LINE ? "left-pill" : kind == Kind.FUNCTION ? "right-pill" : "center-pill";
            card.getStyleClass().setAll("button", "toggle-button", "toolbar-kind", place);
            card.setToggleGroup(group);
            card.setMinWidth(USE_PREF_SIZE);
            card.setOnAction(event -> memory.choose(kind));
            model.experimentProperty()
                    .subscribe(now -> card.setSelected(now.target().kind() == kind));
            row.getChildren().add(card);
        }
        return row;
    }

    private Node themes() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("toolbar-themes");
        for (var theme : Theme.OF_THE_WINDOW) {
            var card = new Card("theme-" + theme.id(), "", new FontIcon(icon(theme)), sentence(theme));
            card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            card.getStyleClass().setAll("button", "toggle-button", "toolbar-theme", place(theme));
            card.setToggleGroup(group);
            card.setMinWidth(USE_PREF_SIZE);
            card.setOnAction(event -> model.changeLook(look -> look.withTheme(theme)));
            model.lookProperty().addListener((property, before, look) -> card.setSelected(look.theme() == theme));
            card.setSelected(model.lookProperty().get().theme() == theme);
            row.getChildren().add(card);
        }
        return row;
    }

    private static String place(Theme theme) {
        return switch (theme) {
            case LIGHT -> "left-pill";
            case DARK -> "center-pill";
            case PROJECTOR, PRINT -> "right-pill";
        };
    }

    private static Feather icon(Theme theme) {
        return switch (theme) {
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
            case PROJECTOR -> Feather.CAST;
            case PRINT -> Feather.PRINTER;
        };
    }

    private static String sentence(Theme theme) {
        return switch (theme) {
            case LIGHT -> "Light colours, for a desk by day.";
            case DARK -> "Dark colours, for a desk at night.";
            case PRINT -> "Black on white, for paper.";
            case PROJECTOR -> "Large text and strong colours, for a projector in a hall.";
        };
    }

    /// Drops the words when they do not fit, and takes them up again when they do.
    @Override
    protected void layoutChildren() {
        double wanted = wordedWidth();
        if (compact != wanted > getWidth()) {
            showWords(compact);
        }
        super.layoutChildren();
    }

    private double wordedWidth() {
        if (!compact) {
            worded = prefWidth(-1);
        }
        return worded;
    }

    private void showWords(boolean words) {
        compact = !words;
        shrinking.forEach(
                button -> button.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
