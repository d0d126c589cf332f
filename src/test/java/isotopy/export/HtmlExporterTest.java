package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.Provenance;
import isotopy.target.Labels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HtmlExporterTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"isotopy-data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void theNumbersOfThePageAreThePathsWithinHalfAPixel(Pages kind) throws Exception {
        var exporter = kind.page(300);
        var data = data(page(exporter));
        var scene = exporter.scene();
        var paths = scene.particles();
        var times = data.path("times");
        int count = data.path("count").asInt();
        int dimension = paths.dimension();
        double[] decoded = decoded(data.path("particles").asString(), data.path("codes"));
        var order = exporter.playback().order();
        double pixel = dimension == 2
                ? exporter.look().camera().span() / exporter.size().pageHeight()
                : (data.path("heights").get(1).asDouble()
                                - data.path("heights").get(0).asDouble())
                        / exporter.size().pageHeight();

        assertThat(decoded).hasSize(times.size() * dimension * count);
        for (int k = 0; k + 1 < times.size(); k++) {
            double from = times.get(k).asDouble();
            double to = times.get(k + 1).asDouble();
            for (double share : new double[] {0, 0.31, 0.5, 0.77, 1}) {
                for (int i = 0; i < dimension; i++) {
                    for (int j = 0; j < count; j++) {
                        double a = decoded[(k * dimension + i) * count + j];
                        double b = decoded[((k + 1) * dimension + i) * count + j];
                        double t = (from + share * (to - from)) * paths.horizon();
                        assertThat(a + share * (b - a)).isCloseTo(paths.at(t, i, order[j]), within(pixel / 2));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsWellFormedAndAsksNobodyForAnything(Pages kind) throws Exception {
        var page = page(kind.page(200));
        // what browsers read as HTML is XML too, but for scripts and styles, whose signs XML would read
        var plain = page.replaceAll("(?s)(<(script|style)[^>]*>).*?(</(script|style)>)", "$1$3")
                .replace("<!DOCTYPE html>", "");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("canvas").getLength()).isEqualTo(1);

        var provenance = page.substring(page.indexOf("<script type=\"application/json\" id=\"isotopy-provenance\">"));
        assertThat(page.replace(provenance.substring(0, provenance.indexOf("</script>")), "")
                        .replace("https://doi.org/10.4171/JEMS/1221", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("url(")
                .doesNotContain("eval(");
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("{{");
    }

    @Test
    void theSameSceneGivesTheSameBytes() throws Exception {
        assertThat(page(Pages.LABELS.page(200))).isEqualTo(page(Pages.LABELS.page(200)));
    }

    @Test
    void whatMadeAPageStandsInItUnlessItIsLeftOut() throws Exception {
        var exporter = Pages.PLANE.page(50);
        var text = exporter.provenance().orElseThrow().text();
        assertThat(text).startsWith(Provenance.MARK);
        assertThat(page(exporter))
                .contains("<script type=\"application/json\" id=\"isotopy-provenance\">" + text + "</script>");
        var without = new HtmlExporter(exporter.scene(), exporter.look(), exporter.size(), Optional.empty());
        assertThat(page(without)).doesNotContain("isotopy-provenance").contains("doi.org/10.4171/JEMS/1221");
    }

    @Test
    void namesOfClassesCannotEndAScriptOrOpenATag() throws Exception {
        var evil = "</script><b>\"&\\é";
        var labels = new Labels(
                "<i>t</i>&",
                Points.of(new double[] {-0.5, 0.5}, new double[] {0, 0}),
                List.of(0, 1),
                List.of(evil, "b"));
        var snapshot = Scenes.trained(labels, 2, 1);
        var look = Look.standard(Box.UNIT).withParticles(2);
        var page = page(new HtmlExporter(Scene.of(snapshot, look), look, Size.of(640, 360), Optional.empty()));

        assertThat(page).doesNotContain("</script><b>").doesNotContain("<i>t").contains("&lt;i&gt;t&lt;/i&gt;&amp;");
        assertThat(data(page).path("names").get(0).asString()).isEqualTo(evil);
    }

    @Test
    void fiveThousandParticlesStayBelowOneMegabyteAndMoreAreThinned() throws Exception {
        var exporter = Pages.PLANE.page(5000);
        assertThat(page(exporter).length()).isLessThan(1_000_000);
        var many = Pages.PLANE.page(20_000);
        assertThat(many.playback().order()).hasSize(HtmlExporter.MOST).doesNotHaveDuplicates();
    }

    @Test
    void whoStopsAnExportFindsNothing() throws Exception {
        var file = folder.resolve("page.html");
        var exporter = Pages.PLANE.page(50);
        for (int last : new int[] {0, 1}) {
            assertThat(exporter.export(file, (done, _) -> done < last)).isFalse();
            try (var left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aFilmIsRefusedWithASentence() {
        var scene = Pages.PLANE.page(10);
        var film = Film.over(scene.scene(), scene.look(), Size.of(320, 180), 10, 1);
        assertThatThrownBy(() -> Exporter.of(film, Format.HTML, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a scene and not of a film");
    }

    @Test
    void whatTheLookHidesIsNotShownAtFirst() throws Exception {
        var exporter = Pages.PLANE.page(10);
        var look = exporter.look().with(Overlay.GRID, false);
        var shows = data(page(new HtmlExporter(exporter.scene(), look, exporter.size(), Optional.empty())))
                .path("shows")
                .toString();
        assertThat(shows).contains("\"trails\"").doesNotContain("\"grid\"");
    }

    private String page(HtmlExporter exporter) throws Exception {
        var file = folder.resolve("a.html");
        assertThat(exporter.export(file, Progress.NONE)).isTrue();
        var text = Files.readString(file);
        Files.delete(file);
        return text;
    }

    private static JsonNode data(String page) {
        var match = DATA.matcher(page);
        assertThat(match.find()).isTrue();
        return new JsonMapper().readTree(match.group(1));
    }

    /// Read as the page reads them.
    private static double[] decoded(String base64, JsonNode codes) {
        var raw = Base64.getDecoder().decode(base64);
        var all = new double[raw.length / 2];
        for (int k = 0; k < all.length; k++) {
            int code = raw[2 * k] & 0xFF | (raw[2 * k + 1] & 0xFF) << 8;
            all[k] = code == 0
                    ? Double.NaN
                    : codes.get(0).asDouble() + (code - 1) * codes.get(1).asDouble();
        }
        return all;
    }
}
