package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every exporter of pictures and films.
class ExporterContractTest {
    /// The side of a picture that cannot be.
    private static final int HUGE = 100_000;

    @TempDir
    Path folder;

    static Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameInputGivesTheSameBytes(Format format) throws IOException {
        for (var name : List.of("one", "other")) {
            Files.createDirectory(folder.resolve(name));
            assertThat(exporter(format).export(folder.resolve(name).resolve("a"), Progress.NONE))
                    .isTrue();
        }
        assertThat(Films.bytes(folder.resolve("other"))).isEqualTo(Films.bytes(folder.resolve("one")));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void progressRisesToItsEnd(Format format) throws IOException {
        var told = new ArrayList<Double>();
        exporter(format).export(folder.resolve("a"), (done, of) -> told.add(done / (double) of));
        assertThat(told).isSorted().endsWith(1.0);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void stoppedAtAnyPointItLeavesWhatWasThere(Format format) throws IOException {
        var target = folder.resolve("a");
        exporter(format).export(target, Progress.NONE);
        int before = Films.bytes(folder);
        for (double share : new double[] {0, 0.25, 0.5, 0.75}) {
            for (var name : List.of("a", "new")) {
                var stop = new Stop(share);
                boolean whole = exporter(format).export(folder.resolve(name), stop);
                assertThat(whole).as("stopped at %s", share).isEqualTo(!stop.said);
                assertThat(stop.said || share > 0).isTrue();
                if (stop.said) {
                    assertThat(Films.bytes(folder)).isEqualTo(before);
                }
                assertThat(Films.content(folder)).noneMatch(file -> file.contains(".isotopy-"));
                Films.remove(folder.resolve("new"));
            }
        }
    }

    /// Says stop when so much is done, but not at the very end: the last call comes when the file is there.
    private static final class Stop implements Progress {
        private final double share;
        private boolean said;

        Stop(double share) {
            this.share = share;
        }

        @Override
        public boolean reached(int done, int of) {
            said |= done >= share * of && done < of;
            return !said;
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFailureOnTheWayLeavesNothing(Format format) throws IOException {
        var film = new Film(new Size(60, 40, 1), 6, 10, k -> {
            if (k == 3) {
                throw new IllegalStateException("no frame 3");
            }
            return Films.still().source().frame(k);
        });
        if (format.moves() && format != Format.HTML) {
            assertThatThrownBy(() ->
                            Exporter.of(film, format, Optional.empty()).export(folder.resolve("a"), Progress.NONE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no frame 3");
        }
        assertThat(Films.content(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMissingFolderIsNamedInASentence(Format format) {
        assertThatThrownBy(() -> exporter(format).export(folder.resolve("none/a"), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write")
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("none");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFolderThatTakesNothingIsSaidInASentence(Format format) throws IOException {
        var locked = Files.createDirectory(folder.resolve("locked"));
        Assumptions.assumeTrue(Files.getFileStore(locked).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(locked), "left out: this user may write everywhere");
            assertThatThrownBy(() -> exporter(format).export(locked.resolve("a"), Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot write")
                    .hasMessageContaining("there is no permission");
            assertThat(Films.content(locked)).isEmpty();
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aDiskThatIsOnlyReadIsSaidInASentence(Format format) throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", disk.toString()),
                "left out: no disk can be mounted here");
        try {
            assertThatThrownBy(() -> exporter(format).export(disk.resolve("a"), Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write '" + disk.resolve("a") + "': Read-only file system");
        } finally {
            run("umount", disk.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFullDiskIsSaidInASentenceAndNothingIsLeftOnIt(Format format) throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString()),
                "left out: no small disk can be mounted here");
        try {
            var before = Films.content(disk);
            assertThatThrownBy(() -> large(format).export(disk.resolve("a"), Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot write")
                    .hasMessageContaining(disk.resolve("a").toString())
                    .hasMessageContaining("the disk is full; make room");
            assertThat(Films.content(disk)).isEqualTo(before);
        } finally {
            run("umount", disk.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aSizeThatCannotBeIsRefusedInASentenceBeforeAnythingIsPainted(Format format) {
        var figure = new Figure(HUGE, HUGE, -1, List.of());
        assertThatThrownBy(() -> Exporter.of(Picture.scaled(figure, 1), format, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100,000 × 100,000 pixels is too large");
        assertThatThrownBy(
                        () -> Exporter.of(new Film(Size.of(HUGE, HUGE), 1, 10, k -> figure), format, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100,000 × 100,000 pixels is too large");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatThatHoldsNoFilmSaysSo(Format format) {
        if (!format.moves()) {
            assertThatThrownBy(() -> Exporter.of(Films.still(), format, Optional.empty()))
                    .hasMessage(format.title() + " holds one picture and no film");
        }
    }

    private static Exporter exporter(Format format) {
        return exporter(format, Films.flow(), 5);
    }

    /// More than 16 kilobytes in any format.
    private static Exporter large(Format format) {
        var look = Films.LOOK.withParticles(400);
        return exporter(format, Film.over(Films.SCENE, look, new Size(480, 360, 1), 10, 0.5), 3);
    }

    /// The film, or one frame of it; an interactive page is made of the scene.
    private static Exporter exporter(Format format, Film film, int k) {
        if (format == Format.HTML) {
            return new HtmlExporter(Films.SCENE, Films.LOOK, film.size(), Optional.empty());
        }
        return format.moves()
                ? Exporter.of(film, format, Optional.empty())
                : Exporter.of(new Picture(film.source().frame(k), film.size()), format, Optional.empty());
    }

    private static boolean run(String... command) throws Exception {
        var tool = Path.of("/usr/bin", command[0]);
        if (!Files.isExecutable(tool)) {
            return false;
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
