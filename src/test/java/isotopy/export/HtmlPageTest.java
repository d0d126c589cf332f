package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
    void lookAt(Pages kind) throws Exception {
        var exporter = kind.page(1000);
        var file = folder.resolve("page.html");
        exporter.export(file, Progress.NONE);
        System.out.println(kind + " " + Files.size(file));
        for (var hash : new String[] {"#t=0.6", "#t=1"}) {
            browser.open(file, hash, 1360, 900);
            browser.until("window.isotopy !== undefined && isotopy.state().width > 0");
            Thread.sleep(300);
            Files.write(PICTURES.resolve(kind + hash.substring(3) + ".png"), browser.picture());
        }
        System.out.println("ms a frame " + browser.value("isotopy.drawing(40)"));
        browser.open(file, "#t=0.6", 390, 844);
        Thread.sleep(300);
        Files.write(PICTURES.resolve(kind + "-phone.png"), browser.picture());
        assertThat(browser.complaints()).isEmpty();
    }
}
