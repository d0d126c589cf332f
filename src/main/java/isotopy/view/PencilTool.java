package isotopy.view;

import isotopy.math.Points;
import isotopy.target.DrawnCurve;
import isotopy.target.LineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Draws a map of the line freehand. Mutable.
final class PencilTool implements StageTool {
    /// What a stroke must span to count, as a share of the domain.
    private static final double LEAST = 0.02;

    /// A stroke that ends as near to an end of the domain is meant to reach it, as a share of the domain.
    private static final double NEAR_END = 0.04;

    private final Easel easel;
    private final DrawnUpon drawn;
    private final List<Touch> stroke = new ArrayList<>();
    private @Nullable DrawnCurve from;

    PencilTool(Easel easel, DrawnUpon drawn) {
        this.easel = easel;
        this.drawn = drawn;
    }

    @Override
    public DrawnCurve shown() {
        return drawn.curve();
    }

    @Override
    public boolean replaces() {
        return !(easel.target() instanceof LineMap);
    }

    @Override
    public boolean press(Touch at) {
        if (at.secondary()) {
            return false;
        }
        from = shown();
        stroke.clear();
        stroke.add(at);
        return true;
    }

    @Override
    public void drag(Touch at) {
        if (from == null) {
            return;
        }
        stroke.add(at);
        if (spans()) {
            boolean increasing = easel.tool().increasingProperty().get();
            easel.edit("Draw the curve", from.withIncreasing(increasing).redrawn(points()));
        }
    }

    private boolean spans() {
        double low = stroke.stream().mapToDouble(Touch::x1).min().orElse(0);
        double high = stroke.stream().mapToDouble(Touch::x1).max().orElse(0);
        return high - low >= LEAST * easel.domain().side();
    }

    /// The stroke, drawn on to an end of the domain that it comes near to.
    private Points points() {
        var x = stroke.stream().mapToDouble(Touch::x1).toArray();
        var y = stroke.stream().mapToDouble(Touch::x2).toArray();
        int left = 0;
        int right = 0;
        for (int k = 0; k < x.length; k++) {
            left = x[k] < x[left] ? k : left;
            right = x[k] > x[right] ? k : right;
        }
        var domain = easel.domain();
        double near = NEAR_END * domain.side();
        x[left] = x[left] - domain.low() < near ? domain.low() : x[left];
        x[right] = domain.high() - x[right] < near ? domain.high() : x[right];
        return Points.of(x, y);
    }

    @Override
    public void release(Touch at) {
        abandon();
    }

    @Override
    public void abandon() {
        from = null;
        stroke.clear();
    }

    @Override
    public boolean doubleClick(Touch at) {
        easel.edit("Add a control point", shown().withNodeAt(at.x1()));
        return true;
    }

    @Override
    public boolean begun() {
        return easel.target() instanceof DrawnCurve curve && !curve.equals(DrawnCurve.blank(easel.domain(), 9));
    }

    @Override
    public void reset() {
        easel.edit("Reset the curve", DrawnCurve.blank(easel.domain(), 9));
    }

    @Override
    public Optional<String> hint() {
        return begun() ? Optional.empty() : Optional.of("Draw the curve y = F(x) over the picture.");
    }
}
