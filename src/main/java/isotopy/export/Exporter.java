package isotopy.export;

import isotopy.project.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Writes one file, whole or not at all; an existing file is replaced at the very end. The same input gives the same
/// bytes.
public sealed interface Exporter
        permits PngExporter,
                SvgExporter,
                PdfExporter,
                TikzExporter,
                PgfPlotsExporter,
                GifExporter,
                ApngExporter,
                FramesExporter,
                LatexExporter,
                VideoExporter,
                HtmlExporter {
    /// What writes a picture in a format; as a film it is one of one frame. With `provenance` the file says what
    /// made it.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold a picture of that size.
    static Exporter of(Picture picture, Format format, Optional<Provenance> provenance) {
        return switch (format) {
            case PNG -> new PngExporter(picture, provenance);
            case SVG -> new SvgExporter(picture, provenance);
            case PDF -> new PdfExporter(picture, provenance);
            case TIKZ -> new TikzExporter(picture, provenance);
            case GIF, MP4, WEBM, APNG, FRAMES, LATEX, HTML ->
                of(new Film(picture.size(), 1, 1, k -> picture.figure()), format, provenance);
        };
    }

    /// What writes a film in a format that holds films.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold such a film.
    static Exporter of(Film film, Format format, Optional<Provenance> provenance) {
        return switch (format) {
            case GIF -> new GifExporter(film, provenance);
            case APNG -> new ApngExporter(film, provenance);
            case FRAMES -> new FramesExporter(film, provenance);
            case LATEX -> new LatexExporter(film, provenance);
            case MP4, WEBM -> new VideoExporter(film, format, Codec.BUILT_IN, provenance);
            case HTML ->
                throw new IllegalArgumentException(
                        "an interactive page is made of a scene and not of a film, since its reader moves t");
            case PNG, SVG, PDF, TIKZ ->
                throw new IllegalArgumentException(format.title() + " holds one picture and no film");
        };
    }

    /// Writes the file; false when `progress` stopped it.
    ///
    /// Throws: `IOException` with a sentence for the user, when the file cannot be written.
    boolean export(Path target, Progress progress) throws IOException;
}
