package isotopy.export;

import isotopy.figure.Figure;
import isotopy.project.Provenance;
import java.util.Optional;

/// How something is written, whatever it shows: the format, the size, what it stands on, and what the file says of its
/// making; and what only some formats have a choice in.
///
/// @param plays how often a GIF or an animated PNG runs; 0 is for ever
/// @param dithered whether a GIF mixes colours that it has not
/// @param codec what encodes an MP4
public record Finish(
        Format format,
        Size size,
        Ground ground,
        int plays,
        boolean dithered,
        Codec codec,
        Optional<Provenance> provenance) {
    /// On the page of the theme, for ever, and without a word of what made it.
    public Finish(Format format, Size size) {
        this(format, size, Ground.THEME, 0, false, Codec.BUILT_IN, Optional.empty());
    }

    public Finish withFormat(Format changed) {
        return new Finish(changed, size, ground, plays, dithered, codec, provenance);
    }

    public Finish withSize(Size changed) {
        return new Finish(format, changed, ground, plays, dithered, codec, provenance);
    }

    public Finish withGround(Ground changed) {
        return new Finish(format, size, changed, plays, dithered, codec, provenance);
    }

    public Finish withPlays(int changed) {
        return new Finish(format, size, ground, changed, dithered, codec, provenance);
    }

    public Finish withDithered(boolean changed) {
        return new Finish(format, size, ground, plays, changed, codec, provenance);
    }

    public Finish withCodec(Codec changed) {
        return new Finish(format, size, ground, plays, dithered, changed, provenance);
    }

    public Finish withProvenance(Optional<Provenance> changed) {
        return new Finish(format, size, ground, plays, dithered, codec, changed);
    }

    /// What writes a film so; `caption` is for formats that stand in a paper.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold it.
    Exporter exporter(Film film, String caption) {
        var grounded = film.on(ground);
        return switch (format) {
            case GIF -> new GifExporter(grounded, new GifExporter.Options(plays, dithered), provenance);
            case APNG -> new ApngExporter(grounded, plays, provenance);
            case MP4, WEBM -> new VideoExporter(grounded, format, codec, provenance);
            case LATEX -> new LatexExporter(grounded, caption, LatexExporter.Pages.TOGETHER, provenance);
            case FRAMES, HTML, PNG, SVG, PDF, TIKZ -> Exporter.of(grounded, format, provenance);
        };
    }

    /// What writes a figure, which stands on its ground already, at this width and as high as it is.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when the format cannot hold it.
    Exporter exporter(Figure figure) {
        return Exporter.of(new Picture(figure, fitted(figure)), format, provenance);
    }

    /// The size of a figure at this width.
    Size fitted(Figure figure) {
        double scale = size.width() / figure.width();
        return new Size(size.width(), (int) Math.max(1, Math.round(figure.height() * scale)), scale);
    }

    /// The size of a film: those with codecs have even sides.
    Size framed() {
        return switch (format) {
            case MP4, WEBM ->
                new Size(size.width() + size.width() % 2, size.height() + size.height() % 2, size.scale());
            case PNG, SVG, PDF, TIKZ, GIF, APNG, FRAMES, LATEX, HTML -> size;
        };
    }
}
