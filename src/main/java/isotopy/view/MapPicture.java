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
import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// A small picture of a target: where a map sends a lattice over the square, or lines from starts to goals, drawn in
/// the colour of text. Computed when laid out, so that a map which changes at every movement of the mouse is drawn once
/// a frame.
final class MapPicture extends Region {
    private static final int LINES = 7;
    private static final int FINE = 6;
    private static final int PAIRS = 60;
    private static final int SIDE = (LINES - 1) * FINE + 1;

    private final Path path = new Path();
    private final Path mark = new Path();
    private TargetMap target = Preset.IDENTITY;
    private Box domain = Box.UNIT;

    MapPicture() {
        getStyleClass().add("map-picture");
        path.getStyleClass().add("map-line");
        path.setManaged(false);
        mark.getStyleClass().add("map-mark");
        mark.setManaged(false);
        getChildren().addAll(mark, path);
        setMouseTransparent(true);
    }

    MapPicture(PlaneMap map) {
        this();
        show(map, Box.UNIT);
    }

    /// Shows a target over a square.
    void show(TargetMap wanted, Box over) {
        target = wanted;
        domain = over;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        path.getElements().clear();
        mark.getElements().clear();
        switch (target) {
            case PlaneMap map -> draw(map.apply(domain.lattice(SIDE)));
            case LineMap _, PlaneFunction _ -> {}
            case Correspondence pairs when pairs.kind() != Kind.PLANE -> {}
            case Correspondence pairs -> draw(pairs);
            case Labels labels -> draw(labels);
        }
    }

    /// Lines from starts to goals, of some pairs where there are many.
    private void draw(Correspondence pairs) {
        int n = pairs.x().size();
        int shown = Math.min(n, PAIRS);
        var chosen = new int[shown];
        Arrays.setAll(chosen, k -> (int) ((long) k * n / shown));
        var starts = pairs.x().select(chosen);
        var goals = pairs.y().select(chosen);
        double scale = scale(starts.followedBy(goals));
        for (int k = 0; k < shown; k++) {
            add(starts, k, scale, true, path);
            add(goals, k, scale, false, path);
        }
    }

    /// A short stroke for each of some points: up for every second class, across for the others.
    private void draw(Labels labels) {
        int n = labels.x().size();
        int shown = Math.min(n, PAIRS);
        double scale = scale(labels.x());
        double half = 0.02 * domain.side();
        for (int k = 0; k < shown; k++) {
            int at = (int) ((long) k * n / shown);
            boolean up = labels.classes().get(at) % 2 == 0;
            double d1 = up ? 0 : half;
            double d2 = up ? half : 0;
            double x1 = labels.x().at(0, at);
            double x2 = labels.x().at(1, at);
            var ends = Points.of(new double[] {x1 - d1, x1 + d1}, new double[] {x2 - d2, x2 + d2});
            add(ends, 0, scale, true, path);
            add(ends, 1, scale, false, path);
        }
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
