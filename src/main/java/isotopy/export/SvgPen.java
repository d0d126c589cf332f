package isotopy.export;

import isotopy.figure.Mark;
import java.util.Base64;
import java.util.List;

/// Draws into the text of an SVG file. Coordinates have two decimals; a line goes from point to point by differences
/// of the rounded coordinates, so that errors do not add up.
final class SvgPen implements VectorPen {
    private final StringBuilder text;
    private String group = "";

    /// Appends to `text`.
    SvgPen(StringBuilder text) {
        this.text = text;
    }

    @Override
    public void line(List<double[]> polylines, Nib nib) {
        group(" fill=\"none\" stroke-width=\"" + Decimal.of(nib.width()) + '"'
                + (nib.round() ? "" : " stroke-linecap=\"butt\"")
                + (nib.dash() > 0
                        ? " stroke-dasharray=\"" + Decimal.of(nib.dash()) + ' ' + Decimal.of(nib.gap()) + '"'
                        : ""));
        text.append("<path");
        colour("stroke", nib.argb());
        if (nib.phase() > 0) {
            text.append(" stroke-dashoffset=\"").append(Decimal.of(nib.phase())).append('"');
        }
        text.append(" d=\"");
        polylines.forEach(this::path);
        text.append("\"/>\n");
    }

    @Override
    public void area(double[] polygon, int argb) {
        group("");
        text.append("<path");
        colour("fill", argb);
        text.append(" d=\"");
        path(polygon);
        text.append("z\"/>\n");
    }

    private void path(double[] points) {
        long x = Math.round(points[0] * 100);
        long y = Math.round(points[1] * 100);
        text.append('M');
        pair(x, y);
        text.append('l');
        for (int k = 2; k < points.length; k += 2) {
            long nextX = Math.round(points[k] * 100);
            long nextY = Math.round(points[k + 1] * 100);
            if (k > 2 && nextX >= x) {
                text.append(' ');
            }
            pair(nextX - x, nextY - y);
            x = nextX;
            y = nextY;
        }
    }

    private void pair(long x, long y) {
        Decimal.hundredths(text, x);
        if (y >= 0) {
            text.append(' ');
        }
        Decimal.hundredths(text, y);
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        group("");
        round(x, y, radius);
        colour("fill", argb);
        text.append("/>\n");
    }

    @Override
    public void circle(double x, double y, double radius, double width, int argb) {
        group(" fill=\"none\" stroke-width=\"" + Decimal.of(width) + '"');
        round(x, y, radius);
        colour("stroke", argb);
        text.append("/>\n");
    }

    private void round(double x, double y, double radius) {
        text.append("<circle cx=\"").append(Decimal.of(x));
        text.append("\" cy=\"").append(Decimal.of(y));
        text.append("\" r=\"").append(Decimal.of(radius)).append('"');
    }

    @Override
    public void text(Mark.Label label) {
        group("");
        text.append("<text x=\"").append(Decimal.of(label.x()));
        text.append("\" y=\"").append(Decimal.of(label.y()));
        text.append("\" font-size=\"").append(Decimal.of(label.size())).append('"');
        text.append(label.bold() ? " font-weight=\"bold\"" : "");
        text.append(
                switch (label.anchor()) {
                    case START -> "";
                    case MIDDLE -> " text-anchor=\"middle\"";
                    case END -> " text-anchor=\"end\"";
                });
        colour("fill", label.argb());
        text.append('>').append(escaped(label.text())).append("</text>\n");
    }

    /// Text as XML has it; signs that XML does not have become question marks.
    static String escaped(String plain) {
        var escaped = new StringBuilder();
        plain.codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> {
                    boolean allowed =
                            sign >= 0x20 && !(sign >= 0xD800 && sign < 0xE000) && sign != 0xFFFE && sign != 0xFFFF;
                    escaped.appendCodePoint(allowed ? sign : '?');
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public void inside(double x, double y, double width, double height, Runnable draw) {
        group("");
        text.append("<svg x=\"").append(Decimal.of(x)).append("\" y=\"").append(Decimal.of(y));
        text.append("\" width=\"").append(Decimal.of(width));
        text.append("\" height=\"").append(Decimal.of(height)).append("\">\n");
        draw.run();
        close();
        text.append("</svg>\n");
    }

    @Override
    public void picture(Patch patch) {
        group("");
        text.append("<image x=\"").append(patch.x()).append("\" y=\"").append(patch.y());
        text.append("\" width=\"").append(patch.width()).append("\" height=\"").append(patch.height());
        // the older name is the one that every reader knows
        text.append("\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
        text.append(Base64.getEncoder().encodeToString(patch.png())).append("\"/>\n");
    }

    private void colour(String name, int argb) {
        text.append(' ').append(name).append("=\"#");
        text.append(String.format("%06x", argb & 0xFFFFFF)).append('"');
        if (argb >>> 24 != 0xFF) {
            text.append(' ').append(name).append("-opacity=\"");
            text.append(Decimal.share(argb >>> 24)).append('"');
        }
    }

    /// Elements that follow each other share their attributes in a group, or none.
    private void group(String attributes) {
        if (attributes.equals(group)) {
            return;
        }
        close();
        if (!attributes.isEmpty()) {
            text.append("<g").append(attributes).append(">\n");
        }
        group = attributes;
    }

    /// Closes what is open.
    void close() {
        text.append(group.isEmpty() ? "" : "</g>\n");
        group = "";
    }
}
