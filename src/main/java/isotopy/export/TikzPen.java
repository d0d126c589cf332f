package isotopy.export;

import isotopy.figure.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws into the body of a `tikzpicture`, with a handful of short commands that [TikzExporter] defines, for TeX reads
/// long ones slowly. Pictures of pixels are collected, to be written beside the file.
///
/// Units: `unit` big points of TeX are a logical pixel; y goes up.
final class TikzPen implements VectorPen {
    private static final int POINTS_A_LINE = 8;

    /// A circle in a colour of its own costs TeX as much memory as a line of so many points.
    private static final int POINTS_A_CIRCLE = 10;

    private final String name;
    private final double unit;
    private final double top;
    private final StringBuilder body = new StringBuilder();
    private final Map<Integer, String> colours = new LinkedHashMap<>();
    private final List<Patch> patches = new ArrayList<>();
    private int points;

    // the graphics state; negative or empty where nothing was said yet
    private int colour = -1;
    private int opacity = 0xFF;
    private String width = "";
    private String dash = "{}{0bp}";
    private boolean round = true;

    /// A pen for a page of that height in logical pixels; pictures are called `name-1.png` and so on.
    TikzPen(String name, double unit, double height) {
        this.name = name;
        this.unit = unit;
        top = height * unit;
    }

    /// What was drawn.
    String body() {
        return body.toString();
    }

    /// The colours that were used, as red, green and blue, by their names.
    Map<String, String> colours() {
        var named = new LinkedHashMap<String, String>();
        colours.forEach((rgb, colourName) ->
                named.put(colourName, (rgb >> 16 & 0xFF) + "," + (rgb >> 8 & 0xFF) + "," + (rgb & 0xFF)));
        return named;
    }

    /// The pictures of pixels, in the order of their numbers.
    List<Patch> patches() {
        return List.copyOf(patches);
    }

    /// How many points TeX has to remember, about.
    int points() {
        return points;
    }

    /// The file of the k-th picture, counted from 1.
    String file(int k) {
        return name + "-" + k + ".png";
    }

    @Override
    public void line(List<double[]> polylines, Nib nib) {
        colour(nib.argb());
        width(nib.width());
        if (nib.round() != round) {
            body.append(nib.round() ? "\\pgfsetroundcap" : "\\pgfsetbuttcap").append("%\n");
            round = nib.round();
        }
        dash(
                nib.dash() > 0
                        ? "{{" + length(nib.dash()) + "}{" + length(nib.gap()) + "}}{" + length(nib.phase()) + "}"
                        : "{}{0bp}");
        polylines.forEach(this::path);
        body.append("\\pS%\n");
    }

    @Override
    public void area(double[] polygon, int argb) {
        colour(argb);
        path(polygon);
        body.append("\\pF%\n");
    }

    private void path(double[] xy) {
        points += xy.length / 2;
        for (int k = 0; k < xy.length; k += 2) {
            if (k > 0 && k % (2 * POINTS_A_LINE) == 0) {
                body.append("%\n");
            }
            body.append(k == 0 ? "\\pM" : "\\pL");
            place(xy[k], xy[k + 1]);
            body.append(';');
        }
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        points += POINTS_A_CIRCLE;
        colour(argb);
        body.append("\\pD");
        place(x, y);
        body.append(' ').append(Decimal.of(radius * unit)).append(";%\n");
    }

    @Override
    public void circle(double x, double y, double radius, double wide, int argb) {
        points += POINTS_A_CIRCLE;
        colour(argb);
        width(wide);
        dash("{}{0bp}");
        body.append("\\pO");
        place(x, y);
        body.append(' ').append(Decimal.of(radius * unit)).append(";%\n");
    }

    @Override
    public void text(Mark.Label label) {
        opacity(label.argb() >>> 24);
        var side = switch (label.anchor()) {
            case START -> "left,";
            case MIDDLE -> "";
            case END -> "right,";
        };
        body.append("\\pgftext[").append(side).append("base,x=").append(length(label.x()));
        body.append(",y=")
                .append(Decimal.of(top - label.y() * unit))
                .append("bp]{\\color{")
                .append(named(label.argb()));
        body.append("}\\fontsize{").append(Decimal.of(label.size() * unit)).append("}{0}\\selectfont");
        body.append(label.bold() ? "\\bfseries " : " ")
                .append(TexText.of(label.text()))
                .append("}%\n");
    }

    @Override
    public void inside(double x, double y, double wide, double high, Runnable draw) {
        var outerWidth = width;
        var outerDash = dash;
        int outerColour = colour;
        int outerOpacity = opacity;
        boolean outerRound = round;
        body.append("\\begin{pgfscope}\\pgftransformshift{\\pgfqpoint{").append(length(x)).append("}{");
        body.append(length(-y)).append("}}%\n\\pgfpathrectangle{\\pgfqpoint{0bp}{");
        body.append(Decimal.of(top - high * unit)).append("bp}}{\\pgfqpoint{").append(length(wide));
        body.append("}{").append(length(high)).append("}}\\pgfusepath{clip}%\n");
        draw.run();
        body.append("\\end{pgfscope}%\n");
        width = outerWidth;
        dash = outerDash;
        colour = outerColour;
        opacity = outerOpacity;
        round = outerRound;
    }

    @Override
    public void picture(Patch patch) {
        patches.add(patch);
        opacity(0xFF);
        body.append("\\pgftext[left,bottom,x=").append(length(patch.x())).append(",y=");
        body.append(Decimal.of(top - (patch.y() + patch.height()) * unit)).append("bp]{\\includegraphics[width=");
        body.append(length(patch.width()))
                .append(",height=")
                .append(length(patch.height()))
                .append("]{");
        body.append(file(patches.size())).append("}}%\n");
    }

    private void place(double x, double y) {
        Decimal.hundredths(body, Math.round(100 * x * unit));
        body.append(' ');
        Decimal.hundredths(body, Math.round(100 * (top - y * unit)));
    }

    private String length(double pixels) {
        return Decimal.of(pixels * unit) + "bp";
    }

    private String named(int argb) {
        return colours.computeIfAbsent(argb & 0xFFFFFF, rgb -> "p" + colours.size());
    }

    private void colour(int argb) {
        opacity(argb >>> 24);
        int rgb = argb & 0xFFFFFF;
        if (rgb != colour) {
            body.append("\\pgfsetcolor{").append(named(argb)).append("}%\n");
            colour = rgb;
        }
    }

    private void opacity(int alpha) {
        if (alpha != opacity) {
            body.append("\\pA{").append(Decimal.share(alpha)).append("}%\n");
            opacity = alpha;
        }
    }

    private void width(double pixels) {
        var wide = length(pixels);
        if (!wide.equals(width)) {
            body.append("\\pgfsetlinewidth{").append(wide).append("}%\n");
            width = wide;
        }
    }

    private void dash(String pattern) {
        if (!pattern.equals(dash)) {
            body.append("\\pgfsetdash").append(pattern).append("%\n");
            dash = pattern;
        }
    }
}
