package isotopy.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The kinds of files that a scene can go into.
public enum Format {
    /// One picture, of pixels.
    PNG("PNG", "png"),
    /// One picture for the web and for drawing programs.
    SVG("SVG", "svg"),
    /// One picture for papers.
    PDF("PDF", "pdf"),
    /// One picture in the fonts of a LaTeX document.
    TIKZ("TikZ", "tikz", "tex"),
    /// A film that loops for ever.
    GIF("GIF", "gif");

    private final String title;
    private final List<String> endings;

    Format(String title, String... endings) {
        this.title = title;
        this.endings = List.of(endings);
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// The usual ending of such files, without the dot.
    public String ending() {
        return endings.getFirst();
    }

    /// Whether it holds a film rather than a picture.
    public boolean moves() {
        return this == GIF;
    }

    /// The format that a file's name ends in.
    ///
    /// Throws: `IllegalArgumentException` that lists the endings, when it is none of them.
    public static Format of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (format.endings.stream().anyMatch(ending -> name.endsWith("." + ending))) {
                return format;
            }
        }
        throw new IllegalArgumentException("the name of a picture must end in " + all(" or ") + ": " + file);
    }

    /// Every ending with its dot, as in ".png, .svg and .gif".
    public static String all(String beforeTheLast) {
        var endings = Arrays.stream(values())
                .flatMap(format -> format.endings.stream())
                .map(ending -> "." + ending)
                .toList();
        return endings.stream().limit(endings.size() - 1L).collect(Collectors.joining(", "))
                + beforeTheLast + endings.getLast();
    }
}
