package isotopy.view;

/// Where the mouse is on the stage while the target is drawn.
///
/// Units: x and y in pixels of the page; x1 and x2 in world coordinates, of the graph where a map of the line is drawn.
record Touch(double x, double y, double x1, double x2, boolean secondary) {
    /// How far from another place. Units: pixels.
    double distance(Touch other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
