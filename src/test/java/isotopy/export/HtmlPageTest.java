package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.figure.Camera;
import isotopy.figure.Illustrator;
import isotopy.target.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages, read and used in Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
final class HtmlPageTest {
    /// Pictures to look at.
    private static final Path PICTURES = Path.of("target", "pages");

    @TempDir
    Path folder = Path.of("");

    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        browser = new Browser();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void particlesStandWhereTheProgramPutsThemAndNobodyComplains(Pages kind) throws Exception {
        var exporter = kind.page(600);
        var file = written(exporter);
        for (var window : new int[][] {{1360, 980}, {390, 844}}) {
            opened(file, "#t=0.6", window[0], window[1]);
            for (double share : new double[] {0, 0.237, 0.6, 0.99, 1}) {
                matches(exporter, share);
            }
            Files.write(PICTURES.resolve(kind + "-" + window[0] + ".png"), browser.picture());
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).allMatch(address -> address.startsWith("file:") || address.startsWith("about:"));
    }

    /// Whether the page has each particle within half a pixel of where the program's picture has it.
    private void matches(HtmlExporter exporter, double share) throws Exception {
        var scene = exporter.scene();
        double t = share * scene.particles().horizon();
        var places = browser.value("isotopy.places(" + share + ")");
        var state = browser.value("isotopy.state()");
        var order = exporter.playback().order();
        assertThat(places.size()).isEqualTo(order.length);
        double width = state.path("width").asDouble();
        double height = state.path("height").asDouble();
        if (exporter.playback().kind() == Kind.LINE) {
            var heights = exporter.playback().heights();
            double pixel = (heights[1] - heights[0]) / height;
            var now = scene.heights(scene.particles(), t);
            var positions = browser.value("isotopy.positions(" + share + ")");
            for (int k = 0; k < order.length; k++) {
                assertThat(positions.get(k).get(0).asDouble()).isCloseTo(now[order[k]], within(pixel / 2));
            }
            return;
        }
        Camera camera = Illustrator.camera(scene, t, exporter.look());
        for (int k = 0; k < order.length; k++) {
            double x = camera.pageX(scene.particles().at(t, 0, order[k]), width, height);
            double y = camera.pageY(scene.particles().at(t, 1, order[k]), width, height);
            assertThat(places.get(k).get(0).asDouble())
                    .as("x of %d at %s", k, share)
                    .isCloseTo(x, within(0.5));
            assertThat(places.get(k).get(1).asDouble())
                    .as("y of %d at %s", k, share)
                    .isCloseTo(y, within(0.5));
        }
    }

    @Test
    void aReaderScrubsPlaysCountsAndAsks() throws Exception {
        opened(written(Pages.PLANE.page(600)), "#t=0.3", 1360, 980);
        assertThat(text("caption")).isEqualTo("t = 0.30 T · layer 3 of 8");

        browser.value("{ const time = document.getElementById('time'); time.value = 620;"
                + " time.dispatchEvent(new Event('input')); }");
        browser.until("document.getElementById('caption').textContent === 't = 0.62 T · layer 5 of 8'");

        browser.press("ArrowRight", "ArrowRight", 39);
        browser.until("document.getElementById('caption').textContent === 't = 0.63 T · layer 6 of 8'");
        browser.press("Home", "Home", 36);
        browser.until("isotopy.state().s === 0");
        browser.press(" ", "Space", 32);
        browser.until("isotopy.state().playing && isotopy.state().s > 0.02");
        browser.press(" ", "Space", 32);
        browser.until("!isotopy.state().playing");

        var few = browser.value("isotopy.positions(1).slice(0, 20)");
        browser.value("{ const count = document.getElementById('count'); count.value = 0;"
                + " count.dispatchEvent(new Event('input')); }");
        browser.until("isotopy.state().shown === 20");
        assertThat(browser.value("isotopy.positions(1)"))
                .as("the few are among the many")
                .isEqualTo(few);

        var place = browser.value("(() => { const box = document.getElementById('canvas').getBoundingClientRect();"
                + " const [x, y] = isotopy.places(isotopy.state().s)[7]; return [box.left + x, box.top + y]; })()");
        browser.point(place.get(0).asDouble(), place.get(1).asDouble());
        browser.until("!document.getElementById('tip').hidden");
        assertThat(text("tip"))
                .contains("start x")
                .contains("end F(x)")
                .contains("goal")
                .contains("miss");
        browser.press("ArrowUp", "ArrowUp", 38);
        browser.until("isotopy.state().chosen === 8");

        var before = browser.value("document.getElementById('canvas').toDataURL()");
        browser.value("document.getElementById('show-grid').click()");
        browser.until("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
        assertThat(browser.value("document.getElementById('canvas').toDataURL()"))
                .as("without the grid the picture is another")
                .isNotEqualTo(before);
        browser.press("End", "End", 35);
        browser.press("ArrowUp", "ArrowUp", 38);
        browser.until("isotopy.state().s === 1 && !document.getElementById('tip').hidden");
        Files.write(PICTURES.resolve("asked.png"), browser.picture());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void itMovesByItselfUnlessTheReaderWantsRest() throws Exception {
        var file = written(Pages.PLANE.page(100));
        browser.rest(true);
        opened(file, "", 1360, 980);
        assertThat(browser.value("isotopy.state().playing").asBoolean()).isFalse();
        browser.rest(false);
        opened(file, "", 1360, 980);
        browser.until("isotopy.state().s > 0.01");
    }

    private Path written(HtmlExporter exporter) throws Exception {
        var file = folder.resolve("page.html");
        assertThat(exporter.export(file, Progress.NONE)).isTrue();
        return file;
    }

    private void opened(Path file, String hash, int width, int height) throws Exception {
        browser.open(file, hash, width, height);
        browser.until("window.isotopy !== undefined");
        browser.until("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    private String text(String id) throws Exception {
        return browser.value("document.getElementById('" + id + "').textContent")
                .asString();
    }
}
