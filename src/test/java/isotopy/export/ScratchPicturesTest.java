package isotopy.export;

import isotopy.figure.*;
import isotopy.math.Box;
import isotopy.target.Preset;
import java.nio.file.*;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ScratchPicturesTest {
    @Test
    void pictures() throws Exception {
        Files.createDirectories(Path.of("target/pictures"));
        for (var target : new Preset[] {Preset.SWIRL, Preset.MIRROR}) {
            var s = Scenes.trained(target, 20, target == Preset.MIRROR ? 900 : 300);
            for (var theme : Theme.values())
                for (var o : new Overlay[] {Overlay.DENSITY, Overlay.DETERMINANT, Overlay.COSTATE}) {
                    var look = Look.standard(Box.UNIT).withTheme(theme).with(o, true);
                    var scene = Scene.of(s, look);
                    var r = new Raster(700, 620);
                    r.paint(Illustrator.at(scene, 0.7, look, 700, 620), 1);
                    ImageIO.write(
                            r.image(),
                            "png",
                            Path.of("target/pictures/o-" + target.id() + "-" + o.id() + "-" + theme.id() + ".png")
                                    .toFile());
                }
        }
    }
}
