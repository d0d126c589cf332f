package isotopy.service;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Where a second start of the program leaves its files to the first one: a lock that the first holds, and beside it a
/// Unix domain socket on which it listens. No network is used: the socket is a file in a folder of this user alone.
///
/// The lock decides who is first, also between two that start at once, and goes with the process however that ends; so
/// a socket that is found by who has the lock belongs to nobody and is removed. Who finds the lock taken but nobody
/// answering, or cannot have a lock, works alone.
public final class Meeting implements AutoCloseable {
    private static final String GREETING = "isotopy files 1";
    private static final int UNDERSTOOD = 1;
    private static final int MOST_FILES = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long AGAIN_MILLIS = 40;

    /// What came of a start.
    public sealed interface Arrival {
        /// This is the first; it is visited by those that follow.
        record First(Meeting meeting) implements Arrival {}

        /// The first one has taken the files and comes to the front: nothing is left to do.
        record HandedOver() implements Arrival {}

        /// There is no way to meet, or nobody answers.
        record Alone() implements Arrival {}
    }

    private final FileChannel lock;
    private final ServerSocketChannel door;
    private final Path socket;
    private final LinkedBlockingQueue<List<Path>> visits = new LinkedBlockingQueue<>();

    private Meeting(FileChannel lock, ServerSocketChannel door, Path socket) {
        this.lock = lock;
        this.door = door;
        this.socket = socket;
        Thread.ofPlatform().daemon().name("isotopy-door").start(this::receive);
    }

    /// Comes to the meeting of that name in a folder, with files to be opened; waits a few seconds at most.
    public static Arrival arrive(Path folder, String name, List<Path> files) {
        return arrive(folder, name, files, PATIENCE);
    }

    static Arrival arrive(Path folder, String name, List<Path> files, Duration patience) {
        try {
            if (!own(folder)) {
                return new Arrival.Alone();
            }
            var socket = folder.resolve(name + ".socket");
            var first = first(folder.resolve(name + ".lock"), socket);
            if (first.isPresent()) {
                return new Arrival.First(first.get());
            }
            return handedOver(socket, files, patience) ? new Arrival.HandedOver() : new Arrival.Alone();
        } catch (IOException | UnsupportedOperationException | SecurityException | IllegalArgumentException e) {
            System.getLogger("isotopy").log(System.Logger.Level.INFO, "no other window can be looked for: " + e);
            return new Arrival.Alone();
        }
    }

    /// Makes the folder where it is missing; whether it is this user's and nobody else may write there.
    private static boolean own(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!posix) {
            Files.createDirectories(folder);
            return true;
        }
        if (!Files.isDirectory(folder)) {
            var parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var attributes =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class).readAttributes();
        return attributes.owner().getName().equals(System.getProperty("user.name"))
                && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static Optional<Meeting> first(Path lockFile, Path socket) throws IOException {
        var lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean first = false;
        try {
            first = lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // another meeting in this very process
        } finally {
            if (!first) {
                lock.close();
            }
        }
        if (!first) {
            return Optional.empty();
        }
        try {
            Files.deleteIfExists(socket);
            var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(socket));
            return Optional.of(new Meeting(lock, door, socket));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// The first one may have the lock but not yet its socket, so that more than one try is made.
    private static boolean handedOver(Path socket, List<Path> files, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return understood(channel, files, Duration.ofNanos(end - System.nanoTime()));
            } catch (IOException e) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tells the files and waits for the answer; closing the channel ends a wait for one who does not answer.
    private static boolean understood(SocketChannel channel, List<Path> files, Duration patience) throws IOException {
        var answered = new AtomicBoolean();
        var talk = Thread.ofPlatform().daemon().name("isotopy-visit").start(() -> {
            try {
                var out = new DataOutputStream(Channels.newOutputStream(channel));
                out.writeUTF(GREETING);
                out.writeInt(Math.min(files.size(), MOST_FILES));
                for (var file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
                    out.writeUTF(file.toAbsolutePath().toString());
                }
                out.flush();
                answered.set(Channels.newInputStream(channel).read() == UNDERSTOOD);
            } catch (IOException e) {
                // not understood
            }
        });
        try {
            talk.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answered.get();
    }

    /// Has every visit told to `host`, also those that came before; on a thread of the meeting.
    public void host(Consumer<List<Path>> host) {
        Thread.ofPlatform().daemon().name("isotopy-visits").start(() -> {
            try {
                while (door.isOpen()) {
                    host.accept(visits.take());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void receive() {
        try {
            while (door.isOpen()) {
                var visitor = door.accept();
                // of its own, so that one who says nothing keeps nobody waiting
                Thread.ofVirtual().name("isotopy-visitor").start(() -> listen(visitor));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void listen(SocketChannel visitor) {
        try (visitor) {
            var in = new DataInputStream(Channels.newInputStream(visitor));
            if (!in.readUTF().equals(GREETING)) {
                return;
            }
            int count = in.readInt();
            var files = new ArrayList<Path>();
            for (int k = 0; k < Math.min(count, MOST_FILES); k++) {
                files.add(Path.of(in.readUTF()));
            }
            visits.add(List.copyOf(files));
            Channels.newOutputStream(visitor).write(UNDERSTOOD);
        } catch (IOException | IllegalArgumentException e) {
            // not one of us, or gone before the end
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(socket);
            lock.close();
        } catch (IOException e) {
            // it goes with the process
        }
    }
}
