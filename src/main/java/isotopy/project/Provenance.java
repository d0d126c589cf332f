package isotopy.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
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
        var mapper = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        return mapper.writeValueAsString(fields)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
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
