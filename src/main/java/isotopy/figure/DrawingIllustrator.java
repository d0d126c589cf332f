package isotopy.figure;

import isotopy.math.Box;
import isotopy.target.Correspondence;
import isotopy.target.DrawnMap;
import isotopy.target.Kind;
import isotopy.target.Labels;
import isotopy.target.Landmarks;
import isotopy.target.LineMap;
import isotopy.target.Obstruction;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.ShapeMap;
import isotopy.target.TargetMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Draws a target by itself: the original lattice and what the target makes of it, or pairs with the lines between
/// them.
final class DrawingIllustrator {
    /// Points of a drawn line, about; lines of a map that has no lattice of its own.
    private static final int POINTS = 64;

    private static final int LINES = 17;

    private DrawingIllustrator() {}

    /// Adds the marks of the picture.
    static void draw(
            TargetMap target,
            Box domain,
            Optional<Obstruction> obstruction,
            Look look,
            Palette palette,
            Page page,
            List<Mark> into) {
        if (look.shows(Overlay.AXES)) {
            Axes.cross(page, palette, into);
        }
        if (look.shows(Overlay.TICKS)) {
            Axes.rulers(page, Units.OWN, Units.OWN, palette, true, into);
        }
        switch (target) {
            case DrawnMap map -> {
                lattices(map, domain, map.nodes(), palette, page, into);
                obstruction.ifPresent(found -> ObstructionMarks.draw(found, map, domain, palette, page, into));
                handles(map, palette, page, into);
            }
            case Landmarks map -> {
                lattices(map, domain, LINES, palette, page, into);
                obstruction.ifPresent(found -> ObstructionMarks.draw(found, map, domain, palette, page, into));
                Outlines.drawing(map, palette, page, into);
            }
            case ShapeMap map -> {
                lattices(map, domain, LINES, palette, page, into);
                obstruction.ifPresent(found -> ObstructionMarks.draw(found, map, domain, palette, page, into));
                Outlines.drawing(map, palette, page, into);
            }
            case PlaneMap map -> {
                lattices(map, domain, LINES, palette, page, into);
                obstruction.ifPresent(found -> ObstructionMarks.draw(found, map, domain, palette, page, into));
            }
            case LineMap map -> LineIllustrator.drawing(map, domain, page.width(), page.height(), palette, into);
            case PlaneFunction function -> function(function, domain, look, palette, page, into);
            case Correspondence pairs
            when pairs.kind() == Kind.LINE ->
                LineIllustrator.drawing(pairs, domain, page.width(), page.height(), palette, into);
            case Correspondence pairs
            when pairs.kind() == Kind.FUNCTION -> values(pairs, domain, look, palette, page, into);
            case Correspondence pairs -> {
                pairs(pairs, domain, look, palette, page, into);
                obstruction.ifPresent(found -> ObstructionMarks.draw(found, pairs, domain, palette, page, into));
            }
            case Labels labels -> labels(labels, domain, look, page, into);
        }
    }

    /// Adds the square lattice and its image, with finer lines between those of few nodes.
    private static void lattices(PlaneMap map, Box domain, int lines, Palette palette, Page page, List<Mark> into) {
        int every = Math.max(2, POINTS / (lines - 1) / 2 * 2);
        int side = (lines - 1) * every + 1;
        var lattice = domain.lattice(side);
        into.add(LatticeLines.of(PlaneIllustrator.rows(lattice), side, every, page, palette.axis(), palette.line(), 0));
        var image = PlaneIllustrator.rows(map.apply(lattice));
        int accent = palette.accent();
        // what lies over the lattice of landmarks and shapes is what one draws
        double strength = map instanceof Landmarks || map instanceof ShapeMap ? 0.3 : 0.85;
        if (lines <= LINES / 2 + 1) {
            into.add(LatticeLines.of(image, side, every / 2, page, Colour.faded(accent, 0.35), palette.line(), 0));
        }
        into.add(LatticeLines.of(image, side, every, page, Colour.faded(accent, strength), 1.4f * palette.line(), 0));
    }

    /// Adds a handle at the image of each node.
    private static void handles(DrawnMap map, Palette palette, Page page, List<Mark> into) {
        var nodes = PlaneIllustrator.rows(map.nodeImages());
        float radius = (map.nodes() > LINES ? 0.2f : 0.42f) * palette.text();
        var inside = new int[nodes[0].length];
        Arrays.fill(inside, palette.background());
        var rim = new int[nodes[0].length];
        Arrays.fill(rim, palette.accent());
        var dots = PlaneIllustrator.dots(nodes, inside, page, radius);
        into.add(dots);
        into.add(new Mark.Rings(dots.x(), dots.y(), rim, radius, 1.8f * palette.line()));
    }

