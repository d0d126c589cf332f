package isotopy.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sizes with a purpose. In print, text of 12 logical pixels, the smallest that figures have, is 7 pt or more.
///
/// Formats without pixels get the page of the printed size itself; the others as many pixels as a printer can use. All
/// sides are even, as films need it.
public enum Preset {
    PAPER_COLUMN("paper-column", "Paper column, 8.5 cm", 380, 284, 5, 8.5),
    PAPER_WIDTH("paper-width", "Paper width, 17.5 cm", 780, 440, 4, 17.5),
    SLIDE("slide", "Slide, 1920 × 1080", 1280, 720, 1.5, 0),
    WEB("web", "Web, 800 pixels", 800, 600, 1, 0),
    POSTER("poster", "Poster, 60 cm", 800, 600, 8, 60);

    /// Points of an inch, and centimetres of it.
    private static final double POINTS = 72;

    private static final double CENTIMETRES = 2.54;

    /// Pixels of an inch, for formats without pixels.
    private static final double PIXELS = 96;

    private final String id;
    private final String title;
    private final int pageWidth;
    private final int pageHeight;
    private final double times;
    private final double centimetres;

    Preset(String id, String title, int pageWidth, int pageHeight, double times, double centimetres) {
        this.id = id;
        this.title = title;
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.times = times;
        this.centimetres = centimetres;
    }

    /// The name on the command line.
    public String id() {
        return id;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// The printed width; empty where it is shown on screens.
    ///
    /// Units: centimetres.
    public Optional<Double> centimetres() {
        return centimetres == 0 ? Optional.empty() : Optional.of(centimetres);
    }

    /// The size in that format.
    public Size size(Format format) {
        if (format.pixels() || centimetres == 0) {
            return new Size((int) (pageWidth * times), (int) (pageHeight * times), times);
        }
        double scale = centimetres / CENTIMETRES * PIXELS / pageWidth;
        return new Size((int) Math.round(pageWidth * scale), (int) Math.round(pageHeight * scale), scale);
    }

    /// The size with so many pixels for each logical one, of a format that has pixels.
    ///
    /// Throws: `IllegalArgumentException` in a sentence, when that is too large.
    public Size size(int otherTimes) {
        return Size.of(pageWidth, pageHeight, otherTimes);
    }

    /// How large something of so many logical pixels is in print.
    ///
    /// Units: points.
    public Optional<Double> points(double logical) {
        return centimetres().map(width -> logical * width / CENTIMETRES * POINTS / pageWidth);
    }

    /// The preset of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Preset named(String id) {
        for (var preset : values()) {
            if (preset.id.equals(id)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("there is no preset '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", ")));
    }
}
