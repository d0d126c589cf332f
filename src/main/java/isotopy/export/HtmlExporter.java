package isotopy.export;

import isotopy.figure.Colour;
import isotopy.figure.Look;
import isotopy.figure.Palette;
import isotopy.figure.Playback;
import isotopy.figure.Scene;
import isotopy.figure.Theme;
import isotopy.project.Provenance;
import isotopy.project.Release;
import isotopy.project.Replacement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Writes a page for a browser in which a reader moves t, plays, changes how many particles there are, and asks them
/// where they are. One file that loads nothing from anywhere.
///
/// The page computes nothing of the flow: it goes straight between the times of a [Playback], which keeps within
/// [#STRAY] pixels of where the program puts things. `size` is the largest that the picture becomes, in logical pixels.
/// Its only scripts are the program's own: the page's policy names their digests and forbids everything else.
public record HtmlExporter(Scene scene, Look look, Size size, Optional<Provenance> provenance) implements Exporter {
    /// More particles than this are left out: the file stays small, and drawing fast.
    public static final int MOST = 5000;

    /// Units: logical pixels of the largest page.
    static final double STRAY = 0.25;

    private static final List<String> SCRIPTS =
            List.of("data.js", "canvas.js", "plane.js", "values.js", "line.js", "hover.js", "page.js");

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        if (!progress.reached(0, 2)) {
            return false;
        }
        var bytes = page().getBytes(StandardCharsets.UTF_8);
        if (!progress.reached(1, 2)) {
            return false;
        }
        Replacement.write(target, stream -> stream.write(bytes));
        progress.reached(2, 2);
        return true;
    }

    /// What the page plays back.
    Playback playback() {
        return Playback.of(scene, look, MOST, size.pageWidth(), size.pageHeight(), STRAY);
    }

    private String page() {
        var playback = playback();
        var script = script();
        var style = style();
        var words = new PageWords(scene, playback);
        var policy = "default-src 'none'; script-src " + digest(script) + "; style-src " + digest(style)
                + "; base-uri 'none'; form-action 'none'";
        return Template.of(resource("page.html"))
                .raw("policy", policy)
                .raw("style", style)
                .raw("script", script)
                .text("theme", look.theme().id())
                .text("title", words.title())
                .text("network", words.network())
                .text("error", words.error())
                .text("width", Decimal.of(size.pageWidth()))
                .text("height", Decimal.of(size.pageHeight()))
                .text("version", Release.number())
                .raw("data", PageData.of(playback))
                .raw("provenance", provenance.map(HtmlExporter::element).orElse(""))
                .filled();
    }

    private String style() {
        var palette = Palette.of(look.theme());
        return Template.of(resource("page.css"))
                .raw("background", PageJson.colour(palette.background()))
                .raw("ink", PageJson.colour(palette.ink()))
                .raw("quiet", PageJson.colour(palette.quiet()))
                .raw("accent", PageJson.colour(palette.accent()))
                .raw("line", PageJson.colour(palette.axis()))
                .raw("plate", PageJson.colour(Colour.mixed(palette.background(), palette.ink(), 0.035)))
                .raw("text", Decimal.of(palette.text() + 2))
                .raw("scheme", look.theme() == Theme.DARK ? "dark" : "light")
                .filled();
    }

    private static String element(Provenance provenance) {
        return "<script type=\"application/json\" id=\"isotopy-provenance\">" + provenance.text() + "</script>\n";
    }

    private static String script() {
        var all = new StringBuilder("\"use strict\";\n(() => {\n");
        for (var name : SCRIPTS) {
            all.append(resource(name));
        }
        return all.append("})();\n").toString();
    }

    /// How a policy names an inline script or style.
    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (var stream = HtmlExporter.class.getResourceAsStream("/isotopy/export/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the program is incomplete: there is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
