package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isotopy.export.Picture;
import isotopy.export.PngExporter;
import isotopy.export.Progress;
import isotopy.export.Size;
import isotopy.figure.Camera;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.service.Pace;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Preset;
import isotopy.train.Experiment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageViewTest {
    private static FlowSnapshot trained;
    private Hands hands;

    @BeforeAll
    static void train() {
        trained = Fx.trained(Experiment.standard(Preset.SWIRL), 60);
    }

    @BeforeEach
    void open() {
        hands = new Hands(trained, 900, 640);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        double x1 = 0.4;
        double x2 = -0.3;
        double x = hands.pageX(x1);
        double y = hands.pageY(x2);
        double span = look().camera().span();

        hands.wheel(hands.stage, x, y, -3);

        assertThat(look().camera().span()).isNotEqualTo(span);
        assertThat(hands.pageX(x1)).isCloseTo(x, within(1.0));
        assertThat(hands.pageY(x2)).isCloseTo(y, within(1.0));
    }

    @Test
    void draggingPansAndADoubleClickFits() {
        var fit = Camera.fit(trained.experiment().sampling().domain());
        hands.drag(hands.stage, 100, 300, 180, 260);
        assertThat(hands.pageX(0) - Fx.on(() -> hands.stage.getWidth()) / 2).isCloseTo(80, within(1.5));
        assertThat(hands.pageY(0) - Fx.on(() -> hands.stage.getHeight()) / 2).isCloseTo(-40, within(1.5));

        hands.moveTo(hands.stage, 60, 300);
        for (int k = 0; k < 2; k++) {
            hands.press(MouseButton.PRIMARY);
            hands.release(MouseButton.PRIMARY);
        }
        hands.frames(1);

        assertThat(look().camera()).isEqualTo(fit);
        assertThat(look().pins()).isEmpty();
    }

    @Test
    void presentedTheEnlargedFigureStillFillsTheStage() {
        Fx.run(() -> hands.model.setPresenting(true));
        hands.frames(3);
        Fx.run(() -> {
            var view = (ImageView) hands.stage.lookup(".image-view");
            assertThat(view.getFitWidth()).isBetween(hands.stage.getWidth(), hands.stage.getWidth() + 1);
            assertThat(view.getFitHeight()).isBetween(hands.stage.getHeight(), hands.stage.getHeight() + 1);
        });
    }

    @Test
    void aClickPinsAParticleAndItsStartCanBeDraggedAtAnyTime() {
        Fx.run(() -> hands.model.playback().hold(1));
        var paths = hands.model.sceneProperty().get().particles();
        double end1 = paths.at(paths.horizon(), 0, 7);
        double end2 = paths.at(paths.horizon(), 1, 7);

        hands.click(hands.stage, hands.pageX(end1), hands.pageY(end2));

        assertThat(look().pins()).hasSize(1);
        assertThat(hands.model.inspectedProperty().get()).isEqualTo(new Inspected.Particle(0));
        var pin = look().pins().getFirst();
        assertThat(pin.x1()).isCloseTo(paths.at(0, 0, 7), within(1e-9));
        hands.await(() -> hands.model.sceneProperty().get().pins().isPresent());
        double x = hands.pageX(pin.x1());
        double y = hands.pageY(pin.x2());
        var pathBefore = hands.model.sceneProperty().get().pins().orElseThrow();

        hands.drag(hands.stage, x, y, x + 50, y + 30);

        double scale = Fx.on(() -> look().camera().scale(hands.stage.getWidth(), hands.stage.getHeight()));
        assertThat(look().pins().getFirst().x1() - pin.x1()).isCloseTo(50 / scale, within(2 / scale));
        assertThat(look().pins().getFirst().x2() - pin.x2()).isCloseTo(-30 / scale, within(2 / scale));
        hands.await(() -> hands.model.sceneProperty().get().pins().orElseThrow() != pathBefore
                && hands.model.sceneProperty().get().pins().orElseThrow().at(0, 0, 0)
                        == look().pins().getFirst().x1());

        hands.click(hands.stage, x + 50, y + 30, MouseButton.SECONDARY);
        assertThat(look().pins()).isEmpty();
    }

    @Test
    void deleteLetsThePinGoThatIsBeingExplained() {
        Fx.run(() ->
                hands.model.changeLook(look -> look.withPins(List.of(new Look.Pin(0, 0), new Look.Pin(0.5, 0.5)))));
        hands.frames(1);
        hands.click(hands.stage, hands.pageX(0.5), hands.pageY(0.5));
        assertThat(hands.model.inspectedProperty().get()).isEqualTo(new Inspected.Particle(1));
        hands.type(KeyCode.DELETE);
        assertThat(look().pins()).containsExactly(new Look.Pin(0, 0));
    }

    @Test
    void everyOverlayOnTheBarChangesThePicture() {
        for (var overlay : List.of(Overlay.PARTICLES, Overlay.TRAILS, Overlay.GRID, Overlay.FIELD, Overlay.TARGET)) {
            Fx.run(() -> hands.model.playback().hold(0.5));
            var before = stagePixels(hands.picture());
            boolean shown = look().shows(overlay);
            hands.click("overlay-" + overlay.id());
            assertThat(look().shows(overlay)).as(overlay.id()).isNotEqualTo(shown);
            assertThat(stagePixels(hands.picture())).as(overlay.id()).isNotEqualTo(before);
            hands.click("overlay-" + overlay.id());
            assertThat(stagePixels(hands.picture())).as(overlay.id() + " again").isEqualTo(before);
        }
    }

    @Test
    void inTheStackDraggingTurnsAndClicksPinNothing() {
        Fx.run(() -> hands.model.changeLook(look -> look.withStack(true)));
        hands.frames(1);
        double yaw = look().yaw();
        var camera = look().camera();
        hands.drag(hands.stage, 300, 300, 400, 300);
        assertThat(look().yaw()).isNotEqualTo(yaw);
        assertThat(look().camera()).isEqualTo(camera);
        hands.click(hands.stage, 450, 300);
        assertThat(look().pins()).isEmpty();
    }

    @Test
    void nothingIsPaintedAgainWhenNothingChanged() {
        hands.await(() -> hands.model.snapshotProperty().get() != trained);
        Fx.run(() -> hands.model.playback().hold(0.3));
        hands.frames(30);
        var before = hands.picture();
        hands.frames(5);
        assertThat(pixels(hands.picture())).isEqualTo(pixels(before));
    }

    @Test
    void inTheStackADoubleClickFitsToo() {
        Fx.run(() -> hands.model.changeLook(look -> look.withStack(true)));
        hands.wheel(hands.stage, 300, 300, -2);
        var fit = Camera.fit(trained.experiment().sampling().domain());
        assertThat(look().camera()).isNotEqualTo(fit);
        for (int k = 0; k < 2; k++) {
            hands.press(MouseButton.PRIMARY);
            hands.release(MouseButton.PRIMARY);
        }
        hands.frames(1);
        assertThat(look().camera()).isEqualTo(fit);
    }

    @Test
    void thePictureFollowsTrainingByItself() {
        var before = stagePixels(hands.picture());
        Fx.run(() -> hands.model.setPace(new Pace.Max()));
        hands.click("train");
        hands.await(() -> hands.model.snapshotProperty().get().step() > trained.step() + 20
                && hands.model.sceneProperty().get().snapshot().step() > trained.step() + 20);
        assertThat(stagePixels(hands.picture())).isNotEqualTo(before);
    }

    @Test
    void slidersBehindMoreChangeTheLookAndFollowIt() {
        var panel = Fx.on(() -> new LookPanel(hands.model, List.of()));
        var count = (Slider) Fx.on(() -> panel.lookup("#particle-count"));
        Fx.run(() -> count.setValue(Math.log10(5000)));
        assertThat(look().particles()).isEqualTo(5000);
        Fx.run(() -> count.setValue(Math.log10(123_456)));
        assertThat(look().particles()).isEqualTo(120_000);
        assertThat(count.getMax()).isEqualTo(Math.log10(1_000_000));
        Fx.run(() -> hands.model.changeLook(look -> look.withParticles(1234)));
        assertThat(look().particles()).isEqualTo(1234);
        assertThat(count.getValue()).isCloseTo(Math.log10(1234), within(1e-9));
        Fx.run(() -> ((Slider) panel.lookup("#trail-length")).setValue(0.5));
        assertThat(look().trail()).isEqualTo(0.5);
    }

    @Test
    void aFineScreenGetsItsPixels() {
        Fx.run(() -> hands.stage.getScene().getWindow().setRenderScaleX(2));
        hands.frames(40);
        var picture = Fx.on(() -> (ImageView) hands.stage.lookup(".image-view"));
        double width = Fx.on(() -> hands.stage.getWidth());
        hands.await(() -> picture.getImage().getWidth() == 2 * width);
        assertThat(picture.getFitWidth()).isEqualTo(width);
    }

    @Test
    void theScreenShowsThePixelsOfAPngFile(@TempDir Path folder) throws IOException {
        for (int particles : new int[] {700, 120_000}) {
            Fx.run(() -> {
                hands.model.playback().hold(0.6);
                hands.model.changeLook(look -> look.withParticles(particles));
            });
            hands.await(() -> hands.model.sceneProperty().get().particles().size() == particles);
            hands.frames(40);
            var scene = hands.model.sceneProperty().get();
            double width = Fx.on(() -> hands.stage.getWidth());
            double height = Fx.on(() -> hands.stage.getHeight());
            var figure = Illustrator.at(scene, Fx.on(hands.model::time), look(), width, height);
            var size = new Size((int) Math.ceil(width), (int) Math.ceil(height), 1);
            var file = folder.resolve(particles + ".png");
            new PngExporter(new Picture(figure, size), Optional.empty()).export(file, Progress.NONE);
            var png = ImageIO.read(file.toFile());
            var shown = Fx.on(() -> hands.stage.lookup(".image-view").snapshot(null, null));
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    assertThat(shown.getPixelReader().getArgb(column, row))
                            .as("%d particles, pixel %d, %d", particles, column, row)
                            .isEqualTo(png.getRGB(column, row));
                }
            }
        }
    }

    private Look look() {
        return hands.model.lookProperty().get();
    }

    /// The middle of the stage, where no bar lies.
    private static int[] stagePixels(BufferedImage picture) {
        return picture.getRGB(100, 80, 700, 400, null, 0, 700);
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
