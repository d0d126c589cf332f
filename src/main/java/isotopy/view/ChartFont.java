package isotopy.view;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;

/// The shipped font as Java2D knows it: JFreeChart measures its labels with it, JavaFX then paints them in the family
/// of the same name.
final class ChartFont {
    private static final Font BASE = load();

    private ChartFont() {}

    /// The font of a chart's labels.
    ///
    /// Units: `size` in logical pixels.
    static Font of(float size) {
        return BASE.deriveFont(size);
    }

    private static Font load() {
        try (var in = ChartFont.class.getResourceAsStream("/isotopy/fonts/Inter-Regular.ttf")) {
            if (in != null) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            }
        } catch (IOException | FontFormatException e) {
            // the system's own font takes its place
        }
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }
}
