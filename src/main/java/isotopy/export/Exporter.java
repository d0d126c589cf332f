package isotopy.export;

import java.io.IOException;
import java.nio.file.Path;

/// Writes one file, whole or not at all; an existing file is replaced at the very end. The same input gives the same
/// bytes.
public sealed interface Exporter permits PngExporter, SvgExporter, PdfExporter, TikzExporter, GifExporter {
    /// What writes a picture in a format; as a GIF it is a film of one frame.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold a picture of that size.
    static Exporter of(Picture picture, Format format) {
        return switch (format) {
            case PNG -> new PngExporter(picture);
            case SVG -> new SvgExporter(picture);
            case PDF -> new PdfExporter(picture);
            case TIKZ -> new TikzExporter(picture);
            case GIF -> new GifExporter(new Film(picture.size(), 1, 1, k -> picture.figure()));
        };
    }

    /// Writes the file; false when `progress` stopped it.
    ///
    /// Throws: `IOException` with a sentence for the user, when the file cannot be written.
    boolean export(Path target, Progress progress) throws IOException;
}
