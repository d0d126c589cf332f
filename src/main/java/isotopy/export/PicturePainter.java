package isotopy.export;

import isotopy.figure.Mark;

/// Paints a picture over a curved lattice of cells, two triangles each; between its pixels colours run smoothly. A
/// pixel of the page belongs to the triangle that holds its middle, so that no seam is seen between neighbours.
final class PicturePainter {
    private final Pixels pixels;
    /// A row of the present triangle: x = left + slope · y of the edges that bound it.
    private double low;
    private double high;

    PicturePainter(Pixels pixels) {
        this.pixels = pixels;
    }

    /// Paints the picture, its corners times `scale`; cells with a corner that is not finite are left out.
    void paint(Mark.Picture picture, double scale) {
        for (int row = 0; row + 1 < picture.rows(); row++) {
            for (int column = 0; column + 1 < picture.columns(); column++) {
                int a = row * picture.columns() + column;
                int b = a + 1;
                int c = a + picture.columns();
                triangle(picture, a, b, c, scale);
                triangle(picture, c, b, c + 1, scale);
            }
        }
    }

    private void triangle(Mark.Picture p, int a, int b, int c, double scale) {
        double xa = p.x()[a] * scale;
        double ya = p.y()[a] * scale;
        double xb = p.x()[b] * scale - xa;
        double yb = p.y()[b] * scale - ya;
        double xc = p.x()[c] * scale - xa;
        double yc = p.y()[c] * scale - ya;
        double area = xb * yc - xc * yb;
        if (!Double.isFinite(xa + ya + area) || area == 0) {
            return;
        }
        var texture = p.texture();
        double u = p.u()[a] * texture.columns() - 0.5;
        double v = p.v()[a] * texture.rows() - 0.5;
        double ub = (p.u()[b] - p.u()[a]) * texture.columns();
        double vb = (p.v()[b] - p.v()[a]) * texture.rows();
        double uc = (p.u()[c] - p.u()[a]) * texture.columns();
        double vc = (p.v()[c] - p.v()[a]) * texture.rows();
        double ux = (ub * yc - uc * yb) / area;
        double uy = (uc * xb - ub * xc) / area;
        double vx = (vb * yc - vc * yb) / area;
        double vy = (vc * xb - vb * xc) / area;
        int top = (int) Math.clamp(Math.ceil(ya + Math.min(0, Math.min(yb, yc)) - 0.5), 0, pixels.height);
        int bottom = (int) Math.clamp(Math.ceil(ya + Math.max(0, Math.max(yb, yc)) - 0.5), 0, pixels.height);
        for (int row = top; row < bottom; row++) {
            double y = row + 0.5 - ya;
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            edge(0, 0, xb, yb, y);
            edge(xb, yb, xc, yc, y);
            edge(xc, yc, 0, 0, y);
            int left = (int) Math.clamp(Math.ceil(xa + low - 0.5), 0, pixels.width);
            int right = (int) Math.clamp(Math.ceil(xa + high - 0.5), 0, pixels.width);
            double x = left + 0.5 - xa;
            double atU = u + ux * x + uy * y;
            double atV = v + vx * x + vy * y;
            int to = row * pixels.width;
            for (int column = left; column < right; column++) {
                pixels.paint(to + column, sample(p, atU, atV), 255);
                atU += ux;
                atV += vx;
            }
        }
    }

    /// Widens the row at height y to where an edge crosses it.
    private void edge(double x0, double y0, double x1, double y1, double y) {
        if (y0 <= y && y < y1 || y1 <= y && y < y0) {
            double x = x0 + (y - y0) / (y1 - y0) * (x1 - x0);
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
    }

    /// The colour at a place given in pixels of the picture, whose middles are whole numbers.
    private static int sample(Mark.Picture p, double u, double v) {
        var texture = p.texture();
        int columns = texture.columns();
        int rows = texture.rows();
        int fixedU = (int) (256 * Math.clamp(u, 0, columns - 1));
        int fixedV = (int) (256 * Math.clamp(v, 0, rows - 1));
        int column = fixedU >> 8;
        int row = fixedV >> 8;
        int nextColumn = column + 1 < columns ? 1 : 0;
        int at = row * columns + column;
        int below = row + 1 < rows ? at + columns : at;
        var argb = texture.argb();
        int a = argb[at];
        int b = argb[at + nextColumn];
        int c = argb[below];
        int d = argb[below + nextColumn];
        if (a == b && a == c && a == d) {
            return a;
        }
        return mixed(mixed(a, b, fixedU & 0xFF), mixed(c, d, fixedU & 0xFF), fixedV & 0xFF);
    }

    /// The colour at share / 256 of the way, two channels at a time.
    private static int mixed(int from, int to, int share) {
        int rest = 256 - share;
        int rb = (from & 0xFF00FF) * rest + (to & 0xFF00FF) * share + 0x800080 >>> 8 & 0xFF00FF;
        int ag = (from >>> 8 & 0xFF00FF) * rest + (to >>> 8 & 0xFF00FF) * share + 0x800080 & 0xFF00FF00;
        return rb | ag;
    }
}
