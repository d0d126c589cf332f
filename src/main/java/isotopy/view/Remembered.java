package isotopy.view;

import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/// What the program remembers from one start to the next. Where nothing can be written, it forgets and goes on.
public interface Remembered {
    /// Whether that was noted before.
    boolean holds(String what);

    /// Notes it.
    void note(String what);

    /// Forgets it.
    void forget(String what);

    /// Remembers until the program ends.
    static Remembered forNow() {
        return new InMemory(new HashSet<>());
    }

    /// Remembers in `seen.txt` in the folder of settings, one word a line; read here and now, written in the
    /// background. What an older release kept in Java's preferences is moved there.
    static Remembered in(Path settings, Tasks tasks) {
        var file = settings.resolve("seen.txt");
        var words = new TreeSet<String>();
        var remembered = new InFile(file, words, tasks);
        try {
            Files.readAllLines(file).stream().filter(word -> !word.isBlank()).forEach(words::add);
        } catch (IOException e) {
            Preferred.take().forEach(remembered::note);
        }
        return remembered;
    }

    /// Forgets when the program ends.
    record InMemory(Set<String> words) implements Remembered {
        @Override
        public boolean holds(String what) {
            return words.contains(what);
        }

        @Override
        public void note(String what) {
            words.add(what);
        }

        @Override
        public void forget(String what) {
            words.remove(what);
        }
    }

    /// A small text file.
    record InFile(Path file, Set<String> words, Tasks tasks) implements Remembered {
        @Override
        public boolean holds(String what) {
            return words.contains(what);
        }

        @Override
        public void note(String what) {
            if (words.add(what)) {
                keep();
            }
        }

        @Override
        public void forget(String what) {
            if (words.remove(what)) {
                keep();
            }
        }

        private void keep() {
            var lines = words.isEmpty() ? "" : String.join("\n", words) + "\n";
            tasks.run(() -> write(lines), _ -> {}, _ -> {}); // else the hint will greet again
        }

        private boolean write(String lines) throws IOException {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Replacement.write(file, into -> into.write(lines.getBytes(StandardCharsets.UTF_8)));
            return true;
        }
    }

    /// Where releases up to 0.1 noted what was seen.
    final class Preferred {
        private Preferred() {}

        /// The words of an older release, if there was one. On Linux Java makes a folder as soon as it is
        /// asked for preferences, so it is asked only where there are some.
        static Set<String> take() {
            boolean linux = System.getProperty("os.name", "").startsWith("Linux");
            var store = Path.of(System.getProperty("user.home", "."), ".java", ".userPrefs", "isotopy");
            if (linux && !Files.isDirectory(store)) {
                return Set.of();
            }
            try {
                if (!Preferences.userRoot().nodeExists("isotopy")) {
                    return Set.of();
                }
                return read(Preferences.userRoot().node("isotopy"));
            } catch (BackingStoreException | IllegalStateException | SecurityException e) {
                return Set.of();
            }
        }

        static Set<String> read(Preferences node) throws BackingStoreException {
            var words = new ArrayList<String>();
            for (var key : node.keys()) {
                if (node.getBoolean(key, false)) {
                    words.add(key);
                }
            }
            return Set.copyOf(words);
        }
    }
}
