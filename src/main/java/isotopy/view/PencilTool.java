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

    private Points points() {
        var rows = new double[2][stroke.size()];
        for (int k = 0; k < stroke.size(); k++) {
            rows[0][k] = stroke.get(k).x1();
            rows[1][k] = stroke.get(k).x2();
        }
        return Points.of(rows);
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
