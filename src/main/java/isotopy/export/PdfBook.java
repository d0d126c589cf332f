package isotopy.export;

import isotopy.project.Provenance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// A PDF with a figure on every page. The fonts, of which only the used signs go into the file, and the opacities are
/// shared by all pages.
///
/// Version 1.5 without object streams: LaTeX takes it in any form. No date is written, so that equal figures give equal
/// bytes. Finished pages lie in a temporary file: memory hardly grows with their number.
final class PdfBook implements AutoCloseable {
    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PdfText texts = new PdfText(document);
    private final Map<Integer, PDExtendedGraphicsState> opacities = new TreeMap<>();

    PdfBook() {
        document.getDocument().setVersion(1.5f);
        // otherwise made of the clock
        document.setDocumentId(0L);
        document.getDocumentInformation().setCreator("Isotopy");
    }

    /// Adds a page; false when `progress` stopped it, which leaves the book useless.
    boolean add(Picture picture, Progress progress) throws IOException {
        var figure = picture.figure();
        double unit = VectorPage.unit(picture);
        var page = new PDPage(new PDRectangle((float) (figure.width() * unit), (float) (figure.height() * unit)));
        var resources = new PDResources();
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.GROUP, transparency());
        document.addPage(page);
        var pen = new PdfPen(this, resources, unit, figure.height());
        if (figure.background() >>> 24 != 0) {
            pen.area(VectorPage.corners(figure), figure.background());
        }
        boolean all = new VectorPainter(figure, pen).paint(progress);
        page.setContents(new PDStream(document, new ByteArrayInputStream(pen.content()), COSName.FLATE_DECODE));
        return all;
    }

    /// Adds a file inside the document that says what made it.
    void attach(Provenance provenance) throws IOException {
        PdfAttachment.add(document, provenance);
    }

    /// Writes the file, when all pages are there.
    void save(OutputStream into) throws IOException {
        texts.embed();
        document.save(into, CompressParameters.NO_COMPRESSION);
    }

    PDDocument document() {
        return document;
    }

    PdfText texts() {
        return texts;
    }

    /// The state of that opacity, 0 … 255.
    PDExtendedGraphicsState opacity(int alpha) {
        return opacities.computeIfAbsent(alpha, share -> {
            var state = new PDExtendedGraphicsState();
            state.setStrokingAlphaConstant(share / 255f);
            state.setNonStrokingAlphaConstant(share / 255f);
            return state;
        });
    }

    /// Colours are mixed as screens do it.
    private static COSDictionary transparency() {
        var group = new COSDictionary();
        group.setItem(COSName.TYPE, COSName.GROUP);
        group.setItem(COSName.S, COSName.TRANSPARENCY);
        group.setItem(COSName.CS, COSName.DEVICERGB);
        return group;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
