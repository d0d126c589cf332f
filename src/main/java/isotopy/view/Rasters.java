package isotopy.view;

import isotopy.export.Raster;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pictures in memory as images of JavaFX.
final class Rasters {
    private Rasters() {}

    /// A copy of the pixels as an image.
    static WritableImage image(Raster raster) {
        var image = new WritableImage(raster.width(), raster.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        raster.width(),
                        raster.height(),
                        PixelFormat.getIntArgbPreInstance(),
                        raster.pixels(),
                        0,
                        raster.width());
        return image;
    }
}
