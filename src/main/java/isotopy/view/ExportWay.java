package isotopy.view;

import isotopy.export.Format;
import isotopy.project.PathsFile;
import isotopy.project.WeightsFile;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files that leave the window, and what each is good for.
enum ExportWay {
    PNG(Format.PNG, "PNG", FileChoice.Kind.PICTURE, "Pixels, as many as wanted: for slides, documents and the web."),
    SVG(Format.SVG, "SVG", FileChoice.Kind.SVG, "Sharp at any size: for the web and for drawing programs."),
    PDF(Format.PDF, "PDF", FileChoice.Kind.PDF, "Sharp at any size, with text as text: for papers."),
    TIKZ(Format.TIKZ, "TikZ", FileChoice.Kind.TIKZ, "In the fonts of your LaTeX document; plain pdflatex suffices."),
    GIF(Format.GIF, "GIF", FileChoice.Kind.FILM, "Plays everywhere, in 255 colours: for chats, mail and web pages."),
    MP4(Format.MP4, "MP4", FileChoice.Kind.MP4, "H.264, small and smooth: for slides, players and phones."),
    WEBM(Format.WEBM, "WebM", FileChoice.Kind.WEBM, "Small, and see-through where asked: for web pages."),
    APNG(Format.APNG, "APNG", FileChoice.Kind.APNG, "Every frame without loss, see-through where asked: for browsers."),
    FRAMES(
            Format.FRAMES,
            "PNG sequence",
            FileChoice.Kind.FOLDER,
            "A folder with a numbered PNG for each frame: for film editors."),
    LATEX(
            Format.LATEX,
            "LaTeX pack",
            FileChoice.Kind.FOLDER,
            "A folder with a PDF page for each frame, and what to type for a film inside a paper."),
    HTML(
            Format.HTML,
            "HTML",
            FileChoice.Kind.HTML,
            "One file that needs no network: its reader moves t, plays, and asks particles where they are."),
    PATHS_CSV(
            PathsFile.Form.CSV,
            "Paths, CSV",
            FileChoice.Kind.PAIRS,
            "Where each particle is at each time, as a table that every program reads."),
    PATHS_NPZ(
            PathsFile.Form.NPZ,
            "Paths, NumPy",
            FileChoice.Kind.NPZ,
            "Times t and positions x of all particles, for numpy.load."),
    WEIGHTS_JSON(
            WeightsFile.Form.JSON,
            "Weights, JSON",
            FileChoice.Kind.JSON,
            "The parameters of every layer as text; “isotopy import” brings them back."),
    WEIGHTS_NPZ(
            WeightsFile.Form.NPZ,
            "Weights, NumPy",
            FileChoice.Kind.NPZ,
            "The parameters of all layers as arrays, for numpy.load."),
    WEIGHTS_PYTHON(
            WeightsFile.Form.PYTHON,
            "Python",
            FileChoice.Kind.PYTHON,
            "A program that carries points through the flow and needs NumPy alone."),
    WEIGHTS_PYTORCH(
            WeightsFile.Form.PYTORCH,
            "PyTorch",
            FileChoice.Kind.PYTORCH,
            "The flow as a module of PyTorch, to go on with there."),
    WEIGHTS_ONNX(
            WeightsFile.Form.ONNX, "ONNX", FileChoice.Kind.ONNX, "The flow as a model for ONNX Runtime and the like.");

    private final Object form;
    private final String title;
    private final FileChoice.Kind file;
    private final String sentence;

    ExportWay(Object form, String title, FileChoice.Kind file, String sentence) {
        this.form = form;
        this.title = title;
        this.file = file;
        this.sentence = sentence;
    }

    /// The name in tests and style sheets.
    String id() {
        return "export-way-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /// What it is for.
    String sentence() {
        return sentence;
    }

    /// What is asked for when the file is chosen.
    FileChoice.Kind file() {
        return file;
    }

    /// The format of a picture or film.
    Optional<Format> format() {
        return form instanceof Format format ? Optional.of(format) : Optional.empty();
    }

    /// What paths are written as.
    Optional<PathsFile.Form> paths() {
        return form instanceof PathsFile.Form paths ? Optional.of(paths) : Optional.empty();
    }

    /// What weights are written as.
    Optional<WeightsFile.Form> weights() {
        return form instanceof WeightsFile.Form weights ? Optional.of(weights) : Optional.empty();
    }

    /// Whether the file has room for what made it.
    boolean marked() {
        return format().isPresent() || this == WEIGHTS_ONNX;
    }
}
