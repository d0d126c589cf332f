package isotopy.view;

import java.util.HashSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/// What the program remembers from one start to the next. Where nothing can be written, it forgets and goes on.
public interface Remembered {
    /// Whether that was noted before.
    boolean holds(String what);

    /// Notes it.
    void note(String what);

    /// Remembers until the program ends.
    static Remembered forNow() {
        var noted = new HashSet<String>();
        return new Remembered() {
            @Override
            public boolean holds(String what) {
                return noted.contains(what);
            }

            @Override
            public void note(String what) {
                noted.add(what);
            }
        };
    }

    /// Remembers in the user's preferences.
    static Remembered inPreferences() {
        return new InPreferences(forNow());
    }

    /// The user's preferences, and beside them what this start has seen, should they fail.
    final class InPreferences implements Remembered {
        /// Kept here, else the silence would be collected: a machine without a home folder is no news to the
        /// user.
        private static final Logger SILENT = Logger.getLogger("java.util.prefs");

        private final Remembered now;

        private InPreferences(Remembered now) {
            this.now = now;
            SILENT.setLevel(Level.OFF);
        }

        @Override
        public boolean holds(String what) {
            if (now.holds(what)) {
                return true;
            }
            try {
                return node().getBoolean(what, false);
            } catch (IllegalStateException | SecurityException e) {
                return false;
            }
        }

        @Override
        public void note(String what) {
            now.note(what);
            try {
                node().putBoolean(what, true);
                node().flush();
            } catch (BackingStoreException | IllegalStateException | SecurityException e) {
                // the hint will greet again
            }
        }

        private static Preferences node() {
            return Preferences.userRoot().node("isotopy");
        }
    }
}
