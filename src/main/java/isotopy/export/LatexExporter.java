package isotopy.export;

import isotopy.project.Provenance;
import isotopy.project.Replacement;
import isotopy.project.ReplacementFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Writes a film as a folder for LaTeX: `film.pdf` with a page for every frame, or numbered files `film-0.pdf` and on;
/// `film.tex`, a figure that plays it by the package `animate`; and `example.tex`, a document around that.
///
/// @param caption plain words for below the figure
public record LatexExporter(Film film, String caption, Pages pages, Optional<Provenance> provenance)
        implements Exporter {
    /// Two minutes at 30 frames a second; readers of PDF take films in whole.
    public static final int MOST_FRAMES = 3600;

    /// How frames lie in files.
    public enum Pages {
        /// All in one file that shares its fonts.
        TOGETHER,
        /// Each in its own.
        NUMBERED
    }

    /// Throws: `IllegalArgumentException` in a sentence, for too many frames or pages that are too large.
    public LatexExporter {
        if (film.frames() > MOST_FRAMES) {
            throw new IllegalArgumentException("A film for LaTeX has at most " + MOST_FRAMES + " frames, not "
                    + film.frames() + ": choose fewer frames a second, or another format.");
        }
        int longest = Math.max(film.size().width(), film.size().height());
        if (longest > PdfExporter.LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "A side of a PDF has at most " + PdfExporter.LONGEST_SIDE + " pixels: " + longest);
        }
        VectorPage.require(film.size());
    }

    /// A film in one file, about which nothing is known but how it runs.
    public LatexExporter(Film film, Optional<Provenance> provenance) {
        this(film, "A film of " + film.frames() + " frames, " + film.rate() + " a second.", Pages.TOGETHER, provenance);
    }

    @Override
    public boolean export(Path target, Progress progress) throws IOException {
        try {
            ReplacementFolder.write(target, folder -> write(folder, target, progress));
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    private void write(Path folder, Path target, Progress progress) throws IOException {
        switch (pages) {
            case TOGETHER -> {
                try (var book = new PdfBook()) {
                    for (int k = 0; k < film.frames(); k++) {
                        add(book, k, progress);
                    }
                    if (provenance.isPresent()) {
                        book.attach(provenance.get());
                    }
                    Replacement.write(folder.resolve("film.pdf"), book::save);
                }
            }
            case NUMBERED -> {
                for (int k = 0; k < film.frames(); k++) {
                    try (var book = new PdfBook()) {
                        add(book, k, progress);
                        Replacement.write(folder.resolve("film-" + k + ".pdf"), book::save);
                    }
                }
            }
        }
        var text = new LatexText(this, String.valueOf(target.getFileName()));
        Files.write(folder.resolve("film.tex"), text.film().getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("example.tex"), text.example().getBytes(StandardCharsets.UTF_8));
        require(progress.reached(film.frames(), film.frames()));
    }

    private void add(PdfBook book, int k, Progress progress) throws IOException {
        require(progress.reached(k, film.frames()));
        var picture = new Picture(film.source().frame(k), film.size());
        require(book.add(picture, (done, of) -> progress.reached(k, film.frames())));
    }

    private static void require(boolean goOn) {
        if (!goOn) {
            throw new CancellationException();
        }
    }
}
