package isotopy.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program's own fonts, so that labels look the same on every machine: Inter, and DejaVu Sans for the few signs
/// that Inter lacks.
final class Fonts {
    /// One font of the program.
    enum Face {
        REGULAR("Inter-Regular.ttf"),
        BOLD("Inter-Bold.ttf"),
        SIGNS("DejaVuSans.ttf");

        private final String file;
        private final Font font;

        Face(String file) {
            this.file = file;
            font = load(file);
        }

        /// The font in that size.
        ///
        /// Units: pixels.
        Font sized(double size) {
            return font.deriveFont((float) size)
                    .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        }

        /// The font's file, to be closed by the caller.
        InputStream open() {
            return stream(file);
        }
    }

    /// A piece of a text in one font.
    record Run(Face face, String text) {}

    private Fonts() {}

    /// A text cut into pieces, each in a font that has its signs.
    static List<Run> runs(String text, boolean bold) {
        var usual = bold ? Face.BOLD : Face.REGULAR;
        var runs = new ArrayList<Run>();
        int from = 0;
        int at = 0;
        var before = usual;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            var face = usual.font.canDisplay(sign) ? usual : Face.SIGNS;
            if (face != before && at > from) {
                runs.add(new Run(before, text.substring(from, at)));
                from = at;
            }
            before = face;
            at += Character.charCount(sign);
        }
        if (at > from) {
            runs.add(new Run(before, text.substring(from, at)));
        }
        return runs;
    }

    /// A text in that size, each sign in a font that has it.
    ///
    /// Units: size in pixels.
    static AttributedCharacterIterator styled(String text, double size, boolean bold) {
        var styled = new AttributedString(text);
        int at = 0;
        for (var run : runs(text, bold)) {
            int end = at + run.text().length();
            styled.addAttribute(TextAttribute.FONT, run.face().sized(size), at, end);
            at = end;
        }
        return styled.getIterator();
    }

    private static InputStream stream(String name) {
        var stream = Fonts.class.getResourceAsStream("/isotopy/fonts/" + name);
        if (stream == null) {
            throw new IllegalStateException("the program is incomplete: there is no font " + name);
        }
        return stream;
    }

    private static Font load(String name) {
        try (var stream = stream(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program is damaged: the font " + name + " cannot be read", e);
        }
    }
}
