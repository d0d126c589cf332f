package isotopy.view;

import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/// What an export shows.
enum ExportKind {
    PICTURE(
            "Picture",
            Feather.IMAGE,
            "One moment of the flow.",
            ExportWay.PNG,
            ExportWay.SVG,
            ExportWay.PDF,
            ExportWay.TIKZ),
    STRIP(
            "Strip",
            Feather.COLUMNS,
            "Several moments side by side, (a), (b), (c) …, with shared axes.",
            ExportWay.PNG,
            ExportWay.SVG,
            ExportWay.PDF,
            ExportWay.TIKZ),
    FILM(
            "Film",
            Feather.FILM,
            "The flow as it moves, learns, or grows.",
            ExportWay.GIF,
            ExportWay.MP4,
            ExportWay.WEBM,
            ExportWay.APNG,
            ExportWay.FRAMES,
            ExportWay.LATEX),
    PAGE("Page", Feather.GLOBE, "A page for a browser in which a reader moves t.", ExportWay.HTML),
    CHART(
            "Chart",
            Feather.TRENDING_DOWN,
            "The error, the effort, or what theory says, as a chart.",
            ExportWay.PNG,
            ExportWay.SVG,
            ExportWay.PDF,
            ExportWay.TIKZ),
    DATA(
            "Data",
            Feather.DATABASE,
            "The paths of the particles, or the weights of the network, for other programs.",
            ExportWay.PATHS_CSV,
            ExportWay.PATHS_NPZ,
            ExportWay.WEIGHTS_JSON,
            ExportWay.WEIGHTS_NPZ,
            ExportWay.WEIGHTS_PYTHON,
            ExportWay.WEIGHTS_PYTORCH,
            ExportWay.WEIGHTS_ONNX);

    private final String title;
    private final Feather icon;
    private final String sentence;
    private final List<ExportWay> ways;

    ExportKind(String title, Feather icon, String sentence, ExportWay... ways) {
        this.title = title;
        this.icon = icon;
        this.sentence = sentence;
        this.ways = List.of(ways);
    }

    String id() {
        return "export-kind-" + name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    Feather icon() {
        return icon;
    }

    String sentence() {
        return sentence;
    }

    /// The files that it can become, the usual one first.
    List<ExportWay> ways() {
        return ways;
    }

    /// Whether it draws the scene, and so has an axis, a caption and particles.
    boolean scenic() {
        return this != CHART && this != DATA;
    }
}
