package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.figure.Figure;
import isotopy.figure.Look;
import isotopy.figure.Mark;
import isotopy.figure.Overlay;
import isotopy.figure.Panels;
import isotopy.figure.Scene;
import isotopy.figure.Scenes;
import isotopy.math.Box;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moments side by side, in every format.
class PanelsTest {
    private static final Look LOOK =
            Look.standard(Box.UNIT).withParticles(60).with(Overlay.AXES, true).with(Overlay.TICKS, true);
    private static final Scene SCENE = Scene.of(Scenes.swirl(5), LOOK);

    @TempDir
    Path folder;

    private static Panels strip(double... shares) {
        double horizon = SCENE.particles().horizon();
        return new Panels(DoubleStream.of(shares)
                .mapToObj(share -> Panels.Moment.at(SCENE, share * horizon))
                .toList());
    }

    private static List<Mark.Panel> panels(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Panel.class::isInstance)
                .map(Mark.Panel.class::cast)
                .toList();
    }

    private static List<String> words(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
    }

    @Test
    void panelsAreEqualAndNamedAndShareTheirAxes() {
        var figure = strip(0, 0.25, 0.5, 1 / 3.0, 1).figure(LOOK, 1200);
        var panels = panels(figure);
        assertThat(panels).hasSize(5);
        assertThat(panels)
                .allSatisfy(panel -> assertThat(panel.figure().width())
                        .isEqualTo(panels.getFirst().figure().width())
                        .isEqualTo(panel.figure().height()));
        assertThat(panels)
                .allSatisfy(panel ->
                        assertThat(panel.y()).isEqualTo(panels.getFirst().y()));
        assertThat(words(figure))
                .containsSubsequence(
                        "(a)", "t = 0", "(b)", "t = 0.25 T", "(c)", "t = 0.5 T", "(d)", "t = 0.333 T", "(e)")
                .contains("t = T", "target");
        // one ruler on the left for all, none inside
        assertThat(words(figure)).containsOnlyOnce("x₂");
        assertThat(panels).allSatisfy(panel -> assertThat(words(panel.figure())).isEmpty());
    }

    @Test
    void aNarrowPageHasMoreRowsAndNothingLiesOutsideIt() {
        var wide = strip(0, 0.2, 0.4, 0.6, 0.8, 1).figure(LOOK, 1200);
        var narrow = strip(0, 0.2, 0.4, 0.6, 0.8, 1).figure(LOOK, 500);
        assertThat(narrow.height()).isGreaterThan(wide.height());
        for (var panel : panels(narrow)) {
            assertThat(panel.x() + panel.figure().width()).isLessThanOrEqualTo(narrow.width());
            assertThat(panel.y() + panel.figure().height()).isLessThan(narrow.height());
        }
        assertThatThrownBy(() -> new Panels(List.of())).hasMessage("a strip has 1 … 26 panels: 0");
    }

    @Test
    void aPanelIsCutAtItsEdgesAndLooksAsByItself() {
        var inside = new Figure(
                20,
                10,
                0xFFFFFFFF,
                List.of(new Mark.Dots(new float[] {18, 5}, new float[] {5, 5}, new int[] {0xFF0000FF, 0x80FF0000}, 6)));
        var page = new Figure(40, 30, 0xFF00FF00, List.of(new Mark.Panel(10, 15, inside)));
        var all = Picture.scaled(page, 2).raster();
        var alone = Picture.scaled(inside, 2).raster();
        for (int y = 0; y < all.height(); y++) {
            for (int x = 0; x < all.width(); x++) {
                boolean within = x >= 20 && x < 60 && y >= 30 && y < 50;
                int expected = within ? alone.pixels()[(y - 30) * alone.width() + x - 20] : 0xFF00FF00;
                assertThat(all.pixels()[y * all.width() + x]).isEqualTo(expected);
            }
        }
    }

    @Test
    void aTransparentPanelShowsWhatLiesBelow() {
        var inside = new Figure(
                4, 4, 0, List.of(new Mark.Region(new float[] {0, 4, 4, 0}, new float[] {0, 0, 2, 2}, 0x80FFFFFF)));
        var page = Picture.scaled(new Figure(4, 4, 0xFF000000, List.of(new Mark.Panel(0, 0, inside))), 1)
                .raster();
        assertThat(page.pixels()[0] & 0xFF).isBetween(0x7F, 0x81);
        assertThat(page.pixels()[0] >>> 24).isEqualTo(0xFF);
        assertThat(page.pixels()[15]).isEqualTo(0xFF000000);
    }

    @Test
    void aStripGoesIntoEveryFormatOfPicturesAndTwiceTheSame() throws Exception {
        var picture = Picture.scaled(strip(0, 0.5, 1).figure(LOOK, 600), 1);
        for (var format : List.of(Format.PNG, Format.SVG, Format.PDF, Format.TIKZ)) {
            var first = folder.resolve("a." + format.id());
            Exporter.of(picture, format, Optional.empty()).export(first, Progress.NONE);
            var bytes = Files.readAllBytes(first);
            Exporter.of(picture, format, Optional.empty()).export(first, Progress.NONE);
            assertThat(first).hasBinaryContent(bytes);
        }
        assertThat(Files.readString(folder.resolve("a.svg")).split("<svg ", -1)).hasSize(1 + 1 + 3);
        assertThat(Files.readString(folder.resolve("a.tikz")).split("begin\\{pgfscope", -1))
                .hasSize(1 + 3);
        assertThat(ImageIO.read(folder.resolve("a.png").toFile()).getWidth()).isEqualTo(600);
    }
}
