package isotopy.service;

import isotopy.project.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/// What happened, for a person to read: one line with the time, how bad, where and what, and below it the stack of an
/// exception. In `isotopy.log` of a folder, which becomes `isotopy.1.log` when it is full; where that cannot be
/// written, in memory. Safe to use from any thread.
///
/// An exception that comes again is written once, and then only how often, so that one that comes with every frame
/// fills no disk. Nothing is written beyond what the program and the machine are, what failed, and paths.
public final class Logbook extends Handler {
    private static final String NAME = "isotopy.log";
    private static final String BEFORE = "isotopy.1.log";
    private static final long FULL = 256 * 1024;
    private static final int REMEMBERED = 64 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Path folder;
    private final long full;
    private final String head;
    private final SimpleFormatter sentences = new SimpleFormatter();
    private final StringBuilder memory = new StringBuilder();
    private final Map<String, Integer> seen = new HashMap<>();
    private boolean onDisk = true;
    private boolean begun;

    /// A logbook in a folder that need not exist; nothing is written before something happens.
    public Logbook(Path folder, String head) {
        this(folder, head, FULL);
    }

    Logbook(Path folder, String head, long full) {
        this.folder = folder;
        this.head = head;
        this.full = full;
        setLevel(Level.INFO);
    }

    /// What the program and the machine are, in one line; `more` is added in the middle.
    public static String head(String more) {
        return "Isotopy %s, %sJava %s (%s), %s %s %s, %d processors, %d MB"
                .formatted(
                        Release.number(),
                        more.isEmpty() ? "" : more + ", ",
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    /// Takes the place of the terminal for everything that this Java machine logs.
    public void open() {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(this);
    }

    /// Notes an exception that nobody has caught; says whether it is a new one.
    public boolean uncaught(Thread thread, Throwable problem) {
        var note = new LogRecord(Level.SEVERE, "Something went wrong on the thread " + thread.getName());
        note.setThrown(problem);
        note.setLoggerName("isotopy");
        return note(note);
    }

    @Override
    public void publish(LogRecord note) {
        if (isLoggable(note)) {
            note(note);
        }
    }

    private synchronized boolean note(LogRecord note) {
        var thrown = note.getThrown();
        int times = thrown == null ? 1 : seen.merge(signature(thrown), 1, Integer::sum);
        if (times == 1) {
            write(text(note, thrown));
        } else if (Integer.toString(times).matches("10+")) {
            write(line(note, note.getMessage() + ": the same for the " + times + "th time"));
        }
        return times == 1;
    }

    private static String signature(Throwable thrown) {
        var stack = thrown.getStackTrace();
        return thrown.getClass().getName() + (stack.length == 0 ? "" : " " + stack[0]);
    }

    private String text(LogRecord note, @Nullable Throwable thrown) {
        var text = new StringWriter();
        text.append(line(note, sentences.formatMessage(note)));
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static String line(LogRecord note, String what) {
        return "%s  %-7s  %s  %s%n"
                .formatted(
                        note.getInstant().atZone(ZoneId.systemDefault()).format(TIME),
                        note.getLevel().getName(),
                        String.valueOf(note.getLoggerName()),
                        what);
    }

    private void write(String text) {
        var whole = begun ? text : head + System.lineSeparator() + text;
        begun = true;
        memory.append(whole);
        if (memory.length() > REMEMBERED) {
            memory.delete(0, memory.length() - REMEMBERED);
        }
        if (!onDisk) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var file = file();
            if (Files.exists(file) && Files.size(file) + whole.length() > full) {
                Files.move(file, folder.resolve(BEFORE), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, whole, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | SecurityException e) {
            onDisk = false; // what happens is still read in the window
        }
    }

    /// The file that is written to, once something has happened.
    public Path file() {
        return folder.resolve(NAME);
    }

    /// Everything there is to read, oldest first: both files, or what is in memory.
    public synchronized String text() {
        var text = new StringBuilder();
        for (var file : List.of(folder.resolve(BEFORE), file())) {
            try {
                text.append(Files.readString(file));
            } catch (IOException e) {
                // not there, or not to be read
            }
        }
        if (!onDisk || text.isEmpty()) {
            text.append(memory);
        }
        return text.isEmpty()
                ? head + System.lineSeparator() + "Nothing was noted." + System.lineSeparator()
                : text.toString();
    }

    @Override
    public void flush() {
        // every line is written at once
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
