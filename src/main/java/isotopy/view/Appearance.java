package isotopy.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import isotopy.figure.Theme;
import java.util.Objects;
import javafx.scene.Scene;

/// Dresses a scene in a theme: the stylesheet of the desk by day, at night, or of the hall.
///
/// The root of the scene carries the style class `light`, `dark` or `projector`.
public final class Appearance {
    private Appearance() {}

    /// Puts the theme on a scene. Popups that open over it wear the same.
    public static void wear(Scene scene, Theme theme) {
        scene.setUserAgentStylesheet(
                switch (theme) {
                    case LIGHT, PROJECTOR -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        var classes = scene.getRoot().getStyleClass();
        for (var other : Theme.values()) {
            classes.remove(other.id());
        }
        classes.add(theme.id());
    }

    /// The address of a stylesheet of this package, such as "panels.css".
    public static String stylesheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource(name), name).toExternalForm();
    }
}
