package isotopy.figure;

/// How a plane of the world lies on a page: an affine map from (x₁, x₂) to logical pixels, x = x0 + x1x · x₁ + x2x · x₂
/// and y = y0 + x1y · x₁ + x2y · x₂.
record Page(double width, double height, double x0, double x1x, double x2x, double y0, double x1y, double x2y) {
    /// The plane seen from above by a camera.
    static Page of(Camera camera, double width, double height) {
        double scale = camera.scale(width, height);
        return new Page(
                width, height, width / 2 - camera.x1() * scale, scale, 0, height / 2 + camera.x2() * scale, 0, -scale);
    }

    float x(double x1, double x2) {
        return (float) (x0 + x1x * x1 + x2x * x2);
    }

    float y(double x1, double x2) {
        return (float) (y0 + x1y * x1 + x2y * x2);
    }

    /// Pixels per world unit, in the mean over directions.
    double scale() {
        return Math.sqrt(Math.abs(x1x * x2y - x2x * x1y));
    }
}
