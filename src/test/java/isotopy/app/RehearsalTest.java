package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.service.ExportService;
import isotopy.view.BackgroundTasks;
import isotopy.view.FileChoice;
import isotopy.view.Fx;
import isotopy.view.RecentFiles;
import isotopy.view.Remembered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// What a build and a benchmark ask of the window.
final class RehearsalTest {
    @TempDir
    Path folder;

    @Test
    void aRehearsalPlaysTrainsAndLeavesEveryExportWhole() throws Exception {
        var tasks = new BackgroundTasks();
        try (var exports = new ExportService()) {
            var workbench = Fx.on(() -> {
                var around = new Workbench.Surroundings(
                        tasks,
                        exports,
                        new NoFile(),
                        new RecentFiles(folder.resolve("recent.txt"), tasks),
                        Remembered.forNow(),
                        Optional.empty());
                var made = new Workbench(new Stage(), OpeningScene.load(), around);
                made.open(List.of());
                return made;
            });
            var files = new Rehearsal(workbench, exports, folder).play();
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("rehearsal.png", "rehearsal.svg", "rehearsal.pdf", "rehearsal.gif");
            assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
            Fx.run(workbench::close);
        } finally {
            tasks.close();
        }
    }

    @Test
    void theFirstFrameIsNotedOnceAndNotBeforeTheSecondPicture() throws Exception {
        var file = folder.resolve("first-frame");
        var noted = new FirstFrame(Optional.of(file));
        noted.reached(0);
        noted.reached(1);
        assertThat(file).doesNotExist();
        noted.reached(2);
        long nanos = Long.parseLong(Files.readString(file).trim());
        assertThat(Instant.ofEpochSecond(nanos / 1_000_000_000L)).isBetween(Instant.EPOCH, Instant.now());
        Files.writeString(file, "older");
        noted.reached(3);
        assertThat(file).hasContent("older");
    }

    @Test
    void theSignOfTheWindowIsThereInEverySize() throws Exception {
        var icons = Fx.on(() -> {
            var stage = new Stage();
            WindowIcons.dress(stage);
            return List.copyOf(stage.getIcons());
        });
        assertThat(icons).hasSize(4);
        for (int k = 0; k < icons.size(); k++) {
            var icon = icons.get(k);
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> icon.getProgress() >= 1);
            assertThat(icon.getWidth()).isEqualTo(new double[] {16, 32, 48, 128}[k]);
        }
    }

    private static final class NoFile implements FileChoice {
        @Override
        public Optional<Path> open(Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Kind kind, String suggestion) {
            return Optional.empty();
        }

        @Override
        public Answer unsaved(String name) {
            return Answer.CANCEL;
        }
    }
}
