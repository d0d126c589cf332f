package isotopy.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A logarithmic axis of whole numbers to the right, with labels at the powers of ten, and where there are few of them
/// at 2 and 5 times these.
final class CountAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final double FEW = 2.2;

    CountAxis() {
        super(null);
        setSmallestValue(0.1);
        setAutoTickUnitSelection(false, false);
        setMinorTickMarksVisible(false);
        setTickMarkOutsideLength(3);
    }

    /// Shows these numbers and a little on both sides.
    void show(double least, double most) {
        double from = Math.max(1, least);
        double to = Math.max(from * 2, most);
        setRange(from / 1.2, to * 1.2);
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        var ticks = new ArrayList<NumberTick>();
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        boolean few = Math.log10(high / low) < FEW;
        for (double power = 1; power <= high; power *= 10) {
            for (int factor : few ? new int[] {1, 2, 5} : new int[] {1}) {
                double at = factor * power;
                if (at >= low && at <= high) {
                    ticks.add(new NumberTick(
                            at, Numbers.count(Math.round(at)), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
                }
            }
        }
        return ticks;
    }
}
