package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private static final Film FILM = film();

    @TempDir
    Path folder;

    private static Film film() {
        var snapshot = Scenes.swirl(5);
        var look = Look.standard(snapshot.experiment().sampling().domain()).withParticles(3_000);
        return Film.over(Scene.of(snapshot, look), look, Size.of(320, 200), 20, 1);
    }

    private static int[] pixels(int k) {
        var single = new Raster(320, 200);
        single.paint(FILM.source().frame(k), FILM.size().scale());
        return single.pixels();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void framesComeInTheirOrderAndAreThoseOfAPicture(int threads) throws IOException {
        var taken = new ArrayList<Integer>();
        new Frames(FILM, threads)
                .each(
                        () -> (k, frame, before) -> frame.pixels().clone(),
                        (k, made) -> {
                            taken.add(k);
                            assertThat(made).as("frame %d", k).isEqualTo(pixels(k));
                        },
                        Progress.NONE);
        assertThat(taken).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void inPairsEveryFrameButTheFirstHasTheOneBeforeBesideIt(int threads) throws IOException {
        var taken = new ArrayList<Integer>();
        new Frames(FILM, threads)
                .pairs(
                        () -> (k, frame, before) -> List.of(frame.pixels().clone(), before.clone()),
                        (k, made) -> {
                            taken.add(k);
                            assertThat(made.getFirst()).as("frame %d", k).isEqualTo(pixels(k));
                            assertThat(made.getLast())
                                    .as("before frame %d", k)
                                    .isEqualTo(k == 0 ? new int[0] : pixels(k - 1));
                        },
                        Progress.NONE);
        assertThat(taken).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyFilmHasTheSameBytesOnAnyNumberOfThreads(int threads) throws IOException {
        var frames = new Frames(Films.flow(), threads);
        var one = new Frames(Films.flow(), 1);
        var apng = new ApngExporter(Films.flow(), Optional.empty());
        assertThat(bytes(into -> apng.write(into, frames, Progress.NONE)))
                .isEqualTo(bytes(into -> apng.write(into, one, Progress.NONE)));
        for (boolean dithered : new boolean[] {false, true}) {
            var gif = new GifExporter(Films.flow(), new GifExporter.Options(0, dithered), Optional.empty());
            assertThat(bytes(into -> gif.write(into, frames, Progress.NONE)))
                    .isEqualTo(bytes(into -> gif.write(into, one, Progress.NONE)));
        }
        var files = new FramesExporter(Films.flow(), Optional.empty());
        var many = Files.createDirectory(folder.resolve("many"));
        var single = Files.createDirectory(folder.resolve("single"));
        files.write(many, frames, Progress.NONE);
        files.write(single, one, Progress.NONE);
        assertThat(Films.bytes(many)).isEqualTo(Films.bytes(single));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MP4", "WEBM"})
    void filmsOfACodecHaveTheSameBytesOnAnyNumberOfThreads(Format format) throws IOException {
        assertThat(Codec.BUILT_IN.absence()).isEmpty();
        var flow = Film.over(Films.SCENE, Films.LOOK, new Size(160, 96, 1), 60, 3);
        var exporter = new VideoExporter(flow, format, Codec.BUILT_IN, Optional.empty());
        var one = folder.resolve("1");
        exporter.encode(one, one, 1, Progress.NONE);
        for (int threads : new int[] {2, 5}) {
            var file = folder.resolve(String.valueOf(threads));
            exporter.encode(file, file, threads, Progress.NONE);
            assertThat(file).hasSameBinaryContentAs(one);
        }
    }

    /// The pictures themselves are counted, and what is made of them between making and taking: neither depends
    /// on the length.
    @ParameterizedTest
    @ValueSource(ints = {40, 2_000})
    void memoryIsThatOfAFewFramesHoweverLongTheFilm(int length) throws IOException {
        var still = Films.still();
        var film = new Film(still.size(), length, 60, k -> still.source().frame(0));
        Set<Integer> rasters = ConcurrentHashMap.newKeySet();
        var held = new AtomicInteger();
        var most = new AtomicInteger();
        Frames.Maker<Integer> maker = (k, frame, before) -> {
            rasters.add(System.identityHashCode(frame.pixels()));
            most.accumulateAndGet(held.incrementAndGet(), Math::max);
            return k;
        };
        new Frames(film, 3).each(() -> maker, (k, made) -> held.decrementAndGet(), Progress.NONE);
        assertThat(rasters).hasSizeLessThanOrEqualTo(3);
        assertThat(most.get()).as("made and not yet taken").isLessThanOrEqualTo(3 + 2 * 3);
        rasters.clear();
        most.set(0);
        new Frames(film, 3).pairs(() -> maker, (k, made) -> held.decrementAndGet(), Progress.NONE);
        assertThat(rasters).hasSizeLessThanOrEqualTo(6);
        assertThat(most.get()).as("made and not yet taken").isLessThanOrEqualTo((3 + 2 * 3) * 8);
        assertThat(held).hasValue(0);
    }

    @Test
    void whatStopsTheFilmIsToldByItsProgress() {
        var taken = new ArrayList<Integer>();
        assertThatThrownBy(() -> new Frames(FILM, 2)
                        .each(
                                () -> (k, frame, before) -> k,
                                (k, made) -> taken.add(made),
                                (done, of) -> taken.size() < 3))
                .isInstanceOf(CancellationException.class);
        assertThat(taken).isEqualTo(List.of(0, 1, 2));
    }

    @Test
    void whatGoesWrongIsToldToTheCaller() {
        assertThatThrownBy(() -> new Frames(FILM, 2)
                        .each(
                                () -> (k, frame, before) -> k,
                                (k, made) -> {
                                    throw new IOException("disk full");
                                },
                                Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        var broken = new Film(Size.of(40, 30), 5, 10, k -> {
            throw new IllegalStateException("no frame " + k);
        });
        assertThatThrownBy(() ->
                        new Frames(broken, 2).pairs(() -> (k, frame, before) -> k, (k, made) -> {}, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no frame");
    }

    @Test
    void noMoreThreadsWorkThanTheMemoryHasRoomFor() {
        assertThat(Frames.threads(FILM, 1)).isEqualTo(1);
        assertThat(Frames.threads(FILM, 1000))
                .isEqualTo(Math.min(16, Runtime.getRuntime().availableProcessors()));
        long room = Runtime.getRuntime().maxMemory() / 32;
        int side = (int) Math.sqrt(1.2 * room);
        Assumptions.assumeTrue((long) side * side <= Raster.LARGEST, "left out: any picture fits into this memory");
        assertThat(Frames.threads(new Film(new Size(side, side, 1), 9, 9, FILM.source()), 9))
                .isEqualTo(1);
        assertThatThrownBy(() -> Frames.require(new Size(side, side, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose a smaller size");
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.into(bytes);
        return bytes.toByteArray();
    }

    private interface Writing {
        void into(ByteArrayOutputStream bytes) throws IOException;
    }
}
