package isotopy.export;

import isotopy.project.Provenance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Text inside a PNG file.
final class PngText {
    /// The keyword of the text that says what made a file.
    static final String KEYWORD = "isotopy";

    private PngText() {}

    /// A whole chunk of type `iTXt`, to stand anywhere after the header and before the end: uncompressed, so that
    /// the text is found in the bytes of the file.
    ///
    /// Source: W3C, *Portable Network Graphics (PNG) Specification*, third edition, 11.3.3.4.
    static byte[] chunk(Provenance provenance) {
        return PngChunks.chunk("iTXt", international(KEYWORD, provenance.text()));
    }

    /// Keyword, no compression, no language, no translated keyword, text.
    private static byte[] international(String keyword, String text) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]);
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return data.toByteArray();
    }
}
