package isotopy.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Hands polylines to a [VectorPen], cut to the page. A line that fades goes in up to [#BANDS] pieces of one opacity
/// each, since no vector format has a gradient along a line.
///
/// Mutable, for one line at a time.
final class LineTracer {
    /// More opacities than this are not seen.
    private static final int BANDS = 16;

    /// A piece of one opacity is about so long, or longer.
    private static final double BAND_LENGTH = 4;

    /// Points nearer than this to the one before are left out.
    private static final double NEAR = 0.1;

    private final VectorPen pen;
    private final PageCut cut;
    private final List<double[]> finished = new ArrayList<>();
    private double[] points = new double[64];
    private int size;

    // the line at work
    private double width;
    private int argb;
    private double dash;
    private int bands;
    private int band;
    private double phase;

    LineTracer(VectorPen pen, PageCut cut) {
        this.pen = pen;
        this.cut = cut;
    }

    /// Draws the points `from … to − 1` of xy; `dash` below 1 is none. A point that is not finite interrupts the line.
    void trace(float[] xy, int from, int to, double wide, int colour, boolean fading, double dashes) {
        width = wide;
        argb = colour;
        dash = dashes >= 1 ? dashes : 0;
        bands = fading ? bands(xy, from, to) : 1;
        double walked = 0;
        for (int k = from + 1; k < to; k++) {
            double x0 = xy[2 * k - 2];
            double y0 = xy[2 * k - 1];
            double x1 = xy[2 * k];
            double y1 = xy[2 * k + 1];
            piece(x0, y0, x1, y1, (k - 1.0 - from) / (to - 1 - from), (k - from) / (to - 1.0 - from), walked);
            walked += Math.hypot(x1 - x0, y1 - y0);
            walked = Double.isFinite(walked) ? walked : 0;
        }
        finish();
    }

    private static int bands(float[] xy, int from, int to) {
        double length = 0;
        for (int k = from + 1; k < to; k++) {
            double piece = Math.hypot(xy[2 * k] - xy[2 * k - 2], xy[2 * k + 1] - xy[2 * k - 1]);
            length += Double.isFinite(piece) ? piece : 0;
        }
        return (int) Math.clamp(Math.ceil(length / BAND_LENGTH), 1, BANDS);
    }

    /// One straight piece, along which the share of the full opacity goes from f0 to f1.
    private void piece(double x0, double y0, double x1, double y1, double f0, double f1, double walked) {
        var part = cut.shares(x0, y0, x1, y1, width);
        if (part.isEmpty()) {
            interrupt();
            return;
        }
        double length = Math.hypot(x1 - x0, y1 - y0);
        double at = part.get()[0];
        double end = part.get()[1];
        if (at > 0) {
            interrupt();
        }
        int last = band(f0 + end * (f1 - f0), true);
        for (int k = band(f0 + at * (f1 - f0), false); k <= last; k++) {
            double next = k == last ? end : Math.clamp(((k + 1.0) / bands - f0) / (f1 - f0), at, end);
            if (k != band) {
                finish();
                band = k;
            }
            if (size == 0) {
                begin(x0 + at * (x1 - x0), y0 + at * (y1 - y0), walked + at * length);
            }
            go(x0 + next * (x1 - x0), y0 + next * (y1 - y0));
            at = next;
        }
        if (end < 1) {
            interrupt();
        }
    }

    /// The band of a share of the full opacity; one on the edge of two belongs to the one before when it `ends` there.
    private int band(double share, boolean ends) {
        double place = share * bands;
        return (int) Math.clamp(ends ? Math.ceil(place - 1e-9) - 1 : Math.floor(place + 1e-9), 0, bands - 1);
    }

    private void begin(double x, double y, double walked) {
        phase = dash > 0 ? walked % (2 * dash) : 0;
        points[0] = x;
        points[1] = y;
        size = 2;
    }

    /// Goes on to a point, which takes the place of the last one where that was hardly a step.
    private void go(double x, double y) {
        if (size >= 4 && Math.abs(points[size - 2] - points[size - 4]) + Math.abs(points[size - 1] - points[size - 3]) < NEAR) {
            size -= 2;
        }
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[size++] = x;
        points[size++] = y;
    }

    /// The line stops here and may go on elsewhere.
    private void interrupt() {
        if (size >= 4) {
            finished.add(Arrays.copyOf(points, size));
        }
        size = 0;
        if (dash > 0) {
            draw(); // each piece of a dashed line has a phase of its own
        }
    }

    private void finish() {
        interrupt();
        draw();
    }

    private void draw() {
        if (finished.isEmpty()) {
            return;
        }
        int alpha = bands == 1 ? argb >>> 24 : (int) Math.round((argb >>> 24) * (band + 0.5) / bands);
        if (alpha > 0) {
            int colour = alpha << 24 | argb & 0xFFFFFF;
            // the round ends add to a dash what is taken off here
            double drawn = dash > 0 ? Math.max(0.1, dash - Math.max(1, width)) : 0;
            pen.line(
                    List.copyOf(finished),
                    new VectorPen.Nib(width, colour, dash > 0 || bands == 1, drawn, dash > 0 ? 2 * dash - drawn : 0, phase));
        }
        finished.clear();
    }
}
