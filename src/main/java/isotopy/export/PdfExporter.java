package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Writes a picture as a PDF of one page: lines and areas as such, text as text in the program's fonts (of which the
/// used signs go into the file), what is no vector by nature as pictures with their transparency.
///
/// The page is 1/96 inch for each pixel of the picture; [PdfBook] says what the file is like.
public record PdfExporter(Picture picture, Optional<Provenance> provenance) implements Exporter {
    /// Readers show pages of up to 200 inches.
    ///
    /// Units: pixels.
    static final int LONGEST_SIDE = 19_200;

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
        try (var book = new PdfBook()) {
            if (!book.add(picture, progress)) {
                return false;
            }
            if (provenance.isPresent()) {
                book.attach(provenance.get());
            }
            Replacement.write(target, book::save);
            progress.reached(1, 1);
            return true;
        }
    }
}
