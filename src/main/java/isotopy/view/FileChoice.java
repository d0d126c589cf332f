package isotopy.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The questions to the user that a window asks by a dialog of its own; tests answer them.
public interface FileChoice {
    /// What is looked for, or written.
    enum Kind {
        PROJECT("Isotopy project", "isotopy"),
        PAIRS("Table with a header", "csv"),
        TEXT("Text", "txt"),
        IMAGE("PNG or JPEG picture", "png", "jpg", "jpeg"),
        PICTURE("PNG picture", "png"),
        SVG("SVG picture", "svg"),
        PDF("PDF page", "pdf"),
        TIKZ("TikZ picture", "tikz", "tex"),
        FILM("GIF animation", "gif"),
        MP4("MP4 film", "mp4"),
        WEBM("WebM film", "webm"),
        APNG("Animated PNG", "apng", "png"),
        HTML("Page for a browser", "html"),
        /// A folder of its own, which is made.
        FOLDER("New folder"),
        NPZ("NumPy archive", "npz"),
        JSON("JSON", "json"),
        PYTHON("Python program", "py"),
        PYTORCH("PyTorch module", "pt.py"),
        ONNX("ONNX model", "onnx");

        private final String title;
        private final List<String> endings;

        Kind(String title, String... endings) {
            this.title = title;
            this.endings = List.of(endings);
        }

        /// What such a file is called by people.
        public String title() {
            return title;
        }

        /// How its name ends, without the dot; empty of a folder.
        public String ending() {
            return endings.isEmpty() ? "" : endings.getFirst();
        }

        /// All the ways in which it may end.
        public List<String> endings() {
            return endings;
        }
    }

    /// What is to become of changes that are not saved.
    enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    /// Which file to read; empty when the user thinks better of it.
    Optional<Path> open(Kind kind);

    /// Which file to write, with a name to begin with.
    Optional<Path> save(Kind kind, String suggestion);

    /// What to do with the unsaved changes of that name.
    Answer unsaved(String name);
}
