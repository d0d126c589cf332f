package isotopy.view;

import isotopy.export.Format;
import isotopy.export.Preset;
import isotopy.export.Size;
import isotopy.train.Range;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How large: a size with a purpose or one's own, how sharp, and what that is in pixels and on paper.
final class ExportSizes extends ExportSection {
    private static final Range SIDE = Range.whole("a side of the picture", 16, 20_000, "pixels");
    private static final double INCH = 2.54;
    private static final double PIXELS_OF_AN_INCH = 96;
    /// The smallest text of figures.
    ///
    /// Units: logical pixels.
    private static final double SMALLEST = 12;

    private final ComboBox<Optional<Preset>> preset = new ComboBox<>();
    private final ExportField width = new ExportField("export-width", SIDE, "The width of the picture").with(1280);
    private final ExportField height = new ExportField("export-height", SIDE, "The height of the picture").with(720);
    private final ComboBox<Integer> times = new ComboBox<>();
    private final Label by = new Label("×");
    private final Label facts = new Label();
    private final HBox own;
    private final HBox sharpness;
    private final Map<ExportKind, Optional<Preset>> chosen = new EnumMap<>(ExportKind.class);
    private ExportKind kind = ExportKind.PICTURE;

    ExportSizes() {
        super("export-sizes", "SIZE");
        preset.setId("export-size");
        preset.getStyleClass().add("panel-choice");
        preset.getItems()
                .setAll(Stream.concat(Stream.of(Preset.values()).map(Optional::of), Stream.of(Optional.<Preset>empty()))
                        .toList());
        preset.setConverter(Choices.named(each -> each.map(Preset::title).orElse("Own size")));
        preset.setTooltip(Tips.of("Sizes with a purpose: in print, the smallest text has 7 points or more."));
        preset.valueProperty().addListener((property, before, now) -> chosen.put(kind, now));
        times.setId("export-times");
        times.getStyleClass().add("panel-choice");
        times.getItems()
                .setAll(IntStream.rangeClosed(0, Size.MOST_TIMES).boxed().toList());
        times.setConverter(Choices.named(each -> each == 0 ? "As usual" : each + "×"));
        times.setValue(0);
        times.setTooltip(
                Tips.of("So many pixels for each one of the page, in both directions: the same picture, sharper."));
        facts.setId("export-size-facts");
        facts.getStyleClass().add("panel-bounds");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        row("For", preset);
        own = row("Pixels", width, by, height);
        sharpness = row("Sharpness", times);
        getChildren().add(2, facts);
        for (var side : List.of(width, height)) {
            side.textProperty().addListener((property, before, typed) -> preset.setValue(Optional.empty()));
        }
        for (var each : ExportKind.values()) {
            chosen.put(
                    each,
                    Optional.of(
                            switch (each) {
                                case PICTURE, PAGE, DATA -> Preset.SLIDE;
                                case FILM -> Preset.WEB;
                                case STRIP -> Preset.PAPER_WIDTH;
                                case CHART -> Preset.PAPER_COLUMN;
                            }));
        }
        preset.setValue(chosen.get(kind));
    }

    /// Goes on with the size that was last chosen for that.
    void follow(ExportKind now) {
        if (now != kind) {
            kind = now;
            preset.setValue(chosen.get(kind));
        }
    }

    /// The size in that format.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when it is too large.
    Size size(Format format) {
        boolean strip = kind == ExportKind.STRIP;
        StageTheme.show(own, preset.getValue().isEmpty());
        StageTheme.show(by, !strip);
        StageTheme.show(height, !strip);
        StageTheme.show(sharpness, format.pixels());
        return read(() -> {
            int sharper = format.pixels() ? times.getValue() : 0;
            var named = preset.getValue();
            var size = named.isPresent() ? named.get().size(format) : Size.of(width.whole(), side());
            if (sharper > 0) {
                size = named.isPresent() ? named.get().size(sharper) : Size.of(width.whole(), side(), sharper);
            }
            tell(size, format);
            return size;
        });
    }

    /// A strip is as high as it needs to be.
    private int side() {
        return kind == ExportKind.STRIP ? Math.max(16, width.whole() / 2) : height.whole();
    }

    private void tell(Size size, Format format) {
        boolean strip = kind == ExportKind.STRIP;
        var pixels = strip
                ? String.format(Locale.ROOT, "%,d pixels wide, as high as it needs", size.width())
                : String.format(Locale.ROOT, "%,d × %,d pixels", size.width(), size.height());
        Optional<Double> printed = preset.getValue()
                .flatMap(Preset::centimetres)
                .or(() -> format.pixels() ? Optional.empty() : Optional.of(size.width() / PIXELS_OF_AN_INCH * INCH));
        var paper = printed.map(wide -> strip
                        ? String.format(Locale.ROOT, "%.1f cm wide in print", wide)
                        : String.format(
                                Locale.ROOT, "%.1f × %.1f cm in print", wide, wide * size.height() / size.width()))
                .map(words -> words
                        + String.format(
                                Locale.ROOT,
                                ", text of %.1f pt and more",
                                SMALLEST * printed.get() / INCH * 72 / size.pageWidth()));
        facts.setText(
                format.pixels() ? pixels + paper.map(words -> " · " + words).orElse("") : paper.orElse(pixels));
    }
}
