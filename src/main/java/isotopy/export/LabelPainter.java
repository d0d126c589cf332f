package isotopy.export;

import isotopy.figure.Mark;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/// Paints text through Java2D, straight into the pixels.
final class LabelPainter {
    /// So many laid out texts are kept: a picture shows some dozens, the same ones in most frames.
    private static final int KEPT = 200;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private record Text(String text, double size, boolean bold) {}

    private final Graphics2D graphics;
    private final Map<Text, TextLayout> layouts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, TextLayout> eldest) {
            return size() > KEPT;
        }
    };

    LabelPainter(BufferedImage image) {
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /// Paints a label, its place and size times `scale`; nothing outside any sensible place or size.
    void paint(Mark.Label label, double scale) {
        double x = label.x() * scale;
        double y = label.y() * scale;
        double size = label.size() * scale;
        if (label.text().isEmpty() || !(Math.abs(x) < 1e6) || !(Math.abs(y) < 1e6) || !(size >= 0.5 && size < 1e4)) {
            return;
        }
        var layout = layouts.computeIfAbsent(
                new Text(label.text(), size, label.bold()),
                text -> new TextLayout(Fonts.styled(text.text(), text.size(), text.bold()), CONTEXT));
        double shift = switch (label.anchor()) {
            case START -> 0;
            case MIDDLE -> layout.getAdvance() / 2;
            case END -> layout.getAdvance();
        };
        graphics.setColor(new Color(label.argb(), true));
        layout.draw(graphics, (float) (x - shift), (float) y);
    }
}
