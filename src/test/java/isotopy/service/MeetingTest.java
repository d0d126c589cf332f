package isotopy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import isotopy.service.Meeting.Arrival;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path temporary;

    private final LinkedBlockingQueue<List<Path>> told = new LinkedBlockingQueue<>();

    private Path folder() {
        return temporary.resolve("meeting");
    }

    private Meeting first() {
        var arrival = Meeting.arrive(folder(), "window", List.of());
        assertThat(arrival).isInstanceOf(Arrival.First.class);
        return ((Arrival.First) arrival).meeting();
    }

    @Test
    void theSecondLeavesItsFilesToTheFirst() throws InterruptedException {
        var files = List.of(temporary.resolve("größe und mehr.isotopy"), temporary.resolve("b\n.isotopy"));
        try (var meeting = first()) {
            meeting.host(told::add);
            assertThat(Meeting.arrive(folder(), "window", files)).isEqualTo(new Arrival.HandedOver());
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(files);
        }
    }

    @Test
    void aVisitBeforeTheHostIsThereIsKeptForIt() throws InterruptedException {
        try (var meeting = first()) {
            Meeting.arrive(folder(), "window", List.of(Path.of("early.isotopy")));
            meeting.host(told::add);
            assertThat(told.poll(10, TimeUnit.SECONDS))
                    .containsExactly(Path.of("early.isotopy").toAbsolutePath());
        }
    }

    @Test
    void ofManyThatStartAtOnceOneIsFirstAndLosesNoFile() throws Exception {
        var starts = new ArrayList<Callable<Arrival>>();
        for (int k = 0; k < 12; k++) {
            var file = List.of(temporary.resolve(k + ".isotopy"));
            starts.add(() -> {
                var arrival = Meeting.arrive(folder(), "window", file, Duration.ofSeconds(20));
                if (arrival instanceof Arrival.First(var meeting)) {
                    meeting.host(told::add);
                }
                return arrival;
            });
        }
        var arrivals = new ArrayList<Arrival>();
        try (var threads = Executors.newFixedThreadPool(starts.size())) {
            for (var arrival : threads.invokeAll(starts)) {
                arrivals.add(arrival.get());
            }
        }
        var firsts = arrivals.stream().filter(Arrival.First.class::isInstance).toList();
        assertThat(firsts).hasSize(1);
        assertThat(arrivals).filteredOn(new Arrival.HandedOver()::equals).hasSize(11);
        var received = new ArrayList<Path>();
        for (int k = 0; k < 11; k++) {
            var visit = told.poll(10, TimeUnit.SECONDS);
            assertThat(visit).isNotNull();
            received.addAll(visit);
        }
        assertThat(received).doesNotHaveDuplicates().hasSize(11);
        ((Arrival.First) firsts.getFirst()).meeting().close();
    }

    @Test
    void aSocketThatSomebodyLeftBehindIsRemoved() throws Exception {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var socket = folder().resolve("window.socket");
        try (var crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).as("what a crash leaves").exists();
        try (var meeting = first()) {
            meeting.host(told::add);
            assertThat(Meeting.arrive(folder(), "window", List.of())).isEqualTo(new Arrival.HandedOver());
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void afterTheFirstHasLeftTheNextIsFirst() {
        first().close();
        assertThat(folder().resolve("window.socket")).doesNotExist();
        first().close();
    }

    @Test
    void whereTheFirstDoesNotAnswerOneWorksAlone() throws IOException {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var lock = FileChannel.open(
                        folder().resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock();
                var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(folder().resolve("window.socket")));
            assertThat(Meeting.arrive(folder(), "window", List.of(), SHORT)).isEqualTo(new Arrival.Alone());
        }
    }

    @Test
    void oneWhoSaysNothingKeepsNobodyWaiting() throws Exception {
        try (var meeting = first();
                var silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            meeting.host(told::add);
            silent.connect(UnixDomainSocketAddress.of(folder().resolve("window.socket")));
            assertThat(Meeting.arrive(folder(), "window", List.of())).isEqualTo(new Arrival.HandedOver());
        }
    }

    @Test
    void meetingsOfOtherNamesDoNotMeet() {
        try (var meeting = first()) {
            var other = Meeting.arrive(folder(), "another-display", List.of());
            assertThat(other).isInstanceOf(Arrival.First.class);
            ((Arrival.First) other).meeting().close();
        }
    }

    @Test
    void aFolderInWhichOthersMayWriteIsNotTrusted() throws IOException {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Meeting.arrive(folder(), "window", List.of(), SHORT)).isEqualTo(new Arrival.Alone());
    }

    @Test
    void theFolderIsForThisUserAlone() throws IOException {
        try (var meeting = first()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whereNothingCanBeWrittenOneWorksAlone() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        assertThat(Meeting.arrive(file.resolve("x"), "window", List.of(), SHORT))
                .isEqualTo(new Arrival.Alone());
    }

    @Test
    void aNameTooLongForASocketLeavesOneAlone() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the limit of Linux");
        assertThat(Meeting.arrive(folder(), "w".repeat(150), List.of(), SHORT)).isEqualTo(new Arrival.Alone());
    }
}
