package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Writes a picture as SVG 1.1: lines, areas and text as such, what is no vector by nature as pictures inside the file.
///
/// The page is as many CSS pixels as the picture has, 96 an inch. Text asks for the program's fonts and takes what
/// there is.
public record SvgExporter(Picture picture, Optional<Provenance> provenance) implements Exporter {
    /// Throws: `IllegalArgumentException` when the page is too large, in a sentence.
    public SvgExporter {
        VectorPage.require(picture);
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        var text = new StringBuilder();
        if (!write(text, progress)) {
            return false;
        }
        Replacement.write(target, stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        progress.reached(1, 1);
        return true;
    }

    private boolean write(StringBuilder into, Progress progress) {
        var figure = picture.figure();
        var width = Decimal.of(figure.width());
        var height = Decimal.of(figure.height());
        into.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        into.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
        into.append(" width=\"").append(picture.size().width());
        into.append("\" height=\"").append(picture.size().height());
        into.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
        into.append("\" font-family=\"Inter, 'DejaVu Sans', Helvetica, Arial, sans-serif\"");
        into.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
        provenance.ifPresent(
                made -> into.append("<metadata>").append(made.text()).append("</metadata>\n"));
        var pen = new SvgPen(into);
        if (figure.background() >>> 24 != 0) {
            pen.area(VectorPage.corners(figure), figure.background());
        }
        boolean all = new VectorPainter(figure, pen).paint(progress);
        pen.close();
        into.append("</svg>\n");
        return all;
    }
}
