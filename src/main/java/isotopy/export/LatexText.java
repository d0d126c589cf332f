package isotopy.export;

import isotopy.project.Provenance;
/// What is to be typed for a film in LaTeX.
///
/// @param folder the name of the folder that holds the film

record LatexText(LatexExporter exporter, String folder) {
    private static final String FILM = """
            %% A film by Isotopy. In the preamble: \\usepackage{graphicx,animate}
            %% Where it belongs, in a document beside the folder: \\input{%1$s/film.tex}
            %% It plays in Adobe Reader, KDE Okular, PDF-XChange and Foxit; others show the first frame.
            %2$s\\begin{figure}
              \\centering
              %% found from beside the folder, and from inside it
              \\IfFileExists{%3$s}{\\def\\isotopyfilm{%4$s}}{\\def\\isotopyfilm{%1$s/%4$s}}%%
              \\animategraphics[controls,loop,width=\\linewidth]{%5$d}{\\isotopyfilm}{%6$d}{%7$d}
              \\caption{%8$s}
              \\label{fig:%9$s}
            \\end{figure}
            """;

    private static final String EXAMPLE = """
            % A whole document around film.tex; pdflatex example, in this folder.
            \\documentclass{article}
            \\usepackage{graphicx,animate}
            \\begin{document}
            \\input{film.tex}
            \\end{document}
            """;

    /// The figure. A page of `film.pdf` is counted from 0, as the package wants it.
    String film() {
        boolean together = exporter.pages() == LatexExporter.Pages.TOGETHER;
        var film = exporter.film();
        return FILM.formatted(
                folder,
                exporter.provenance().map(Provenance::comment).orElse(""),
                together ? "film.pdf" : "film-0.pdf",
                together ? "film" : "film-",
                film.rate(),
                0,
                film.frames() - 1,
                TexText.of(exporter.caption()),
                folder.replaceAll("[^A-Za-z0-9-]+", "-"));
    }

    String example() {
        return EXAMPLE;
    }
}
