/// How does a figure get into a paper or a talk? No JavaFX here.
///
/// [isotopy.export.Raster] paints any [isotopy.figure.Figure] into an array of pixels: the screen shows exactly that
/// array, and pictures and films are made of it. A [isotopy.export.Picture] is one figure at a size in pixels, a
/// [isotopy.export.Film] one figure for every frame; an [isotopy.export.Exporter] writes either to a file, whole or not
/// at all, tells how far it is and can be stopped. Nothing depends on the machine's fonts, the clock or chance: the
/// same input gives the same bytes.
///
/// SVG, PDF and TikZ files are drawn from the same figures by [isotopy.export.VectorPainter]: all marks as lines, areas
/// and text, but heats, meshes, carried pictures and clouds of very many dots as pixels, two a logical pixel.
///
/// What the window and the command line ask for is an [isotopy.export.Order] with its [isotopy.export.Finish]. Films
/// are
/// made by several threads and written in order by one mechanism, `InOrder`; the bytes do not depend on their number.
@NullMarked
package isotopy.export;

import org.jspecify.annotations.NullMarked;
