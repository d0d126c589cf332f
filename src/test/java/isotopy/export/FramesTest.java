package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Look;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private static final Film FILM = film();

    private static Film film() {
        var snapshot = Scenes.swirl(5);
        var look = Look.standard(snapshot.experiment().sampling().domain()).withParticles(3_000);
        return Film.over(Scene.of(snapshot, look), look, Size.of(320, 200), 12, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void framesComeInTheirOrderAndAreThoseOfAPicture(int workers) throws IOException {
        var taken = new ArrayList<Integer>();
        var single = new Raster(320, 200);
        boolean all = new Frames(FILM, workers).paint((k, picture) -> {
            taken.add(k);
            single.paint(FILM.source().frame(k), FILM.size().scale());
            assertThat(Arrays.equals(picture.pixels(), single.pixels()))
                    .as("frame %d", k)
                    .isTrue();
            return true;
        });
        assertThat(all).isTrue();
        assertThat(taken).isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    @Test
    void noMorePicturesAreHeldThanWorkersAndTwo() throws IOException {
        Set<Integer> rasters = ConcurrentHashMap.newKeySet();
        new Frames(FILM, 2).paint((k, picture) -> rasters.add(System.identityHashCode(picture)) || true);
        assertThat(rasters).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aTakerEndsTheFilmWhenItHasHadEnough() throws IOException {
        var taken = new ArrayList<Integer>();
        boolean all = Frames.of(FILM).paint((k, picture) -> taken.add(k) && k < 2);
        assertThat(all).isFalse();
        assertThat(taken).containsExactly(0, 1, 2);
    }

    @Test
    void whatGoesWrongIsToldToTheCaller() {
        assertThatThrownBy(() -> new Frames(FILM, 2).paint((k, picture) -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        var broken = new Film(Size.of(40, 30), 5, 10, k -> {
            throw new IllegalStateException("no frame " + k);
        });
        assertThatThrownBy(() -> new Frames(broken, 2).paint((k, picture) -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no frame");
    }
}
