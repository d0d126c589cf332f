package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.figure.Theme;
import isotopy.math.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A figure on the page of its theme, on a white one, and on none.
class GroundTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingOfThePageIsLeftOnNoGround(Theme theme) {
        var look = Look.standard(Box.UNIT)
                .withTheme(theme)
                .with(Overlay.AXES, true)
                .with(Overlay.TICKS, true)
                .with(Overlay.FOLDS, true);
        var figure = figure(look);
        var plates = figure.marks().stream().filter(GroundTest::plate).count();
        assertThat(plates).as("some words lie on a plate").isPositive();
        var bare = Ground.TRANSPARENT.under(figure);
        assertThat(bare.background()).isZero();
        assertThat(bare.marks()).noneMatch(GroundTest::plate);
        // seen before the page of the theme the picture is nearly what it was
        var on = raster(figure);
        var off = raster(new Figure(1200, 800, figure.background(), bare.marks()));
        assertThat(IntStream.range(0, on.length).filter(k -> on[k] != off[k]).count())
                .isLessThan(on.length / 20);
        var pixels = raster(bare);
        assertThat(pixels[0]).isZero();
        assertThat(IntStream.of(pixels).filter(pixel -> pixel == 0).count()).isGreaterThan(pixels.length / 2);
    }

    @Test
    void aWhiteGroundIsWhiteAlsoUnderWords() {
        var look = Look.standard(Box.UNIT);
        var figure = figure(look);
        var white = Ground.WHITE.under(figure);
        assertThat(raster(white)[0]).isEqualTo(0xFFFFFFFF);
        assertThat(white.marks()).hasSameSizeAs(figure.marks());
        assertThat(white.marks())
                .filteredOn(GroundTest::plate)
                .allMatch(mark -> ((Mark.Region) mark).argb() == 0xE6FFFFFF);
        assertThat(Ground.THEME.under(figure)).isSameAs(figure);
    }

    @Test
    void rimsGoAndTheInsidesOfHollowDotsStay() {
        int page = 0xFFFDFDFE;
        var rim = dots(page, 5);
        var dot = dots(0xFF204060, 4);
        var inside = dots(page, 2);
        var halo = dots(page & 0xFFFFFF | 0x99000000, 6);
        var bare = Ground.TRANSPARENT.under(new Figure(20, 20, page, List.of(halo, rim, dot, inside)));
        assertThat(bare.marks()).containsExactly(dot, inside);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void aPageHasSoManyPixelsForEachOfItsOwn(int times) {
        var size = Size.of(300, 200, times);
        assertThat(size).isEqualTo(new Size(300 * times, 200 * times, times));
        assertThat(size.pageWidth()).isEqualTo(300);
    }

    @Test
    void whatIsNoScaleIsRefusedInASentence() {
        for (int times : new int[] {0, -1, 9}) {
            assertThatThrownBy(() -> Size.of(300, 200, times))
                    .hasMessageContaining("1 … 8 pixels")
                    .hasMessageEndingWith(": " + times);
        }
        assertThatThrownBy(() -> Size.of(100_000, 100_000, 8)).hasMessageContaining("is too large");
        assertThatThrownBy(() -> Size.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 8))
                .hasMessageContaining("is too large");
        assertThat(Ground.named("white")).isEqualTo(Ground.WHITE);
        assertThatThrownBy(() -> Ground.named("pink")).hasMessageContaining("theme, white or transparent");
    }

    private static Figure figure(Look look) {
        var scene = Scene.of(Scenes.swirl(4), look);
        var seen = Illustrator.at(scene, 0.7, look, 1200, 800);
        var marks = new ArrayList<>(seen.marks());
        float[] x = {20, 200, 200, 20};
        marks.add(new Mark.Region(x, new float[] {20, 20, 60, 60}, seen.background() & 0xFFFFFF | 0xE6000000));
        return new Figure(seen.width(), seen.height(), seen.background(), marks);
    }

    private static Mark dots(int argb, float radius) {
        return new Mark.Dots(new float[] {9}, new float[] {9}, new int[] {argb}, radius);
    }

    /// Plates are the only areas that are seen through so little.
    private static boolean plate(Mark mark) {
        return mark instanceof Mark.Region region && region.argb() >>> 24 == 0xE6;
    }

    private static int[] raster(Figure figure) {
        var raster = new Raster((int) figure.width(), (int) figure.height());
        raster.paint(figure, 1);
        return raster.pixels();
    }
}
