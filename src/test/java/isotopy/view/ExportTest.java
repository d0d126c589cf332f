package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.export.Codec;
import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Order;
import isotopy.export.Preset;
import isotopy.export.Size;
import isotopy.figure.Charts;
import isotopy.figure.Course;
import isotopy.figure.Cue;
import isotopy.figure.Dial;
import isotopy.figure.Direction;
import isotopy.figure.Storyboard;
import isotopy.figure.Strip;
import isotopy.figure.Theme;
import isotopy.project.Provenance;
import isotopy.service.ExportService;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    private Documents documents;
    private ExportPane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        model = Panels.model();
        open(Theme.LIGHT, ExportKind.PICTURE);
    }

    private void open(Theme theme, ExportKind kind) {
        open(theme, kind, 980, 640);
    }

    private void open(Theme theme, ExportKind kind, double width, double height) {
        Fx.run(() -> {
            if (theme != Theme.PRINT) {
                model.changeLook(look -> look.withTheme(theme));
            }
            if (pane != null) {
                pane.close();
            }
            documents = Panels.documents(model, answers, folder.resolve("settings"));
            pane = new ExportPane(Panels.desk(model, documents, answers, service, Optional.of(opened::add)));
            pane.begin(kind);
            scene = Panels.scene(pane, theme == Theme.PRINT ? Theme.LIGHT : theme, width, height);
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
        Fx.run(() -> Panels.<ButtonBase>find(scene, id).fire());
    }

    private <T> void choose(String id, T value) {
        Fx.run(() -> Panels.<ComboBox<T>>find(scene, id).setValue(value));
    }

    private Path exported(String name) {
        var file = folder.resolve(name);
        answers.toSave = Optional.of(file);
        press("export-start");
        await(() -> !pane.working());
        return file;
    }

    private String told() {
        return model.noticeProperty().get().map(Notice::text).orElse("");
    }

    private static String text(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void enterExportsWhileWhatWasClickedLastHasTheFocus() {
        var file = folder.resolve("swirl.png");
        answers.toSave = Optional.of(file);
        var chosen = Fx.on(
                () -> scene.getRoot().lookupAll(".toggle-button").iterator().next());
        Fx.run(() -> chosen.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        await(() -> !pane.working());
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aPictureIsWrittenInTheSizeThatWasAskedFor() throws Exception {
        type("export-width", "640");
        type("export-height", "400");
        var image = ImageIO.read(exported("swirl.png").toFile());
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(told()).contains("swirl.png");
        press("export-show");
        Fx.run(() -> model.noticeProperty()
                .get()
                .orElseThrow()
                .offers()
                .getFirst()
                .action()
                .run());
        assertThat(opened).containsExactly(folder.toAbsolutePath(), folder.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"svg, <?xml", "pdf, %PDF-1.5", "tikz, % A picture"})
    void aPictureIsWrittenInTheFormatThatWasAskedFor(String format, String start) throws Exception {
        press("export-way-" + format);
        assertThat(text(exported("swirl." + format))).startsWith(start);
    }

    @Test
    void aPdfForAPaperColumnIsEightAndAHalfCentimetresWide() throws Exception {
        press("export-way-pdf");
        choose("export-size", Optional.of(Preset.PAPER_COLUMN));
        var box = Pattern.compile("/MediaBox ?\\[ ?0(?:\\.0)? 0(?:\\.0)? ([0-9.]+)")
                .matcher(text(exported("column.pdf")));
        assertThat(box.find()).isTrue();
        assertThat(Double.parseDouble(box.group(1)) / 72 * 2.54).isBetween(8.45, 8.55);
        assertThat(Fx.on(() -> Panels.<Label>find(scene, "export-size-facts").getText()))
                .startsWith("8.5 × ")
                .contains("pt");
    }

    @Test
    void aFileSaysWhatMadeItUnlessThatIsSwitchedOff() throws Exception {
        press("export-way-svg");
        var said = Provenance.of(exported("said.svg"));
        assertThat(said.orElseThrow().command())
                .isEqualTo("isotopy render swirl.isotopy --out said.svg --preset slide --at 0%");
        assertThat(said.orElseThrow().project()).contains("\"theme\"");
        press("export-marked");
        var silent = exported("silent.svg");
        assertThat(text(silent)).doesNotContain(Provenance.MARK);
        assertThat(Provenance.of(silent)).isEmpty();
    }

    @Test
    void aGifOverTHasAsManyFramesAsWereAskedForAndTrainingGoesOn() throws Exception {
        open(Theme.DARK, ExportKind.FILM);
        press("export-way-gif");
        type("export-width", "120");
        type("export-height", "90");
        type("export-rate", "10");
        type("export-seconds", "0.5");
        Fx.run(model::train);
        var file = exported("swirl.gif");
        Fx.run(model::pause);
        assertThat(Fx.on(() -> Panels.<Label>find(scene, "export-frames").getText()))
                .isEqualTo("s: 5 frames");
        try (var in = ImageIO.createImageInputStream(new File(file.toString()))) {
            var reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            assertThat(reader.read(0).getWidth()).isEqualTo(120);
        }
    }

    @Test
    void aCancelledExportLeavesNoFileAndOneThatWaitsNeverBegins() {
        open(Theme.LIGHT, ExportKind.FILM);
        type("export-rate", "50");
        type("export-seconds", "120");
        answers.toSave = Optional.of(folder.resolve("long.gif"));
        press("export-start");
        answers.toSave = Optional.of(folder.resolve("later.gif"));
        press("export-start");
        assertThat(pane.working()).isTrue();
        await(() -> Panels.<Label>find(scene, "export-state").getText().contains("frames/s"));
        Fx.run(() -> {
            assertThat(Panels.clipped(scene)).isEmpty();
            Fx.save(Panels.picture(scene), "export-jobs");
        });
        Fx.run(() -> scene.getRoot().lookupAll("#export-cancel").forEach(button -> ((Button) button).fire()));
        await(() -> !pane.working());
        assertThat(folder).isEmptyDirectory();
        assertThat(told()).contains("cancelled");
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        exported("none/x.png");
        assertThat(told()).contains("there is no folder");
        assertThat(model.noticeProperty().get().orElseThrow().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(Fx.on(() -> Panels.<Label>find(scene, "export-state").getText()))
                .contains("no folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export-width|15|export-sizes|A side of the picture must be a whole number in 16 … 20000: 15.",
                "export-height|tall|export-sizes|A side of the picture must be a whole number in 16 … 20000: “tall”.",
                "export-width|20000|export-sizes|",
                "export-rate|51|export-film|A GIF plays at most 50 frames a second: 51.",
                "export-seconds|0|export-film|Seconds must be in 0.1 … 600: 0.",
                "export-hold-first|9|export-film|",
                "export-particles|0|export-dress|Particles must be a whole number in 1 … 1000000: 0."
            })
    void aBadAnswerIsToldAtItsPlaceAndNothingCanBeExported(String id, String typed, String at, String sentence) {
        open(Theme.LIGHT, at.equals("export-film") ? ExportKind.FILM : ExportKind.PICTURE);
        if (typed.equals("20000")) {
            type("export-height", typed);
        }
        type(id, typed);
        Fx.run(() -> {
            pane.pulse(System.nanoTime());
            var problem = Panels.<Label>find(scene, at + "-problem");
            assertThat(problem.isVisible()).isTrue();
            assertThat(problem.getText()).endsWith(".");
            if (sentence != null) {
                assertThat(problem.getText()).isEqualTo(sentence);
            }
            assertThat(Panels.find(scene, "export-start").isDisabled()).isTrue();
        });
    }

    @Test
    void aFilmOverAnUntrainedRunSaysWhyThereIsNone() {
        open(Theme.LIGHT, ExportKind.FILM);
        Fx.run(() -> Panels.<ComboBox<?>>find(scene, "export-over")
                .getSelectionModel()
                .select(1));
        await(() -> Panels.find(scene, "export-start").isDisabled());
        assertThat(Fx.on(() -> Panels.<Label>find(scene, "export-problem").getText()))
                .contains("no earlier moments of its training");
    }

    @Test
    void whatAFilmShowsIsSavedWithTheProject() {
        open(Theme.LIGHT, ExportKind.FILM);
        assertThat(Fx.on(() -> {
                    pane.pulse(System.nanoTime());
                    return model.unsavedProperty().get();
                }))
                .isFalse();
        Fx.run(() -> {
            var over = Panels.<ComboBox<?>>find(scene, "export-over");
            over.getSelectionModel().select(3);
            over.getOnAction().handle(new ActionEvent());
            Panels.<ComboBox<Direction>>find(scene, "export-direction").setValue(Direction.THERE_AND_BACK);
        });
        press("export-key-add");
        press("export-key-add");
        press("export-chapter-add");
        Fx.run(() -> {
            pane.pulse(System.nanoTime());
            var board = model.storyboardProperty().get();
            assertThat(board.course()).isEqualTo(new Course.Number(Dial.DEPTH, 1, 20, 1));
            assertThat(board.direction()).isEqualTo(Direction.THERE_AND_BACK);
            assertThat(board.camera().toString()).contains("share=0.0").contains("share=1.0");
            assertThat(board.chapters()).hasSize(1);
            assertThat(model.unsavedProperty().get()).isTrue();
        });
    }

    @Test
    void aFilmOverTheHorizonEndsAtTheNumberThatWasTypedAndNotAtThePresentOne() {
        Fx.run(() -> {
            var scene = model.sceneProperty().get();
            var look = model.lookProperty().get();
            var board = Storyboard.STANDARD.withCourse(new Course.Number(Dial.HORIZON, 0.5, 3, 1));
            var choices = new ExportChoices(
                    ExportKind.FILM,
                    ExportWay.GIF,
                    new Finish(Format.GIF, Size.of(200, 150)),
                    new ExportChoices.Dress(look.theme(), true, look.particles()),
                    1,
                    new Strip.Times(List.of(1.0)),
                    Charts.LOSS,
                    new ExportChoices.Pace(10, 1),
                    board,
                    false);
            var order = new ExportOrders().order(choices, new ExportOrders.Subject(scene, look));
            assertThat(((Order.Moving) order)
                            .reel()
                            .scene(new Cue(1, 1, 1))
                            .particles()
                            .horizon())
                    .isCloseTo(3, within(1e-9));
        });
    }

    @Test
    void aCommandThatDoesTheSameIsCopied() {
        open(Theme.LIGHT, ExportKind.FILM);
        type("export-hold-last", "1");
        press("export-way-apng");
        press("export-ground-transparent");
        type("export-plays", "3");
        press("export-copy");
        String copied =
                Fx.on(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .isEqualTo(
                        "isotopy render swirl.isotopy --out swirl.apng --preset web --background transparent --fps 25"
                                + " --seconds 6 --over t --hold 0,1 --loops 3");
        assertThat(told()).contains("Save the project");
    }

    @Test
    void anEstimateIsMeasuredOnSamples() {
        await(() -> Panels.<Label>find(scene, "export-estimate").getText().startsWith("About"));
        assertThat(Fx.on(() -> Panels.<Label>find(scene, "export-estimate").getText()))
                .matches("About [0-9.]+ (kB|MB), about [0-9.]+ s");
    }

    @Test
    void anEstimateIsMeasuredAnewForAnotherTarget() {
        await(() -> Panels.<Label>find(scene, "export-estimate").getText().startsWith("About"));
        Fx.run(() -> {
            model.edit("Choose Rotation", each -> each.withTarget(isotopy.target.Preset.ROTATION));
            pane.pulse(System.nanoTime());
        });
        assertThat(Fx.on(() -> Panels.<Label>find(scene, "export-estimate").getText()))
                .isEqualTo("Size and time are being measured…");
        await(() -> Panels.<Label>find(scene, "export-estimate").getText().startsWith("About"));
    }

    @ParameterizedTest
    @EnumSource(names = {"STRIP", "PAGE", "CHART"})
    void otherKindsAreWritten(ExportKind kind) throws Exception {
        open(Theme.LIGHT, kind);
        if (kind == ExportKind.CHART) {
            press("export-chart-energy");
        }
        var file = exported("file." + kind.ways().getFirst().file().ending());
        assertThat(file).isNotEmptyFile();
        assertThat(Provenance.of(file)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportWay.class,
            names = {
                "PATHS_CSV",
                "PATHS_NPZ",
                "WEIGHTS_JSON",
                "WEIGHTS_NPZ",
                "WEIGHTS_PYTHON",
                "WEIGHTS_PYTORCH",
                "WEIGHTS_ONNX"
            })
    void dataIsWrittenAndItsBeginningShown(ExportWay way) throws Exception {
        open(Theme.LIGHT, ExportKind.DATA);
        press(way.id());
        await(() ->
                !Panels.<TextArea>find(scene, "export-preview-text").getText().isEmpty());
        var file = exported("data." + way.file().ending());
        assertThat(file).isNotEmptyFile();
        if (way == ExportWay.PATHS_CSV) {
            assertThat(Files.readString(file)).startsWith("particle,t,x1,x2\n0,0.0,");
            assertThat(Fx.on(() ->
                            Panels.<TextArea>find(scene, "export-preview-text").getText()))
                    .startsWith("particle,t,x1,x2\n0,0.0,");
        }
    }

    @Test
    void withoutACodecFilmsThatNeedOneAreSwitchedOffAndItIsSaidWhy() {
        var form = Fx.on(() -> {
            var made = new ExportForm(model);
            made.knows(Map.of(
                    Codec.BUILT_IN,
                    Optional.of("this release has no codec for this computer"),
                    Codec.X264,
                    Optional.of("no ffmpeg command is on the PATH")));
            made.begin(ExportKind.FILM);
            return made;
        });
        Fx.run(() -> {
            scene = Panels.scene(form, Theme.LIGHT, 500, 600);
            Panels.<ButtonBase>find(scene, "export-way-mp4").fire();
            assertThat(form.way()).isEqualTo(ExportWay.GIF);
            assertThat(Panels.<Label>find(scene, "export-refusal").getText())
                    .isEqualTo("No MP4 and no WebM: this release has no codec for this computer. GIF and APNG need no"
                            + " codec.");
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1000, 560", "DARK, 980, 620", "PROJECTOR, 1000, 560", "PROJECTOR, 1180, 620"})
    void nothingIsClippedAndThePreviewIsThere(Theme theme, double width, double height) {
        for (var kind : ExportKind.values()) {
            open(theme, kind, width, height);
            if (kind == ExportKind.CHART) {
                press("export-chart-energy");
            }
            if (kind == ExportKind.DATA) {
                await(() -> !Panels.<TextArea>find(scene, "export-preview-text")
                        .getText()
                        .isEmpty());
            } else {
                await(() -> Panels.<ImageView>find(scene, "export-preview").getImage() != null);
            }
            Fx.run(() -> {
                assertThat(Panels.clipped(scene)).isEmpty();
                assertThat(Panels.cut(scene)).isEmpty();
                for (var found : Legibility.of(scene.getRoot())) {
                    if (!found.icon()) {
                        int least = theme == Theme.PROJECTOR ? 18 : 12;
                        assertThat(found.size()).as(found.text()).isGreaterThanOrEqualTo(least);
                        assertThat(found.contrast()).as(found.text()).isGreaterThanOrEqualTo(4.5);
                    }
                }
                Fx.save(Panels.picture(scene), "export-" + theme.id() + "-" + (int) width + "-" + kind.name());
            });
        }
    }

    @Test
    void theDialogOpensOverItsWindowAndIsNotInItsWay() {
        var stage = Fx.on(() -> {
            var owner = new Stage();
            owner.setScene(new Scene(new StackPane(), 900, 600));
            owner.show();
            new ExportDialog(Panels.desk(model, documents, answers, service, Optional.empty()), () -> owner)
                    .show(ExportKind.FILM);
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
        var calls = new ArrayList<ExportKind>();
        Fx.run(() -> {
            var items = ExportMenu.items(calls::add, copies);
            assertThat(items)
                    .extracting(MenuItem::getId)
                    .containsExactly(
                            "export-picture",
                            "export-strip",
                            "export-film",
                            "export-page",
                            "export-chart",
                            "export-data",
                            null,
                            "copy-picture",
                            "copy-command",
                            "copy-experiment",
                            null,
                            "paste");
            items.subList(0, 6).forEach(MenuItem::fire);
            items.get(8).fire();
        });
        assertThat(calls).containsExactly(ExportKind.values());
        assertThat(told()).contains("isotopy train --preset swirl");
        String pasted =
                Fx.on(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
        assertThat(pasted).isEqualTo("isotopy train --preset swirl --out swirl.isotopy");
    }
}
