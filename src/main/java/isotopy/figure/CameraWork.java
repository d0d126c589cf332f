package isotopy.figure;

import java.util.List;
import java.util.Optional;

/// Where a film looks.
public sealed interface CameraWork {
    /// As the look says, going along with a cloud that leaves the square.
    record Following() implements CameraWork {}

    /// From place to place: smoothly between two keys, at rest before the first and after the last. With one key it
    /// rests all the time.
    record Keyed(List<Key> keys) implements CameraWork {
        /// Throws: `IllegalArgumentException` without keys, or when their shares do not increase.
        public Keyed {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a moving camera needs a key");
            }
            for (int k = 1; k < keys.size(); k++) {
                if (!(keys.get(k).share() > keys.get(k - 1).share())) {
                    throw new IllegalArgumentException("the shares of a camera's keys must increase: "
                            + keys.get(k - 1).share() + ", " + keys.get(k).share());
                }
            }
        }

        /// The look with the camera of a share of the film.
        Look at(double share, Look look) {
            int next = 0;
            while (next < keys.size() && keys.get(next).share() <= share) {
                next++;
            }
            if (next == 0 || next == keys.size()) {
                return keys.get(next == 0 ? 0 : next - 1).on(look);
            }
            var a = keys.get(next - 1);
            var b = keys.get(next);
            double way = Easing.SMOOTH.at((share - a.share()) / (b.share() - a.share()));
            return a.towards(b, way, look);
        }
    }

    /// A camera at a share of the film, and from where it looks at what has a third direction, where that changes.
    record Key(double share, Camera camera, Optional<Turn> turn) {
        public Key {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a camera's key stands at a share of the film in 0 … 1: " + share);
            }
        }

        /// The look with this camera.
        public Look on(Look look) {
            var placed = look.withCamera(camera);
            return turn.map(seen -> placed.withAngles(seen.yaw(), seen.pitch())).orElse(placed);
        }

        /// Spans change by equal factors in equal times, so that nearing looks even.
        private Look towards(Key next, double way, Look look) {
            var placed = look.withCamera(new Camera(
                    between(camera.x1(), next.camera.x1(), way),
                    between(camera.x2(), next.camera.x2(), way),
                    camera.span() * Math.pow(next.camera.span() / camera.span(), way)));
            var from = turn.orElse(new Turn(look.yaw(), look.pitch()));
            var to = next.turn.orElse(new Turn(look.yaw(), look.pitch()));
            return placed.withAngles(between(from.yaw(), to.yaw(), way), between(from.pitch(), to.pitch(), way));
        }

        private static double between(double a, double b, double way) {
            return a + way * (b - a);
        }
    }

    /// Angles in degrees.
    record Turn(double yaw, double pitch) {
        public Turn {
            if (!Double.isFinite(yaw) || !Double.isFinite(pitch)) {
                throw new IllegalArgumentException("a camera's angles must be finite: " + yaw + ", " + pitch);
            }
        }
    }
}
