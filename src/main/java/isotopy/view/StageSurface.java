package isotopy.view;

import isotopy.export.Raster;
import isotopy.figure.Figure;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/// The sheet on which figures are painted, by the painter of every export, into memory that the screen shows as it is.
/// Mutable.
///
/// There are two sheets that take turns, because the screen may still be reading the last one while the next is
/// painted.
final class StageSurface extends Pane {
    /// A frame that takes longer than this is painted with fewer pixels while things move. Units: nanoseconds.
    private static final double SLOW = 22e6;

    /// A picture in memory and what the screen knows of it.
    private record Sheet(Raster raster, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Sheet of(int columns, int rows) {
            var raster = new Raster(columns, rows);
            var buffer = new PixelBuffer<>(
                    columns, rows, IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
            return new Sheet(raster, buffer, new WritableImage(buffer));
        }
    }

    private final ImageView view = new ImageView();
    private final ArrayDeque<Sheet> sheets = new ArrayDeque<>();
    private double nanosPerPixel;

    StageSurface() {
        setMouseTransparent(true);
        getChildren().add(view);
    }

    /// Paints the figure, `enlarged` so many times, with `scale` screen pixels for each logical one, with fewer while
    /// it is `moving` where that would be too slow; says whether all pixels were painted. Memory is taken anew only
    /// when the size changed.
    boolean paint(Figure figure, double enlarged, double scale, boolean moving) {
        double width = figure.width() * enlarged;
        double height = figure.height() * enlarged;
        double expected = nanosPerPixel * width * height * scale * scale;
        boolean whole = !moving || scale <= 1 || expected < SLOW;
        double painted = whole ? scale : 1;
        int columns = (int) Math.ceil(width * painted - 1e-6);
        int rows = (int) Math.ceil(height * painted - 1e-6);
        if (columns < 1 || rows < 1) {
            return true;
        }
        sheets.removeIf(
                sheet -> sheet.raster().width() != columns || sheet.raster().height() != rows);
        var sheet = sheets.size() < 2 ? Sheet.of(columns, rows) : sheets.removeFirst();
        sheets.addLast(sheet);
        long begin = System.nanoTime();
        sheet.raster().paint(figure, enlarged * painted);
        double measured = (System.nanoTime() - begin) / ((double) columns * rows);
        nanosPerPixel = nanosPerPixel == 0 ? measured : 0.8 * nanosPerPixel + 0.2 * measured;
        sheet.buffer().updateBuffer(all -> null);
        view.setImage(sheet.image());
        view.setSmooth(!whole);
        view.setFitWidth(columns / painted);
        view.setFitHeight(rows / painted);
        return whole;
    }
}
