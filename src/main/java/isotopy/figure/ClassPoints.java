package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Points with classes: each class has a colour and a shape, what tests is hollow, what the network takes for another
/// class is ringed.
final class ClassPoints {
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
        into.add(signs(x, argb, labels, shot.page(), radius, 0, k -> !scene.tests(k)));
        into.add(signs(
                x, argb, labels, shot.page(), radius, 1.4f * shot.palette().line(), scene::tests));
        scene.said().ifPresent(said -> into.add(wrong(x, labels, said.particles(), shot, radius)));
    }

    static float radius(Shot shot) {
        float least = 2.9f * (float) Math.sqrt(shot.palette().text() / 12);
        double room = 90 / Math.sqrt(shot.scene().particles().size());
        return (float) Math.clamp(room, least, 1.5 * least);
    }

    private static Mark signs(
            double[][] x, int[] argb, Labels labels, Page page, float radius, float outline, IntPredicate chosen) {
        var picked = new ArrayList<Integer>();
        for (int k = 0; k < x[0].length; k++) {
            if (chosen.test(k)) {
                picked.add(k);
            }
        }
        int n = picked.size();
        var mark = new Mark.Signs(new float[n], new float[n], new int[n], new Mark.Sign[n], radius, outline);
        for (int k = 0; k < n; k++) {
            int from = picked.get(k);
            mark.x()[k] = page.x(x[0][from], x[1][from]);
            mark.y()[k] = page.y(x[0][from], x[1][from]);
            mark.argb()[k] = argb[from];
            mark.shapes()[k] = sign(labels.classes().get(from));
        }
        return mark;
    }

    private static Mark wrong(double[][] x, Labels labels, Points scores, Shot shot, float radius) {
        var page = shot.page();
        var px = new float[x[0].length];
        var py = new float[px.length];
        int count = 0;
        for (int k = 0; k < px.length; k++) {
            if (winner(scores, k) != labels.classes().get(k)) {
                px[count] = page.x(x[0][k], x[1][k]);
                py[count++] = page.y(x[0][k], x[1][k]);
            }
        }
        return new Mark.Rings(
                Arrays.copyOf(px, count),
                Arrays.copyOf(py, count),
                LineGraph.fill(count, shot.palette().ink()),
                radius + 3,
                1.2f * shot.palette().line());
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
