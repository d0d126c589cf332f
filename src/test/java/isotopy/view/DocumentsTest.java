package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.export.Exporter;
import isotopy.export.Format;
import isotopy.export.Picture;
import isotopy.export.Progress;
import isotopy.figure.Figure;
import isotopy.figure.Theme;
import isotopy.project.Project;
import isotopy.project.ProjectFile;
import isotopy.project.Provenance;
import isotopy.target.Correspondence;
import isotopy.target.PictureFunction;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    @TempDir
    Path folder;

    private final Panels.Answers answers = new Panels.Answers();
    private WorkbenchModel model;
    private Documents documents;

    @BeforeEach
    void open() {
        model = Fx.model(Fx.trained(Experiment.standard(Preset.SHEAR), 5));
        documents = Panels.documents(model, answers, folder);
        Fx.run(() -> {
            model.show(model.snapshotProperty().get(), model.lookProperty().get(), false);
        });
    }

    @AfterEach
    void close() {
        model.close();
    }

    private String told() {
        return model.noticeProperty().get().map(Notice::text).orElse("");
    }

    @Test
    void whatWasSavedOpensAsTheSameExperimentFlowAndView() {
        var file = folder.resolve("a shear.isotopy");
        answers.toSave = Optional.of(file);
        Fx.run(() -> {
            model.changeLook(look -> look.withTheme(Theme.DARK));
            model.edit("Depth", now -> now.withNetwork(now.network().withDepth(25)));
        });
        Fx.await(
                model,
                () -> model.snapshotProperty().get().experiment().network().depth() == 25);
        var saved = model.snapshotProperty().get();
        Fx.run(() -> {
            assertThat(documents.title().get()).isEqualTo("Untitled* – Isotopy");
            documents.save();
            assertThat(documents.title().get()).isEqualTo("a shear – Isotopy");
            assertThat(documents.recent()).containsExactly(file.toAbsolutePath());
            model.edit("Choose Swirl", now -> now.withTarget(Preset.SWIRL));
            model.changeLook(look -> look.withTheme(Theme.LIGHT));
            assertThat(documents.title().get()).isEqualTo("a shear* – Isotopy");
            answers.unsaved = FileChoice.Answer.DISCARD;
            documents.open(file);
            assertThat(model.experimentProperty().get()).isEqualTo(saved.experiment());
            assertThat(model.snapshotProperty().get().control().theta())
                    .isEqualTo(saved.control().theta());
            assertThat(model.snapshotProperty().get().step()).isEqualTo(5);
            assertThat(model.lookProperty().get().theme()).isEqualTo(Theme.DARK);
            assertThat(model.unsavedProperty().get()).isFalse();
            assertThat(model.undoLabelProperty().get()).isEmpty();
        });
    }

    @Test
    void savingBeforeTheTrainerHasFollowedSavesTheFlowInTheShapeOfTheExperiment() throws Exception {
        var file = folder.resolve("deeper.isotopy");
        answers.toSave = Optional.of(file);
        Fx.run(() -> {
            model.edit("Depth", now -> now.withNetwork(now.network().withDepth(30)));
            documents.save();
        });
        var read = ProjectFile.read(file);
        assertThat(read.experiment()).isEqualTo(model.experimentProperty().get());
        assertThat(read.control().depth()).isEqualTo(30);
        assertThat(read.step()).isEqualTo(5);
    }

    @Test
    void changesAreAskedAboutBeforeTheyAreLost() {
        Fx.run(() -> {
            model.edit("Choose Swirl", now -> now.withTarget(Preset.SWIRL));
            documents.create();
            assertThat(answers.questions).isEqualTo(1);
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SWIRL);
            answers.unsaved = FileChoice.Answer.SAVE;
            documents.create();
            assertThat(model.experimentProperty().get().target())
                    .as("no file was chosen, so nothing was saved and nothing is lost")
                    .isEqualTo(Preset.SWIRL);
            answers.toSave = Optional.of(folder.resolve("kept.isotopy"));
            documents.create();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.IDENTITY);
            assertThat(model.drawingProperty().get()).isTrue();
            assertThat(Files.exists(folder.resolve("kept.isotopy"))).isTrue();
            assertThat(documents.title().get()).isEqualTo("Untitled – Isotopy");
            documents.create();
            assertThat(answers.questions).as("nothing has changed since").isEqualTo(3);
        });
    }

    @Test
    void aBrokenFileIsToldWithLineAndColumnAndChangesNothing() throws Exception {
        var file = folder.resolve("broken.isotopy");
        Files.writeString(file, "{\n  \"schema\": 1,\n  \"experiment\": [NaN\n");
        var before = model.experimentProperty().get();
        Fx.run(() -> documents.accept(List.of(file)));
        assertThat(told()).contains("broken.isotopy", "line 3", "column");
        assertThat(model.experimentProperty().get()).isSameAs(before);
        assertThat(documents.fileProperty().get()).isEmpty();
        Fx.run(() -> documents.open(folder.resolve("none.isotopy")));
        assertThat(told()).contains("there is no such file");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndTheChangesStayUnsaved() {
        answers.toSave = Optional.of(folder.resolve("no such folder").resolve("x.isotopy"));
        Fx.run(() -> {
            model.edit("Choose Swirl", now -> now.withTarget(Preset.SWIRL));
            documents.saveAs();
        });
        assertThat(told()).contains("there is no folder");
        assertThat(model.unsavedProperty().get()).isTrue();
    }

    @Test
    void pairsFromATableBecomeTheTargetAndOneUndoTakesThemBack() throws Exception {
        var table = folder.resolve("pairs.csv");
        Files.writeString(table, "x1,x2,y1,y2\n0,0,1,1\n10,3,4,5\n");
        answers.toOpen = Optional.of(table);
        Fx.run(documents::importPairs);
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
        read();
        var now = model.experimentProperty().get();
        assertThat(now.target()).isInstanceOfSatisfying(Correspondence.class, pairs -> {
            assertThat(pairs.title()).isEqualTo("pairs.csv");
            assertThat(pairs.x().size()).isEqualTo(2);
        });
        assertThat(now.sampling().domain().low()).isLessThanOrEqualTo(0);
        assertThat(now.sampling().domain().high()).isBetween(10.0, 12.0);
        assertThat(model.lookProperty().get().camera().span()).isGreaterThan(12);
        Fx.run(model::undo);
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
    }

    @Test
    void badRowsAreListedByLineAndNothingIsImportedUntilTheUserSkipsThem() throws Exception {
        var table = folder.resolve("pairs.csv");
        Files.writeString(table, "x1,x2,y1,y2\n0,0,1,1\n0.5,oops,4,5\n0.5,0.5,0,0\n");
        Fx.run(() -> documents.importPairs(table));
        read();
        assertThat(documents.imports().stateProperty().get())
                .isInstanceOfSatisfying(TableImports.Deciding.class, deciding -> {
                    assertThat(deciding.bad().count()).isEqualTo(1);
                    assertThat(deciding.bad().first().getFirst().line()).isEqualTo(3);
                });
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
        Fx.run(documents.imports()::skip);
        assertThat(model.experimentProperty().get().target().title()).isEqualTo("pairs.csv");
        assertThat(told()).contains("2 pairs were read and 1 bad row left out");
        Fx.run(model::undo);
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
    }

    @Test
    void stoppingAtBadRowsImportsNothingAndTheColumnsCanBeChosenAnew() throws Exception {
        var table = folder.resolve("pairs.csv");
        Files.writeString(table, "x1,x2,y1,y2\n0,0,1,1\n0.5,oops,4,5\n0.5,0.5,0,0\n");
        Fx.run(() -> documents.importPairs(table));
        read();
        Fx.run(documents.imports()::stop);
        assertThat(documents.imports().stateProperty().get()).isInstanceOf(TableImports.Choosing.class);
        Fx.run(documents.imports()::stop);
        assertThat(documents.imports().stateProperty().get()).isInstanceOf(TableImports.Closed.class);
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
        assertThat(model.undoLabelProperty().get()).isEmpty();
    }

    @Test
    void aTableThatIsNoneIsToldAndNothingIsShown() throws Exception {
        var table = folder.resolve("empty.csv");
        Files.writeString(table, "");
        Fx.run(() -> documents.importPairs(table));
        assertThat(told()).contains("empty.csv");
        assertThat(documents.imports().stateProperty().get()).isInstanceOf(TableImports.Closed.class);
    }

    @Test
    void aDroppedExportOpensTheExperimentThatMadeItAndIsNeverSavedOver() throws Exception {
        var project = Project.untrained(Experiment.standard(Preset.SWIRL));
        var figure = new Figure(20, 10, 0xFFFFFFFF, List.of());
        var made = Optional.of(Provenance.of(project, "isotopy render"));
        for (var format : List.of(Format.PNG, Format.PDF, Format.GIF)) {
            var file = folder.resolve("a." + format.id());
            Exporter.of(Picture.scaled(figure, 1), format, made).export(file, Progress.NONE);
            assertThat(Documents.accepts(file)).isTrue();
            Fx.run(() -> model.show(
                    Project.untrained(Experiment.standard(Preset.SHEAR)).snapshot(),
                    model.lookProperty().get(),
                    false));
            Fx.run(() -> documents.accept(List.of(file)));
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SWIRL);
            assertThat(model.lookProperty().get().texture()).isEmpty();
            assertThat(documents.fileProperty().get()).isEmpty();
        }
    }

    @Test
    void aDroppedPictureIsCarriedByTheFlowAndItsBrightnessCanBeLearned() throws Exception {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(39, 0, 0xFFFFFF);
        var file = folder.resolve("face.png");
        ImageIO.write(image, "png", file.toFile());
        Fx.run(() -> documents.accept(List.of(file)));
        assertThat(model.lookProperty().get().texture())
                .hasValueSatisfying(texture -> assertThat(texture.columns()).isEqualTo(40));
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
        Fx.run(() -> model.noticeProperty()
                .get()
                .orElseThrow()
                .offers()
                .getFirst()
                .action()
                .run());
        assertThat(model.experimentProperty().get().target())
                .isInstanceOfSatisfying(PictureFunction.class, function -> {
                    assertThat(function.title()).isEqualTo("face.png");
                    assertThat(function.brightness().get(39)).isEqualTo(1f);
                });
        Fx.run(model::undo);
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
    }

    @Test
    void aDroppedPictureIsOneUndoAndCanBeTakenOff() throws Exception {
        var file = folder.resolve("face.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        var bare = model.lookProperty().get();
        var panel = Fx.on(() -> new LookPanel(model, List.of()));
        var off = (Button) Fx.on(() -> panel.lookup("#look-picture-off"));
        assertThat(off.getParent().isVisible()).isFalse();
        Fx.run(() -> documents.accept(List.of(file)));
        var laid = model.lookProperty().get();
        assertThat(laid.texture()).isPresent();
        Fx.run(model::undo);
        assertThat(model.lookProperty().get()).isEqualTo(bare);
        Fx.run(model::redo);
        assertThat(model.lookProperty().get()).isEqualTo(laid);

        assertThat(off.getParent().isVisible()).isTrue();
        Fx.run(off::fire);
        assertThat(model.lookProperty().get()).isEqualTo(bare);
        Fx.run(model::undo);
        assertThat(model.lookProperty().get()).isEqualTo(laid);
        Fx.run(() -> model.changeLook(look -> look.withTrail(0.5)));
        Fx.run(() -> documents.accept(List.of(file)));
        var offers = model.noticeProperty().get().orElseThrow().offers();
        Fx.run(() -> offers.getFirst().action().run());
        assertThat(model.experimentProperty().get().target()).isInstanceOf(PictureFunction.class);
        Fx.run(model::undo);
        assertThat(model.lookProperty().get().overlays())
                .as("learning is one undo")
                .isEqualTo(laid.overlays());
        assertThat(model.lookProperty().get().trail())
                .as("how else it is shown stays")
                .isEqualTo(0.5);
        Fx.run(() -> offers.getLast().action().run());
        assertThat(model.lookProperty().get().texture()).isEmpty();
    }

    @Test
    void aDamagedPictureIsToldAndChangesNothing() throws Exception {
        var file = folder.resolve("face.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        var look = model.lookProperty().get();
        Fx.run(() -> documents.accept(List.of(file)));
        assertThat(told()).contains("face.png", "damaged");
        assertThat(model.lookProperty().get()).isEqualTo(look);
    }

    /// Reads the table that is shown, by the columns that were guessed.
    private void read() {
        Fx.run(() -> {
            var choosing =
                    (TableImports.Choosing) documents.imports().stateProperty().get();
            documents.imports().read(choosing.table().guess().orElseThrow(), false);
        });
    }

    @Test
    void aCopiedExperimentOpensWhenPasted() {
        var copies = copies();
        Fx.run(() -> {
            copies.copyExperiment();
            model.edit("Choose Swirl", now -> now.withTarget(Preset.SWIRL));
            answers.unsaved = FileChoice.Answer.DISCARD;
            copies.paste();
        });
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
        assertThat(model.snapshotProperty().get().step()).isEqualTo(5);
        Fx.run(() -> {
            var content = new ClipboardContent();
            content.putString("no project");
            Clipboard.getSystemClipboard().setContent(content);
            copies.paste();
        });
        assertThat(told()).contains("holds no experiment");
    }

    @Test
    void aCopiedPictureIsTwiceAsLargeAsTheStage() {
        var copies = copies();
        Fx.run(() -> {
            copies.copyPicture();
            var image = Clipboard.getSystemClipboard().getImage();
            assertThat(image.getWidth()).isEqualTo(800);
            assertThat(image.getHeight()).isEqualTo(600);
        });
    }

    @Test
    void keysDoWhatTheyDoEverywhere() {
        var shortcuts = new Shortcuts(model, documents, copies());
        answers.toSave = Optional.of(folder.resolve("keys.isotopy"));
        Fx.run(() -> {
            model.edit("Choose Swirl", now -> now.withTarget(Preset.SWIRL));
            assertThat(shortcuts.handleKey(key(KeyCode.Z, true, false))).isTrue();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
            assertThat(shortcuts.handleKey(key(KeyCode.Z, true, true))).isTrue();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SWIRL);
            assertThat(shortcuts.handleKey(key(KeyCode.S, true, false))).isTrue();
            assertThat(documents.name()).isEqualTo("keys");
            assertThat(shortcuts.handleKey(key(KeyCode.S, false, false))).isFalse();
        });
    }

    @Test
    void theLastProjectsAreRemembered() throws Exception {
        var store = folder.resolve("settings").resolve("recent.txt");
        Fx.run(() -> {
            var recent = new RecentFiles(store, Panels.AT_ONCE);
            for (int k = 0; k < 10; k++) {
                recent.add(folder.resolve(k + ".isotopy"));
            }
            recent.add(folder.resolve("7.isotopy"));
        });
        Files.writeString(store, Files.readString(store) + "\n\0 no path\n");
        var again = Fx.on(() -> new RecentFiles(store, Panels.AT_ONCE).files());
        assertThat(again).hasSize(8).startsWith(folder.resolve("7.isotopy"), folder.resolve("9.isotopy"));
    }

    private static KeyEvent key(KeyCode code, boolean control, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    private Copies copies() {
        return new Copies(model, documents, Panels.AT_ONCE, () -> new Dimension2D(400, 300));
    }
}
