package isotopy.export;

import isotopy.figure.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Draws into the content stream of a PDF page. What the graphics state already says is not said again.
///
/// Units: `unit` points are a logical pixel; y goes up in a PDF.
final class PdfPen implements VectorPen {
    /// Where the handles of a Bézier curve lie that is a quarter of a circle.
    private static final double QUARTER = 0.5523;

    private final PdfBook book;
    private final PDResources resources;
    private final PdfText texts;
    private final double unit;
    private final double top;
    private final StringBuilder content = new StringBuilder();
    private final Map<Integer, String> opacities = new TreeMap<>();
    private final Map<Fonts.Face, String> fonts = new EnumMap<>(Fonts.Face.class);

    // the graphics state
    private String strokeColour = "";
    private String fillColour = "";
    private String width = "";
    private String dash = "[] 0 d";
    private int opacity = 0xFF;
    private boolean round = true;

    /// A pen for a page of that height in logical pixels.
    PdfPen(PdfBook book, PDResources resources, double unit, double height) {
        this.book = book;
        this.resources = resources;
        this.unit = unit;
        top = height * unit;
        texts = book.texts();
        content.append("1 J 1 j\n");
    }

    /// The content stream, when all is drawn.
    byte[] content() {
        return content.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void line(List<double[]> polylines, Nib nib) {
        stroke(nib.argb(), nib.width());
        round(nib.round());
        dash(
                nib.dash() > 0
                        ? "[" + length(nib.dash()) + " " + length(nib.gap()) + "] " + length(nib.phase()) + " d"
                        : "[] 0 d");
        polylines.forEach(this::path);
        content.append("S\n");
    }

    @Override
    public void area(double[] polygon, int argb) {
        fill(argb);
        path(polygon);
        content.append("f\n");
    }

    private void path(double[] points) {
        for (int k = 0; k < points.length; k += 2) {
            point(points[k], points[k + 1], k == 0 ? "m" : "l");
        }
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        fill(argb);
        round(x, y, radius);
        content.append("f\n");
    }

    @Override
    public void circle(double x, double y, double radius, double width, int argb) {
        stroke(argb, width);
        dash("[] 0 d");
        round(x, y, radius);
        content.append("s\n");
    }

    private void round(double x, double y, double radius) {
        double handle = QUARTER * radius;
        point(x + radius, y, "m");
        double dx = 1;
        double dy = 0;
        for (int k = 0; k < 4; k++) {
            double nextX = -dy;
            double nextY = dx;
            point(x + radius * dx + handle * nextX, y + radius * dy + handle * nextY, "");
            point(x + radius * nextX + handle * dx, y + radius * nextY + handle * dy, "");
            point(x + radius * nextX, y + radius * nextY, "c");
            dx = nextX;
            dy = nextY;
        }
    }

    @Override
    public void text(Mark.Label label) {
        try {
            var pieces = texts.set(label.text(), label.bold());
            double size = label.size() * unit;
            double advance = pieces.stream().mapToDouble(PdfText.Piece::advance).sum() / 1000 * size;
            double x = label.x() * unit
                    - switch (label.anchor()) {
                        case START -> 0;
                        case MIDDLE -> advance / 2;
                        case END -> advance;
                    };
            fill(label.argb());
            for (var piece : pieces) {
                content.append("BT /")
                        .append(font(piece.face()))
                        .append(' ')
                        .append(Decimal.of(size))
                        .append(" Tf ");
                content.append(Decimal.of(x))
                        .append(' ')
                        .append(Decimal.of(top - label.y() * unit))
                        .append(" Td ");
                content.append(piece.operand()).append(" TJ ET\n");
                x += piece.advance() / 1000 * size;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program is damaged: a font cannot be read", e);
        }
    }

    private String font(Fonts.Face face) throws IOException {
        var name = fonts.get(face);
        if (name == null) {
            name = resources.add(texts.font(face)).getName();
            fonts.put(face, name);
        }
        return name;
    }

    @Override
    public void inside(double x, double y, double wide, double high, Runnable draw) {
        var outer = List.of(strokeColour, fillColour, width, dash);
        int outerOpacity = opacity;
        boolean outerRound = round;
        content.append("q 1 0 0 1 ")
                .append(length(x))
                .append(' ')
                .append(length(-y))
                .append(" cm 0 ");
        content.append(Decimal.of(top - high * unit)).append(' ').append(length(wide));
        content.append(' ').append(length(high)).append(" re W n\n");
        draw.run();
        content.append("Q\n");
        strokeColour = outer.get(0);
        fillColour = outer.get(1);
        width = outer.get(2);
        dash = outer.get(3);
        opacity = outerOpacity;
        round = outerRound;
    }

    @Override
    public void picture(Patch patch) {
        try {
            var name = resources
                    .add(LosslessFactory.createFromImage(book.document(), patch.image()))
                    .getName();
            opacity(0xFF);
            content.append("q ").append(length(patch.width())).append(" 0 0 ").append(length(patch.height()));
            content.append(' ').append(length(patch.x())).append(' ');
            content.append(Decimal.of(top - (patch.y() + patch.height()) * unit));
            content.append(" cm /").append(name).append(" Do Q\n");
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        }
    }

    private String length(double pixels) {
        return Decimal.of(pixels * unit);
    }

    private void point(double x, double y, String operator) {
        Decimal.hundredths(content, Math.round(100 * x * unit));
        content.append(' ');
        Decimal.hundredths(content, Math.round(100 * (top - y * unit)));
        content.append(operator.isEmpty() ? " " : " " + operator + "\n");
    }

    private void stroke(int argb, double pixels) {
        opacity(argb >>> 24);
        var colour = colour(argb) + " RG\n";
        if (!colour.equals(strokeColour)) {
            content.append(colour);
            strokeColour = colour;
        }
        var wide = length(pixels) + " w\n";
        if (!wide.equals(width)) {
            content.append(wide);
            width = wide;
        }
    }

    private void fill(int argb) {
        opacity(argb >>> 24);
        var colour = colour(argb) + " rg\n";
        if (!colour.equals(fillColour)) {
            content.append(colour);
            fillColour = colour;
        }
    }

    private static String colour(int argb) {
        return Decimal.share(argb >> 16 & 0xFF) + " " + Decimal.share(argb >> 8 & 0xFF) + " "
                + Decimal.share(argb & 0xFF);
    }

    private void opacity(int alpha) {
        if (alpha == opacity) {
            return;
        }
        var name = opacities.computeIfAbsent(
                alpha, share -> resources.add(book.opacity(share)).getName());
        content.append('/').append(name).append(" gs\n");
        opacity = alpha;
    }

    private void dash(String pattern) {
        if (!pattern.equals(dash)) {
            content.append(pattern).append('\n');
            dash = pattern;
        }
    }

    private void round(boolean ends) {
        if (ends != round) {
            content.append(ends ? "1 J\n" : "0 J\n");
            round = ends;
        }
    }
}
