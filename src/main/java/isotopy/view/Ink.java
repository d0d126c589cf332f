package isotopy.view;

import isotopy.figure.Theme;
import javafx.scene.paint.Color;

/// The colours of what views paint themselves, where no stylesheet reaches: charts and bars.
///
/// Training and test errors in blue and vermilion of Okabe and Ito's set, which colour-blind people tell apart (one is
/// dashed besides).
record Ink(Color text, Color quiet, Color grid, Color train, Color test, Color accent, Color fold) {
    private static final Ink LIGHT = of("#1f2630", "#566070", "#e3e7ec", "#0072b2", "#c44f00", "#0b5fd8", "#b3400e");
    private static final Ink DARK = of("#e2e8ef", "#a3adb9", "#2b323b", "#56b4e9", "#f0a030", "#6cb2ff", "#ff9d5c");
    private static final Ink PROJECTOR =
            of("#000000", "#333a44", "#c6ccd4", "#005a8e", "#a33c00", "#0648a8", "#8f2f00");

    static Ink of(Theme theme) {
        return switch (theme) {
            case LIGHT, PRINT -> LIGHT;
            case DARK -> DARK;
            case PROJECTOR -> PROJECTOR;
        };
    }

    private static Ink of(
            String text, String quiet, String grid, String train, String test, String accent, String fold) {
        return new Ink(
                Color.web(text),
                Color.web(quiet),
                Color.web(grid),
                Color.web(train),
                Color.web(test),
                Color.web(accent),
                Color.web(fold));
    }

    /// The same colour for JFreeChart, which paints with Java2D's types.
    static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }
}
