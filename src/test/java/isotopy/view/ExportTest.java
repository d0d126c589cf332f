package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.export.Format;
import isotopy.figure.Theme;
import isotopy.service.ExportService;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    @TempDir
    Path folder;

    private final Panels.Answers answers = new Panels.Answers();
    private final ExportService service = new ExportService();
    private final List<Path> opened = new ArrayList<>();
    private WorkbenchModel model;
    private ExportPane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        model = Panels.model();
        open(Theme.LIGHT, false);
    }

    private void open(Theme theme, boolean film) {
        Fx.run(() -> {
            model.changeLook(look -> look.withTheme(theme));
            pane = new ExportPane(model, answers, service, Optional.of(opened::add));
            pane.begin(film);
            scene = Panels.scene(
                    pane, theme, theme == Theme.PROJECTOR ? 680 : 480, theme == Theme.PROJECTOR ? 720 : 600);
        });
    }

    @AfterEach
    void close() {
        Fx.run(pane::close);
        service.close();
        model.close();
    }

    private void await(BooleanSupplier condition) {
        Fx.await(model, () -> {
            pane.pulse(System.nanoTime());
            return condition.getAsBoolean();
        });
    }

    private void type(String id, String text) {
        Fx.run(() -> Panels.<TextField>find(scene, id).setText(text));
    }

    private void press(String id) {
        Fx.run(() -> Panels.<Button>find(scene, id).fire());
    }

    private String told() {
        return model.noticeProperty().get().map(Notice::text).orElse("");
    }

    @Test
    void aPictureIsWrittenInTheSizeThatWasAskedFor() throws Exception {
        var file = folder.resolve("swirl.png");
        answers.toSave = Optional.of(file);
        type("export-width", "640");
        type("export-height", "400");
        press("export-start");
        await(() -> !pane.working());
        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(told()).contains("swirl.png");
        Fx.run(() -> model.noticeProperty()
                .get()
                .orElseThrow()
                .offers()
                .getFirst()
                .action()
                .run());
        assertThat(opened).containsExactly(folder.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"SVG, <?xml", "PDF, %PDF-1.5", "TIKZ, % A picture"})
    void aPictureIsWrittenInTheFormatThatWasAskedFor(Format format, String start) throws Exception {
        var file = folder.resolve("swirl." + format.ending());
        answers.toSave = Optional.of(file);
        type("export-width", "320");
        type("export-height", "200");
        Fx.run(() -> Panels.<ComboBox<Format>>find(scene, "export-format").setValue(format));
        press("export-start");
        await(() -> !pane.working());
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith(start);
    }

    @Test
    void anAnimationIsWrittenWhileTrainingGoesOn() throws Exception {
        var file = folder.resolve("swirl.gif");
        answers.toSave = Optional.of(file);
        open(Theme.DARK, true);
        type("export-width", "120");
        type("export-height", "90");
        type("export-rate", "10");
        type("export-seconds", "0.5");
        Fx.run(model::train);
        press("export-start");
        await(() -> !pane.working());
        Fx.run(model::pause);
        try (var in = ImageIO.createImageInputStream(new File(file.toString()))) {
            var reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            assertThat(reader.read(0).getWidth()).isEqualTo(120);
        }
    }

    @Test
    void aCancelledExportLeavesNoFile() {
        var file = folder.resolve("long.gif");
        answers.toSave = Optional.of(file);
        open(Theme.LIGHT, true);
        type("export-rate", "50");
        type("export-seconds", "120");
        press("export-start");
        assertThat(pane.working()).isTrue();
        press("export-cancel");
        await(() -> !pane.working());
        assertThat(folder).isEmptyDirectory();
        assertThat(told()).contains("cancelled");
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        answers.toSave = Optional.of(folder.resolve("none").resolve("x.png"));
        press("export-start");
        await(() -> !pane.working());
        assertThat(told()).contains("there is no folder");
        assertThat(model.noticeProperty().get().orElseThrow().kind()).isEqualTo(Notice.Kind.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export-width|15|A side of the picture must be a whole number in 16 … 20000: 15.",
                "export-height|tall|A side of the picture must be a whole number in 16 … 20000: “tall”.",
                "export-rate|51|Frames a second must be a whole number in 1 … 50: 51.",
                "export-seconds|0|Seconds must be in 0.1 … 120: 0."
            })
    void aBadAnswerIsToldAndNothingCanBeExported(String id, String typed, String sentence) {
        open(Theme.LIGHT, id.endsWith("rate") || id.endsWith("seconds"));
        type(id, typed);
        Fx.run(() -> {
            pane.pulse(System.nanoTime());
            assertThat(Panels.<Label>find(scene, "export-problem").getText()).isEqualTo(sentence);
            assertThat(Panels.find(scene, "export-start").isDisabled()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingIsClippedAndThePreviewIsThere(Theme theme) {
        for (boolean film : new boolean[] {false, true}) {
            open(theme, film);
            await(() -> Panels.<ImageView>find(scene, "export-preview").getImage() != null);
            Fx.run(() -> {
                assertThat(Panels.clipped(scene)).isEmpty();
                Fx.save(Panels.picture(scene), "export-" + theme.id() + (film ? "-film" : ""));
            });
        }
    }

    @Test
    void theDialogOpensOverItsWindowAndIsNotInItsWay() {
        var stage = Fx.on(() -> {
            var owner = new Stage();
            owner.setScene(new Scene(new StackPane(), 900, 600));
            owner.show();
            new ExportDialog(model, answers, service, () -> owner, Optional.empty()).showFilm();
            return owner;
        });
        Fx.await(
                model,
                () -> dialog(stage)
                        .map(found -> Panels.<ImageView>find(found.getScene(), "export-preview")
                                        .getImage()
                                != null)
                        .orElse(false));
        Fx.run(() -> {
            var dialog = dialog(stage).orElseThrow();
            assertThat(dialog.getModality()).isEqualTo(Modality.NONE);
            assertThat(Panels.clipped(dialog.getScene())).isEmpty();
            Fx.save(Panels.picture(dialog.getScene()), "export-dialog");
            dialog.hide();
            stage.hide();
        });
    }

    private static Optional<Stage> dialog(Stage owner) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage found && found.getOwner() == owner)
                .map(Stage.class::cast)
                .findFirst();
    }

    @Test
    void theMenuHasEveryWayOut() {
        var copies = new Copies(
                model,
                Panels.documents(model, answers, folder),
                Panels.AT_ONCE,
                () -> new javafx.geometry.Dimension2D(100, 100));
        var calls = new ArrayList<String>();
        Fx.run(() -> {
            var items = ExportMenu.items(() -> calls.add("picture"), () -> calls.add("film"), copies);
            assertThat(items)
                    .extracting(MenuItem::getId)
                    .containsExactly(
                            "export-picture",
                            "export-animation",
                            null,
                            "copy-picture",
                            "copy-command",
                            "copy-experiment",
                            null,
                            "paste");
            items.get(0).fire();
            items.get(1).fire();
            items.get(4).fire();
        });
        assertThat(calls).containsExactly("picture", "film");
        assertThat(told()).contains("isotopy train --preset swirl");
        String pasted =
                Fx.on(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
        assertThat(pasted).isEqualTo("isotopy train --preset swirl --out swirl.isotopy");
    }
}
