package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.figure.Colour;
import isotopy.figure.Palette;
import isotopy.figure.Theme;
import isotopy.target.Preset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemesTest {
    private static double contrast(Theme theme) {
        return theme == Theme.PROJECTOR ? 7 : 4.5;
    }

    private static double size(Theme theme) {
        return theme == Theme.PROJECTOR ? 18 : 12;
    }

    private static List<Legibility.Found> read(Theme theme, List<Node> views) {
        return Fx.on(() -> {
            var found = new ArrayList<Legibility.Found>();
            for (var view : views) {
                var scene = new Scene(new StackPane(view), 900, 900);
                Themes.apply(scene, theme);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                found.addAll(Legibility.of(scene.getRoot()));
            }
            return found;
        });
    }

    private static void legible(Theme theme, List<Legibility.Found> texts) {
        assertThat(texts)
                .filteredOn(text -> !text.icon())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.size()).isGreaterThanOrEqualTo(size(theme)));
        assertThat(texts)
                .allSatisfy(
                        text -> assertThat(text.contrast()).isGreaterThanOrEqualTo(text.icon() ? 3 : contrast(theme)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTextOfTheRightPanelIsLegible(Theme theme) {
        var model = Fx.model(InsightPicturesTest.rich(Preset.MIRROR, true));
        try {
            Fx.await(model, () -> model.obstructionProperty().get().isPresent());
            var views = Fx.on(() -> {
                model.inspect(new Inspected.OneLayer(2));
                var full = new InsightPanel(model);
                var compact = new InsightPanel(model);
                compact.setCompact(true);
                return List.<Node>of(full, compact);
            });
            var texts = read(theme, views);
            assertThat(texts).hasSizeGreaterThan(25);
            legible(theme, texts);
        } finally {
            Fx.run(model::close);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noticesHintAndCaptionAreLegible(Theme theme) {
        var model = Fx.model(InsightPicturesTest.rich(Preset.SWIRL, false));
        try {
            for (var kind : Notice.Kind.values()) {
                var views = Fx.on(() -> {
                    model.tell(new Notice(kind, "Something happened.", List.of(new Notice.Offer("Go back", () -> {}))));
                    var hint = new HintView(model, Remembered.forNow());
                    hint.recall();
                    return List.<Node>of(new NoticeBar(model), hint, new PresentationCaption(model));
                });
                legible(theme, read(theme, views));
            }
        } finally {
            Fx.run(model::close);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void plainControlsAreLegibleToo(Theme theme) {
        var views = Fx.on(() -> {
            var accent = new Button("Train");
            accent.getStyleClass().add("accent");
            var quiet = new Label("of the side");
            quiet.getStyleClass().add("quiet");
            return List.<Node>of(new VBox(new Button("New"), accent, new Label("Width"), quiet));
        });
        legible(theme, read(theme, views));
    }

    @Test
    void aTooltipThatIsShownWhileTheThemeChangesHasItsColours() {
        try (var log = new CssLog()) {
            var button = Fx.on(() -> Tips.on(new Button("New"), "Begins anew."));
            var window = Fx.on(() -> {
                var shown = new Stage();
                shown.setScene(new Scene(new StackPane(button), 200, 100));
                Themes.apply(shown.getScene(), Theme.LIGHT);
                shown.show();
                return shown;
            });
            for (var theme : List.of(Theme.DARK, Theme.PROJECTOR, Theme.LIGHT)) {
                Fx.run(() -> button.getTooltip().show(window, 20, 20));
                Fx.run(() -> Themes.apply(window.getScene(), theme));
                Fx.settle(0.2, () -> {});
            }
            Fx.run(window::hide);
            assertThat(log.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void chartsUseColoursThatAreSeen(Theme theme) {
        int ground = theme == Theme.DARK ? 0xFF171C24 : 0xFFFFFFFF;
        var ink = Ink.of(theme);
        for (var text : List.of(ink.text(), ink.quiet())) {
            assertThat(Colour.contrast(Legibility.argb(text), ground)).isGreaterThanOrEqualTo(contrast(theme));
        }
        for (var line : List.of(ink.train(), ink.test(), ink.accent(), ink.fold())) {
            assertThat(Colour.contrast(Legibility.argb(line), ground)).isGreaterThanOrEqualTo(3);
        }
        assertThat(Themes.smallSize(theme)).isGreaterThanOrEqualTo(size(theme));
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = "PRINT", mode = EnumSource.Mode.EXCLUDE)
    void theStageAndTheWindowShareTheirColours(Theme theme) {
        var page = new Region();
        page.setStyle("-fx-background-color: -iso-page;");
        var accent = new Region();
        accent.setStyle("-fx-background-color: -iso-accent;");
        Fx.run(() -> {
            var scene = new Scene(new StackPane(page, accent), 100, 100);
            Themes.apply(scene, theme);
            scene.getRoot().applyCss();
        });
        assertThat(fill(page)).isEqualTo(Palette.of(theme).background());
        if (theme != Theme.PROJECTOR) { // whose accent is darker here, because text stands on its pale shade
            assertThat(fill(accent)).isEqualTo(Palette.of(theme).accent());
        }
    }

    private static int fill(Region region) {
        return Legibility.argb(
                (Color) region.getBackground().getFills().getFirst().getFill());
    }

    @Test
    void theRootCarriesTheThemesName() {
        Fx.run(() -> {
            var scene = new Scene(new StackPane(), 100, 100);
            Themes.apply(scene, Theme.PROJECTOR);
            Themes.apply(scene, Theme.DARK);
            assertThat(scene.getRoot().getStyleClass()).contains("dark").doesNotContain("projector", "light");
        });
    }

    @Test
    void theShippedFontIsUsed() {
        Fx.run(() -> {
            var label = new Label("3.1 × 10⁻⁴ ‖θₖ‖");
            var scene = new Scene(new StackPane(label), 100, 100);
            Themes.apply(scene, Theme.LIGHT);
            scene.getRoot().applyCss();
            assertThat(label.getFont().getFamily()).isEqualTo(Themes.FONT);
        });
        assertThat(ChartFont.of(12).getFamily()).isEqualTo(Themes.FONT);
    }

    @Test
    void tooltipsWearTheTheme() {
        Fx.run(() -> {
            var stage = new Stage();
            var scene = new Scene(new StackPane(), 100, 100);
            Themes.apply(scene, Theme.PROJECTOR);
            stage.setScene(scene);
            stage.show();
            var tooltip = new Tooltip("One sentence.");
            tooltip.show(stage);
            assertThat(tooltip.getFont().getSize()).isGreaterThanOrEqualTo(18);
            tooltip.hide();
            stage.hide();
        });
    }
}
