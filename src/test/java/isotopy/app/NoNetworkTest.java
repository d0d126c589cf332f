package isotopy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import isotopy.Lookups;
import isotopy.export.Exporter;
import isotopy.export.Film;
import isotopy.export.Format;
import isotopy.export.Picture;
import isotopy.export.Size;
import isotopy.figure.Illustrator;
import isotopy.view.Fx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program uses no network: what the system says of this process, and which names it asks for, while somebody works
/// with the window.
class NoNetworkTest {
    private static final Path SELF = Path.of("/proc/self");

    @TempDir
    Path folder;

    /// Looks at the sockets of this process again and again, as the kernel lists them.
    private static final class Watch implements AutoCloseable {
        private final Set<String> before = sockets();
        private final Set<String> seen = new ConcurrentSkipListSet<>();
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final Thread thread = Thread.ofPlatform().daemon().start(() -> {
            while (open.get()) {
                look();
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });

        private void look() {
            var now = sockets();
            now.removeAll(before);
            seen.addAll(now);
        }

        Set<String> seen() {
            look();
            return seen;
        }

        @Override
        public void close() throws InterruptedException {
            open.set(false);
            thread.join();
        }
    }

    /// The sockets of this process for TCP and UDP, by the kernel's number.
    private static Set<String> sockets() {
        var numbers = new HashSet<String>();
        for (var table : List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6")) {
            try {
                Files.readAllLines(SELF.resolve("net").resolve(table)).stream()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .forEach(cells -> numbers.add("socket:[" + cells[9] + "]"));
            } catch (IOException e) {
                // a kernel without that protocol
            }
        }
        var own = new HashSet<String>();
        try (var open = Files.list(SELF.resolve("fd"))) {
            for (var file : open.toList()) {
                try {
                    own.add(Files.readSymbolicLink(file).toString());
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        own.retainAll(numbers);
        return own;
    }

    @Test
    void openingPlayingTrainingAndExportingUseNone() throws Exception {
        assumeTrue(Files.isDirectory(SELF.resolve("net")), "the kernel here lists no sockets");
        int asked = Lookups.names().size();
        try (var watch = new Watch()) {
            try (var walk = new Walk(folder, folder.resolve("walk.isotopy"))) {
                Fx.settle(0.5, () -> {});
                Fx.run(walk.model::train);
                walk.await(
                        "training goes on",
                        () -> walk.model.snapshotProperty().get().step() > 30);
                Fx.run(walk.model::pause);
                var scene = Fx.on(() -> walk.model.sceneProperty().get());
                var look = Fx.on(() -> walk.model.lookProperty().get());
                for (var format : List.of(Format.PNG, Format.SVG, Format.PDF, Format.TIKZ)) {
                    var picture = new Picture(Illustrator.at(scene, 0.5, look, 400, 300), Size.of(400, 300));
                    Exporter.of(picture, format, Optional.empty())
                            .export(folder.resolve("picture." + format.id()), (done, of) -> true);
                }
                Exporter.of(Film.over(scene, look, Size.of(160, 120), 10, 0.5), Format.GIF, Optional.empty())
                        .export(folder.resolve("film.gif"), (done, of) -> true);
            }
            assertThat(watch.seen()).as("sockets of the network that were open").isEmpty();
        }
        var names = Lookups.names();
        // Java2D on Linux names the cache of its fonts after this machine, and asks for that name alone
        assertThat(names.subList(asked, names.size()))
                .as("names of hosts that were asked for, and by whom")
                .filteredOn(name -> !name.contains("sun.font.FcFontConfiguration.getFcInfoFile"))
                .isEmpty();
        assertThat(folder.resolve("film.gif")).isNotEmptyFile();
    }

    @Test
    void theWatchSeesASocketAndANameThatIsAskedFor() throws Exception {
        assumeTrue(Files.isDirectory(SELF.resolve("net")), "the kernel here lists no sockets");
        int asked = Lookups.names().size();
        try (var watch = new Watch();
                var _ = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(watch.seen()).hasSize(1);
        }
        InetAddress.getByName("localhost");
        assertThat(Lookups.names()).hasSizeGreaterThan(asked).last().asString().startsWith("localhost ");
    }
}
