package isotopy.export;

import isotopy.figure.Mark;
import java.util.List;

/// What a vector format must be able to draw; all of a [Mark] comes down to this. Each call paints over what was drawn
/// before.
///
/// Units: logical pixels of the page, y down; colours are ARGB, not premultiplied. All numbers are finite and not far
/// outside the page.
sealed interface VectorPen permits SvgPen, PdfPen, TikzPen {
    /// How a line is drawn: with `dash` > 0 in dashes of that length and gaps, beginning `phase` after the start
    /// of a dash; its ends are round or cut off.
    record Nib(double width, int argb, boolean round, double dash, double gap, double phase) {
        /// An unbroken line with round ends.
        static Nib solid(double width, int argb) {
            return new Nib(width, argb, true, 0, 0, 0);
        }
    }

    /// Draws polylines as one line: where it crosses itself it is not darker. Joints are round.
    ///
    /// Shapes: each is x₀, y₀, x₁, y₁ and so on, with two points or more.
    void line(List<double[]> polylines, Nib nib);

    /// Fills a polygon wherever it winds around.
    ///
    /// Shapes: x₀, y₀, x₁, y₁ and so on.
    void area(double[] polygon, int argb);

    /// Fills a disc.
    void disc(double x, double y, double radius, int argb);

    /// Draws a circle as a line.
    void circle(double x, double y, double radius, double width, int argb);

    /// Writes a line of text.
    void text(Mark.Label label);

    /// Does `draw` with coordinates that begin at (x, y), cut at a rectangle of that size there.
    void inside(double x, double y, double width, double height, Runnable draw);

    /// Lays a picture of pixels over a rectangle.
    void picture(Patch patch);
}
