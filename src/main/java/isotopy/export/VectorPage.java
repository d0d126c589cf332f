package isotopy.export;

import isotopy.figure.Figure;

/// How a picture becomes a page of a vector file.
final class VectorPage {
    /// A pixel is 1/96 of an inch, a point 1/72.
    private static final double POINTS = 0.75;

    private VectorPage() {}

    /// How many points a logical pixel of the picture's page is.
    static double unit(Picture picture) {
        return POINTS * picture.size().width() / picture.figure().width();
    }

    /// The page as a polygon.
    static double[] corners(Figure figure) {
        return new double[] {0, 0, figure.width(), 0, figure.width(), figure.height(), 0, figure.height()};
    }

    /// Refuses pages whose pixels would not fit into memory.
    ///
    /// Throws: `IllegalArgumentException` in a sentence.
    static void require(Picture picture) {
        Raster.requireSize(
                (long) Math.ceil(picture.figure().width()) * Patch.SHARPNESS,
                (long) Math.ceil(picture.figure().height()) * Patch.SHARPNESS);
    }

    /// The same for pages that are not drawn yet.
    static void require(Size size) {
        Raster.requireSize(
                (long) Math.ceil(size.pageWidth()) * Patch.SHARPNESS,
                (long) Math.ceil(size.pageHeight()) * Patch.SHARPNESS);
    }
}
