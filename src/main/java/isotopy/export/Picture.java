package isotopy.export;

import isotopy.figure.Figure;

/// One figure at a size.
public record Picture(Figure figure, Size size) {
    /// A figure with `scale` pixels for each logical pixel of its page.
    ///
    /// Throws: `IllegalArgumentException` when the picture would be too large, in a sentence.
    public static Picture scaled(Figure figure, double scale) {
        long width = Math.max(1, Math.round(figure.width() * scale));
        long height = Math.max(1, Math.round(figure.height() * scale));
        Raster.requireSize(width, height);
        return new Picture(figure, new Size((int) width, (int) height, scale));
    }

    /// The same figure on another ground.
    public Picture on(Ground ground) {
        return new Picture(ground.under(figure), size);
    }

    /// The picture in memory.
    public Raster raster() {
        var raster = new Raster(size.width(), size.height());
        raster.paint(figure, size.scale());
        return raster;
    }
}
