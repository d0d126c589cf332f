package isotopy.export;

import isotopy.project.Provenance;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An `ffmpeg` command at work: frames go in by its standard input, a film comes out.
///
/// Closing it before [#finish()] ends the command; the file is then not whole.
final class X264Command implements AutoCloseable {
    /// x264's own measure of quality; 18 is taken for indistinguishable.
    private static final List<String> QUALITY = List.of("-c:v", "libx264", "-preset", "medium", "-crf", "18");

    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final Path said;
    private final Path tags;
    private final OutputStream frames;

    /// Starts the command. Even sides.
    ///
    /// Throws: `IOException` when it cannot be started.
    X264Command(Path command, Path target, int width, int height, int rate, Optional<Provenance> provenance)
            throws IOException {
        said = Files.createTempFile("isotopy-ffmpeg", ".txt");
        tags = Files.createTempFile("isotopy-ffmpeg", ".tags");
        try {
            // In a file: the text may be longer than an argument can be.
            var comment = provenance.map(text -> "comment=" + escaped(text.text()) + "\n");
            Files.writeString(tags, ";FFMETADATA1\n" + comment.orElse(""));
            process = new ProcessBuilder(arguments(command, target, width, height, rate))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            frames = process.getOutputStream();
        } catch (IOException e) {
            forget();
            throw new IOException("cannot start '" + command + "': choose the built-in codec", e);
        }
    }

    private List<String> arguments(Path command, Path target, int width, int height, int rate) {
        var arguments = new ArrayList<String>();
        arguments.add(command.toString());
        arguments.addAll(words("-hide_banner -nostdin -loglevel error -y -f rawvideo -pix_fmt yuv420p"));
        arguments.addAll(List.of("-video_size", width + "x" + height, "-framerate", String.valueOf(rate)));
        arguments.addAll(words("-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -i pipe:0"));
        arguments.addAll(List.of("-f", "ffmetadata", "-i", tags.toString(), "-map", "0:v", "-map_metadata", "1"));
        arguments.addAll(QUALITY);
        arguments.addAll(words("-pix_fmt yuv420p -color_range tv -colorspace bt709 -color_primaries bt709"
                + " -color_trc bt709 -movflags +faststart -fflags +bitexact -flags:v +bitexact -f mp4"));
        arguments.add(target.toString());
        return arguments;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static String escaped(String text) {
        return text.replaceAll("[=;#\\\\\n]", "\\\\$0");
    }

    /// Sends a frame: the planes one after the other.
    void add(byte[] frame) throws IOException {
        try {
            frames.write(frame);
        } catch (IOException e) {
            await();
            throw failure();
        }
    }

    /// Waits for the whole file.
    void finish() throws IOException {
        try {
            frames.close();
        } catch (IOException e) {
            await();
            throw failure();
        }
        if (await() != 0) {
            throw failure();
        }
    }

    private int await() throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the ffmpeg command was not waited for: start the export again", e);
        }
    }

    /// What the command said last.
    private IOException failure() throws IOException {
        var lines =
                Files.readString(said, StandardCharsets.UTF_8).strip().lines().toList();
        var reason = lines.isEmpty() ? "it ended without a word" : lines.getLast();
        return new IOException(
                "the ffmpeg command could not write the film: " + reason + "; choose the built-in codec");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        for (var file : List.of(said, tags)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // a small file in the temporary folder, which the system empties
            }
        }
    }

    /// The command of the user, where there is one.
    static Optional<Path> onPath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, "ffmpeg"), Path.of(folder, "ffmpeg.exe")))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Why that command cannot be used; empty where it can.
    static Optional<String> absence(Optional<Path> command) {
        if (command.isEmpty()) {
            return Optional.of("no ffmpeg command is on the PATH");
        }
        try {
            var process = new ProcessBuilder(
                            command.get().toString(), "-hide_banner", "-loglevel", "error", "-h", "encoder=libx264")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.contains("libx264 AVOptions")
                    ? Optional.empty()
                    : Optional.of("the ffmpeg command at " + command.get() + " has no x264");
        } catch (IOException e) {
            return Optional.of("the ffmpeg command at " + command.get() + " does not start");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the ffmpeg command at " + command.get() + " was not waited for");
        }
    }
}