    private static void pairs(
            Correspondence pairs, Box domain, Look look, Palette palette, Page page, List<Mark> into) {
        var chosen = Thinning.of(Arrangement.GRID, pairs.x().size(), PlaneIllustrator.MOST_TRAILS);
        var x = PlaneIllustrator.rows(pairs.x().select(chosen));
        var y = PlaneIllustrator.rows(pairs.y().select(chosen));
        var argb = new int[chosen.length];
        Arrays.setAll(argb, k -> StartColours.of(look.theme()).at(domain.share(x[0][k]), domain.share(x[1][k])));
        var faded = new int[chosen.length];
        Arrays.setAll(faded, k -> Colour.faded(argb[k], 0.5));
        float radius = Math.max(3, palette.dot());
        into.add(LatticeLines.of(
                PlaneIllustrator.rows(domain.lattice(2)), 2, 1, page, palette.axis(), 1.5f * palette.line(), 0));
        into.add(Trails.segments(x, y, faded, page, palette.line()));
        into.add(PlaneIllustrator.dots(x, argb, page, radius));
        var goals = PlaneIllustrator.dots(y, argb, page, radius + 0.8f);
        into.add(new Mark.Rings(goals.x(), goals.y(), argb, goals.radius(), 1.2f * palette.line()));
    }

    private static void labels(Labels labels, Box domain, Look look, Page page, List<Mark> into) {
        var palette = Palette.of(look.theme());
        var chosen = Thinning.of(Arrangement.GRID, labels.x().size(), PlaneIllustrator.MOST_TRAILS);
        int n = chosen.length;
        var x = labels.x().select(chosen);
        float radius = Math.max(3.4f, 1.3f * palette.dot());
        var mark = new Mark.Signs(new float[n], new float[n], new int[n], new Mark.Sign[n], radius, 0);
        for (int k = 0; k < n; k++) {
            int index = labels.classes().get(chosen[k]);
            mark.x()[k] = page.x(x.at(0, k), x.at(1, k));
            mark.y()[k] = page.y(x.at(0, k), x.at(1, k));
            mark.argb()[k] = ClassColours.of(index, look.theme());
            mark.shapes()[k] = ClassPoints.sign(index);
        }
        into.add(square(domain, palette, page));
        into.add(mark);
    }

    private static Mark square(Box domain, Palette palette, Page page) {
        return LatticeLines.of(
                PlaneIllustrator.rows(domain.lattice(2)), 2, 1, page, palette.axis(), 1.5f * palette.line(), 0);
    }

    /// Adds a function's values as colours, with level lines.
    private static void function(
            PlaneFunction function, Box domain, Look look, Palette palette, Page page, List<Mark> into) {
        var lattice = domain.lattice(Scene.LATTICE);
        var values = function.apply(lattice).row(0);
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double extent = high > low ? high - low : 1;
        var argb = Arrays.stream(values)
                .mapToInt(value -> Scale.cividis((value - low) / extent, look.theme()))
                .toArray();
        var places = PlaneIllustrator.rows(lattice);
        into.add(ValueMap.mesh(places, argb, page));
        var levels = new double[10];
        Arrays.setAll(levels, k -> low + (k + 0.5) / levels.length * extent);
        into.add(Contours.of(values, levels, places, Scene.LATTICE, page, 0xC0FFFFFF, 1.1f * palette.line(), 0));
        into.add(square(domain, palette, page));
    }

    /// Adds given values as coloured points.
    private static void values(
            Correspondence pairs, Box domain, Look look, Palette palette, Page page, List<Mark> into) {
        var chosen = Thinning.of(Arrangement.GRID, pairs.x().size(), PlaneIllustrator.MOST_TRAILS);
        var u = pairs.y().select(chosen).row(0);
        double low = Arrays.stream(u).min().orElse(0);
        double high = Arrays.stream(u).max().orElse(1);
        double extent = high > low ? high - low : 1;
        var argb = Arrays.stream(u)
                .mapToInt(value -> Scale.cividis((value - low) / extent, look.theme()))
                .toArray();
        into.add(square(domain, palette, page));
        into.add(PlaneIllustrator.dots(
                PlaneIllustrator.rows(pairs.x().select(chosen)), argb, page, Math.max(3, palette.dot())));
    }
}
