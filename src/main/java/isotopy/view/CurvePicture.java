package isotopy.view;

import isotopy.math.Nonlinearity;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// A small picture of σ over −3 … 3 with its axes, as high as the function needs.
final class CurvePicture extends Region {
    private static final double REACH = 3;
    private static final int POINTS = 61;

    private final Nonlinearity activation;
    private final Line across = new Line();
    private final Line up = new Line();
    private final Polyline curve = new Polyline();

    CurvePicture(Nonlinearity activation) {
        this.activation = activation;
        getStyleClass().add("curve-picture");
        across.getStyleClass().add("curve-axis");
        up.getStyleClass().add("curve-axis");
        curve.getStyleClass().add("curve-line");
        getChildren().addAll(across, up, curve);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double low = 0;
        double high = 0;
        for (int k = 0; k < POINTS; k++) {
            low = Math.min(low, activation.value(u(k)));
            high = Math.max(high, activation.value(u(k)));
        }
        double margin = 0.12 * (high - low);
        double scale = height / (high - low + 2 * margin);
        double zero = height - (margin - low) * scale;
        var points = new Double[2 * POINTS];
        for (int k = 0; k < POINTS; k++) {
            points[2 * k] = width * k / (POINTS - 1.0);
            points[2 * k + 1] = zero - activation.value(u(k)) * scale;
        }
        curve.getPoints().setAll(points);
        place(across, 0, zero, width, zero);
        place(up, width / 2, 0, width / 2, height);
    }

    private static double u(int k) {
        return REACH * (2 * k / (POINTS - 1.0) - 1);
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(snap(y1, y1 == y2));
        line.setEndX(x2);
        line.setEndY(snap(y2, y1 == y2));
    }

    private static double snap(double at, boolean wanted) {
        return wanted ? Math.floor(at) + 0.5 : at;
    }
}
