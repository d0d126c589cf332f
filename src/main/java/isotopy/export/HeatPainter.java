package isotopy.export;

import isotopy.figure.Mark;

/// Paints a small picture stretched over a rectangle, smooth between the middles of its cells.
final class HeatPainter {
    private final Pixels pixels;

    HeatPainter(Pixels pixels) {
        this.pixels = pixels;
    }

    /// Paints the heat map, its rectangle times `scale`.
    void paint(Mark.Heat heat, double scale) {
        double x = heat.x() * scale;
        double y = heat.y() * scale;
        double width = heat.width() * scale;
        double height = heat.height() * scale;
        if (!Double.isFinite(x + y + width + height) || !(width > 0) || !(height > 0)) {
            return;
        }
        int left = (int) Math.clamp(Math.floor(x), 0, pixels.width);
        int right = (int) Math.clamp(Math.ceil(x + width), 0, pixels.width);
        int top = (int) Math.clamp(Math.floor(y), 0, pixels.height);
        int bottom = (int) Math.clamp(Math.ceil(y + height), 0, pixels.height);
        for (int row = top; row < bottom; row++) {
            double v = Math.clamp((row + 0.5 - y) / height * heat.rows() - 0.5, 0, heat.rows() - 1);
            int above = Math.min((int) v, Math.max(0, heat.rows() - 2));
            int below = Math.min(above + 1, heat.rows() - 1);
            int down = (int) Math.round(256 * (v - above));
            double cut = Math.min(row + 1, y + height) - Math.max(row, y);
            for (int column = left; column < right; column++) {
                double u = Math.clamp((column + 0.5 - x) / width * heat.columns() - 0.5, 0, heat.columns() - 1);
                int before = Math.min((int) u, Math.max(0, heat.columns() - 2));
                int after = Math.min(before + 1, heat.columns() - 1);
                int across = (int) Math.round(256 * (u - before));
                int colour = mixed(
                        mixed(
                                heat.argb()[above * heat.columns() + before],
                                heat.argb()[above * heat.columns() + after],
                                across),
                        mixed(
                                heat.argb()[below * heat.columns() + before],
                                heat.argb()[below * heat.columns() + after],
                                across),
                        down);
                double inside = cut * (Math.min(column + 1, x + width) - Math.max(column, x));
                pixels.paint(row * pixels.width + column, colour, (int) (255 * inside + 0.5));
            }
        }
    }

    /// The colour at share / 256 of the way, two channels at a time.
    private static int mixed(int from, int to, int share) {
        int rest = 256 - share;
        int rb = (from & 0xFF00FF) * rest + (to & 0xFF00FF) * share + 0x800080 >>> 8 & 0xFF00FF;
        int ag = (from >>> 8 & 0xFF00FF) * rest + (to >>> 8 & 0xFF00FF) * share + 0x800080 & 0xFF00FF00;
        return rb | ag;
    }
}
