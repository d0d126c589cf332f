package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.project.Columns;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table on its way to becoming the target, and the card that shows it.
class TableImportsTest {
    @TempDir
    Path folder;

    private final Held tasks = new Held();
    private WorkbenchModel model;
    private TableImports imports;
    private ImportPane pane;
    private Path table;

    /// Work that waits until the test lets it run.
    private static final class Held implements Tasks {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            waiting.add(() -> {
                try {
                    done.accept(work.call());
                } catch (Exception e) {
                    failed.accept(e);
                }
            });
        }

        void go() {
            Fx.run(() -> waiting.remove().run());
        }
    }

    @BeforeEach
    void open() {
        table = folder.resolve("t.csv");
        model = Fx.model(Fx.trained(Experiment.standard(Preset.SHEAR), 0));
        imports = Fx.on(() -> new TableImports(model, tasks));
        pane = Fx.on(() -> new ImportPane(model, imports));
    }

    @AfterEach
    void close() {
        Fx.run(model::close);
    }

    private void begin(String text) throws IOException {
        Files.writeString(table, text);
        Fx.run(() -> imports.begin(table));
        tasks.go();
    }

    private <T> T find(Class<T> type, String id) {
        return type.cast(Platform.isFxApplicationThread() ? pane.lookup("#" + id) : Fx.on(() -> pane.lookup("#" + id)));
    }

    @Test
    void theCardIsSeenOnlyWhileATableWaits() throws IOException {
        assertThat(pane.isVisible()).isFalse();
        begin("x1,x2,y1,y2\n0,0,1,1\n1,0,1,1\n");
        assertThat(pane.isVisible()).isTrue();
        assertThat(find(Label.class, "import-amount").getText()).isEqualTo("2 rows.");
        Fx.run(imports::stop);
        assertThat(pane.isVisible()).isFalse();
    }

    @Test
    void columnsAreGuessedByNameAndChosenForEveryKind() throws IOException {
        begin("east,north,species\n0,0,cat\n1,0,dog\n0,1,cat\n");
        assertThat(find(ChoiceBox.class, "import-column-label").getValue()).isEqualTo("species");
        assertThat(find(ChoiceBox.class, "import-column-x1").getValue()).isEqualTo("east");
        Fx.run(() -> find(Button.class, "import-start").fire());
        tasks.go();
        assertThat(model.experimentProperty().get().target())
                .isInstanceOfSatisfying(
                        Labels.class, labels -> assertThat(labels.names()).containsExactly("cat", "dog"));
        assertThat(pane.isVisible()).isFalse();
    }

    @Test
    void aColumnChosenTwiceIsToldAndCannotBeImported() throws IOException {
        begin("x1,x2,y1,y2\n0,0,1,1\n1,0,1,1\n");
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<String> box = find(ChoiceBox.class, "import-column-x2");
            box.setValue("x1");
        });
        assertThat(find(Button.class, "import-start").isDisabled()).isTrue();
        assertThat(find(Label.class, "import-problem").getText()).contains("twice");
    }

    @Test
    void aTableWithOtherSeparatorsSaysWhyNothingCanBeChosen() throws IOException {
        begin("a;b;c\n1;2;3\n");
        assertThat(find(Label.class, "import-problem").getText()).contains("separated by ';'");
        assertThat(Fx.on(() -> pane.lookup("#import-problem").isVisible())).isTrue();
    }

    @Test
    void coordinatesAreRescaledOnlyIfAsked() throws IOException {
        begin("x1,x2,y1,y2\n0,0,100,1\n10,20,300,1\n");
        Fx.run(() -> {
            find(CheckBox.class, "import-rescale").setSelected(true);
            find(Button.class, "import-start").fire();
        });
        tasks.go();
        assertThat(model.experimentProperty().get().target()).isInstanceOfSatisfying(Correspondence.class, pairs -> {
            assertThat(pairs.scaling()).isPresent();
            assertThat(pairs.x().row(1)).containsExactly(-1, 1);
        });
        Fx.run(model::undo);
        begin("x1,x2,y1,y2\n0,0,100,1\n10,20,300,1\n");
        Fx.run(() -> imports.read(new Columns(Kind.PLANE), false));
        tasks.go();
        assertThat(model.experimentProperty().get().target()).isInstanceOfSatisfying(Correspondence.class, pairs -> {
            assertThat(pairs.scaling()).isEmpty();
            assertThat(pairs.x().row(1)).containsExactly(0, 20);
        });
    }

    @Test
    void whatIsStoppedWhileItIsReadChangesNothing() throws IOException {
        begin("x1,x2,y1,y2\n0,0,1,1\n1,0,1,1\n");
        Fx.run(() -> imports.read(new Columns(Kind.PLANE), false));
        assertThat(find(ProgressBar.class, "import-progress")).isNotNull();
        Fx.run(imports::stop);
        tasks.go();
        assertThat(imports.stateProperty().get()).isInstanceOf(TableImports.Choosing.class);
        assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.SHEAR);
        assertThat(model.undoLabelProperty().get()).isEmpty();
    }

    @Test
    void aColumnWithoutNumbersIsAnsweredInTheCard() throws IOException {
        begin("x1,x2,y1,y2,note\n0,0,1,1,a\n1,0,1,1,b\n");
        Fx.run(() -> imports.read(new Columns(Kind.PLANE, List.of("x1", "x2", "y1", "note")), false));
        tasks.go();
        assertThat(imports.stateProperty().get())
                .isInstanceOfSatisfying(
                        TableImports.Choosing.class,
                        choosing -> assertThat(choosing.problem()).contains("t.csv", "note"));
        assertThat(find(Label.class, "import-problem").isVisible()).isTrue();
    }

    @Test
    void aNewerTableTakesThePlaceOfOneThatIsStillLookedAt() throws IOException {
        Files.writeString(table, "x1,x2,y1,y2\n0,0,1,1\n");
        var other = folder.resolve("other.csv");
        Files.writeString(other, "x,y\n0,0\n1,2\n");
        Fx.run(() -> {
            imports.begin(table);
            imports.begin(other);
        });
        tasks.go();
        assertThat(imports.stateProperty().get()).isInstanceOf(TableImports.Closed.class);
        tasks.go();
        assertThat(imports.stateProperty().get())
                .isInstanceOfSatisfying(
                        TableImports.Choosing.class,
                        choosing -> assertThat(choosing.table().title()).isEqualTo("other.csv"));
    }
}
