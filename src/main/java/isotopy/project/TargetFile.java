package isotopy.project;

import isotopy.target.TargetMap;

/// A single target as JSON, in the form that projects have it: for the targets that a user keeps.
public final class TargetFile {
    private TargetFile() {}

    /// The text of a target.
    public static String write(TargetMap target) {
        var pen = new JsonPen();
        pen.whole("schema", ProjectFile.SCHEMA).object("target", () -> TargetJson.write(target, pen));
        return pen.finished();
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
