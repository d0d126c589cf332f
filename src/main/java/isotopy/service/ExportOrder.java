package isotopy.service;

import isotopy.export.Exporter;
import isotopy.export.Film;
import isotopy.export.Format;
import isotopy.export.GifExporter;
import isotopy.export.Picture;
import isotopy.export.Size;
import isotopy.figure.Figure;
import isotopy.figure.Illustrator;
import isotopy.figure.Look;
import isotopy.figure.Scene;
import java.util.Optional;

/// What is to be written: immutable, so that nothing that happens in the window changes it on its way.
public sealed interface ExportOrder {
    /// One moment of a scene as a picture in that format; with `captioned` it says where t stands.
    ///
    /// Units: `t` in [0, T].
    record Still(Scene scene, Look look, double t, boolean captioned, Format format, Size size) implements ExportOrder {
        /// The page that is painted.
        public Figure figure() {
            var figure = Illustrator.at(scene, t, look, size.pageWidth(), size.pageHeight());
            return captioned ? Illustrator.captioned(figure, scene, t, look) : figure;
        }
    }

    /// A scene from t = 0 to t = T as a GIF that loops for ever.
    ///
    /// Units: `rate` in frames a second.
    record Loop(Scene scene, Look look, int rate, double seconds, Size size) implements ExportOrder {}

    /// What writes it.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when there is no such film.
    default Exporter exporter() {
        return switch (this) {
            case Still still ->
                Exporter.of(new Picture(still.figure(), still.size()), still.format(), Optional.empty());
            case Loop loop ->
                new GifExporter(
                        Film.over(loop.scene(), loop.look(), loop.size(), loop.rate(), loop.seconds()),
                        Optional.empty());
        };
    }
}
