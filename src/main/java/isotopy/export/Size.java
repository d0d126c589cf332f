package isotopy.export;

import java.util.regex.Pattern;

/// How large a picture is: width and height in pixels, and how many pixels a logical pixel of the page has, so that a
/// large picture is sharper and not emptier.
public record Size(int width, int height, double scale) {
    /// The most pixels for one of the page, in each direction.
    public static final int MOST_TIMES = 8;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*[xX×]\\s*(\\d{1,9})");

    /// Throws: `IllegalArgumentException` for a size that cannot be painted, in a sentence.
    public Size {
        Raster.requireSize(width, height);
        if (!(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("a picture's scale must be positive: " + scale);
        }
    }

    /// That many pixels, with a page of about 1280 × 720 when the picture is larger than that.
    public static Size of(int width, int height) {
        Raster.requireSize(width, height);
        return new Size(width, height, Math.max(1, Math.min(width / 1280.0, height / 720.0)));
    }

    /// A page of that many logical pixels with so many pixels for each of them in both directions.
    ///
    /// Throws: `IllegalArgumentException` in a sentence, unless `times` is in 1 … [#MOST_TIMES] and the picture
    /// is not too large.
    public static Size of(int pageWidth, int pageHeight, int times) {
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException(
                    "a picture has 1 … " + MOST_TIMES + " pixels for one of the page in each direction: " + times);
        }
        long width = (long) pageWidth * times;
        long height = (long) pageHeight * times;
        Raster.requireSize(width, height);
        return new Size((int) width, (int) height, times);
    }

    /// The size written as "1280x720".
    ///
    /// Throws: `IllegalArgumentException` that says what is expected.
    public static Size named(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "a size is written as width x height in pixels, such as 1280x720: " + text);
        }
        return of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /// The page's width in logical pixels.
    public double pageWidth() {
        return width / scale;
    }

    /// The page's height in logical pixels.
    public double pageHeight() {
        return height / scale;
    }
}
