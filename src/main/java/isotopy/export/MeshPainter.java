package isotopy.export;

import isotopy.figure.Mark;

/// Paints a curved lattice of cells, two triangles each, with colours that run smoothly from corner to corner. A pixel
/// belongs to the triangle that holds its middle, so that no seam is seen between neighbours.
final class MeshPainter {
    private final Pixels pixels;

    MeshPainter(Pixels pixels) {
        this.pixels = pixels;
    }

    /// Paints the mesh, its corners times `scale`; cells with a corner that is not finite are left out.
    void paint(Mark.Mesh mesh, double scale) {
        for (int row = 0; row + 1 < mesh.rows(); row++) {
            for (int column = 0; column + 1 < mesh.columns(); column++) {
                int a = row * mesh.columns() + column;
                int b = a + 1;
                int c = a + mesh.columns();
                triangle(mesh, a, b, c, scale);
                triangle(mesh, c, b, c + 1, scale);
            }
        }
    }

    private void triangle(Mark.Mesh mesh, int a, int b, int c, double scale) {
        double xa = mesh.x()[a] * scale;
        double ya = mesh.y()[a] * scale;
        double xb = mesh.x()[b] * scale - xa;
        double yb = mesh.y()[b] * scale - ya;
        double xc = mesh.x()[c] * scale - xa;
        double yc = mesh.y()[c] * scale - ya;
        double area = xb * yc - xc * yb;
        if (!Double.isFinite(xa + ya + area) || area == 0) {
            return;
        }
        int top = (int) Math.clamp(Math.ceil(ya + Math.min(0, Math.min(yb, yc)) - 0.5), 0, pixels.height);
        int bottom = (int) Math.clamp(Math.ceil(ya + Math.max(0, Math.max(yb, yc)) - 0.5), 0, pixels.height);
        for (int row = top; row < bottom; row++) {
            double y = row + 0.5 - ya;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int edge = 0; edge < 3; edge++) {
                double x0 = edge == 0 ? 0 : edge == 1 ? xb : xc;
                double y0 = edge == 0 ? 0 : edge == 1 ? yb : yc;
                double x1 = edge == 0 ? xb : edge == 1 ? xc : 0;
                double y1 = edge == 0 ? yb : edge == 1 ? yc : 0;
                if (y0 <= y && y < y1 || y1 <= y && y < y0) {
                    double x = x0 + (y - y0) / (y1 - y0) * (x1 - x0);
                    low = Math.min(low, x);
                    high = Math.max(high, x);
                }
            }
            int left = (int) Math.clamp(Math.ceil(xa + low - 0.5), 0, pixels.width);
            int right = (int) Math.clamp(Math.ceil(xa + high - 0.5), 0, pixels.width);
            for (int column = left; column < right; column++) {
                double x = column + 0.5 - xa;
                double shareB = Math.clamp((x * yc - y * xc) / area, 0, 1);
                double shareC = Math.clamp((y * xb - x * yb) / area, 0, 1 - shareB);
                int colour = mixed(mesh.argb()[a], mesh.argb()[b], mesh.argb()[c], shareB, shareC);
                pixels.paint(row * pixels.width + column, colour, 255);
            }
        }
    }

    /// Channel by channel, with the opacity of the corners.
    private static int mixed(int a, int b, int c, double shareB, double shareC) {
        int mixed = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int from = a >>> shift & 0xFF;
            double channel = from + shareB * ((b >>> shift & 0xFF) - from) + shareC * ((c >>> shift & 0xFF) - from);
            mixed = mixed << 8 | (int) (channel + 0.5);
        }
        return mixed;
    }
}
