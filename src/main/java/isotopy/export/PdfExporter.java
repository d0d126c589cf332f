package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// Writes a picture as a PDF of one page: lines and areas as such, text as text in the program's fonts (of which the
/// used signs go into the file), what is no vector by nature as pictures with their transparency.
///
/// The page is 1/96 inch for each pixel of the picture. Version 1.5 without object streams: LaTeX takes it in any form.
/// No date is written, so that equal pictures give equal bytes.
public record PdfExporter(Picture picture, Optional<Provenance> provenance) implements Exporter {
    /// Readers show pages of up to 200 inches.
    ///
    /// Units: pixels.
    private static final int LONGEST_SIDE = 19_200;

    /// Throws: `IllegalArgumentException` when the page is too large, in a sentence.
    public PdfExporter {
        VectorPage.require(picture);
        int longest = Math.max(picture.size().width(), picture.size().height());
        if (longest > LONGEST_SIDE) {
            throw new IllegalArgumentException("A side of a PDF has at most " + LONGEST_SIDE + " pixels: " + longest);
        }
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        try (var document = new PDDocument()) {
            document.getDocument().setVersion(1.5f);
            // otherwise made of the clock
            document.setDocumentId(0L);
            document.getDocumentInformation().setCreator("Isotopy");
            if (!draw(document, progress)) {
                return false;
            }
            if (provenance.isPresent()) {
                PdfAttachment.add(document, provenance.get());
            }
            Replacement.write(target, stream -> document.save(stream, CompressParameters.NO_COMPRESSION));
            progress.reached(1, 1);
            return true;
        }
    }

    private boolean draw(PDDocument document, Progress progress) throws IOException {
        var figure = picture.figure();
        double unit = VectorPage.unit(picture);
        var page = new PDPage(new PDRectangle((float) (figure.width() * unit), (float) (figure.height() * unit)));
        var resources = new PDResources();
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.GROUP, transparency());
        document.addPage(page);
        var pen = new PdfPen(document, resources, unit, figure.height());
        if (figure.background() >>> 24 != 0) {
            pen.area(VectorPage.corners(figure), figure.background());
        }
        boolean all = new VectorPainter(figure, pen).paint(progress);
        page.setContents(new PDStream(document, new ByteArrayInputStream(pen.finish()), COSName.FLATE_DECODE));
        return all;
    }

    /// Colours are mixed as screens do it.
    private static COSDictionary transparency() {
        var group = new COSDictionary();
        group.setItem(COSName.TYPE, COSName.GROUP);
        group.setItem(COSName.S, COSName.TRANSPARENCY);
        group.setItem(COSName.CS, COSName.DEVICERGB);
        return group;
    }
}
