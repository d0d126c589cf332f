package isotopy.target;

import isotopy.math.Box;
import isotopy.math.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A map drawn by hand: a preset to start from, then strokes, one after the other.
///
/// **Smooth everywhere.** A dragged lattice adds a tensor product of cubic B-splines ([Stroke.Drag]), a
/// push composes with a bump ([Stroke.Push]), a symmetry takes a mean ([Stroke.Symmetrise]). Each is twice
/// continuously differentiable on all of R² and changes nothing far away (a mean keeps the far
/// field of the preset up to its symmetry), so F is as smooth as its preset, and C² for all presets but the
/// middle of the swirl, where it is C¹. The determinant follows by the chain rule through the same strokes,
/// exactly.
///
/// **A value.** Every edit gives a new map and leaves this one as it is: undo keeps the old one. No
/// strokes: F is the preset. A drawn map may fold; [Obstructions] says where.
///
/// Shapes: the lattice has `nodes` × `nodes` nodes, numbered as in [Box#lattice(int)], x₁ runs fastest.
///
/// @param domain the square over which the lattice stands and about whose middle symmetries are taken
/// @param nodes nodes on each side
/// @param base the map that is drawn upon
/// @param strokes the edits, oldest first
public record DrawnMap(Box domain, int nodes, Preset base, List<Stroke> strokes) implements PlaneMap {
    /// The largest number of nodes on a side.
    public static final int MOST_NODES = 65;

    /// A push is split into steps of at most this share of its radius.
    private static final double STEP = 0.25;

    /// No node is dragged further, and no finger pushes further, than this many sides or radii: more is a
    /// slip or a damaged file.
    private static final double FURTHEST = 1000;

    /// Throws: `IllegalArgumentException` that names what is wrong: nodes outside 2 … 65, a drag of another
    /// lattice or beyond 1000 sides.
    public DrawnMap {
        if (nodes < 2 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("a lattice has 2 … " + MOST_NODES + " nodes a side: " + nodes);
        }
        strokes = List.copyOf(strokes);
        for (var stroke : strokes) {
            if (stroke instanceof Stroke.Drag drag) {
                requireFits(drag, nodes, domain);
            }
        }
    }

    private static void requireFits(Stroke.Drag drag, int nodes, Box domain) {
        if (drag.d1().size() != nodes * nodes) {
            throw new IllegalArgumentException("a drag must move the " + nodes * nodes + " nodes of the lattice: "
                    + drag.d1().size());
        }
        for (int k = 0; k < nodes * nodes; k++) {
            double length = Math.hypot(drag.d1().get(k), drag.d2().get(k));
            if (length > FURTHEST * domain.side()) {
                throw new IllegalArgumentException(
                        "node " + k + " is dragged further than " + (int) FURTHEST + " sides of the square: " + length);
            }
        }
    }

    /// The identity, ready to be drawn upon.
    public static DrawnMap blank(Box domain, int nodes) {
        return from(Preset.IDENTITY, domain, nodes);
    }

    /// A preset, ready to be drawn upon.
    public static DrawnMap from(Preset base, Box domain, int nodes) {
        return new DrawnMap(domain, nodes, base, List.of());
    }

    /// A random smooth map that keeps orientation and is one to one: pushes one after the other, each of which is.
    public static DrawnMap surprise(Box domain, long seed) {
        var random = new SplittableRandom(seed);
        var map = blank(domain, 9);
        for (int k = 0; k < 7; k++) {
            double x1 = domain.at(random.nextDouble(0.1, 0.9));
            double x2 = domain.at(random.nextDouble(0.1, 0.9));
            double radius = domain.side() * random.nextDouble(0.25, 0.5);
            double length = radius * random.nextDouble(0.25, 0.6);
            double angle = random.nextDouble(2 * Math.PI);
            map = map.push(x1, x2, length * Math.cos(angle), length * Math.sin(angle), radius);
        }
        return map;
    }

    /// The same lattice and preset without any stroke.
    public DrawnMap reset() {
        return new DrawnMap(domain, nodes, base, List.of());
    }

