package isotopy.view;

import java.nio.file.Path;
import java.util.Optional;

/// The questions to the user that a window asks by a dialog of its own; tests answer them.
public interface FileChoice {
    /// What is looked for, or written.
    enum Kind {
        PROJECT("Isotopy project", "isotopy"),
        PAIRS("Pairs x1,x2,y1,y2", "csv"),
        PICTURE("PNG picture", "png"),
        FILM("GIF animation", "gif");

        private final String title;
        private final String ending;

        Kind(String title, String ending) {
            this.title = title;
            this.ending = ending;
        }

        /// What such a file is called by people.
        public String title() {
            return title;
        }

        /// How its name ends, without the dot.
        public String ending() {
            return ending;
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
