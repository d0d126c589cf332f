package isotopy.export;

import isotopy.figure.Figure;
import isotopy.figure.Mark;
import java.util.ArrayList;
import java.util.List;

/// Draws a figure with a [VectorPen]: lines, areas, signs and text as such; heats, meshes, pictures and clouds of very
/// many dots as pixels.
///
/// Whatever lies outside the page is cut off, and what is not finite left out, as [Raster] does it.
final class VectorPainter {
    /// A cloud of more dots than this would make a file that readers hardly open.
    static final int MOST_DOTS = 50_000;

    private final Figure figure;
    private final VectorPen pen;
    private final LineTracer lines;
    private final PageCut cut;

    VectorPainter(Figure figure, VectorPen pen) {
        this.figure = figure;
        this.pen = pen;
        cut = new PageCut(figure.width(), figure.height());
        lines = new LineTracer(pen, cut);
    }

    /// Draws all of the figure but its background; false when `progress` stopped it.
    boolean paint(Progress progress) {
        int all = figure.marks().size() + 1;
        for (int k = 0; k < figure.marks().size(); k++) {
            if (!progress.reached(k, all)) {
                return false;
            }
            paint(figure.marks().get(k));
        }
        return true;
    }

    private void paint(Mark mark) {
        switch (mark) {
            case Mark.Dots dots -> paint(dots);
            case Mark.Rings rings -> paint(rings);
            case Mark.Curves curves -> paint(curves);
            case Mark.Paths paths -> paint(paths);
            case Mark.Arrows arrows -> paint(arrows);
            case Mark.Region region -> paint(region);
            case Mark.Heat heat -> Patch.of(heat, figure).ifPresent(pen::picture);
            case Mark.Mesh mesh -> Patch.of(mesh, figure).ifPresent(pen::picture);
            case Mark.Density cloud -> Patch.of(cloud, figure).ifPresent(pen::picture);
            case Mark.Picture picture -> Patch.of(picture, figure).ifPresent(pen::picture);
            case Mark.Signs signs -> paint(signs);
            case Mark.Label label -> paint(label);
            case Mark.Panel panel -> paint(panel);
        }
    }

    private void paint(Mark.Panel panel) {
        var inside = panel.figure();
        pen.inside(panel.x(), panel.y(), inside.width(), inside.height(), () -> {
            if (seen(inside.background())) {
                pen.area(VectorPage.corners(inside), inside.background());
            }
            new VectorPainter(inside, pen).paint(Progress.NONE);
        });
    }

    private void paint(Mark.Dots dots) {
        if (dots.x().length > MOST_DOTS) {
            Patch.of(dots, figure).ifPresent(pen::picture);
            return;
        }
        for (int k = 0; k < dots.x().length; k++) {
            if (seen(dots.argb()[k]) && cut.near(dots.x()[k], dots.y()[k], dots.radius())) {
                pen.disc(dots.x()[k], dots.y()[k], dots.radius(), dots.argb()[k]);
            }
        }
    }

    private void paint(Mark.Rings rings) {
        for (int k = 0; k < rings.x().length; k++) {
            if (seen(rings.argb()[k]) && cut.near(rings.x()[k], rings.y()[k], rings.radius() + rings.width())) {
                pen.circle(rings.x()[k], rings.y()[k], rings.radius(), rings.width(), rings.argb()[k]);
            }
        }
    }

    private void paint(Mark.Curves curves) {
        for (var curve : curves.curves()) {
            int points = curve.x().length;
            var xy = new float[2 * points];
            for (int k = 0; k < points; k++) {
                xy[2 * k] = curve.x()[k];
                xy[2 * k + 1] = curve.y()[k];
            }
            if (seen(curve.argb())) {
                lines.trace(xy, 0, points, curves.width(), curve.argb(), curves.fading(), curves.dash());
            }
        }
    }

    private void paint(Mark.Paths paths) {
        for (int k = 0; k < paths.argb().length; k++) {
            int from = paths.start()[k];
            int to = paths.start()[k + 1];
            if (to - from >= 2 && seen(paths.argb()[k])) {
                lines.trace(paths.xy(), from, to, paths.width(), paths.argb()[k], paths.fading(), paths.dash());
            }
        }
    }

    /// A shaft with two barbs at its tip; an arrow shorter than its width is a point.
    private void paint(Mark.Arrows arrows) {
        if (!seen(arrows.argb())) {
            return;
        }
        var nib = VectorPen.Nib.solid(arrows.width(), arrows.argb());
        for (int k = 0; k < arrows.x().length; k++) {
            double x = arrows.x()[k];
            double y = arrows.y()[k];
            double dx = arrows.dx()[k];
            double dy = arrows.dy()[k];
            double length = Math.hypot(dx, dy);
            var drawn = new ArrayList<double[]>();
            cut.piece(x, y, x + dx, y + dy, arrows.width()).ifPresent(drawn::add);
            if (length > 2 * arrows.width()) {
                double barb = Math.min(0.34 * length, 4.5 * arrows.width()) / length;
                for (int side = -1; side <= 1; side += 2) {
                    double bx = x + dx - barb * (dx - side * 0.62 * dy);
                    double by = y + dy - barb * (dy + side * 0.62 * dx);
                    cut.piece(x + dx, y + dy, bx, by, arrows.width()).ifPresent(drawn::add);
                }
            }
            if (!drawn.isEmpty()) {
                pen.line(drawn, nib);
            }
        }
    }

    private void paint(Mark.Region region) {
        if (seen(region.argb())) {
            cut.polygon(region.x(), region.y()).ifPresent(polygon -> pen.area(polygon, region.argb()));
        }
    }

    private void paint(Mark.Signs signs) {
        double half = Math.min(signs.outline() / 2, signs.radius() / 2);
        for (int k = 0; k < signs.x().length; k++) {
            float x = signs.x()[k];
            float y = signs.y()[k];
            int argb = signs.argb()[k];
            if (!seen(argb) || !cut.near(x, y, 1.5 * signs.radius() + half)) {
                continue;
            }
            boolean hollow = half > 0;
            if (signs.shapes()[k] == Mark.Sign.DISC) {
                if (hollow) {
                    pen.circle(x, y, signs.radius() - half, 2 * half, argb);
                } else {
                    pen.disc(x, y, signs.radius(), argb);
                }
                continue;
            }
            var corners = SignOutline.of(signs.shapes()[k], x, y, signs.radius(), Math.max(0, half));
            if (hollow) {
                pen.line(List.of(SignOutline.closed(corners)), VectorPen.Nib.solid(2 * half, argb));
            } else {
                pen.area(corners, argb);
            }
        }
    }

    private void paint(Mark.Label label) {
        boolean placed = Math.abs(label.x()) < 1e6 && Math.abs(label.y()) < 1e6;
        if (placed
                && seen(label.argb())
                && label.size() >= 0.5
                && label.size() < 1e4
                && !label.text().isBlank()) {
            pen.text(label);
        }
    }

    private static boolean seen(int argb) {
        return argb >>> 24 != 0;
    }
}
