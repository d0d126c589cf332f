package isotopy.view;

import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.GifExporter;
import isotopy.export.Order;
import isotopy.export.Size;
import isotopy.figure.Look;
import isotopy.figure.Manner;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.figure.Storyboard;
import isotopy.figure.Theme;
import isotopy.train.Range;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/// What is asked before an export: picture or animation, how large, when, and in which theme.
final class ExportForm extends GridPane {
    private static final Range SIDE = new Range("a side of the picture", 16, 20_000, true, "pixels");
    private static final Range RATE = new Range("frames a second", 1, GifExporter.FASTEST, true, "frames a second");
    private static final Range SECONDS = new Range("seconds", 0.1, 120, false, "seconds");

    /// A size that is offered by name.
    private record Preset(String title, int width, int height) {}

    private static final List<Preset> PRESETS = List.of(
            new Preset("Web, 800 × 600", 800, 600),
            new Preset("Slide, 1280 × 720", 1280, 720),
            new Preset("Full HD, 1920 × 1080", 1920, 1080),
            new Preset("Square, 2000 × 2000", 2000, 2000));
    private static final String CUSTOM = "Own size";

    private final ToggleButton picture = new ToggleButton("Picture");
    private final ToggleButton film = new ToggleButton("Animation (GIF)");
    private final ComboBox<Format> format = new ComboBox<>();
    private final ComboBox<String> preset = new ComboBox<>();
    private final TextField width = field("export-width", "The width of the picture", SIDE);
    private final TextField height = field("export-height", "The height of the picture", SIDE);
    private final Slider time = new Slider(0, 1, 1);
    private final Label timeText = new Label();
    private final CheckBox caption = new CheckBox("Write t and the layer on it");
    private final TextField rate = field("export-rate", "How many frames are shown in a second", RATE);
    private final TextField seconds = field("export-seconds", "How long t takes from 0 to T", SECONDS);
    private final ComboBox<Theme> theme = new ComboBox<>();
    private final Node moment;
    private final Node pace;

    ExportForm() {
        getStyleClass().add("export-form");
        var kinds = new ToggleGroup();
        picture.setId("export-still");
        film.setId("export-film");
        picture.setTooltip(Tips.of("One moment of the flow as a picture."));
        film.setTooltip(Tips.of("The flow from t = 0 to t = T as a GIF that loops for ever."));
        picture.setToggleGroup(kinds);
        film.setToggleGroup(kinds);
        picture.getStyleClass().add("left-pill");
        film.getStyleClass().add("right-pill");
        formats();
        sizes();
        times();
        theme.setId("export-theme");
        theme.getItems().setAll(Theme.values());
        theme.setConverter(Choices.named(shown -> Choices.capital(shown.id())));
        theme.setTooltip(Tips.of("The colours of the picture: light, dark, or strong ones for a projector."));
        moment = new HBox(time, timeText);
        moment.getStyleClass().add("export-row");
        pace = row(rate, new Label("frames a second for"), seconds, new Label("s"));
        row(0, "Kind", row(new HBox(picture, film), format));
        row(1, "Size", row(preset));
        row(2, "", row(width, new Label("×"), height, new Label("pixels")));
        row(3, "Moment", moment);
        row(4, "", caption);
        row(5, "Pace", pace);
        row(6, "Theme", theme);
        rate.setText("25");
        seconds.setText("4");
        kinds.selectedToggleProperty().addListener((property, before, chosen) -> {
            if (chosen == null) {
                kinds.selectToggle(before);
            }
            arrange();
        });
        choose(false);
        preset.setValue(PRESETS.get(1).title());
    }

    private void formats() {
        format.setId("export-format");
        for (var offered : Format.values()) {
            if (!offered.moves()) {
                format.getItems().add(offered);
            }
        }
        format.setConverter(Choices.named(Format::title));
        format.setTooltip(Tips.of("PNG is made of pixels; SVG, PDF and TikZ (for LaTeX) stay sharp at any size."));
        format.setValue(Format.PNG);
    }

