package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.check.Oracle;
import isotopy.figure.Theme;
import isotopy.project.Places;
import isotopy.project.Release;
import isotopy.service.Logbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramWindowsTest {
    /// Words by which the notice names a jar, where it does not write the jar's own name.
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("javafx", "OpenJFX"),
            Map.entry("org.jfree.chart.fx", "JFreeChart-FX"),
            Map.entry("jfreechart", "JFreeChart"),
            Map.entry("org.jfree.fxgraphics2d", "FXGraphics2D"),
            Map.entry("org.jfree.chart", "JFreeChart"),
            Map.entry("fxgraphics2d", "FXGraphics2D"),
            Map.entry("commons-math3", "Apache Commons Math"),
            Map.entry("commons-logging", "Apache Commons Logging"),
            Map.entry("atlantafx-base", "AtlantaFX"),
            Map.entry("ikonli", "Ikonli"),
            Map.entry("fastcsv", "FastCSV"));

    @TempDir
    Path folder;

    private final Panels.Answers answers = new Panels.Answers();
    private WorkbenchModel model;
    private Logbook log;
    private Program program;
    private ProgramWindows windows;

    @BeforeEach
    void open() {
        model = Panels.model();
        var places = Places.of("Linux", folder.toString(), Map.of());
        log = new Logbook(places.logs(), "the head");
        program = new Program(places, log, Optional.of(_ -> {}));
        windows = Fx.on(() -> new ProgramWindows(model, Panels.AT_ONCE, answers, program, new Pane()));
    }

    @AfterEach
    void close() {
        Fx.run(model::close);
    }

    private static Scene side(Pane pane, Theme theme, double width, double height) {
        pane.getStyleClass().add("side-window");
        return Panels.scene(pane, theme, width, height);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aboutSaysWhatTheProgramIsWithNothingClipped(Theme theme) {
        var scene = Fx.on(() -> side(new AboutPane(program, windows), theme, 720, 640));
        Fx.run(() -> {
            assertThat(Panels.clipped(scene)).isEmpty();
            assertThat(Panels.<Label>find(scene, "about-version").getText()).isEqualTo("Isotopy " + Release.number());
            assertThat(Panels.<Label>find(scene, "about-machine").getText())
                    .contains("Java " + System.getProperty("java.version"), "JavaFX 26");
            assertThat(Panels.<TextField>find(scene, "about-link").getText())
                    .isEqualTo("https://doi.org/10.4171/JEMS/1221");
        });
        Fx.save(Fx.on(() -> Panels.picture(scene)), "about-" + theme.id());
    }

    @Test
    void whatIsCitedGoesIntoTheClipboard() {
        Fx.run(() -> {
            var scene = side(new AboutPane(program, windows), Theme.LIGHT, 720, 640);
            Panels.<Button>find(scene, "about-copy-bibtex").fire();
            assertThat(Clipboard.getSystemClipboard().getString()).startsWith("@software{isotopy,");
            Panels.<Button>find(scene, "about-copy-cff").fire();
            assertThat(Clipboard.getSystemClipboard().getString()).startsWith("cff-version:");
            Panels.<Button>find(scene, "about-copy-link").fire();
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(Citation.PAPER_LINK);
        });
    }

    @Test
    void theEntriesForBibtexSayWhatTheCitationFileSays() throws IOException {
        var file = Files.readString(Path.of("CITATION.cff"));
        assertThat(Citation.cff()).isEqualTo(file);
        assertThat(file).contains("version: " + Release.number(), "doi: 10.4171/JEMS/1221");
        assertThat(Citation.bibtex())
                .contains(
                        "{" + Release.number() + "}",
                        "{10.4171/JEMS/1221}",
                        "Li, Qianxiao",
                        "Lin, Ting",
                        "Shen, Zuowei");
    }

    @Test
    void everyLibraryThatIsShippedIsNamedWithItsLicence() {
        var licences = Citation.licences();
        assertThat(licences).contains("Apache License", "SIL Open Font License");
        var libraries = System.getProperty("isotopy.libraries", "").split(java.io.File.pathSeparator);
        assertThat(libraries).hasSizeGreaterThan(10);
        var unnamed = new ArrayList<String>();
        for (var library : libraries) {
            var jar = String.valueOf(Path.of(library).getFileName());
            var artifact = jar.replaceAll("-\\d.*", "");
            boolean named = licences.contains(artifact)
                    || licences.toLowerCase(java.util.Locale.ROOT).contains(artifact.toLowerCase(java.util.Locale.ROOT))
                    || WORDS.entrySet().stream()
                            .anyMatch(word -> artifact.startsWith(word.getKey()) && licences.contains(word.getValue()));
            if (!named) {
                unnamed.add(jar);
            }
        }
        assertThat(unnamed).as("jars of the program that NOTICE does not name").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aRowThatDoesNotHoldIsPlainWithoutColour(Theme theme) {
        var oracles = List.of(
                new Oracle("Closed forms", "2 + 2", Oracle.Relation.EQUAL, 4, 1e-12, () -> 4),
                new Oracle("Closed forms", "the answer", Oracle.Relation.EQUAL, 42, 1e-12, () -> 41),
                new Oracle("Orders", "the order of Euler", Oracle.Relation.AT_LEAST, 1, 0.1, () -> 1));
        var pane = Fx.on(() -> new CheckPane(oracles, windows));
        var scene = Fx.on(() -> side(pane, theme, 940, 480));
        await(() -> !Panels.<Button>find(scene, "check-copy").isDisabled());
        Fx.run(() -> {
            var table = Panels.<TableView<?>>find(scene, "check-table");
            assertThat(table.getItems()).as("two groups and three rows").hasSize(5);
            var what = table.getColumns().getFirst();
            var holds = table.getColumns().getLast();
            assertThat(what.getCellData(2)).asString().startsWith("✗ the answer");
            assertThat(holds.getCellData(2)).isEqualTo("NO");
            assertThat(holds.getCellData(1)).isEqualTo("yes");
            assertThat(Panels.<Label>find(scene, "check-outcome").getText())
                    .startsWith("3 rows in ")
                    .endsWith("1 fails.");
            Panels.<Button>find(scene, "check-copy").fire();
            assertThat(Clipboard.getSystemClipboard().getString())
                    .contains("Closed forms", "the answer", "NO", "1 fails.");
            answers.toSave = Optional.of(folder.resolve("check.txt"));
            Panels.<Button>find(scene, "check-save").fire();
        });
        assertThat(folder.resolve("check.txt")).content().contains("the order of Euler");
        Fx.save(Fx.on(() -> Panels.picture(scene)), "check-" + theme.id());
    }

    @Test
    void aCheckThatNobodyLooksAtAnyMoreEndsEarly() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var oracles = new ArrayList<Oracle>();
        for (int k = 0; k < 500; k++) {
            oracles.add(new Oracle("Group", "row " + k, Oracle.Relation.EQUAL, 1, 0, () -> {
                asked.incrementAndGet();
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                return 1;
            }));
        }
        var pane = Fx.on(() -> new CheckPane(oracles, windows));
        Fx.run(pane::stop);
        var scene = Fx.on(() -> side(pane, Theme.LIGHT, 940, 480));
        await(() -> !Panels.<Button>find(scene, "check-copy").isDisabled());
        assertThat(asked.get()).isLessThan(500);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLogIsReadCopiedAndSaved(Theme theme) {
        log.uncaught(Thread.currentThread(), new IllegalStateException("planted"));
        var scene = Fx.on(() -> side(new LogPane(log, windows), theme, 860, 400));
        Fx.run(() -> {
            assertThat(Panels.clipped(scene)).isEmpty();
            assertThat(Panels.<TextArea>find(scene, "log-text").getText()).contains("the head", "planted");
            Panels.<Button>find(scene, "log-copy").fire();
            assertThat(Clipboard.getSystemClipboard().getString()).contains("planted");
            answers.toSave = Optional.of(folder.resolve("log.txt"));
            Panels.<Button>find(scene, "log-save").fire();
        });
        assertThat(folder.resolve("log.txt")).content().contains("planted");
        Fx.save(Fx.on(() -> Panels.picture(scene)), "log-" + theme.id());
    }

    @Test
    void whereATextCannotBeSavedItIsToldInASentence() {
        Fx.run(() -> {
            answers.toSave = Optional.of(folder.resolve("no-such-folder").resolve("log.txt"));
            windows.save("text", "log.txt");
            assertThat(model.noticeProperty().get().orElseThrow().text()).contains("there is no folder");
        });
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Fx.on(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("half a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
