package isotopy.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.Map;

/// The program's own fonts, so that labels look the same on every machine: Inter, and DejaVu Sans for the few signs
/// that Inter lacks.
final class Fonts {
    private static final Font REGULAR = load("Inter-Regular.ttf");
    private static final Font BOLD = load("Inter-Bold.ttf");
    private static final Font SIGNS = load("DejaVuSans.ttf");

    private Fonts() {}

    /// A text in that size, each sign in a font that has it.
    ///
    /// Units: size in pixels.
    static AttributedCharacterIterator styled(String text, double size, boolean bold) {
        var usual = sized(bold ? BOLD : REGULAR, size);
        var styled = new AttributedString(text, Map.of(TextAttribute.FONT, usual));
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            int next = at + Character.charCount(sign);
            if (!usual.canDisplay(sign)) {
                styled.addAttribute(TextAttribute.FONT, sized(SIGNS, size), at, next);
            }
            at = next;
        }
        return styled.getIterator();
    }

    private static Font sized(Font font, double size) {
        return font.deriveFont((float) size).deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    private static Font load(String name) {
        try (var stream = Fonts.class.getResourceAsStream("/isotopy/fonts/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: there is no font " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program is damaged: the font " + name + " cannot be read", e);
        }
    }
}
