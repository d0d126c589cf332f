package isotopy.figure;

import isotopy.math.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A rectangle of the page with an axis across and a range of heights; what lies outside is cut off.
///
/// Units: page coordinates are logical pixels, y down.
record Plot(Box across, double low, double high, double left, double right, double top, double bottom) {
    float x(double value) {
        return (float) (left + across.share(value) * (right - left));
    }

    float y(double value) {
        return (float) (bottom - (value - low) / (high - low) * (bottom - top));
    }

    /// Adds a curve through the points, cut off at the edges.
    void curve(double[] x, double[] y, int argb, float width, float dash, List<Mark> into) {
        var pageX = new float[x.length];
        var pageY = new float[x.length];
        for (int k = 0; k < x.length; k++) {
            pageX[k] = x(x[k]);
            pageY[k] = y(y[k]);
        }
        into.add(new Mark.Curves(cut(pageX, pageY, argb), width, false, dash));
    }

    /// The pieces of a polyline inside the rectangle; points that are not finite interrupt it.
    List<Mark.Curve> cut(float[] x, float[] y, int argb) {
        var pieces = new ArrayList<Mark.Curve>();
        var px = new float[x.length + 2];
        var py = new float[x.length + 2];
        int count = 0;
        for (int k = 0; k + 1 < x.length; k++) {
            double[] piece = clip(x[k], y[k], x[k + 1], y[k + 1]);
            boolean joins = count > 0
                    && piece.length > 0
                    && px[count - 1] == (float) piece[0]
                    && py[count - 1] == (float) piece[1];
            if (!joins && count > 1) {
                pieces.add(new Mark.Curve(Arrays.copyOf(px, count), Arrays.copyOf(py, count), argb));
            }
            if (piece.length > 0) {
                if (!joins) {
                    px[0] = (float) piece[0];
                    py[0] = (float) piece[1];
                    count = 1;
                }
                px[count] = (float) piece[2];
                py[count++] = (float) piece[3];
            } else {
                count = 0;
            }
        }
        if (count > 1) {
            pieces.add(new Mark.Curve(Arrays.copyOf(px, count), Arrays.copyOf(py, count), argb));
        }
        return pieces;
    }

    /// The part of a line inside the rectangle; empty where there is none.
    ///
    /// Source: Y.-D. Liang, B. A. Barsky, *A new concept and method for line clipping*, ACM TOG 3 (1984).
    private double[] clip(double x0, double y0, double x1, double y1) {
        if (!Double.isFinite(x0 + y0 + x1 + y1)) {
            return new double[0];
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] direction = {-dx, dx, -dy, dy};
        double[] distance = {x0 - left, right - x0, y0 - top, bottom - y0};
        double from = 0;
        double to = 1;
        for (int k = 0; k < 4; k++) {
            if (direction[k] == 0) {
                if (distance[k] < 0) {
                    return new double[0];
                }
            } else if (direction[k] < 0) {
                from = Math.max(from, distance[k] / direction[k]);
            } else {
                to = Math.min(to, distance[k] / direction[k]);
            }
        }
        return from < to
                ? new double[] {
                    from == 0 ? x0 : x0 + from * dx,
                    from == 0 ? y0 : y0 + from * dy,
                    to == 1 ? x1 : x0 + to * dx,
                    to == 1 ? y1 : y0 + to * dy
                }
                : new double[0];
    }

    /// Adds small dots at points inside the rectangle.
    void dots(double[] x, double[] y, int argb, List<Mark> into) {
        var inside = inside(x, y);
        var all = new int[inside[0].length];
        Arrays.fill(all, argb);
        into.add(new Mark.Dots(inside[0], inside[1], all, 1.8f));
    }

    /// The page's places of the points inside the rectangle.
    float[][] inside(double[] x, double[] y) {
        var places = new float[2][x.length];
        int count = 0;
        for (int k = 0; k < x.length; k++) {
            float px = x(x[k]);
            float py = y(y[k]);
            if (px >= left && px <= right && py >= top && py <= bottom) {
                places[0][count] = px;
                places[1][count++] = py;
            }
        }
        return new float[][] {Arrays.copyOf(places[0], count), Arrays.copyOf(places[1], count)};
    }

    /// Adds the frame.
    void frame(int argb, float width, List<Mark> into) {
        float l = (float) left;
        float r = (float) right;
        float t = (float) top;
        float b = (float) bottom;
        into.add(new Mark.Paths(
                new float[] {l, t, r, t, r, b, l, b, l, t}, new int[] {0, 5}, new int[] {argb}, width, false, 0));
    }
}
