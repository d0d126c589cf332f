package isotopy.export;

import isotopy.figure.Mark;

/// Paints small signs, filled or hollow. The cover of a pixel is how far its middle lies inside, over a ramp of one
/// pixel.
final class SignPainter {
    private final Pixels pixels;

    SignPainter(Pixels pixels) {
        this.pixels = pixels;
    }

    /// Paints the signs, their places and sizes times `scale`.
    void paint(Mark.Signs signs, double scale) {
        double radius = Math.min(signs.radius() * scale, 1e4);
        double half = signs.outline() * scale / 2;
        for (int k = 0; k < signs.x().length; k++) {
            double x = signs.x()[k] * scale;
            double y = signs.y()[k] * scale;
            double reach = 1.5 * radius + half + 1;
            if (x > -reach && x < pixels.width + reach && y > -reach && y < pixels.height + reach) {
                sign(x, y, signs.shapes()[k], signs.argb()[k], radius, half);
            }
        }
    }

    private void sign(double x, double y, Mark.Sign shape, int colour, double radius, double half) {
        double reach = 1.5 * radius + half + 1;
        int top = Math.max(0, (int) Math.floor(y - reach));
        int bottom = Math.min(pixels.height - 1, (int) Math.ceil(y + reach));
        int left = Math.max(0, (int) Math.floor(x - reach));
        int right = Math.min(pixels.width - 1, (int) Math.ceil(x + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = distance(shape, column + 0.5 - x, row + 0.5 - y, radius);
                double cover = half > 0 ? half + 0.5 - Math.abs(distance + half) : 0.5 - distance;
                if (cover > 0) {
                    pixels.paint(row * pixels.width + column, colour, (int) (255 * Math.min(1, cover) + 0.5));
                }
            }
        }
    }

    /// How far (x, y) lies outside the sign, negative inside. The sizes are such that all have about the area of
    /// the disc.
    private static double distance(Mark.Sign shape, double x, double y, double radius) {
        return switch (shape) {
            case DISC -> Math.sqrt(x * x + y * y) - radius;
            case SQUARE -> Math.max(Math.abs(x), Math.abs(y)) - 0.89 * radius;
            case TRIANGLE -> Math.max(y - 0.75 * radius, Math.abs(x) * 0.866 - 0.5 * y - 0.72 * radius);
            case DIAMOND -> (Math.abs(x) + Math.abs(y) - 1.27 * radius) * Math.sqrt(0.5);
            case CROSS -> {
                double along = Math.abs(x + y) * Math.sqrt(0.5);
                double across = Math.abs(x - y) * Math.sqrt(0.5);
                double bar = 0.38 * radius;
                double end = 1.3 * radius;
                yield Math.min(Math.max(along - end, across - bar), Math.max(across - end, along - bar));
            }
        };
    }
}
