package isotopy.export;

import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Sets text for a PDF in the program's fonts, of which only the signs that are used go into the file. Signs stand
/// where the screen has them, kerning included.
///
/// Mutable: remembers which signs were used.
final class PdfText {
    /// A font's own unit: lengths in it are thousandths of the size.
    private static final int UNITS = 1000;

    /// Shown for a sign that no font has, as the screen does.
    private static final String MISSING = "□";

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /// Text in one font: the operand of the operator TJ, and how far it goes.
    ///
    /// Units: `advance` in thousandths of the size.
    record Piece(Fonts.Face face, String operand, double advance) {}

    private final PDDocument document;
    private final Map<Fonts.Face, PDType0Font> fonts = new EnumMap<>(Fonts.Face.class);

    PdfText(PDDocument document) {
        this.document = document;
    }

    /// A line of text, set.
    List<Piece> set(String text, boolean bold) throws IOException {
        var pieces = new ArrayList<Piece>();
        for (var run : Fonts.runs(shown(text), bold)) {
            pieces.add(piece(run));
        }
        return pieces;
    }

    PDType0Font font(Fonts.Face face) throws IOException {
        var font = fonts.get(face);
        if (font == null) {
            try (var stream = face.open()) {
                font = PDType0Font.load(document, stream, true);
            }
            fonts.put(face, font);
        }
        return font;
    }

    /// Puts the used signs of every font into the document, at the very end.
    void embed() throws IOException {
        for (var font : fonts.values()) {
            font.subset();
        }
    }

    /// The text with a box in place of what no font has.
    private static String shown(String text) {
        var signs = Fonts.Face.SIGNS.sized(UNITS);
        var usual = Fonts.Face.REGULAR.sized(UNITS);
        var shown = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (Character.isISOControl(sign)) {
                shown.append(' ');
            } else if (usual.canDisplay(sign) || signs.canDisplay(sign)) {
                shown.appendCodePoint(sign);
            } else {
                shown.append(MISSING);
            }
        });
        return shown.toString();
    }

    private Piece piece(Fonts.Run run) throws IOException {
        var font = font(run.face());
        var glyphs = run.face()
                .sized(UNITS)
                .layoutGlyphVector(
                        CONTEXT,
                        run.text().toCharArray(),
                        0,
                        run.text().length(),
                        java.awt.Font.LAYOUT_LEFT_TO_RIGHT);
        boolean each = glyphs.getNumGlyphs() == run.text().length();
        var operand = new StringBuilder("[<");
        double written = 0;
        for (int at = 0; at < run.text().length(); ) {
            int sign = run.text().codePointAt(at);
            double wanted = each ? place(glyphs, at) : written;
            long moved = Math.round(wanted - written);
            if (moved != 0) {
                operand.append('>').append(-moved).append('<');
                written += moved;
            }
            font.addToSubset(sign);
            var bytes = font.encode(Character.toString(sign));
            int code = 0;
            for (byte part : bytes) {
                operand.append(String.format("%02x", part & 0xFF));
                code = code << 8 | part & 0xFF;
            }
            written += font.getWidth(code);
            at += Character.charCount(sign);
        }
        return new Piece(run.face(), operand.append(">]").toString(), each ? place(glyphs, glyphs.getNumGlyphs()) : written);
    }

    private static double place(GlyphVector glyphs, int index) {
        return glyphs.getGlyphPosition(index).getX();
    }
}
