package isotopy.view;

import isotopy.project.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the program is: its release and what it runs on, how to cite it, the licences of everything in it, and where
/// its files lie. Links are copied and not opened: the program uses no network.
final class AboutPane extends VBox {
    private final Program program;
    private final ProgramWindows windows;

    AboutPane(Program program, ProgramWindows windows) {
        this.program = program;
        this.windows = windows;
        setId("about");
        var name = new Label("Isotopy " + Release.number());
        name.setId("about-version");
        name.getStyleClass().add("side-title");
        var what =
                new Label("Shows how a deep network computes: by moving space. Licensed under the Apache License 2.0."
                        + " It uses no network.");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        var machine = new Label(machine());
        machine.setId("about-machine");
        machine.setWrapText(true);
        machine.setMinHeight(Region.USE_PREF_SIZE);
        machine.getStyleClass().add("side-quiet");
        var tabs = new TabPane(
                tab("about-cite", "How to cite", cite()),
                tab("about-licences", "Licences", text("about-licences-text", Citation.licences())),
                tab("about-files", "Files", files()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setVgrow(tabs, Priority.ALWAYS);
        var row = new FlowPane(
                8,
                8,
                button(
                        "about-check",
                        "Check the mathematics…",
                        "Runs every oracle on this machine.",
                        windows::showCheck),
                button("about-log", "Show the log…", "Shows what was noted of failures.", windows::showLog));
        getChildren().addAll(name, what, machine, tabs, row);
    }

    private static String machine() {
        return "Java %s (%s) · JavaFX %s · %s %s, %s"
                .formatted(
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("javafx.runtime.version", "unknown"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }

    private Node cite() {
        var program = new Label("This program and the paper, for BibTeX:");
        var bibtex = text("about-bibtex", Citation.bibtex());
        VBox.setVgrow(bibtex, Priority.ALWAYS);
        var copies = new FlowPane(
                8,
                8,
                button(
                        "about-copy-bibtex",
                        "Copy BibTeX",
                        "Puts both entries into the clipboard.",
                        () -> windows.copy(Citation.bibtex())),
                button(
                        "about-copy-cff",
                        "Copy CITATION.cff",
                        "Puts the citation file into the clipboard.",
                        () -> windows.copy(Citation.cff())));
        var paper = new Label("The theory that it shows: " + Citation.PAPER);
        paper.setWrapText(true);
        paper.setMinHeight(Region.USE_PREF_SIZE);
        var link = line("about-link", Citation.PAPER_LINK);
        var row = new HBox(
                8,
                link,
                button(
                        "about-copy-link",
                        "Copy link",
                        "Puts the paper's address into the clipboard.",
                        () -> windows.copy(Citation.PAPER_LINK)));
        row.setAlignment(Pos.CENTER_LEFT);
        return column(program, bibtex, copies, paper, row);
    }

    private Node files() {
        var grid = new GridPane(8, 8);
        var places = program.places();
        place(grid, 0, "Settings", places.settings());
        place(grid, 1, "Caches", places.caches());
        place(grid, 2, "Logs", places.logs());
        var note =
                new Label("Everything that the program keeps for itself is in these folders; they can be removed while"
                        + " it does not run. Your projects stay where you have saved them.");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("side-quiet");
        return column(grid, note);
    }

    private void place(GridPane into, int row, String name, Path folder) {
        var label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        var id = "about-" + name.toLowerCase(Locale.ROOT);
        var path = line(id, folder.toString());
        GridPane.setHgrow(path, Priority.ALWAYS);
        into.addRow(row, label, path);
        program.openFolder()
                .ifPresent(open -> into.add(
                        button(id + "-open", "Open folder", "Shows the folder on the desktop.", () -> {
                            // before the first setting is kept there is none
                            open.accept(Files.isDirectory(folder) ? folder : nearest(folder));
                        }),
                        2,
                        row));
    }

    private static Path nearest(Path folder) {
        var there = folder;
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static VBox column(Node... nodes) {
        var column = new VBox(10, nodes);
        column.getStyleClass().add("side-tab");
        return column;
    }

    private static Tab tab(String id, String title, Node content) {
        var tab = new Tab(title, content);
        tab.setId(id);
        return tab;
    }

    private static TextField line(String id, String text) {
        var line = new TextField(text);
        line.setId(id);
        line.setEditable(false);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    /// A text to be read and copied.
    static TextArea text(String id, String text) {
        var area = new TextArea(text);
        area.setId(id);
        area.setEditable(false);
        area.getStyleClass().add("side-text");
        return area;
    }

    static Button button(String id, String title, String sentence, Runnable action) {
        var button = Tips.on(new Button(title), sentence);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
