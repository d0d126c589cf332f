package isotopy.view;

import isotopy.service.Logbook;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happened, to be read, copied and attached to a report.
final class LogPane extends VBox {
    LogPane(Logbook log, ProgramWindows windows) {
        setId("log");
        var note = new Label(
                "What failed, and on which program and machine. It names the files that failed, and holds nothing else of yours.");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        var text = AboutPane.text("log-text", log.text());
        setVgrow(text, Priority.ALWAYS);
        var file = new Label(log.file().toString());
        file.setId("log-file");
        file.getStyleClass().add("side-quiet");
        var row = new FlowPane(
                8,
                8,
                AboutPane.button(
                        "log-copy", "Copy", "Puts the log into the clipboard.", () -> windows.copy(text.getText())),
                AboutPane.button(
                        "log-save",
                        "Save as…",
                        "Writes the log to a file.",
                        () -> windows.save(text.getText(), "isotopy-log.txt")),
                AboutPane.button(
                        "log-again", "Read again", "Shows what was noted since.", () -> text.setText(log.text())));
        getChildren().addAll(note, text, file, row);
    }
}
