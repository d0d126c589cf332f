package isotopy.figure;

import isotopy.math.Box;

/// Where the page looks: the world point in its middle, and how much of the world its smaller side shows.
///
/// Units: world coordinates.
public record Camera(double x1, double x2, double span) {
    /// Throws: `IllegalArgumentException` unless the numbers are finite and the span is positive.
    public Camera {
        if (!Double.isFinite(x1) || !Double.isFinite(x2) || !(span > 0) || !Double.isFinite(span)) {
            throw new IllegalArgumentException(
                    "a camera needs a finite centre and span > 0: " + x1 + ", " + x2 + ", " + span);
        }
    }

    /// The camera that shows the whole square with room for what flows out of it.
    public static Camera fit(Box box) {
        return new Camera(box.centre(), box.centre(), 1.5 * box.side());
    }

    /// The least camera that sees all that both see.
    Camera and(Camera other) {
        double left = Math.min(x1 - span / 2, other.x1 - other.span / 2);
        double right = Math.max(x1 + span / 2, other.x1 + other.span / 2);
        double low = Math.min(x2 - span / 2, other.x2 - other.span / 2);
        double high = Math.max(x2 + span / 2, other.x2 + other.span / 2);
        return new Camera((left + right) / 2, (low + high) / 2, Math.max(right - left, high - low));
    }

    /// Page pixels per world unit on a page of that size.
    public double scale(double width, double height) {
        return Math.min(width, height) / span;
    }

    /// The page's x of a world x₁.
    public double pageX(double worldX1, double width, double height) {
        return width / 2 + (worldX1 - x1) * scale(width, height);
    }

    /// The page's y, downwards, of a world x₂.
    public double pageY(double worldX2, double width, double height) {
        return height / 2 - (worldX2 - x2) * scale(width, height);
    }

    /// The world's x₁ at a page x.
    public double worldX1(double pageX, double width, double height) {
        return x1 + (pageX - width / 2) / scale(width, height);
    }

    /// The world's x₂ at a page y.
    public double worldX2(double pageY, double width, double height) {
        return x2 - (pageY - height / 2) / scale(width, height);
    }

    /// Nearer or farther by `factor` (below 1 is nearer), with the world point (`fixed1`, `fixed2`) staying where
    /// it is on the page.
    public Camera zoomed(double factor, double fixed1, double fixed2) {
        return new Camera(fixed1 + (x1 - fixed1) * factor, fixed2 + (x2 - fixed2) * factor, span * factor);
    }

    /// Moved by a world displacement.
    public Camera moved(double d1, double d2) {
        return new Camera(x1 + d1, x2 + d2, span);
    }
}
