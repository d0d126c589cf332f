package isotopy.view;

import isotopy.figure.Colour;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Reads off a laid out scene which texts stand on which ground.
final class Legibility {
    /// A text as it is painted.
    record Found(String text, double size, double contrast, boolean icon) {}

    private Legibility() {}

    /// Every visible text below a node; on the JavaFX thread, after layout.
    static List<Found> of(Node root) {
        var found = new ArrayList<Found>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Found> into) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            int ground = ground(node.getParent());
            double contrast = Colour.contrast(Colour.over(argb(fill), ground), ground);
            into.add(new Found(text.getText(), text.getFont().getSize(), contrast, node instanceof FontIcon));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /// What is painted below a node: the fills of its ancestors over each other.
    private static int ground(Parent node) {
        if (node == null) {
            return 0xFFFFFFFF;
        }
        int below = ground(node.getParent());
        if (node instanceof Region region && region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                Paint paint = fill.getFill();
                if (paint instanceof Color colour) {
                    below = Colour.over(argb(colour), below);
                }
            }
        }
        return below;
    }

    static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
