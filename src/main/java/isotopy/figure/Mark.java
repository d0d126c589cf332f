package isotopy.figure;

import java.util.List;

/// One kind of thing on a page. Page coordinates: logical pixels, x to the right, y down.
///
/// Colours are ARGB, not premultiplied. The arrays belong to the marks: nobody changes them after construction.
public sealed interface Mark {
    /// Filled discs of one radius, each with its colour. Shapes: x, y and argb have one length.
    record Dots(float[] x, float[] y, int[] argb, float radius) implements Mark {}

    /// A cloud of very many particles as one light: each adds its colour around its place, weighed by its alpha.
    /// Where the weight on a square pixel of the page, times `exposure`, is E, the cloud has the mean colour and
    /// the opacity 1 − e⁻ᴱ; where it is dense besides, its colour goes towards `deep`, as far as that is opaque.
    /// The order of the particles does not matter.
    ///
    /// Shapes: x, y and argb have one length.
    record Density(float[] x, float[] y, int[] argb, float exposure, int deep) implements Mark {}

    /// Polylines of one width, each with its colour. With `fading` a line grows from transparent at its first point
    /// to its full colour at its last; with `dash` > 0 it is broken into dashes and gaps of that length.
    record Curves(List<Curve> curves, float width, boolean fading, float dash) implements Mark {
        public Curves {
            curves = List.copyOf(curves);
        }
    }

    /// Many polylines in one array, which costs no object a line: polyline k has the points `start[k] … start[k +
    /// 1] − 1`, point p lies at (xy[2p], xy[2p + 1]) and `argb[k]` is its colour. A point that is not finite
    /// interrupts its line. `fading` and `dash` as in [Curves].
    ///
    /// Shapes: argb has n entries, start n + 1.
    record Paths(float[] xy, int[] start, int[] argb, float width, boolean fading, float dash) implements Mark {}

    /// Circles of one radius, drawn as lines, each with its colour. Shapes: x, y and argb have one length.
    record Rings(float[] x, float[] y, int[] argb, float radius, float width) implements Mark {}

    /// One polyline. Shapes: x and y have one length, at least 2.
    record Curve(float[] x, float[] y, int argb) {}

    /// Arrows of one colour from (x, y) to (x + dx, y + dy). Shapes: all four have one length.
    record Arrows(float[] x, float[] y, float[] dx, float[] dy, float width, int argb) implements Mark {}

    /// A filled polygon. Shapes: x and y have one length, at least 3.
    record Region(float[] x, float[] y, int argb) implements Mark {}

    /// A picture of columns × rows cells stretched over the rectangle, first row on top. Shapes: argb has columns ·
    /// rows entries.
    record Heat(float x, float y, float width, float height, int columns, int rows, int[] argb) implements Mark {}

    /// A curved lattice of columns × rows corners, filled with colours that run smoothly from corner to corner;
    /// later cells lie over earlier ones. Shapes: x, y and argb have columns · rows entries, row by row.
    record Mesh(float[] x, float[] y, int columns, int rows, int[] argb) implements Mark {}

    /// A picture stretched over a curved lattice of columns × rows corners: corner k shows the picture at the share
    /// (u, v) of its width and height, from the upper left. Shapes: x, y, u and v have columns · rows entries, row
    /// by row.
    record Picture(float[] x, float[] y, float[] u, float[] v, int columns, int rows, Texture texture)
            implements Mark {}

    /// Signs of one size, each with its colour and shape; with `outline` > 0 they are hollow, drawn with lines of
    /// that width. Shapes: x, y, argb and shapes have one length.
    record Signs(float[] x, float[] y, int[] argb, Sign[] shapes, float radius, float outline) implements Mark {}

    /// A line of text of that size in pixels; `anchor` says which point of the text is at (x, y), vertically its
    /// baseline.
    record Label(String text, float x, float y, float size, boolean bold, Anchor anchor, int argb) implements Mark {}

    /// A whole figure, its background included, whose upper left corner lies at (x, y) and which is cut at its own
    /// edges. On pixels it begins at a whole one.
    record Panel(float x, float y, Figure figure) implements Mark {}

    /// The shape of a sign; all look about equally large.
    enum Sign {
        DISC,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        CROSS
    }

    /// Which horizontal point of a text sits at its position.
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
