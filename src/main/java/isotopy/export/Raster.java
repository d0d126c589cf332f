package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.util.Locale;

/// A picture in memory into which figures are painted: what the screen shows and what goes into files.
///
/// Mutable, for one thread at a time; painting again reuses everything. Coordinates that are huge or not finite are cut
/// or left out.
///
/// Shapes: [#pixels()] has width · height entries, row by row from the top, premultiplied ARGB.
public final class Raster {
    /// The largest picture.
    ///
    /// Units: pixels in all.
    public static final long LARGEST = 120_000_000;

    private final Pixels pixels;
    private final BufferedImage image;
    private final LinePainter lines;
    private final DotPainter dots;
    private final RegionPainter regions;
    private final HeatPainter heats;
    private final MeshPainter meshes;
    private final PicturePainter pictures;
    private final SignPainter signs;
    private final LabelPainter labels;

    /// A picture of that size, transparent at first.
    ///
    /// Throws: `IllegalArgumentException` when a side is < 1 or the picture is too large.
    public Raster(int width, int height) {
        requireSize(width, height);
        pixels = new Pixels(width, height);
        image = image(pixels);
        lines = new LinePainter(pixels);
        dots = new DotPainter(pixels);
        regions = new RegionPainter(pixels);
        heats = new HeatPainter(pixels);
        meshes = new MeshPainter(pixels);
        pictures = new PicturePainter(pixels);
        signs = new SignPainter(pixels);
        labels = new LabelPainter(image);
    }

    /// Refuses sizes that cannot be painted, in a sentence for the user.
    ///
    /// Throws: `IllegalArgumentException` when a side is < 1 or the picture is too large for the program or the
    /// memory at hand.
    public static void requireSize(long width, long height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture needs at least one pixel a side: " + width + " × " + height);
        }
        long free = Runtime.getRuntime().maxMemory() / 8;
        long largest = Math.min(LARGEST, free);
        if (width > largest || height > largest || width * height > largest) {
            long side = (long) Math.sqrt((double) largest) / 100 * 100;
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A picture of %,d × %,d pixels is too large%s; the largest square one is %,d × %,d.",
                    width,
                    height,
                    largest < LARGEST ? " for the memory of this program" : "",
                    side,
                    side));
        }
    }

    /// An image that shares its pixels with `pixels`.
    private static BufferedImage image(Pixels pixels) {
        var model = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                32,
                0xFF0000,
                0xFF00,
                0xFF,
                0xFF000000,
                true,
                DataBuffer.TYPE_INT);
        var raster = java.awt.image.Raster.createPackedRaster(
                new DataBufferInt(pixels.argb, pixels.argb.length),
                pixels.width,
                pixels.height,
                pixels.width,
                new int[] {0xFF0000, 0xFF00, 0xFF, 0xFF000000},
                null);
        return new BufferedImage(model, raster, true, null);
    }

    public int width() {
        return pixels.width;
    }

    public int height() {
        return pixels.height;
    }

    /// The pixels themselves, not a copy: the next [#paint] changes them.
    public int[] pixels() {
        return pixels.argb;
    }

    /// An image over the same pixels, of type `TYPE_INT_ARGB_PRE`: the next [#paint] changes it.
    public BufferedImage image() {
        return image;
    }

    /// Overwrites the picture by a figure, `scale` pixels for one logical pixel; the figure's upper left corner is
    /// the picture's.
    ///
    /// Throws: `IllegalArgumentException` unless the scale is positive and finite.
    public void paint(Figure figure, double scale) {
        if (!(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("a picture's scale must be positive: " + scale);
        }
        pixels.clear(figure.background());
        for (var mark : figure.marks()) {
            switch (mark) {
                case Mark.Dots d -> dots.dots(d.x(), d.y(), d.argb(), d.radius() * scale, scale);
                case Mark.Rings r -> dots.rings(r.x(), r.y(), r.argb(), r.radius() * scale, r.width() * scale, scale);
                case Mark.Curves curves -> paint(curves, scale);
                case Mark.Paths paths -> paint(paths, scale);
                case Mark.Arrows arrows -> paint(arrows, scale);
                case Mark.Region r -> regions.paint(r.x(), r.y(), scale, r.argb());
                case Mark.Heat heat -> heats.paint(heat, scale);
                case Mark.Mesh mesh -> meshes.paint(mesh, scale);
                case Mark.Picture picture -> pictures.paint(picture, scale);
                case Mark.Signs shown -> signs.paint(shown, scale);
                case Mark.Label label -> labels.paint(label, scale);
                case Mark.Panel panel -> paint(panel, scale);
            }
        }
    }

    private void paint(Mark.Panel panel, double scale) {
        var figure = panel.figure();
        int wide = (int) Math.clamp(Math.round(figure.width() * scale), 1, width());
        int high = (int) Math.clamp(Math.round(figure.height() * scale), 1, height());
        var inside = new Raster(wide, high);
        inside.paint(figure, scale);
        pixels.lay(inside.pixels, Math.round(panel.x() * scale), Math.round(panel.y() * scale));
    }

    private void paint(Mark.Curves curves, double scale) {
        lines.width(curves.width() * scale);
        for (var curve : curves.curves()) {
            var xy = new float[2 * curve.x().length];
            for (int k = 0; k < curve.x().length; k++) {
                xy[2 * k] = curve.x()[k];
                xy[2 * k + 1] = curve.y()[k];
            }
            lines.paint(xy, 0, curve.x().length, scale, curve.argb(), curves.fading(), curves.dash() * scale);
        }
    }

    private void paint(Mark.Paths paths, double scale) {
        lines.width(paths.width() * scale);
        for (int k = 0; k < paths.argb().length; k++) {
            int from = paths.start()[k];
            int to = paths.start()[k + 1];
            if (to - from >= 2) {
                lines.paint(paths.xy(), from, to, scale, paths.argb()[k], paths.fading(), paths.dash() * scale);
            }
        }
    }

    /// An arrow is a shaft with two barbs at its tip; one that is shorter than its width is a point.
    private void paint(Mark.Arrows arrows, double scale) {
        lines.width(arrows.width() * scale);
        for (int k = 0; k < arrows.x().length; k++) {
            double x = arrows.x()[k] * scale;
            double y = arrows.y()[k] * scale;
            double dx = arrows.dx()[k] * scale;
            double dy = arrows.dy()[k] * scale;
            double length = Math.hypot(dx, dy);
            lines.piece(x, y, x + dx, y + dy);
            if (length > 2 * arrows.width() * scale) {
                double barb = Math.min(0.34 * length, 4.5 * arrows.width() * scale) / length;
                for (int side = -1; side <= 1; side += 2) {
                    lines.piece(
                            x + dx,
                            y + dy,
                            x + dx - barb * (dx - side * 0.62 * dy),
                            y + dy - barb * (dy + side * 0.62 * dx));
                }
            }
            lines.finish(arrows.argb());
        }
    }
}
