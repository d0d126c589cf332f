package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LineMap;
import isotopy.target.Obstruction;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.ShapeMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Draws a scene in the plane, from the ground up.
final class PlaneIllustrator {
    /// So many particles have trails and lines to their goals, and so many have their goals shown.
    static final int MOST_TRAILS = 2000;

    private static final int MOST_GOALS = 240;

    private PlaneIllustrator() {}

    /// Adds the marks of the picture.
    static void draw(Shot shot, Optional<Obstruction> obstruction, List<Mark> into) {
        ground(shot, into);
        axes(shot, into);
        target(shot, obstruction, into);
        lattice(shot, into);
        particles(shot, into);
        drawn(shot, into);
        CostateArrows.draw(shot, into);
        if (shot.look().shows(Overlay.FOLDS)) {
            FoldMarks.draw(shot, into);
        }
        PinMarks.draw(shot, into);
        legends(shot, into);
    }

    /// Adds what fills the plane: a picture, regions, values, errors, determinants.
    private static void ground(Shot shot, List<Mark> into) {
        var look = shot.look();
        if (look.shows(Overlay.TEXTURE)) {
            look.texture()
                    .ifPresent(texture -> into.add(
                            Carpet.fitted(rows(shot.scene().lattice().points(shot.t())), texture, shot.page())));
        }
        if (look.shows(Overlay.REGIONS)) {
            ClassRegions.draw(shot, into);
        }
        ValueMap.draw(shot, into);
        if (look.shows(Overlay.ERROR)) {
            ErrorHeat.draw(shot, into);
        }
        DeterminantMaps.draw(shot, into);
    }

    private static void axes(Shot shot, List<Mark> into) {
        var look = shot.look();
        if (look.shows(Overlay.AXES)) {
            Axes.cross(shot.page(), shot.palette(), into);
        }
        if (look.shows(Overlay.TICKS)) {
            // pairs of the plane go from the units of starts to those of goals: their rulers show the box
            var target = shot.scene().snapshot().experiment().target();
            boolean starts = shot.kind() != Kind.PLANE;
            Axes.rulers(
                    shot.page(),
                    starts ? Units.ofStarts(target, 0) : Units.OWN,
                    starts ? Units.ofStarts(target, 1) : Units.OWN,
                    shot.palette(),
                    shot.axisNames(),
                    into);
        }
        if (look.shows(Overlay.SQUARE)) {
            into.add(square(shot));
        }
    }

    /// Adds what the target makes of the lattice, and where no flow can follow.
    private static void target(Shot shot, Optional<Obstruction> obstruction, List<Mark> into) {
        if (shot.look().shows(Overlay.TARGET)) {
            ghost(shot, shot.page(), into);
        }
        obstruction.ifPresent(found -> ObstructionMarks.draw(
                found,
                shot.scene().snapshot().experiment().target(),
                shot.domain(),
                shot.palette(),
                shot.page(),
                into));
    }

    private static void lattice(Shot shot, List<Mark> into) {
        var look = shot.look();
        if (look.shows(Overlay.GRID)) {
            into.add(LatticeLines.of(
                    rows(shot.scene().lattice().points(shot.t())),
                    Scene.LATTICE,
                    Scene.FINE,
                    shot.page(),
                    shot.palette().grid(),
                    shot.palette().line(),
                    0));
        }
        if (look.shows(Overlay.FIELD)) {
            FieldArrows.draw(shot, into);
        }
    }

    /// Adds the shapes or landmarks by which the target was drawn.
    private static void drawn(Shot shot, List<Mark> into) {
        if (shot.look().shows(Overlay.TARGET)) {
            switch (shot.scene().snapshot().experiment().target()) {
                case ShapeMap map -> Outlines.shape(map, shot, into);
                case Landmarks marks -> Outlines.landmarks(marks, shot, into);
                case PlaneMap _, LineMap _, PlaneFunction _, Correspondence _, Labels _ -> {}
            }
        }
    }

    private static void legends(Shot shot, List<Mark> into) {
        if (shot.look().shows(Overlay.ERROR)) {
            ErrorHeat.legend(shot, into);
        }
        DeterminantMaps.mark(shot, into);
        ValueMap.legend(shot, into);
        CostateArrows.legend(shot, into);
        if (shot.kind() != Kind.PLANE) {
            PlaneKeys.draw(shot, into);
        }
    }

    /// Adds what the target makes of the lattice, dashed.
    static void ghost(Shot shot, Page page, List<Mark> into) {
        if (shot.kind() != Kind.PLANE) {
            return;
        }
        shot.scene()
                .latticeGoals()
                .ifPresent(goals -> into.add(LatticeLines.of(
                        rows(goals),
                        Scene.LATTICE,
                        2 * Scene.FINE,
                        page,
                        shot.palette().ghost(),
                        shot.palette().line(),
                        3 * shot.palette().line())));
    }

