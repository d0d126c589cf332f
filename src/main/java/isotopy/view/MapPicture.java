package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.Preset;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// A small picture of a target: where a map sends a lattice over the square, the graph of a curve, points in the
/// colours of their classes, or the values of a function in a scale of colours.
///
/// Computed when laid out, so that a map which changes at every movement of the mouse is drawn once a frame.
final class MapPicture extends Region {
    /// So many classes have colours of their own.
    static final int COLOURS = 7;

    private static final int LINES = 7;
    private static final int FINE = 6;
    private static final int PAIRS = 60;
    private static final int POINTS = 240;
    private static final int SIDE = (LINES - 1) * FINE + 1;
    private static final int CURVE = 97;

    private final Path path = path("map-line");
    private final Path mark = path("map-mark");
    private final Path axes = path("curve-axis");
    private final Path curve = path("map-curve");
    private final List<Path> classes = new ArrayList<>();
    private final ImageView values = new ImageView();
    private TargetMap target = Preset.IDENTITY;
    private Box domain = Box.UNIT;
    private @Nullable Drawn drawn;

    private record Drawn(TargetMap target, Box domain, double width, double height) {}

    MapPicture() {
        getStyleClass().add("map-picture");
        for (int k = 0; k < COLOURS; k++) {
            classes.add(path("map-class-" + k));
        }
        values.setManaged(false);
        values.setSmooth(true);
        getChildren().addAll(values, mark, axes, path, curve);
        getChildren().addAll(classes);
        setMouseTransparent(true);
    }

    /// A picture over the square or the interval that the target was made for.
    MapPicture(TargetMap map) {
        this();
        show(map, map.home());
    }

    private static Path path(String styleClass) {
        var path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }

    /// Shows a target over a square.
    void show(TargetMap wanted, Box over) {
        target = wanted;
        domain = over;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var wanted = new Drawn(target, domain, getWidth(), getHeight());
        if (drawn != null && drawn.target == target && drawn.equals(wanted)) {
            return;
        }
        drawn = wanted;
        Stream.concat(Stream.of(path, mark, axes, curve), classes.stream())
                .forEach(shape -> shape.getElements().clear());
        values.setImage(null);
        switch (target) {
            case PlaneMap map -> draw(map.apply(domain.lattice(SIDE)));
            case LineMap map -> draw(map);
            case PlaneFunction function -> draw(function);
            case Correspondence pairs -> draw(pairs);
            case Labels labels -> draw(labels);
        }
    }

    private void draw(Correspondence pairs) {
        switch (pairs.kind()) {
            case LINE -> dots(pairs.x(), pairs.y());
            case FUNCTION -> values(Heights.of(pairs, domain));
            case PLANE, LABELS -> strokes(pairs);
        }
    }

    /// Lines from starts to goals, of some pairs where there are many.
    private void strokes(Correspondence pairs) {
        var chosen = some(pairs.x().size(), PAIRS);
        var starts = pairs.x().select(chosen);
        var goals = pairs.y().select(chosen);
        double scale = scale(starts.followedBy(goals));
        for (int k = 0; k < chosen.length; k++) {
            add(starts, k, scale, true, path);
            add(goals, k, scale, false, path);
        }
    }

    private void draw(LineMap map) {
        var x = new double[CURVE];
        Arrays.setAll(x, k -> domain.at(k / (CURVE - 1.0)));
        var row = Points.of(new double[][] {x});
        var frame = Frame.of(domain, map.apply(row).row(0), getWidth(), getHeight());
        axes(frame);
        var y = map.apply(row);
        for (int k = 0; k < CURVE; k++) {
            double px = frame.x(x[k]);
            double py = frame.y(y.at(0, k));
            curve.getElements().add(k == 0 ? new MoveTo(px, py) : new LineTo(px, py));
        }
    }

    private void dots(Points x, Points y) {
        var frame = Frame.of(domain, y.row(0), getWidth(), getHeight());
        axes(frame);
        for (int k : some(x.size(), PAIRS)) {
            dot(frame.x(x.at(0, k)), frame.y(y.at(0, k)), classes.getFirst());
        }
    }

    private void axes(Frame frame) {
        double across = frame.y(Math.clamp(0, frame.low(), frame.high()));
        double up = frame.x(Math.clamp(0, domain.low(), domain.high()));
        axes.getElements()
                .addAll(
                        new MoveTo(0, across),
                        new LineTo(getWidth(), across),
                        new MoveTo(up, 0),
                        new LineTo(up, getHeight()));
    }

    private void draw(PlaneFunction function) {
        values(Heights.of(function, domain));
    }

    private void values(Heights heights) {
        double side = Math.min(getWidth(), getHeight());
        values.setImage(heights.image());
        values.setFitWidth(side);
        values.setFitHeight(side);
        values.relocate((getWidth() - side) / 2, (getHeight() - side) / 2);
    }

    private void draw(Labels labels) {
        double scale = scale(labels.x());
        for (int k : some(labels.x().size(), POINTS)) {
            double x = getWidth() / 2 + (labels.x().at(0, k) - domain.centre()) * scale;
            double y = getHeight() / 2 - (labels.x().at(1, k) - domain.centre()) * scale;
            dot(x, y, classes.get(labels.classes().get(k) % COLOURS));
        }
    }

    private static void dot(double x, double y, Path into) {
        into.getElements().addAll(new MoveTo(x - 0.01, y), new LineTo(x + 0.01, y));
    }

    private static int[] some(int count, int most) {
        var chosen = new int[Math.min(count, most)];
        Arrays.setAll(chosen, k -> (int) ((long) k * count / chosen.length));
        return chosen;
    }

    private double scale(Points image) {
        double reach = 0.55 * domain.side();
        for (int k = 0; k < image.size(); k++) {
            reach = Math.max(reach, Math.abs(image.at(0, k) - domain.centre()));
            reach = Math.max(reach, Math.abs(image.at(1, k) - domain.centre()));
        }
        return Math.min(getWidth(), getHeight()) / (2.06 * reach);
    }

    private void draw(Points image) {
        double scale = scale(image);
        for (int line = 0; line < LINES; line++) {
            for (int k = 0; k < SIDE; k++) {
                add(image, line * FINE * SIDE + k, scale, k == 0, path);
            }
            for (int k = 0; k < SIDE; k++) {
                add(image, k * SIDE + line * FINE, scale, k == 0, path);
            }
        }
        drawMark(image, scale);
    }

    /// Shades the image of the triangle between the middle, the right edge's middle and the upper right corner, by
    /// which one sees turns and mirrors.
    private void drawMark(Points image, double scale) {
        int middle = SIDE / 2;
        for (int k = middle; k < SIDE; k++) {
            add(image, middle * SIDE + k, scale, k == middle, mark);
        }
        for (int k = middle; k < SIDE; k++) {
            add(image, k * SIDE + SIDE - 1, scale, false, mark);
        }
        for (int k = SIDE - 1; k >= middle; k--) {
            add(image, k * SIDE + k, scale, false, mark);
        }
    }

    private void add(Points image, int k, double scale, boolean first, Path into) {
        double x = getWidth() / 2 + (image.at(0, k) - domain.centre()) * scale;
        double y = getHeight() / 2 - (image.at(1, k) - domain.centre()) * scale;
        into.getElements().add(first ? new MoveTo(x, y) : new LineTo(x, y));
    }
}