    /// Moves the image of one node by exactly (dx1, dx2) and leaves the images of all others; a drag before
    /// this one is continued.
    ///
    /// Throws: `IllegalArgumentException` when there is no such node or the move is not finite.
    public DrawnMap drag(int node, double dx1, double dx2) {
        if (node < 0 || node >= nodes * nodes) {
            throw new IllegalArgumentException("node must be in 0 … " + (nodes * nodes - 1) + ": " + node);
        }
        requireFinite(dx1, dx2);
        var d1 = new double[nodes * nodes];
        var d2 = new double[nodes * nodes];
        var kept = new ArrayList<>(strokes);
        if (!strokes.isEmpty() && strokes.getLast() instanceof Stroke.Drag before) {
            kept.removeLast();
            for (int k = 0; k < d1.length; k++) {
                d1[k] = before.d1().get(k);
                d2[k] = before.d2().get(k);
            }
        }
        d1[node] += dx1;
        d2[node] += dx2;
        kept.add(new Stroke.Drag(d1, d2));
        return new DrawnMap(domain, nodes, base, kept);
    }

    /// Pushes space with a finger that goes from (x1, x2) by (dx1, dx2), in the space of the images.
    ///
    /// The image under the finger ends under the finger. A long move is split into steps of at most a
    /// quarter of the radius, each of which keeps orientation and is one to one.
    ///
    /// Throws: `IllegalArgumentException` for numbers that are not finite, a radius ≤ 0, or a move beyond
    /// 1000 radii.
    public DrawnMap push(double x1, double x2, double dx1, double dx2, double radius) {
        requireFinite(dx1, dx2);
        double radii = Math.hypot(dx1, dx2) / radius;
        if (!(radius > 0) || radii > FURTHEST) {
            throw new IllegalArgumentException("a push needs a radius > 0 and a length of at most " + (int) FURTHEST
                    + " radii: radius " + radius + ", length " + Math.hypot(dx1, dx2));
        }
        int steps = Math.max(1, (int) Math.ceil(radii / STEP));
        var longer = new ArrayList<>(strokes);
        for (int k = 0; k < steps; k++) {
            double share = (double) k / steps;
            longer.add(new Stroke.Push(x1 + share * dx1, x2 + share * dx2, dx1 / steps, dx2 / steps, radius));
        }
        return new DrawnMap(domain, nodes, base, longer);
    }

    /// The mean of this map and its images under the symmetry about the middle of the domain.
    public DrawnMap symmetrised(Symmetry symmetry) {
        var longer = new ArrayList<>(strokes);
        longer.add(new Stroke.Symmetrise(symmetry));
        return new DrawnMap(domain, nodes, base, longer);
    }

    private static void requireFinite(double dx1, double dx2) {
        if (!Double.isFinite(dx1) || !Double.isFinite(dx2)) {
            throw new IllegalArgumentException("a move must be finite: (" + dx1 + ", " + dx2 + ")");
        }
    }

    /// The images of the nodes, in the order of [Box#lattice(int)].
    public Points nodeImages() {
        return apply(domain.lattice(nodes));
    }

    /// "Drawn by hand", or what was drawn upon: "Swirl, drawn upon".
    @Override
    public String title() {
        return base == Preset.IDENTITY ? "Drawn by hand" : base.title() + (strokes.isEmpty() ? "" : ", drawn upon");
    }

    @Override
    public Points apply(Points x) {
        return Drawing.jets(this, x, false).points();
    }

    @Override
    public double determinant(double x1, double x2) {
        return determinants(Points.single(x1, x2))[0];
    }

    @Override
    public double[] determinants(Points x) {
        return Drawing.jets(this, x, true).determinants();
    }

    @Override
    public boolean exact() {
        return true;
    }

    /// Empty as soon as there is a stroke: then there is no closed form.
    @Override
    public Optional<Points> inverse(Points y) {
        return strokes.isEmpty() ? base.inverse(y) : Optional.empty();
    }
}
