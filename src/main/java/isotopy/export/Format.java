package isotopy.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of files that a scene can go into.
public enum Format {
    /// One picture, of pixels.
    PNG("png", "PNG", "png"),
    /// One picture for the web and for drawing programs.
    SVG("svg", "SVG", "svg"),
    /// One picture for papers.
    PDF("pdf", "PDF", "pdf"),
    /// One picture in the fonts of a LaTeX document.
    TIKZ("tikz", "TikZ", "tikz", "tex"),
    /// A film in 255 colours that every program shows.
    GIF("gif", "GIF", "gif"),
    /// A film in H.264.
    MP4("mp4", "MP4 film", "mp4"),
    /// A film for the web, transparent where asked.
    WEBM("webm", "WebM film", "webm"),
    /// A film without loss, transparent where asked.
    APNG("apng", "Animated PNG", "apng"),
    /// A folder with a numbered picture for each frame.
    FRAMES("frames", "PNG sequence"),
    /// A folder with a film for LaTeX: a PDF with a page for each frame, and what to type.
    LATEX("latex", "LaTeX pack"),
    /// A page in which a reader moves t.
    HTML("html", "Interactive page", "html");

    private final String id;
    private final String title;
    private final List<String> endings;

    Format(String id, String title, String... endings) {
        this.id = id;
        this.title = title;
        this.endings = List.of(endings);
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// The usual ending of such files, without the dot; empty for folders.
    public Optional<String> ending() {
        return endings.stream().findFirst();
    }

    /// Whether it holds a film rather than a picture.
    public boolean moves() {
        return switch (this) {
            case PNG, SVG, PDF, TIKZ -> false;
            case GIF, MP4, WEBM, APNG, FRAMES, LATEX, HTML -> true;
        };
    }

    /// Whether it is made of pixels.
    public boolean pixels() {
        return switch (this) {
            case PNG, GIF, MP4, WEBM, APNG, FRAMES -> true;
            case SVG, PDF, TIKZ, LATEX, HTML -> false;
        };
    }

    /// Whether it is a folder rather than a file.
    public boolean folder() {
        return endings.isEmpty();
    }

    /// The format of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Format named(String id) {
        for (var format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw new IllegalArgumentException("there is no format '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", ")));
    }

    /// The format that a file's name ends in.
    ///
    /// Throws: `IllegalArgumentException` that lists the endings, when it is none of them.
    public static Format of(Path file) {
        return find(file)
                .orElseThrow(() ->
                        new IllegalArgumentException("the name of a picture must end in " + all(" or ") + ": " + file));
    }

    /// Whether a file's name ends in that of a format.
    public static boolean known(Path file) {
        return find(file).isPresent();
    }

    private static Optional<Format> find(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst();
    }

    /// Every ending with its dot, as in ".png, .svg and .gif".
    public static String all(String beforeTheLast) {
        var endings = Arrays.stream(values())
                .flatMap(format -> format.endings.stream())
                .map(ending -> "." + ending)
                .toList();
        return endings.stream().limit(endings.size() - 1L).collect(Collectors.joining(", "))
                + beforeTheLast
                + endings.getLast();
    }
}
