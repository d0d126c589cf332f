package isotopy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isotopy.Readers;
import isotopy.figure.Figure;
import isotopy.figure.PaperCaption;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The folder for LaTeX, read by PDFBox and, where it is there, by pdflatex with the package `animate`.
class LatexTest {
    private static final String CAPTION = PaperCaption.of(Films.SCENE.snapshot());

    @TempDir
    Path folder;

    @Test
    void thePdfHasAPageForEveryFrameAndEachFontOnce() throws IOException {
        write(Films.flow(), LatexExporter.Pages.TOGETHER);
        var pdf = folder.resolve("swirl/film.pdf");
        try (var document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(12);
            assertThat(document.getVersion()).isEqualTo(1.5f);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(90);
            var text = new PDFTextStripper();
            text.setStartPage(12);
            assertThat(text.getText(document)).contains("t = 1.00 T");
            var one = document.getPage(0).getResources();
            var other = document.getPage(11).getResources();
            for (var name : one.getFontNames()) {
                assertThat(other.getFont(name).getCOSObject())
                        .isSameAs(one.getFont(name).getCOSObject());
            }
        }
        assertThat(occurrences(Files.readAllBytes(pdf), "/FontFile2")).isLessThanOrEqualTo(2);
    }

    @Test
    void aPageLooksAsThePictureAtItsTimeDoes() throws IOException {
        var film = Films.flow();
        write(film, LatexExporter.Pages.TOGETHER);
        var alone = folder.resolve("alone.pdf");
        new PdfExporter(new Picture(film.source().frame(7), film.size()), Optional.empty())
                .export(alone, Progress.NONE);
        try (var all = Loader.loadPDF(folder.resolve("swirl/film.pdf").toFile());
                var one = Loader.loadPDF(alone.toFile())) {
            assertThat(Films.pixels(new PDFRenderer(all).renderImage(7)))
                    .isEqualTo(Films.pixels(new PDFRenderer(one).renderImage(0)));
        }
    }

    @Test
    void theTextToTypeHoldsTheFilmItsCaptionAndWhatMadeIt() throws IOException {
        write(Films.flow(), LatexExporter.Pages.TOGETHER);
        var tex = Files.readString(folder.resolve("swirl/film.tex"));
        assertThat(tex)
                .contains("\\animategraphics[controls,loop,width=\\linewidth]{30}{\\isotopyfilm}{0}{11}")
                .contains("\\label{fig:swirl}")
                .contains("\\input{swirl/film.tex}")
                .contains(Films.MADE.comment())
                .contains("width 8; depth 5; horizon T = 1")
                .contains("seed 1");
    }

    @Test
    void aStillFilmHasAllItsPages() throws IOException {
        write(Films.still(), LatexExporter.Pages.TOGETHER);
        try (var document = Loader.loadPDF(folder.resolve("swirl/film.pdf").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
        }
        write(Films.still(), LatexExporter.Pages.NUMBERED);
        assertThat(Films.content(folder.resolve("swirl")))
                .contains("film-0.pdf", "film-4.pdf")
                .doesNotContain("film-5.pdf", "film.pdf");
    }

    @Test
    void tooLongAFilmIsRefusedInASentence() {
        var film = new Film(new Size(2, 2, 1), 3601, 10, k -> new Figure(2, 2, -1, List.of()));
        assertThatThrownBy(() -> new LatexExporter(film, Optional.empty()))
                .hasMessage("A film for LaTeX has at most 3600 frames, not 3601:"
                        + " choose fewer frames a second, or another format.");
    }

    @ParameterizedTest
    @EnumSource(LatexExporter.Pages.class)
    void pdflatexTakesItWithoutAWarning(LatexExporter.Pages pages) throws Exception {
        var pdflatex = Readers.program("pdflatex");
        Readers.require(knows("animate.sty"), "no LaTeX with the package animate is here");
        write(Films.flow(), pages);
        compiled(pdflatex, folder.resolve("swirl"), "example.tex");
        var inside = compiled(pdflatex, folder.resolve("swirl"), "example.tex"); // now references are known
        Files.writeString(
                folder.resolve("paper.tex"),
                "\\documentclass{article}\\usepackage{graphicx,animate}\\begin{document}See figure~\\ref{fig:swirl}."
                        + "\\input{swirl/film.tex}\\end{document}\n");
        compiled(pdflatex, folder, "paper.tex");
        var beside = compiled(pdflatex, folder, "paper.tex");
        for (var log : List.of(inside, beside)) {
            assertThat(log).doesNotContain("Warning", "pdfTeX warning", "Overfull");
            assertThat(log).contains("Output written on");
        }
        try (var document = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Figure 1:")
                    .contains("width 8");
        }
    }

    private void write(Film film, LatexExporter.Pages pages) throws IOException {
        var exporter = new LatexExporter(film, CAPTION, pages, Optional.of(Films.MADE));
        assertThat(exporter.export(folder.resolve("swirl"), Progress.NONE)).isTrue();
    }

    private static boolean knows(String style) throws Exception {
        var process =
                new ProcessBuilder("kpsewhich", style).redirectErrorStream(true).start();
        return process.waitFor() == 0;
    }

    private static String compiled(Path pdflatex, Path where, String document) throws Exception {
        var process = new ProcessBuilder(pdflatex.toString(), "-interaction=nonstopmode", "-halt-on-error", document)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(where.toFile(), "said.txt"))
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        var log = Files.readString(where.resolve(document.replace(".tex", ".log")), StandardCharsets.ISO_8859_1);
        assertThat(process.exitValue()).as(log).isZero();
        return log;
    }

    private static int occurrences(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).split(word, -1).length - 1;
    }
}
