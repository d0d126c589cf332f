package isotopy.view;

import isotopy.export.Raster;
import isotopy.figure.Figure;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The sheet on which figures are painted, by the painter of every export, into memory that the screen shows as it is. Mutable.
final class StageSurface extends Pane {
    private final ImageView view = new ImageView();
    private @Nullable Raster raster;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private int columns;
    private int rows;

    StageSurface() {
        setMouseTransparent(true);
        view.setSmooth(false);
        getChildren().add(view);
    }

    /// Paints the figure with `scale` screen pixels for each logical one; memory is taken anew only when the size changed.
    void paint(Figure figure, double scale) {
        int wanted = (int) Math.ceil(figure.width() * scale);
        int high = (int) Math.ceil(figure.height() * scale);
        if (wanted < 1 || high < 1) {
            return;
        }
        if (raster == null || buffer == null || wanted != columns || high != rows) {
            columns = wanted;
            rows = high;
            raster = new Raster(columns, rows);
            buffer = new PixelBuffer<>(
                    columns, rows, IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        raster.paint(figure, scale);
        buffer.updateBuffer(whole -> null);
        view.setFitWidth(columns / scale);
        view.setFitHeight(rows / scale);
    }
}
