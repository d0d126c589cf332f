package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// What no vector format holds well, as pixels over a rectangle of the page: painted as the screen paints it, with
/// [#SHARPNESS] pixels a logical pixel.
///
/// Units: logical pixels.
///
/// @param image straight ARGB; the record's own: treat it as read-only
record Patch(int x, int y, int width, int height, BufferedImage image) {
    /// Pixels a logical pixel.
    static final int SHARPNESS = 2;

    /// The mark as pixels, cut to the page; empty when nothing of it lies there.
    static Optional<Patch> of(Mark.Heat heat, Figure page) {
        return cut(
                new float[] {heat.x(), heat.x() + heat.width()},
                new float[] {heat.y(), heat.y() + heat.height()},
                page,
                (dx, dy) -> new Mark.Heat(
                        heat.x() - dx,
                        heat.y() - dy,
                        heat.width(),
                        heat.height(),
                        heat.columns(),
                        heat.rows(),
                        heat.argb()));
    }

    static Optional<Patch> of(Mark.Mesh mesh, Figure page) {
        return cut(
                mesh.x(),
                mesh.y(),
                page,
                (dx, dy) -> new Mark.Mesh(
                        less(mesh.x(), dx), less(mesh.y(), dy), mesh.columns(), mesh.rows(), mesh.argb()));
    }

    static Optional<Patch> of(Mark.Picture picture, Figure page) {
        return cut(
                picture.x(),
                picture.y(),
                page,
                (dx, dy) -> new Mark.Picture(
                        less(picture.x(), dx),
                        less(picture.y(), dy),
                        picture.u(),
                        picture.v(),
                        picture.columns(),
                        picture.rows(),
                        picture.texture()));
    }

    static Optional<Patch> of(Mark.Dots dots, Figure page) {
        return of(0, 0, (int) Math.ceil(page.width()), (int) Math.ceil(page.height()), dots);
    }

    static Optional<Patch> of(Mark.Density cloud, Figure page) {
        return of(0, 0, (int) Math.ceil(page.width()), (int) Math.ceil(page.height()), cloud);
    }

    /// A mark moved to the left by dx and up by dy.
    @FunctionalInterface
    private interface Moved {
        Mark by(int dx, int dy);
    }

    private static Optional<Patch> cut(float[] x, float[] y, Figure page, Moved mark) {
        int left = (int) Math.clamp(Math.floor(bound(x, false)), 0, page.width());
        int right = (int) Math.clamp(Math.ceil(bound(x, true)), 0, Math.ceil(page.width()));
        int top = (int) Math.clamp(Math.floor(bound(y, false)), 0, page.height());
        int bottom = (int) Math.clamp(Math.ceil(bound(y, true)), 0, Math.ceil(page.height()));
        return left < right && top < bottom
                ? of(left, top, right - left, bottom - top, mark.by(left, top))
                : Optional.empty();
    }

    /// The least or the largest finite number, 0 when there is none.
    private static double bound(float[] numbers, boolean largest) {
        double bound = Double.NaN;
        for (float number : numbers) {
            if (Float.isFinite(number) && !(largest ? number <= bound : number >= bound)) {
                bound = number;
            }
        }
        return Double.isNaN(bound) ? 0 : bound;
    }

    private static float[] less(float[] numbers, float by) {
        var less = new float[numbers.length];
        for (int k = 0; k < less.length; k++) {
            less[k] = numbers[k] - by;
        }
        return less;
    }

    private static Optional<Patch> of(int x, int y, int width, int height, Mark mark) {
        var raster = new Raster(SHARPNESS * width, SHARPNESS * height);
        raster.paint(new Figure(width, height, 0, List.of(mark)), SHARPNESS);
        var straight = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
        straight.createGraphics().drawImage(raster.image(), 0, 0, null);
        return Optional.of(new Patch(x, y, width, height, straight));
    }

    /// The pixels as a PNG file.
    byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java cannot write PNG files");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        }
        return bytes.toByteArray();
    }
}
