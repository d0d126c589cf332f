package isotopy.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import isotopy.figure.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.stage.Window;

/// The appearances of the window: AtlantaFX's Primer below, the program's own sheets above, shipped fonts in both.
public final class Themes {
    /// The family of every text, shipped with the program; a system's own where the file is missing.
    static final String FONT = "Inter";

    private static final List<String> FONT_FILES = List.of("Inter-Regular.ttf", "Inter-Bold.ttf", "DejaVuSans.ttf");
    private static final List<String> STYLE_CLASSES = List.of(Theme.LIGHT.id(), Theme.DARK.id(), Theme.PROJECTOR.id());
    private static boolean fontsLoaded;

    private Themes() {}

    /// The sheets of a theme, in the order in which they override each other; those that are not shipped are left
    /// out.
    public static List<String> stylesheets(Theme theme) {
        loadFonts();
        var sheets = new ArrayList<String>();
        sheets.add(primer(theme));
        for (var name : List.of("isotopy.css", "stage.css", "panels.css", dress(theme) + ".css")) {
            var url = Themes.class.getResource("/isotopy/view/" + name);
            if (url != null) {
                sheets.add(url.toExternalForm());
            }
        }
        return List.copyOf(sheets);
    }

    /// Dresses a scene in a theme; its root gets the theme's name (`light`, `dark`, `projector`) as a style class.
    public static void apply(Scene scene, Theme theme) {
        // a tooltip that stays open would look its colours up while there are none
        List.copyOf(Window.getWindows()).stream()
                .filter(Tooltip.class::isInstance)
                .forEach(Window::hide);
        var sheets = stylesheets(theme);
        scene.setUserAgentStylesheet(sheets.getFirst());
        scene.getStylesheets().setAll(sheets.subList(1, sheets.size()));
        scene.getRoot().getStyleClass().removeAll(STYLE_CLASSES);
        scene.getRoot().getStyleClass().add(dress(theme));
    }

    /// What the window wears in a theme: it has no dress for paper, and then wears the light one.
    private static String dress(Theme theme) {
        return switch (theme) {
            case LIGHT, PRINT -> Theme.LIGHT.id();
            case DARK -> Theme.DARK.id();
            case PROJECTOR -> Theme.PROJECTOR.id();
        };
    }

    /// The size of ordinary text.
    ///
    /// Units: logical pixels.
    static double textSize(Theme theme) {
        return switch (theme) {
            case LIGHT, DARK, PRINT -> 13;
            case PROJECTOR -> 18;
        };
    }

    /// The size of the smallest text.
    ///
    /// Units: logical pixels.
    static double smallSize(Theme theme) {
        return switch (theme) {
            case LIGHT, DARK, PRINT -> 12;
            case PROJECTOR -> 18;
        };
    }

    private static String primer(Theme theme) {
        return switch (theme) {
            case LIGHT, PROJECTOR, PRINT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    private static synchronized void loadFonts() {
        if (fontsLoaded) {
            return;
        }
        fontsLoaded = true;
        for (var file : FONT_FILES) {
            try (var in = Themes.class.getResourceAsStream("/isotopy/fonts/" + file)) {
                if (in != null) {
                    Font.loadFont(in, 13);
                }
            } catch (IOException e) {
                // the system's own font takes its place
            }
        }
    }
}
