package isotopy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Where a command speaks and listens: results go to `out`, faults and progress to `err`, and `ending` says whether the
/// user asks it to end. With `live`, `err` is a terminal on which a line can be drawn again.
record Terminal(PrintWriter out, PrintWriter err, boolean live, BooleanSupplier ending) {
    /// The process's own streams.
    static Terminal system(BooleanSupplier ending) {
        return new Terminal(
                writer(FileDescriptor.out, "stdout.encoding"),
                writer(FileDescriptor.err, "stderr.encoding"),
                isLive(),
                ending);
    }

    private static PrintWriter writer(FileDescriptor descriptor, String property) {
        var charset = Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
        if (charset.equals(StandardCharsets.US_ASCII)) {
            charset = StandardCharsets.UTF_8; // a locale that was never set says nothing about the terminal
        }
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }

    /// Java's console tells of standard input and output only, so standard error is looked up where the system
    /// shows it.
    private static boolean isLive() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        var shown = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(shown)) {
                var name = Files.readSymbolicLink(shown).toString();
                return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
            }
        } catch (IOException e) {
            return false;
        }
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
