package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Readers;
import isotopy.figure.Figure;
import isotopy.figure.Mark;
import isotopy.project.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `ffprobe` says of our films.
class VideoReadersTest {
    private static final Provenance PROVENANCE =
            new Provenance("1", "isotopy render \"a=b;c#d\\e\"", List.of(), noise(100_000));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MP4, BUILT_IN, 24, 50, h264, -1, 2.083333",
        "MP4, BUILT_IN, 60, 125, h264, -1, 2.083333",
        "MP4, X264, 30, 75, h264, -1, 2.500000",
        "WEBM, BUILT_IN, 60, 30, vp9, -1, 0.500000",
        "WEBM, BUILT_IN, 25, 30, vp9, 0, 1.200000"
    })
    void framesRateSizeColoursAndWhatMadeItAreRead(
            Format format, Codec codec, int rate, int frames, String name, int background, String seconds)
            throws IOException, InterruptedException {
        if (codec == Codec.X264) {
            Readers.require(codec.absence().isEmpty(), "no ffmpeg command with x264 is here");
        }
        var file = folder.resolve("a." + format.id());
        new VideoExporter(film(rate, frames, background), format, codec, Optional.of(PROVENANCE))
                .export(file, Progress.NONE);
        var entries = "stream=codec_name,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,"
                + "r_frame_rate,avg_frame_rate,nb_read_frames:format=duration:stream_tags=alpha_mode,ALPHA_MODE";
        var said = ffprobe("-count_frames", "-show_entries", entries, "-of", "default=noprint_wrappers=1", file);
        assertThat(said)
                .contains("codec_name=" + name, "width=162", "height=92", "pix_fmt=yuv420p", "color_range=tv")
                .contains("color_space=bt709", "color_transfer=bt709", "color_primaries=bt709")
                .contains("r_frame_rate=" + rate + "/1", "avg_frame_rate=" + rate + "/1")
                .contains("nb_read_frames=" + frames, "duration=" + seconds);
        if (background == 0) {
            assertThat(String.join("\n", said)).containsIgnoringCase("alpha_mode=1");
        }
        var comment = ffprobe("-show_entries", "format_tags", "-of", "default=noprint_wrappers=1", file);
        assertThat(PROVENANCE.text().length()).isGreaterThan(100_000);
        assertThat(String.join("\n", comment)).containsIgnoringCase("TAG:comment=" + PROVENANCE.text());
        assertThat(ffprobe("-show_error", "-show_entries", "packet=pts_time", file))
                .doesNotContain("[ERROR]");
    }

    @Test
    void whatX264CannotWriteIsToldInASentence() throws IOException {
        Readers.require(Codec.X264.absence().isEmpty(), "no ffmpeg command with x264 is here");
        var command = X264Command.onPath().orElseThrow();
        var nowhere = folder.resolve("none").resolve("a.mp4");
        assertThatThrownBy(() -> {
                    try (var into = new X264Command(command, nowhere, 64, 48, 25, Optional.empty())) {
                        for (int k = 0; k < 1000; k++) {
                            into.add(new byte[64 * 48 * 3 / 2]);
                        }
                        into.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the ffmpeg command could not write the film: ")
                .hasMessageContaining("No such file or directory")
                .hasMessageEndingWith("choose the built-in codec");
    }

    @Test
    void aStoppedX264LeavesNoFile() throws IOException {
        Readers.require(Codec.X264.absence().isEmpty(), "no ffmpeg command with x264 is here");
        var exporter = new VideoExporter(film(25, 200, -1), Format.MP4, Codec.X264, Optional.empty());
        assertThat(exporter.export(folder.resolve("a.mp4"), (done, of) -> done < 20))
                .isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCommandWithoutX264IsNoCodec() throws IOException {
        assertThat(X264Command.absence(Optional.empty())).contains("no ffmpeg command is on the PATH");
        var nothing = folder.resolve("ffmpeg");
        Files.writeString(nothing, "no program");
        assertThat(X264Command.absence(Optional.of(nothing)).orElseThrow()).contains("does not start");
    }

    private static Film film(int rate, int frames, int background) {
        return new Film(new Size(161, 91, 1), frames, rate, k -> {
            var dots = new Mark.Region(new float[] {k, k + 30, k + 30, k}, new float[] {10, 10, 50, 50}, 0x800B63D8);
            return new Figure(161, 91, background, List.of(dots));
        });
    }

    private static String noise(int length) {
        var text = new StringBuilder();
        var random = new java.util.SplittableRandom(3);
        for (int k = 0; k < length; k++) {
            text.append((char) random.nextInt(32, 127));
        }
        return text.toString();
    }

    private static List<String> ffprobe(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Readers.program("ffprobe").toString());
        command.addAll(List.of("-v", "error"));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
