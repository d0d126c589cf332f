package isotopy.figure;

import isotopy.flow.Trajectory;
import isotopy.math.Box;
import isotopy.math.Parts;
import isotopy.target.Kind;
import isotopy.target.Labels;
import java.util.Arrays;
import java.util.Optional;

/// What every part of a picture needs to know: the scene, the time t in [0, T], and how it is looked at.
///
/// @param axisNames whether axes have names
/// @param keys whether the picture says what its colours, signs and lines are; else that is told around it
/// @param heights what the scale of a map of the line must hold
record Shot(
        Scene scene,
        double t,
        Look look,
        Palette palette,
        Page page,
        boolean axisNames,
        boolean keys,
        Optional<Heights> heights) {
    static Shot of(Scene scene, double t, Look look, double width, double height) {
        return of(scene, t, look, Manner.STANDARD, width, height);
    }

    static Shot of(Scene scene, double t, Look look, Manner manner, double width, double height) {
        double cut = t > 0 ? Math.min(t, scene.particles().horizon()) : 0;
        var camera = manner.follows() ? Following.camera(scene, cut, look) : look.camera();
        return new Shot(
                scene,
                cut,
                look,
                Palette.of(look.theme()),
                Page.of(camera, width, height),
                manner.axisNames(),
                true,
                Optional.empty());
    }

    Shot on(Page other) {
        return new Shot(scene, t, look, palette, other, axisNames, keys, heights);
    }

    /// Seen from other angles, in degrees.
    Shot withAngles(double yaw, double pitch) {
        return new Shot(scene, t, look.withAngles(yaw, pitch), palette, page, axisNames, keys, heights);
    }

    /// The same, and what it shows is told elsewhere.
    Shot withoutKeys() {
        return new Shot(scene, t, look, palette, page, axisNames, false, heights);
    }

    /// The same, with a scale that holds these heights besides.
    Shot withHeights(Optional<Heights> held) {
        return new Shot(scene, t, look, palette, page, axisNames, keys, held);
    }

    Box domain() {
        return scene.snapshot().experiment().sampling().domain();
    }

    double horizon() {
        return scene.particles().horizon();
    }

    /// Whether t = T, where the network says what it says.
    boolean ended() {
        return t >= horizon();
    }

    Kind kind() {
        return scene.snapshot().experiment().target().kind();
    }

    /// From where this problem is seen: as the look wants it where that is possible, else in the plane.
    Projection projection() {
        boolean room = !look.space() || scene.room().isPresent();
        return room
                        && look.projection()
                                .suits(kind(), scene.snapshot().control().dimension())
                ? look.projection()
                : Projection.PLANE;
    }

    /// The index of the layer that acts at t.
    int layer() {
        return scene.snapshot().control().layerAt(t);
    }

    /// The colour of each of the first `count` particles: that of its class where it has one, else from where it
    /// starts.
    int[] colours(int count) {
        if (scene.snapshot().experiment().target() instanceof Labels labels) {
            var argb = new int[count];
            Arrays.setAll(argb, k -> ClassColours.of(labels.classes().get(scene.row(k)), look.theme()));
            return argb;
        }
        if (kind() == Kind.FUNCTION && scene.said().isPresent()) {
            return ValueColours.of(this).particles();
        }
        return starts(scene.particles());
    }

    /// The colour of each path from where it starts.
    int[] starts(Trajectory paths) {
        var starts = StartColours.of(look.theme());
        var domain = domain();
        var argb = new int[paths.size()];
        boolean line = kind() == Kind.LINE;
        Parts.ranges(argb.length, (from, to) -> {
            for (int j = from; j < to; j++) {
                argb[j] = line
                        ? starts.along(domain.share(paths.at(0, 0, j)))
                        : starts.at(domain.share(paths.at(0, 0, j)), domain.share(paths.at(0, 1, j)));
            }
        });
        return argb;
    }

    /// The opacity of trails at their particles: fainter where there are many, so that the lattice is seen through
    /// them.
    double trailOpacity(int count) {
        return look.theme() == Theme.PROJECTOR
                ? palette.trail()
                : palette.trail() * Math.clamp(Math.sqrt(700.0 / Math.max(1, count)), 0.6, 1);
    }

    /// Smaller where there are more particles, larger where one looks closer.
    float radius() {
        double spacing = domain().side() / Math.sqrt(scene.particles().size()) * page.scale();
        return (float) Math.clamp(0.21 * spacing, palette.dot(), Math.max(3.4f, 1.8f * palette.dot()));
    }
}
