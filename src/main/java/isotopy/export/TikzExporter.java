package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a picture as a `tikzpicture`, to be read by `\input` into a document that loads TikZ; pdflatex
/// suffices. Text is set in the document's fonts.
///
/// What is no vector by nature is written beside the file as `NAME-1.png`, `NAME-2.png` and so on, and included from
/// there. A pixel of the picture is 1/96 inch.
public record TikzExporter(Picture picture, Optional<Provenance> provenance) implements Exporter {
    /// As pdflatex comes, so many points in lines of two with opacities of their own leave a quarter of its memory.
    static final int MOST_POINTS = 60_000;

    /// TeX knows no length beyond 16383 points.
    ///
    /// Units: pixels.
    private static final int LONGEST_SIDE = 20_000;

    private static final String HEAD = """
            %% A picture by Isotopy. In the preamble: \\usepackage{tikz}. Where it belongs: \\input{%s}
            %s\\begin{tikzpicture}
            \\def\\pM#1 #2;{\\pgfpathmoveto{\\pgfqpoint{#1bp}{#2bp}}}%%
            \\def\\pL#1 #2;{\\pgfpathlineto{\\pgfqpoint{#1bp}{#2bp}}}%%
            \\def\\pS{\\pgfusepath{stroke}}%%
            \\def\\pF{\\pgfpathclose\\pgfusepath{fill}}%%
            \\def\\pD#1 #2 #3;{\\pgfpathcircle{\\pgfqpoint{#1bp}{#2bp}}{#3bp}\\pgfusepath{fill}}%%
            \\def\\pO#1 #2 #3;{\\pgfpathcircle{\\pgfqpoint{#1bp}{#2bp}}{#3bp}\\pgfusepath{stroke}}%%
            \\def\\pA#1{\\pgfsetfillopacity{#1}\\pgfsetstrokeopacity{#1}}%%
            """;

    /// Throws: `IllegalArgumentException` when the page is too large, in a sentence.
    public TikzExporter {
        VectorPage.require(picture);
        int longest = Math.max(picture.size().width(), picture.size().height());
        if (longest > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "A side of a picture for TeX has at most " + LONGEST_SIDE + " pixels: " + longest);
        }
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        var name = String.valueOf(target.getFileName()).replaceFirst("\\.[^.]*$", "");
        var figure = picture.figure();
        var pen = new TikzPen(name.replaceAll("[^A-Za-z0-9-]+", "-"), VectorPage.unit(picture), figure.height());
        if (figure.background() >>> 24 != 0) {
            pen.area(VectorPage.corners(figure), figure.background());
        }
        if (!new VectorPainter(figure, pen).paint(progress)) {
            return false;
        }
        if (pen.points() > MOST_POINTS) {
            throw new IOException("a picture of " + pen.points() + " points is too much for the memory of TeX, which"
                    + " holds about " + MOST_POINTS + ": draw about " + 90 * MOST_POINTS / pen.points()
                    + " % of the particles, or write a .pdf and include that");
        }
        write(target, pen);
        progress.reached(1, 1);
        return true;
    }

    /// The pictures first, so that the text never names one that is not there; all or none.
    private void write(Path target, TikzPen pen) throws IOException {
        var made = new ArrayList<Path>();
        boolean whole = false;
        try {
            for (int k = 0; k < pen.patches().size(); k++) {
                var file = target.resolveSibling(pen.file(k + 1));
                if (!Files.exists(file)) {
                    made.add(file);
                }
                var png = pen.patches().get(k).png();
                Replacement.write(file, stream -> stream.write(png));
            }
            var text = text(String.valueOf(target.getFileName()), pen).getBytes(StandardCharsets.UTF_8);
            Replacement.write(target, stream -> stream.write(text));
            whole = true;
        } finally {
            for (var file : whole ? List.<Path>of() : made) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String text(String file, TikzPen pen) {
        var unit = VectorPage.unit(picture);
        var beside = new StringBuilder();
        for (int k = 1; k <= pen.patches().size(); k++) {
            beside.append(k == 1 ? "% It needs, in the same folder: " : ", ").append(pen.file(k));
        }
        var text = new StringBuilder(HEAD.formatted(file, beside.isEmpty() ? "" : beside + "\n"));
        pen.colours()
                .forEach((name, rgb) -> text.append("\\definecolor{")
                        .append(name)
                        .append("}{RGB}{")
                        .append(rgb)
                        .append("}%\n"));
        text.append("\\clip (0bp,0bp) rectangle (")
                .append(Decimal.of(picture.figure().width() * unit))
                .append("bp,");
        text.append(Decimal.of(picture.figure().height() * unit)).append("bp);%\n");
        text.append("\\pgfsetroundcap\\pgfsetroundjoin%\n");
        text.append(pen.body()).append("\\end{tikzpicture}%\n");
        return text.append(provenance.map(Provenance::comment).orElse("")).toString();
    }
}
