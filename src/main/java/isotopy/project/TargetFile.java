package isotopy.project;

import isotopy.target.TargetMap;
import java.util.Optional;

/// A single target as JSON, in the form that projects have it: for the targets that a user keeps.
public final class TargetFile {
    private TargetFile() {}

    /// The text of a target.
    public static String write(TargetMap target) {
        var pen = new JsonPen();
        pen.whole("schema", ProjectFile.SCHEMA).object("target", () -> TargetJson.write(target, pen));
        return pen.finished();
    }

    /// The text of a target with the name under which it is kept.
    public static String write(String name, TargetMap target) {
        var pen = new JsonPen();
        pen.whole("schema", ProjectFile.SCHEMA)
                .text("name", name)
                .object("target", () -> TargetJson.write(target, pen));
        return pen.finished();
    }

    /// The name in a text; empty where it has none.
    ///
    /// Throws: `ProjectException` with line and column, for whatever is wrong with the text.
    public static Optional<String> name(String text) throws ProjectException {
        var file = new Fields(JsonText.read(text), "");
        return file.has("name") ? Optional.of(file.text("name")) : Optional.empty();
    }

    /// The target in a text.
    ///
    /// Throws: `ProjectException` with line and column, for whatever is wrong with the text.
    public static TargetMap read(String text) throws ProjectException {
        var file = new Fields(JsonText.read(text), "");
        ProjectReader.schema(file);
        return TargetJson.read(file.object("target"));
    }
}
