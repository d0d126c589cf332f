package isotopy.export;

/// Paints frames of a film in the colours of video. For one thread.
final class FramePainter {
    private final Film film;
    private final Raster raster;
    private final Yuv frame;

    FramePainter(Film film, boolean transparent) {
        this.film = film;
        raster = Raster.alone(film.size().width(), film.size().height());
        frame = new Yuv(raster.width(), raster.height(), transparent);
    }

    /// The present frame: the next [#paint] overwrites it.
    Yuv frame() {
        return frame;
    }

    /// Paints frame k.
    void paint(int k) {
        raster.paint(film.source().frame(k), film.size().scale());
        frame.take(raster.pixels());
    }
}
