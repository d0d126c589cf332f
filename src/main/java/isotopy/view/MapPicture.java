package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
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
/// It is asked for when laid out, so that a map which changes at every movement of the mouse is drawn once a frame;
/// what the target does is computed by the tasks, and until it is there the picture before stays.
final class MapPicture extends Region {
    /// So many classes have colours of their own.
    static final int COLOURS = 7;

    private static final int LINES = MapSample.LINES;
    private static final int FINE = MapSample.FINE;
    private static final int SIDE = MapSample.SIDE;
    private static final int PAIRS = 60;
    private static final int POINTS = 240;

    private final Tasks tasks;
    private final Path path = path("map-line");
    private final Path mark = path("map-mark");
    private final Path axes = path("curve-axis");
    private final Path curve = path("map-curve");
    private final List<Path> classes = new ArrayList<>();
    private final ImageView values = new ImageView();
    private TargetMap target = Preset.IDENTITY;
    private Box domain = Box.UNIT;
    private boolean asked;
    private @Nullable Known known;
    private @Nullable Drawn drawn;

    /// What a target does over a domain, once it is computed; nothing where it cannot be.
    private record Known(TargetMap target, Box domain, MapSample sample) {
        boolean of(TargetMap wanted, Box over) {
            return target == wanted && domain.equals(over);
        }
    }

    private record Drawn(Known what, double width, double height) {}

    /// A picture that is computed by `tasks`.
    MapPicture(Tasks tasks) {
        this.tasks = tasks;
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
    MapPicture(Tasks tasks, TargetMap map) {
        this(tasks);
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
        if (known == null || !known.of(target, domain)) {
            ask();
        }
        if (known == null) {
            return;
        }
        var wanted = new Drawn(known, getWidth(), getHeight());
        if (drawn == null || drawn.what() != known || !drawn.equals(wanted)) {
            drawn = wanted;
            draw(known);
        }
    }

    /// Has the present target computed, unless another one still is: then it is looked at again afterwards.
    private void ask() {
        if (asked) {
            return;
        }
        asked = true;
        var wanted = target;
        var over = domain;
        tasks.run(
                () -> MapSample.of(wanted, over),
                sample -> take(new Known(wanted, over, sample)),
                _ -> take(new Known(wanted, over, new MapSample.Given())));
    }

    private void take(Known found) {
        asked = false;
        known = found;
        requestLayout();
    }

    private void draw(Known what) {
        Stream.concat(Stream.of(path, mark, axes, curve), classes.stream())
                .forEach(shape -> shape.getElements().clear());
        values.setImage(null);
        switch (what.sample()) {
            case MapSample.Lattice(var image) -> draw(image, what.domain());
            case MapSample.Graph(var x, var y) -> draw(x, y, what.domain());
            case MapSample.Field(var heights) -> values(heights);
            case MapSample.Given() -> given(what.target(), what.domain());
        }
    }

    private void given(TargetMap shown, Box over) {
        switch (shown) {
            case Correspondence pairs when pairs.kind() == Kind.LINE -> dots(pairs.x(), pairs.y(), over);
            case Correspondence pairs -> strokes(pairs, over);
            case Labels labels -> draw(labels, over);
            case PlaneMap _, LineMap _, PlaneFunction _ -> {} // its values could not be computed
        }
    }

    /// Lines from starts to goals, of some pairs where there are many.
    private void strokes(Correspondence pairs, Box over) {
        var chosen = some(pairs.x().size(), PAIRS);
        var starts = pairs.x().select(chosen);
        var goals = pairs.y().select(chosen);
        double scale = scale(starts.followedBy(goals), over);
        for (int k = 0; k < chosen.length; k++) {
            add(starts, k, scale, over, true, path);
            add(goals, k, scale, over, false, path);
        }
    }

    private void draw(Points x, Points y, Box over) {
        var frame = Frame.of(over, y.row(0), getWidth(), getHeight());
        axes(frame);
        for (int k = 0; k < x.size(); k++) {
            double px = frame.x(x.at(0, k));
            double py = frame.y(y.at(0, k));
            curve.getElements().add(k == 0 ? new MoveTo(px, py) : new LineTo(px, py));
        }
    }

    private void dots(Points x, Points y, Box over) {
        var frame = Frame.of(over, y.row(0), getWidth(), getHeight());
        axes(frame);
        for (int k : some(x.size(), PAIRS)) {
            dot(frame.x(x.at(0, k)), frame.y(y.at(0, k)), classes.getFirst());
        }
    }

    private void axes(Frame frame) {
        double across = frame.y(Math.clamp(0, frame.low(), frame.high()));
        double up = frame.x(Math.clamp(0, frame.domain().low(), frame.domain().high()));
        axes.getElements()
                .addAll(
                        new MoveTo(0, across),
                        new LineTo(getWidth(), across),
                        new MoveTo(up, 0),
                        new LineTo(up, getHeight()));
    }

    private void values(Heights heights) {
        double side = Math.min(getWidth(), getHeight());
        values.setImage(heights.image());
        values.setFitWidth(side);
        values.setFitHeight(side);
        values.relocate((getWidth() - side) / 2, (getHeight() - side) / 2);
    }

    private void draw(Labels labels, Box over) {
        double scale = scale(labels.x(), over);
        for (int k : some(labels.x().size(), POINTS)) {
            double x = getWidth() / 2 + (labels.x().at(0, k) - over.centre()) * scale;
            double y = getHeight() / 2 - (labels.x().at(1, k) - over.centre()) * scale;
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

    private double scale(Points image, Box over) {
        double reach = 0.55 * over.side();
        for (int k = 0; k < image.size(); k++) {
            reach = Math.max(reach, Math.abs(image.at(0, k) - over.centre()));
            reach = Math.max(reach, Math.abs(image.at(1, k) - over.centre()));
        }
        return Math.min(getWidth(), getHeight()) / (2.06 * reach);
    }

    private void draw(Points image, Box over) {
        double scale = scale(image, over);
        for (int line = 0; line < LINES; line++) {
            for (int k = 0; k < SIDE; k++) {
                add(image, line * FINE * SIDE + k, scale, over, k == 0, path);
            }
            for (int k = 0; k < SIDE; k++) {
                add(image, k * SIDE + line * FINE, scale, over, k == 0, path);
            }
        }
        drawMark(image, scale, over);
    }

    /// Shades the image of the triangle between the middle, the right edge's middle and the upper right corner, by
    /// which one sees turns and mirrors.
    private void drawMark(Points image, double scale, Box over) {
        int middle = SIDE / 2;
        for (int k = middle; k < SIDE; k++) {
            add(image, middle * SIDE + k, scale, over, k == middle, mark);
        }
        for (int k = middle; k < SIDE; k++) {
            add(image, k * SIDE + SIDE - 1, scale, over, false, mark);
        }
        for (int k = SIDE - 1; k >= middle; k--) {
            add(image, k * SIDE + k, scale, over, false, mark);
        }
    }

    private void add(Points image, int k, double scale, Box over, boolean first, Path into) {
        double x = getWidth() / 2 + (image.at(0, k) - over.centre()) * scale;
        double y = getHeight() / 2 - (image.at(1, k) - over.centre()) * scale;
        into.getElements().add(first ? new MoveTo(x, y) : new LineTo(x, y));
    }
}
