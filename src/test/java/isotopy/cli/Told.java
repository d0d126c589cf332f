package isotopy.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/// What a command said and returned.
record Told(int status, String out, String err) {
    /// Carries out a command line in this process; a `{}` in a word stands for the folder.
    static Told by(Path folder, String line) {
        var words = Arrays.stream(line.split(" "))
                .map(word -> word.replace("{}", folder.toString()))
                .toArray(String[]::new);
        return by(false, words);
    }

    static Told by(boolean live, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = CommandLineInterface.run(
                new Terminal(new PrintWriter(out), new PrintWriter(err), live, () -> false), words);
        return new Told(status, out.toString(), err.toString());
    }
}
