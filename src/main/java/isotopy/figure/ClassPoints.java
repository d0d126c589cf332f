package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Points with classes: each class has a colour and a shape, what tests is hollow, what the network takes for another
/// class is ringed.
final class ClassPoints {
    /// In a picture whose keys stand around it, points are smaller where its smaller side is less than so many
    /// pixels.
    static final double ROOMY = 400;

    private ClassPoints() {}

    /// The shape of a class, counted from 0. After five they repeat.
    static Mark.Sign sign(int index) {
        var signs = Mark.Sign.values();
        return signs[index % signs.length];
    }

    /// Adds the points at t.
    static void draw(Shot shot, Labels labels, List<Mark> into) {
        var x = PlaneIllustrator.rows(shot.scene().particles().points(shot.t()));
        var argb = shot.colours(x[0].length);
        float radius = radius(shot);
        var scene = shot.scene();
        float[][] places = new float[2][x[0].length];
        for (int k = 0; k < x[0].length; k++) {
            places[0][k] = shot.page().x(x[0][k], x[1][k]);
            places[1][k] = shot.page().y(x[0][k], x[1][k]);
        }
        var all = IntStream.range(0, x[0].length).toArray();
        into.add(signs(scene, all, places, argb, radius, 0));
        into.add(signs(scene, all, places, argb, radius, outline(shot)));
        if (scene.said().isPresent()) {
            into.add(wrong(shot, labels, all, places, radius));
        }
    }

    static float radius(Shot shot) {
        float least = 2.9f * (float) Math.sqrt(shot.palette().text() / 12);
        double room = 90 / Math.sqrt(shot.scene().particles().size());
        double points = Math.clamp(room, least, 1.5 * least);
        double side = Math.min(shot.page().width(), shot.page().height());
        return (float) (shot.keys() ? points : points * Math.clamp(side / ROOMY, 0.5, 1));
    }

    /// How thick hollow points are.
    static float outline(Shot shot) {
        return 1.4f * shot.palette().line();
    }

    /// Those of some particles that train, or with an outline those that test; discs where there are no classes.
    ///
    /// Shapes: page coordinates and colours of all particles.
    static Mark signs(Scene scene, int[] some, float[][] places, int[] argb, float radius, float outline) {
        var labels =
                scene.snapshot().experiment().target() instanceof Labels found ? found.classes() : List.<Integer>of();
        var picked =
                Arrays.stream(some).filter(k -> scene.tests(k) == outline > 0).toArray();
        int n = picked.length;
        var mark = new Mark.Signs(new float[n], new float[n], new int[n], new Mark.Sign[n], radius, outline);
        for (int k = 0; k < n; k++) {
            int from = picked[k];
            mark.x()[k] = places[0][from];
            mark.y()[k] = places[1][from];
            mark.argb()[k] = argb[from];
            mark.shapes()[k] = labels.isEmpty() ? Mark.Sign.DISC : sign(labels.get(scene.row(from)));
        }
        return mark;
    }

    /// Rings round those of some particles that the network takes for another class; it must have said one.
    static Mark wrong(Shot shot, Labels labels, int[] some, float[][] places, float radius) {
        var scene = shot.scene();
        var scores = scene.said().orElseThrow().particles();
        var wrong = Arrays.stream(some)
                .filter(k -> winner(scores, k) != labels.classes().get(scene.row(k)))
                .toArray();
        var rings = new float[2][wrong.length];
        for (int k = 0; k < wrong.length; k++) {
            rings[0][k] = places[0][wrong[k]];
            rings[1][k] = places[1][wrong[k]];
        }
        return new Mark.Rings(
                rings[0],
                rings[1],
                LineGraph.fill(wrong.length, shot.palette().ink()),
                shot.keys() ? radius + 3 : 1.9f * radius,
                (shot.keys() ? 1.2f : Math.min(1.2f, 0.5f * radius))
                        * shot.palette().line());
    }

    /// The class with the highest score.
    static int winner(Points scores, int point) {
        int best = 0;
        for (int i = 1; i < scores.dimension(); i++) {
            best = scores.at(i, point) > scores.at(best, point) ? i : best;
        }
        return best;
    }
}
