package isotopy.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A logarithmic axis from one power of ten to another, labelled 10ⁿ at every decade or every few. Mutable.
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private int low = -4;
    private int high;
    private int stride = 1;

    DecadeAxis() {
        super(null);
        setSmallestValue(Double.MIN_NORMAL);
        setAutoTickUnitSelection(false, false);
        setMinorTickMarksVisible(false);
        setTickMarksVisible(false);
        setAxisLineVisible(false);
    }

    /// Shows 10^low … 10^high with a label at every `stride` decades.
    void show(int from, int to, int labelled) {
        low = from;
        high = to;
        stride = labelled;
        setRange(Math.pow(10, low), Math.pow(10, high));
    }

    /// The labels as they stand, from below.
    List<String> labels() {
        var labels = new ArrayList<String>();
        for (int n = low; n <= high; n += stride) {
            labels.add(Numbers.powerOfTen(n));
        }
        return labels;
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        var ticks = new ArrayList<NumberTick>();
        for (int n = low; n <= high; n += stride) {
            ticks.add(new NumberTick(
                    Math.pow(10, n), Numbers.powerOfTen(n), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
        }
        return ticks;
    }
}
