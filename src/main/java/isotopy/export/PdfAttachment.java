package isotopy.export;

import isotopy.project.Provenance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// A file inside a PDF that says what made it.
final class PdfAttachment {
    private static final String NAME = "isotopy-provenance.json";

    private PdfAttachment() {}

    /// Adds it to a document; it is not compressed, so that it is found without reading the document.
    static void add(PDDocument document, Provenance provenance) throws IOException {
        var bytes = provenance.text().getBytes(StandardCharsets.US_ASCII);
        var content = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        content.setSubtype("application/json");
        content.setSize(bytes.length);
        var file = new PDComplexFileSpecification();
        file.setFile(NAME);
        file.setFileUnicode(NAME);
        file.setFileDescription("The experiment that made this document; Isotopy opens it");
        file.setEmbeddedFile(content);
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(NAME, file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }
}
