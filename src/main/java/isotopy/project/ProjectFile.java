package isotopy.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The file `*.isotopy`: a project as UTF-8 JSON.
///
/// It is complete: `control` holds the effective W, b, V and the duration of every layer, so that with Euler a program
/// of ten lines redoes the flow, z ← z + h V σ(W z + b) with h = duration/substeps; `scaling` says what to do to the
/// coordinates before and after where they are not the user's own. Numbers are the shortest text that gives the same
/// double, so that reading and writing again changes no byte.
public final class ProjectFile {
    /// The schema that this version writes; it reads this and older ones.
    public static final int SCHEMA = 4;

    /// The usual ending of a project's name.
    public static final String ENDING = ".isotopy";

    /// No project is larger; a text holds no more.
    private static final long LARGEST = 1L << 30;

    /// The endings of files that are no projects and may carry one.
    private static final Set<String> CARRIERS =
            Set.of("png", "svg", "pdf", "tikz", "tex", "gif", "mp4", "webm", "apng", "html", "onnx");

    private ProjectFile() {}

    /// The text of a project's file.
    public static String write(Project project) {
        return ProjectWriter.write(project);
    }

    /// Writes a project's file, whole or not at all.
    ///
    /// Throws: `IOException` whose message is a sentence for the user.
    public static void write(Project project, Path file) throws IOException {
        var bytes = write(project).getBytes(StandardCharsets.UTF_8);
        Replacement.write(file, into -> into.write(bytes));
    }

    /// The project in a text.
    ///
    /// Throws: `ProjectException` with line and column, for whatever is wrong with the text.
    public static Project read(String text) throws ProjectException {
        return ProjectReader.read(JsonText.read(text));
    }

    /// The project in a file, or the one that made a picture, a film or a page ([Provenance]).
    ///
    /// Throws: `ProjectException` with the file's name, and line and column where there are any.
    public static Project read(Path file) throws ProjectException {
        try {
            var made = isText(file) ? Optional.<Provenance>empty() : Provenance.of(file);
            if (made.isEmpty() && endsIn(file, Set.of("npz"))) {
                throw ProjectException.whole("these are arrays and no experiment; isotopy import makes a project of the"
                        + " weights of a network");
            }
            if (made.isEmpty() && endsIn(file, CARRIERS)) {
                throw ProjectException.whole("this file does not say which experiment made it; open a project ("
                        + ENDING + "), or a file that was exported with its experiment");
            }
            return read(made.isPresent() ? made.get().project() : text(file));
        } catch (ProjectException e) {
            throw e.in(file.toString());
        }
    }

    private static boolean endsIn(Path file, Set<String> endings) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && endings.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// Whether a file begins as a project does.
    public static boolean isText(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var head = new String(stream.readNBytes(64), StandardCharsets.UTF_8);
            return head.replace("\uFEFF", "").stripLeading().startsWith("{");
        } catch (IOException e) {
            return false; // whoever reads it is told why
        }
    }

    /// The text of a file, without the mark that some editors begin it with.
    static String text(Path file) throws ProjectException {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw ProjectException.whole(Unreadable.FOLDER);
            }
            if (Files.size(file) > LARGEST) {
                throw ProjectException.whole("the file is larger than any project; name a file that Isotopy has saved");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw ProjectException.whole(Unreadable.sentence(e));
        }
        return decoded(bytes);
    }

    private static String decoded(byte[] bytes) throws ProjectException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        var chars = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        chars.flip();
        if (result.isError()) {
            throw ProjectException.at(Place.of(chars, chars.length()), "this is not UTF-8 text");
        }
        boolean marked = chars.length() > 0 && chars.charAt(0) == '\uFEFF'; // as some editors begin a file
        return chars.subSequence(marked ? 1 : 0, chars.length()).toString();
    }
}
