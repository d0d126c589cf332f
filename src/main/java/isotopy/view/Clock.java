package isotopy.view;

import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The chip that says what t is. Its width does not change while t runs: it has room for the widest digits and for the
/// number of the last layer, so that what stands beside it stays where it is.
final class Clock extends Label {
    private String measured = "";
    private Font measuredIn = Font.getDefault();
    private double room;

    Clock() {
        setId("clock");
        getStyleClass().addAll("stage-pill", "stage-chip");
        setMouseTransparent(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computePrefWidth(height), room());
    }

    private double room() {
        var longest = longest(getText());
        if (!longest.equals(measured) || !getFont().equals(measuredIn)) {
            measured = longest;
            measuredIn = getFont();
            room = IntStream.range(0, 10)
                    .mapToDouble(digit -> width(this, longest.replaceAll("\\d", Integer.toString(digit))))
                    .max()
                    .orElse(0);
        }
        return room;
    }

    /// The text as it is at the last layer.
    private static String longest(String text) {
        int of = text.lastIndexOf(" of ");
        return of < 0 ? text : text.replaceFirst("layer \\d+", "layer " + text.substring(of + 4));
    }

    /// The width of a chip with that text in it.
    static double width(Label chip, String text) {
        var measure = new Text(text);
        measure.setFont(chip.getFont());
        return chip.snapSizeX(measure.getLayoutBounds().getWidth()) + chip.snappedLeftInset() + chip.snappedRightInset();
    }
}