    private static Mark square(Shot shot) {
        var box = shot.domain();
        double[][] corners = {
            {box.low(), box.high(), box.high(), box.low(), box.low()},
            {box.low(), box.low(), box.high(), box.high(), box.low()}
        };
        var xy = new float[10];
        for (int k = 0; k < 5; k++) {
            xy[2 * k] = shot.page().x(corners[0][k], corners[1][k]);
            xy[2 * k + 1] = shot.page().y(corners[0][k], corners[1][k]);
        }
        return new Mark.Paths(
                xy,
                new int[] {0, 5},
                new int[] {shot.palette().axis()},
                1.5f * shot.palette().line(),
                false,
                0);
    }

    /// Adds goal lines, trails, goals and the particles themselves, each in the colour of its start.
    private static void particles(Shot shot, List<Mark> into) {
        var look = shot.look();
        var paths = shot.scene().particles();
        var argb = shot.colours(paths.size());
        var chosen = shot.scene().thinned(look, MOST_TRAILS);
        float line = shot.palette().line();
        boolean goals = shot.scene().goals().size() > 0;
        boolean values = shot.kind() == Kind.FUNCTION && look.shows(Overlay.REGIONS);
        if (goals && look.shows(Overlay.LINES)) {
            into.add(Trails.segments(
                    selected(paths, shot.t(), chosen),
                    rows(shot.scene().goals().select(chosen)),
                    faded(argb, chosen, 0.45),
                    shot.page(),
                    line));
        }
        if (look.shows(Overlay.TRAILS) && look.trail() > 0 && shot.t() > 0 && !Crowd.is(argb.length)) {
            double from = Math.max(0, shot.t() - look.trail() * shot.horizon());
            // on a map of the same colours, trails are seen in that of text
            var drawn = values ? LineGraph.fill(argb.length, shot.palette().background()) : argb;
            var colours = faded(drawn, chosen, opacity(shot, chosen.length));
            into.add(Trails.of(paths, from, shot.t(), chosen, colours, shot.page(), 1.15f * line, true));
        }
        float radius = shot.radius();
        if (goals && look.shows(Overlay.TARGET)) {
            goals(shot, argb, radius, into);
        }
        if (look.shows(Overlay.PARTICLES)) {
            if (shot.scene().snapshot().experiment().target() instanceof Labels labels) {
                ClassPoints.draw(shot, labels, into);
                return;
            }
            if (values && !Crowd.is(argb.length)) {
                int rim = Colour.faded(shot.palette().background(), 0.6);
                Crowd.draw(shot, LineGraph.fill(argb.length, rim), radius + 0.7f, into);
            }
            Crowd.draw(shot, argb, radius, into);
            tests(shot, radius, into);
        }
    }

    /// The opacity of trails: fainter where regions or values must be seen through them.
    private static double opacity(Shot shot, int count) {
        boolean over = shot.scene().said().isPresent() && shot.look().shows(Overlay.REGIONS);
        double share = !over ? 1 : shot.kind() == Kind.FUNCTION ? 0.3 : 0.5;
        return share * shot.trailOpacity(count);
    }

    /// Hollows the particles that are kept for the test.
    private static void tests(Shot shot, float radius, List<Mark> into) {
        var paths = shot.scene().particles();
        if (shot.scene().tests() && !Crowd.is(paths.size())) {
            var held =
                    IntStream.range(0, paths.size()).filter(shot.scene()::tests).toArray();
            var inside = LineGraph.fill(held.length, shot.palette().background());
            into.add(dots(selected(paths, shot.t(), held), inside, shot.page(), 0.58f * radius));
        }
    }

    private static void goals(Shot shot, int[] argb, float radius, List<Mark> into) {
        var chosen = shot.scene().thinned(shot.look(), MOST_GOALS);
        var goals = rows(shot.scene().goals().select(chosen));
        var dots = dots(goals, faded(argb, chosen, 0.5), shot.page(), radius + 0.8f);
        into.add(new Mark.Rings(
                dots.x(), dots.y(), dots.argb(), dots.radius(), shot.palette().line()));
    }

    static Mark.Dots dots(double[][] x, int[] argb, Page page, float radius) {
        var pageX = new float[x[0].length];
        var pageY = new float[x[0].length];
        for (int k = 0; k < pageX.length; k++) {
            pageX[k] = page.x(x[0][k], x[1][k]);
            pageY[k] = page.y(x[0][k], x[1][k]);
        }
        return new Mark.Dots(pageX, pageY, argb, radius);
    }

    static int[] faded(int[] argb, int[] chosen, double opacity) {
        var faded = new int[chosen.length];
        Arrays.setAll(faded, k -> Colour.faded(argb[chosen[k]], opacity));
        return faded;
    }

    private static double[][] selected(Trajectory paths, double t, int[] chosen) {
        var picked = new double[2][chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            picked[0][k] = paths.at(t, 0, chosen[k]);
            picked[1][k] = paths.at(t, 1, chosen[k]);
        }
        return picked;
    }

    /// Points as arrays that loops read quickly.
    static double[][] rows(Points points) {
        return new double[][] {points.row(0), points.row(1)};
    }
}
