package isotopy.view;

import javafx.scene.shape.Circle;

/// The circle around the mouse in which finger, brush and eraser work. Mutable.
final class BrushRing extends Circle {
    private final Easel easel;
    private final DrawingPage page;

    BrushRing(Easel easel, DrawingPage page) {
        this.easel = easel;
        this.page = page;
        getStyleClass().add("drawing-brush");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        easel.tool().radiusProperty().subscribe(this::size);
    }

    /// Shows it around a place of the page.
    void show(double x, double y) {
        setCenterX(x);
        setCenterY(y);
        setVisible(true);
        size();
    }

    /// Makes it as large as its radius is under the present camera.
    void size() {
        setRadius(easel.radius() * page.scale());
    }
}
