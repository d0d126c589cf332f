package isotopy.project;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the text of a [Provenance] in a file of any format by how it begins. Formats cut long texts: GIF into blocks
/// that a length precedes, TeX into lines of comment; the pieces are put together again. Memory does not grow with the
/// file.
final class ProvenanceSearch {
    private static final byte[] MARK = Provenance.MARK.getBytes(StandardCharsets.US_ASCII);

    /// No text is longer, in bytes.
    private static final int LONGEST = 1 << 29;

    /// So many files of a folder are looked into.
    private static final int MOST_FILES = 20;

    private final InputStream stream;
    private final boolean blocks;

    /// What precedes the mark: the length of its block in a GIF.
    private int before;

    /// How many bytes of the present block of a GIF are left.
    private int left;

    private ProvenanceSearch(InputStream stream, boolean blocks) {
        this.stream = stream;
        this.blocks = blocks;
    }

    /// The text in a file, or in one of the files of a folder.
    static Optional<String> in(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return inFile(file);
        }
        try (var files = Files.list(file)) {
            for (var each : files.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                var found = inFile(each);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inFile(Path file) throws IOException {
        try (var stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            stream.mark(8);
            var head = new String(stream.readNBytes(4), StandardCharsets.ISO_8859_1);
            stream.reset();
            return new ProvenanceSearch(stream, head.equals("GIF8")).text();
        }
    }

    private Optional<String> text() throws IOException {
        while (seek()) {
            left = before - MARK.length;
            var text = object();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /// Goes on behind the next mark; false when there is none.
    private boolean seek() throws IOException {
        int matched = 0;
        int last = 0;
        for (int sign = stream.read(); sign >= 0; sign = stream.read()) {
            // the mark's first sign does not come again in it
            if (sign == MARK[0]) {
                before = last;
                matched = 1;
            } else {
                matched = matched > 0 && sign == MARK[matched] ? matched + 1 : 0;
            }
            if (matched == MARK.length) {
                return true;
            }
            last = sign;
        }
        return false;
    }

    /// The JSON object whose beginning is the mark; empty when it is cut off or no ASCII.
    private Optional<String> object() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(MARK);
        boolean quoted = false;
        boolean escaped = false;
        int open = 1;
        while (open > 0) {
            int sign = next();
            if (sign < ' ' || sign > '~' || bytes.size() > LONGEST) {
                return Optional.empty();
            }
            bytes.write(sign);
            if (quoted) {
                quoted = escaped || sign != '"';
                escaped = !escaped && sign == '\\';
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == '{' || sign == '}') {
                open += sign == '{' ? 1 : -1;
            }
        }
        return Optional.of(bytes.toString(StandardCharsets.US_ASCII));
    }

    /// The next byte of the text, or a negative number.
    private int next() throws IOException {
        if (blocks) {
            if (left == 0) {
                left = stream.read();
            }
            left--;
            return left < 0 ? -1 : stream.read();
        }
        int sign = stream.read();
        if (sign == '\r') {
            sign = stream.read();
        }
        return sign == '\n' ? behind(Provenance.COMMENT) : sign; // a text has no line break of its own
    }

    private int behind(String beginning) throws IOException {
        for (int k = 0; k < beginning.length(); k++) {
            if (stream.read() != beginning.charAt(k)) {
                return -1;
            }
        }
        return stream.read();
    }
}
