package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.util.Arrays;
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
    private final Bands bands;
    /// One for each band of rows.
    private final LinePainter[] lines;
    private final DotPainter dots;
    private final DensityPainter clouds;
    private final RegionPainter regions;
    private final HeatPainter heats;
    private final MeshPainter meshes;
    private final PicturePainter pictures;
    private final SignPainter signs;
    private final LabelPainter labels;

    /// A picture of that size, transparent at first, which all processors help to paint.
    ///
    /// Throws: `IllegalArgumentException` when a side is < 1 or the picture is too large.
    public Raster(int width, int height) {
        this(width, height, true);
    }

    private Raster(int width, int height, boolean shared) {
        requireSize(width, height);
        pixels = new Pixels(width, height);
        image = image(pixels);
        bands = new Bands(height, shared);
        lines = new LinePainter[bands.count()];
        Arrays.setAll(lines, band -> new LinePainter(pixels, bands.top(band), bands.bottom(band)));
        dots = new DotPainter(pixels, bands);
        clouds = new DensityPainter(pixels, bands);
        regions = new RegionPainter(pixels);
        heats = new HeatPainter(pixels);
        meshes = new MeshPainter(pixels);
        pictures = new PicturePainter(pixels);
        signs = new SignPainter(pixels);
        labels = new LabelPainter(image);
    }

    /// The same, painted by the caller's thread alone, to the same bits: for many pictures at once.
    ///
    /// Throws: `IllegalArgumentException` when a side is < 1 or the picture is too large.
    public static Raster alone(int width, int height) {
        return new Raster(width, height, false);
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
        bands.each(pixels.argb.length, band -> pixels.clear(bands.top(band), bands.bottom(band), figure.background()));
        for (var mark : figure.marks()) {
            switch (mark) {
                case Mark.Dots d -> dots.dots(d.x(), d.y(), d.argb(), d.radius() * scale, scale);
                case Mark.Density cloud -> clouds.paint(cloud, scale);
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
        int wide = Math.clamp(Math.round(figure.width() * scale), 1, width());
        int high = Math.clamp(Math.round(figure.height() * scale), 1, height());
        var inside = new Raster(wide, high);
        inside.paint(figure, scale);
        pixels.lay(inside.pixels, Math.round(panel.x() * scale), Math.round(panel.y() * scale));
    }

    private void paint(Mark.Curves curves, double scale) {
        int count = curves.curves().size();
        var argb = new int[count];
        var start = new int[count + 1];
        for (int k = 0; k < count; k++) {
            argb[k] = curves.curves().get(k).argb();
            start[k + 1] = start[k] + curves.curves().get(k).x().length;
        }
        var xy = new float[2 * start[count]];
        for (int k = 0; k < count; k++) {
            var curve = curves.curves().get(k);
            for (int p = 0; p < curve.x().length; p++) {
                xy[2 * (start[k] + p)] = curve.x()[p];
                xy[2 * (start[k] + p) + 1] = curve.y()[p];
            }
        }
        paint(new Mark.Paths(xy, start, argb, curves.width(), curves.fading(), curves.dash()), scale);
    }

    private void paint(Mark.Paths paths, double scale) {
        var heights = heights(paths);
        bands.each(paths.xy().length, band -> {
            var painter = lines[band];
            painter.width(paths.width() * scale);
            for (int k = 0; k < paths.argb().length; k++) {
                int from = paths.start()[k];
                int to = paths.start()[k + 1];
                if (to - from >= 2 && painter.touches(heights[2 * k], heights[2 * k + 1], scale)) {
                    painter.paint(paths.xy(), from, to, scale, paths.argb()[k], paths.fading(), paths.dash() * scale);
                }
            }
        });
    }

    /// The least and the greatest y of each line.
    private static float[] heights(Mark.Paths paths) {
        var heights = new float[2 * paths.argb().length];
        for (int k = 0; k < paths.argb().length; k++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int p = paths.start()[k]; p < paths.start()[k + 1]; p++) {
                float y = paths.xy()[2 * p + 1];
                low = y < low ? y : low;
                high = y > high ? y : high;
            }
            heights[2 * k] = low;
            heights[2 * k + 1] = high;
        }
        return heights;
    }

    private void paint(Mark.Arrows arrows, double scale) {
        bands.each(4 * arrows.x().length, band -> paint(arrows, scale, lines[band]));
    }

    /// An arrow is a shaft with two barbs at its tip; one that is shorter than its width is a point.
    private static void paint(Mark.Arrows arrows, double scale, LinePainter lines) {
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