    private void sizes() {
        preset.setId("export-size");
        preset.setTooltip(Tips.of("How large the picture is, in pixels."));
        PRESETS.forEach(size -> preset.getItems().add(size.title()));
        preset.getItems().add(CUSTOM);
        preset.valueProperty()
                .addListener((property, before, title) -> PRESETS.stream()
                        .filter(size -> size.title().equals(title))
                        .forEach(size -> {
                            width.setText(Integer.toString(size.width()));
                            height.setText(Integer.toString(size.height()));
                        }));
        for (var side : List.of(width, height)) {
            side.textProperty()
                    .addListener((property, before, text) -> preset.setValue(PRESETS.stream()
                            .filter(size -> width.getText().equals("" + size.width())
                                    && height.getText().equals("" + size.height()))
                            .map(Preset::title)
                            .findFirst()
                            .orElse(side.isFocused() ? CUSTOM : preset.getValue())));
        }
    }

    private void times() {
        time.setId("export-time");
        time.setTooltip(Tips.of("The moment t of the picture, as a share of T."));
        caption.setId("export-caption");
        caption.setTooltip(Tips.of("Writes t and the layer into the upper left corner of the picture."));
        timeText.setId("export-time-text");
        timeText.setMinWidth(USE_PREF_SIZE);
        time.valueProperty().addListener((property, before, share) -> showTime());
        showTime();
    }

    private void showTime() {
        timeText.setText(String.format(Locale.ROOT, "t = %.2f T", time.getValue()));
    }

    private static TextField field(String id, String sentence, Range range) {
        var field = new TextField();
        field.setId(id);
        field.getStyleClass().add("panel-field");
        field.setTooltip(Tips.of(sentence + " (" + range.text() + " " + range.unit() + ")."));
        return field;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("export-row");
        for (var node : nodes) {
            if (node instanceof Control control) {
                control.setMinWidth(USE_PREF_SIZE);
            }
        }
        return row;
    }

    private void row(int at, String title, Node node) {
        var label = new Label(title);
        label.getStyleClass().add("panel-setting-title");
        label.setMinWidth(USE_PREF_SIZE);
        label.visibleProperty().bind(node.visibleProperty());
        label.managedProperty().bind(node.managedProperty());
        add(label, 0, at);
        add(node, 1, at);
    }

    private void arrange() {
        boolean still = picture.isSelected();
        for (var node : List.of(moment, caption, format)) {
            node.setVisible(still);
            node.setManaged(still);
        }
        pace.setVisible(!still);
        pace.setManaged(!still);
    }

    /// Asks for an animation, or for a picture.
    void choose(boolean asFilm) {
        (asFilm ? film : picture).setSelected(true);
        arrange();
    }

    /// Begins with the moment and the theme that the window shows.
    void beginWith(double share, Theme shown) {
        time.setValue(share);
        theme.setValue(shown);
    }

    /// What kind of file the answers ask for.
    FileChoice.Kind kind() {
        return switch (film.isSelected() ? Format.GIF : format.getValue()) {
            case PNG -> FileChoice.Kind.PICTURE;
            case SVG -> FileChoice.Kind.SVG;
            case PDF -> FileChoice.Kind.PDF;
            case TIKZ -> FileChoice.Kind.TIKZ;
            case GIF, MP4, WEBM, APNG, FRAMES, LATEX, HTML -> FileChoice.Kind.FILM;
        };
    }

    /// What the answers ask for, of that scene.
    ///
    /// Throws: `IllegalArgumentException` with a sentence about the first answer that does not do.
    Order order(Scene scene, Look look) {
        var size = Size.of((int) number(width, SIDE), (int) number(height, SIDE));
        var dressed = look.withTheme(theme.getValue());
        if (!film.isSelected()) {
            double t = time.getValue() * scene.particles().horizon();
            var manner = caption.isSelected() ? Manner.STANDARD : Manner.SILENT;
            return new Order.Still(scene, dressed, t, manner, new Finish(format.getValue(), size));
        }
        return new Order.Moving(
                Reel.of(scene, dressed, Storyboard.STANDARD),
                (int) number(rate, RATE),
                number(seconds, SECONDS),
                new Finish(Format.GIF, size));
    }

    private static double number(TextField field, Range range) {
        return Setting.value(range, field.getText());
    }
}
