package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Order;
import isotopy.export.Size;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.math.Box;
import isotopy.project.Project;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportServiceTest {
    @TempDir
    Path folder;

    private final ExportService service = new ExportService();
    private final Look look = Look.standard(Box.UNIT).withParticles(80);
    private final Scene scene =
            Scene.of(Project.untrained(Experiment.standard(Preset.SWIRL)).snapshot(), look);

    @AfterEach
    void close() {
        service.close();
    }

    private static ExportJob.State ended(ExportJob job) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!job.state().over() && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        return job.state();
    }

    private Order.Moving film(Format format, double seconds, Storyboard board) {
        return new Order.Moving(Reel.of(scene, look, board), 20, seconds, new Finish(format, Size.of(160, 120)));
    }

    @Test
    void jobsWaitForThoseBeforeThem() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = service.start(
                new Export.Written((file, progress) -> {
                    begun.countDown();
                    awaitQuietly(go);
                    return progress.reached(1, 1);
                }),
                folder.resolve("a"));
        var second = service.start(film(Format.GIF, 0.2, Storyboard.STANDARD), folder.resolve("b.gif"));
        begun.await();
        assertThat(first.state()).isInstanceOf(ExportJob.State.Working.class);
        assertThat(second.state()).isEqualTo(new ExportJob.State.Waiting());
        go.countDown();
        assertThat(ended(second)).isEqualTo(new ExportJob.State.Done());
        assertThat(folder.resolve("b.gif")).isNotEmptyFile();
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "FRAMES"})
    void cancelledInTheSecondChapterTheFirstGoesToo(Format format) throws Exception {
        var board = Storyboard.STANDARD.withChapters(
                List.of(new Storyboard.Chapter("short", 0, 0.02), new Storyboard.Chapter("long", 0.02, 1)));
        var job = service.start(
                film(format, 60, board),
                folder.resolve("film" + format.ending().map(e -> "." + e).orElse("")));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!(job.state() instanceof ExportJob.State.Working(var pulse) && pulse.share() > 0.03)
                && !job.state().over()
                && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        job.cancel();
        assertThat(ended(job)).isEqualTo(new ExportJob.State.Cancelled());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBeMadeIsToldInASentence() throws Exception {
        var job = service.start(
                new Export.Drawn(() -> {
                    throw new IllegalArgumentException("there is no such moment");
                }),
                folder.resolve("x.png"));
        assertThat(ended(job)).isEqualTo(new ExportJob.State.Failed("there is no such moment"));
    }

    @Test
    void aPulseSaysTheFrameTheSpeedAndWhatIsLeft() {
        var pulse = new ExportJob.Pulse(0.25, 240, 3);
        assertThat(pulse.frame()).isEqualTo(60);
        assertThat(pulse.rate()).isEqualTo(20);
        assertThat(pulse.left()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "APNG", "FRAMES", "LATEX"})
    void anEstimateOfAFilmIsNearItsSize(Format format) throws Exception {
        var film = film(format, 3, Storyboard.STANDARD);
        var estimate = Estimate.of(film, () -> false);
        var file = folder.resolve("film");
        assertThat(film.pieces(file).getFirst().exporter().export(file, (_, _) -> true))
                .isTrue();
        long bytes;
        try (var files = Files.walk(file)) {
            bytes = files.filter(Files::isRegularFile)
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
        assertThat(estimate.bytes()).isBetween(bytes / 2, 2 * bytes);
        assertThat(estimate.seconds()).isPositive();
    }

    @Test
    void anEstimateOfAPictureIsItsSizeAndThatOfAHugeOneIsNear() throws Exception {
        var still = new Order.Still(scene, look, 0.5, Manner.STANDARD, new Finish(Format.PNG, Size.of(320, 240)));
        var file = folder.resolve("a.png");
        still.pieces(file).getFirst().exporter().export(file, (_, _) -> true);
        assertThat(Estimate.of(still, () -> false).bytes()).isEqualTo(Files.size(file));
        var huge = new Order.Still(scene, look, 0.5, Manner.STANDARD, new Finish(Format.PNG, Size.of(800, 600, 4)));
        huge.pieces(file).getFirst().exporter().export(file, (_, _) -> true);
        assertThat(Estimate.of(huge, () -> false).bytes()).isBetween(Files.size(file) / 2, 2 * Files.size(file));
    }

    @Test
    void wordsOfAnEstimate() {
        assertThat(new Estimate(4_200_000, 12.3).words()).isEqualTo("about 4.2 MB, about 12 s");
        assertThat(new Estimate(812, 0.02).words()).isEqualTo("about 812 bytes, about 0.1 s");
        assertThat(new Estimate(25_000_000_000L, 7_200).words()).isEqualTo("about 25 GB, about 2.0 h");
        assertThat(new Estimate(3_000, 600).words()).isEqualTo("about 3 kB, about 10 min");
    }
}
