package isotopy.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.math.Box;
import isotopy.target.DrawnMap;
import isotopy.target.Obstructions;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The stage while a target is drawn, and thumbnails.
class DrawingTest {
    private static final Look LOOK = Look.standard(Box.UNIT);
    private static final Camera CAMERA = LOOK.camera();

    @Test
    void everyNodeHasAHandleAtItsImage() {
        var map = DrawnMap.blank(Box.UNIT, 5).drag(12, 0.2, 0.1);
        var figure = drawing(map);
        var handles = kinds(Mark.Dots.class, figure).getLast();
        var images = map.nodeImages();
        assertThat(handles.x()).hasSize(25);
        for (int k = 0; k < 25; k++) {
            assertThat(handles.x()[k]).isCloseTo((float) CAMERA.pageX(images.at(0, k), 600, 500), within(1e-3f));
            assertThat(handles.y()[k]).isCloseTo((float) CAMERA.pageY(images.at(1, k), 600, 500), within(1e-3f));
        }
    }

    @Test
    void aMapThatIsNoFlowIsHatchedWhereItsDeterminantIsNotPositive() {
        var map = DrawnMap.blank(Box.UNIT, 5).drag(12, 0.9, 0.5);
        var obstruction = Obstructions.of(map, Box.UNIT).orElseThrow();
        int alarm = Palette.of(Theme.LIGHT).alarm() & 0xFFFFFF;
        var hatching = kinds(Mark.Paths.class, drawing(map)).stream()
                .filter(paths -> paths.argb().length > 0 && (paths.argb()[0] & 0xFFFFFF) == alarm)
                .findFirst()
                .orElseThrow();
        assertThat(hatching.argb().length)
                .isBetween(obstruction.where().size() / 3, obstruction.where().size());
        var images = map.apply(obstruction.where());
        for (int line = 0; line < hatching.argb().length; line++) {
            double x1 = CAMERA.worldX1((hatching.xy()[4 * line] + hatching.xy()[4 * line + 2]) / 2.0, 600, 500);
            double x2 = CAMERA.worldX2((hatching.xy()[4 * line + 1] + hatching.xy()[4 * line + 3]) / 2.0, 600, 500);
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < images.size(); k++) {
                nearest = Math.min(nearest, Math.hypot(images.at(0, k) - x1, images.at(1, k) - x2));
            }
            assertThat(nearest).as("hatch line %d", line).isLessThan(0.03);
        }
    }

    @Test
    void aMapWithinReachHasNoSignOfTrouble() {
        int alarm = Palette.of(Theme.LIGHT).alarm() & 0xFFFFFF;
        assertThat(Obstructions.of(Preset.SWIRL, Box.UNIT)).isEmpty();
        assertThat(kinds(Mark.Paths.class, drawing(Preset.SWIRL)))
                .isNotEmpty()
                .allSatisfy(paths -> assertThat(paths.argb()[0] & 0xFFFFFF).isNotEqualTo(alarm));
    }

    private static Figure drawing(PlaneMap map) {
        var obstruction = Obstructions.of(map, Box.UNIT);
        return Illustrator.drawing(
                map, Box.UNIT, obstruction.isPresent() ? obstruction : Optional.empty(), LOOK, 600, 500);
    }

    private static <T extends Mark> List<T> kinds(Class<T> kind, Figure figure) {
        return figure.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
