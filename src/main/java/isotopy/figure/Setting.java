package isotopy.figure;

import isotopy.target.Kind;
import java.util.Optional;

/// What all pictures of a film have in common, so that nothing jumps: the rows of words above and below, and the scale
/// of a map of the line.
record Setting(int lines, int rows, Optional<Heights> heights) {
    /// What the pictures of one scene need on a page of that width, whatever t is.
    static Setting of(Scene scene, Look look, Manner manner, double width) {
        double horizon = scene.particles().horizon();
        var shot = Shot.of(scene, horizon, look, manner, width, width).withoutKeys();
        double room = Mount.room(shot, width);
        var heights = shot.kind() == Kind.LINE
                ? Optional.of(LineIllustrator.heights(scene, look))
                : Optional.<Heights>empty();
        int lines = switch (manner.words()) {
            case NONE -> 0;
            case TIME -> 1;
            case FORMULAS ->
                1
                        + Captions.wrapped(
                                        Captions.formula(scene.snapshot()),
                                        room,
                                        shot.palette().text())
                                .size();
        };
        return new Setting(lines, PageKeys.of(shot).rows(room), heights);
    }

    /// What has room for both.
    Setting and(Setting other) {
        return new Setting(
                Math.max(lines, other.lines),
                Math.max(rows, other.rows),
                heights.isPresent() && other.heights.isPresent()
                        ? Optional.of(heights.get().and(other.heights.get()))
                        : heights.or(other::heights));
    }
}
