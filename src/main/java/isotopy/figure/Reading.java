package isotopy.figure;

import isotopy.math.Points;
import isotopy.target.Kind;
import java.util.Optional;

/// What a network of the line reads off its last states by an affine map: of the particles, of the points of the
/// lattice and of the pins. The states themselves are what the flow carries.
///
/// Shapes: 1 × n each.
record Reading(Points particles, Points lattice, Optional<Points> pins) {
    /// What is read off in a scene, where anything is.
    static Optional<Reading> of(Scene scene) {
        if (scene.snapshot().experiment().target().kind() != Kind.LINE) {
            return Optional.empty();
        }
        return scene.said()
                .flatMap(said -> Carried.onLine(scene.snapshot())
                        .map(map -> new Reading(
                                said.particles(),
                                said.lattice(),
                                scene.room()
                                        .flatMap(Scene.Room::pins)
                                        .map(pins -> Carried.read(map, pins, pins.horizon())))));
    }
}
