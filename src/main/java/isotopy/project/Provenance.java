package isotopy.project;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// What made a file: the release of the program, the command that would make it again, whom to cite, and the whole
/// project. Immutable.
///
/// @param command such as "isotopy render swirl.isotopy --out swirl.png --at 50%"
/// @param project the text of the project's file
public record Provenance(String version, String command, List<String> citations, String project) {
    /// How the text of every provenance begins.
    public static final String MARK = "{\"isotopy-provenance\":1,";

    /// How each line of [#comment()] begins.
    static final String COMMENT = "% isotopy: ";

    /// Such a line holds so many signs of the text: TeX reads no line of any length.
    private static final int LINE = 100;

    /// No project is larger, in bytes.
    private static final int LARGEST = 1 << 29;

    private static final List<String> CITATIONS = List.of(
            "Isotopy " + Release.number() + ", Apache-2.0",
            "Q. Li, T. Lin, Z. Shen: Deep learning via dynamical systems: an approximation perspective. J. Eur. Math."
                    + " Soc. (2022), https://doi.org/10.4171/JEMS/1221");

    public Provenance {
        citations = List.copyOf(citations);
    }

    /// The provenance of what this release makes of a project by that command.
    public static Provenance of(Project project, String command) {
        return new Provenance(Release.number(), command, CITATIONS, ProjectFile.write(project));
    }

    /// One line of JSON in printable ASCII without `<`, `>` and `&`, so that it can stand in any file: `version`,
    /// `command` and `citations` to be read, `project` as base64 of gzip.
    public String text() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("isotopy-provenance", 1);
        fields.put("version", version);
        fields.put("command", command);
        fields.put("citations", citations);
        fields.put("project", Base64.getEncoder().encodeToString(packed()));
        var mapper =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        return mapper.writeValueAsString(fields)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /// The same text in lines of comment for TeX, with a line break at the end.
    public String comment() {
        var text = text();
        var lines = new StringBuilder();
        for (int from = 0; from < text.length(); from += LINE) {
            lines.append(COMMENT)
                    .append(text, from, Math.min(from + LINE, text.length()))
                    .append('\n');
        }
        return lines.toString();
    }

    /// What a file says of itself, or a file of a folder (the first in the order of their names that says
    /// something); empty when nothing of the kind stands there.
    ///
    /// Throws: `ProjectException` when the file cannot be read, or what it says is damaged.
    public static Optional<Provenance> of(Path file) throws ProjectException {
        try {
            return of(ProvenanceSearch.in(file));
        } catch (IOException e) {
            throw ProjectException.whole(Unreadable.sentence(e));
        }
    }

    private static Optional<Provenance> of(Optional<String> text) throws ProjectException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var fields = JsonText.read(text.get()).fields();
        var packed = word(fields, "project");
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            var project = gzip.readNBytes(LARGEST + 1);
            if (project.length > LARGEST) {
                throw ProjectException.whole("the project in this file is larger than any; open another copy");
            }
            return Optional.of(new Provenance(
                    word(fields, "version"),
                    word(fields, "command"),
                    CITATIONS,
                    new String(project, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw ProjectException.whole("the project in this file is damaged; open another copy");
        }
    }

    private static String word(Map<String, JsonValue> fields, String name) throws ProjectException {
        if (fields.get(name) instanceof JsonValue.Text word) {
            return word.value();
        }
        throw ProjectException.whole("the project in this file is damaged, it has no " + name + "; open another copy");
    }

    private byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(project.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
