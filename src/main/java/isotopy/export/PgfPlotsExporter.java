package isotopy.export;

import isotopy.figure.Chart;
import isotopy.figure.Theme;
import isotopy.project.Provenance;
import isotopy.project.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;

/// Writes a chart as an `axis` of PGFPlots with its data in the file, to be read by `\input`: numbers and words are set
/// in the document's fonts, and whoever likes changes the axes there. Plain pdflatex suffices.
///
/// A logical pixel of `width` and `height` is 1/96 inch.
public record PgfPlotsExporter(Chart chart, Theme theme, double width, double height, Optional<Provenance> provenance)
        implements Exporter {
    /// TeX keeps all points in memory: of longer curves so many are written, evenly chosen.
    static final int MOST_POINTS = 2000;

    private static final double POINTS = 0.75;

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        if (!progress.reached(0, 1)) {
            return false;
        }
        var text = text(String.valueOf(target.getFileName())).getBytes(StandardCharsets.UTF_8);
        Replacement.write(target, stream -> stream.write(text));
        progress.reached(1, 1);
        return true;
    }

    private String text(String file) {
        var text = new StringBuilder("% A chart by Isotopy. In the preamble: \\usepackage{pgfplots}"
                + "\\pgfplotsset{compat=1.16}. Where it belongs: \\input{" + file + "}\n");
        var hues = new LinkedHashSet<Chart.Hue>();
        chart.series().forEach(series -> hues.add(series.hue()));
        text.append("\\begin{tikzpicture}\n");
        for (var hue : hues) {
            int argb = hue.argb(theme);
            text.append(String.format(
                    Locale.ROOT,
                    "\\definecolor{%s}{RGB}{%d,%d,%d}\n",
                    name(hue),
                    argb >> 16 & 255,
                    argb >> 8 & 255,
                    argb & 255));
        }
        text.append("\\definecolor{isotopybound}{RGB}{213,94,0}\n");
        text.append("\\begin{axis}[\n  width=")
                .append(Decimal.of(width * POINTS))
                .append("bp, height=");
        text.append(Decimal.of(height * POINTS)).append("bp,\n");
        axis("x", chart.x(), text);
        axis("y", chart.y(), text);
        text.append(
                "  legend cell align=left, legend columns=2, legend style={draw=none, at={(0,1.03)}, anchor=south west}]\n");
        chart.series().forEach(series -> curve(series, text));
        for (var bound : chart.bounds()) {
            text.append("\\addplot[isotopybound, thick, densely dashed] coordinates {(");
            text.append(chart.x().low()).append(',').append(bound.y()).append(") (");
            text.append(chart.x().high()).append(',').append(bound.y()).append(")};\n\\addlegendentry{");
            text.append(TexText.of(bound.name())).append("}\n");
        }
        text.append("\\end{axis}\n\\end{tikzpicture}%\n");
        return text.append(provenance.map(Provenance::comment).orElse("")).toString();
    }

    private static String name(Chart.Hue hue) {
        return "isotopy" + hue.name().toLowerCase(Locale.ROOT);
    }

    private static void axis(String which, Chart.Axis axis, StringBuilder into) {
        into.append("  ")
                .append(which)
                .append("label={")
                .append(TexText.of(axis.title()))
                .append("}, ");
        into.append(which)
                .append("mode=")
                .append(axis.logarithmic() ? "log" : "linear")
                .append(", ");
        into.append(which).append("min=").append(axis.low()).append(", ");
        into.append(which).append("max=").append(axis.high()).append(",\n");
    }

    private static void curve(Chart.Series series, StringBuilder into) {
        into.append("\\addplot[").append(name(series.hue())).append(", ");
        into.append(
                switch (series.line()) {
                    case SOLID -> "thick";
                    case THICK -> "ultra thick, mark=*";
                    case DASHED -> "thick, dashed";
                    case DOTTED -> "thick, dotted";
                    case RINGS -> "only marks, mark=o, thick";
                });
        into.append("] table {\n");
        int points = series.x().length;
        int written = Math.min(points, MOST_POINTS);
        for (int k = 0; k < written; k++) {
            int at = written == 1 ? 0 : (int) ((long) k * (points - 1) / (written - 1));
            if (Double.isFinite(series.y()[at])) {
                into.append(series.x()[at]).append(' ').append(series.y()[at]).append('\n');
            }
        }
        into.append("};\n\\addlegendentry{").append(TexText.of(series.name())).append("}\n");
    }
}
