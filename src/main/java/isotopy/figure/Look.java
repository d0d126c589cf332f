package isotopy.figure;

import isotopy.math.Box;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of a scene is shown, and from where: the saved view. Immutable.
///
/// `trail` is the length of trails as a share of T. `yaw` and `pitch` turn what has a third direction, in degrees.
/// `pins` are starts of labelled particles. With `exact`, the differential equation is shown in place of the residual
/// network. `texture` is the picture that [Overlay#TEXTURE] lays over the square.
public record Look(
        Theme theme,
        Projection projection,
        boolean exact,
        Set<Overlay> overlays,
        int particles,
        Arrangement arrangement,
        double trail,
        Camera camera,
        double yaw,
        double pitch,
        List<Pin> pins,
        Optional<Texture> texture) {
    /// The fewest and the most particles that can be shown.
    public static final int FEWEST = 1_000;

    public static final int MOST = 1_000_000;

    /// So many are shown of a map of the line at most.
    public static final int MOST_ON_A_LINE = 400;

    /// A pinned particle: where it starts.
    public record Pin(double x1, double x2) {}

    /// Throws: `IllegalArgumentException` when a number is out of its range.
    public Look {
        if (particles < 1 || particles > MOST) {
            throw new IllegalArgumentException("particles must be in 1 … 1,000,000: " + particles);
        }
        if (!(trail >= 0 && trail <= 1)) {
            throw new IllegalArgumentException("the trail must be a share in 0 … 1: " + trail);
        }
        if (!Double.isFinite(yaw) || !Double.isFinite(pitch)) {
            throw new IllegalArgumentException("the stack's angles must be finite: " + yaw + ", " + pitch);
        }
        overlays = Set.copyOf(overlays);
        pins = List.copyOf(pins);
    }

    /// The view in which everything starts, on that domain.
    public static Look standard(Box domain) {
        return new Look(
                Theme.LIGHT,
                Projection.PLANE,
                false,
                EnumSet.of(
                        Overlay.PARTICLES,
                        Overlay.TRAILS,
                        Overlay.GRID,
                        Overlay.TARGET,
                        Overlay.SQUARE,
                        Overlay.FOLDS,
                        Overlay.REGIONS,
                        Overlay.TEXTURE),
                1000,
                Arrangement.RANDOM,
                0.25,
                Camera.fit(domain),
                32,
                22,
                List.of(),
                Optional.empty());
    }

    /// Whether that overlay is on.
    public boolean shows(Overlay overlay) {
        return overlays.contains(overlay);
    }

    /// Whether both looks show the same paths and what is measured along them, so that going from one to the other
    /// computes nothing anew.
    public boolean samePaths(Look other) {
        return exact == other.exact
                && particles == other.particles
                && arrangement == other.arrangement
                && measures() == other.measures()
                && shows(Overlay.COSTATE) == other.shows(Overlay.COSTATE)
                && space() == other.space()
                && pins.equals(other.pins);
    }

    /// How many particles are shown of a map of the line: there is less room for them.
    public int onLine() {
        return Math.clamp(particles / 20, 2, MOST_ON_A_LINE);
    }

    /// Whether something is shown that needs det Dφ along the flow.
    boolean measures() {
        return shows(Overlay.DENSITY) || shows(Overlay.DETERMINANT);
    }

    /// With an overlay switched on or off.
    public Look with(Overlay overlay, boolean on) {
        var changed = EnumSet.noneOf(Overlay.class);
        changed.addAll(overlays);
        if (on) {
            changed.add(overlay);
        } else {
            changed.remove(overlay);
        }
        return withOverlays(changed);
    }

    /// Whether the layers are shown as sheets along t.
    public boolean stack() {
        return projection == Projection.STACK;
    }

    /// Whether the first three coordinates of the state are shown.
    public boolean space() {
        return projection == Projection.SPACE;
    }

    /// Whether the values of a function are shown as heights.
    public boolean height() {
        return projection == Projection.HEIGHT;
    }

    public Look withOverlays(Set<Overlay> changed) {
        return copy(theme, projection, exact, changed, particles, arrangement, trail, camera, yaw, pitch);
    }

    public Look withTheme(Theme changed) {
        return copy(changed, projection, exact, overlays, particles, arrangement, trail, camera, yaw, pitch);
    }

    public Look withProjection(Projection changed) {
        return copy(theme, changed, exact, overlays, particles, arrangement, trail, camera, yaw, pitch);
    }

    /// As a stack of sheets, or as the plane.
    public Look withStack(boolean changed) {
        return withProjection(changed ? Projection.STACK : Projection.PLANE);
    }

    public Look withExact(boolean changed) {
        return copy(theme, projection, changed, overlays, particles, arrangement, trail, camera, yaw, pitch);
    }

    public Look withParticles(int changed) {
        return copy(theme, projection, exact, overlays, changed, arrangement, trail, camera, yaw, pitch);
    }

    public Look withArrangement(Arrangement changed) {
        return copy(theme, projection, exact, overlays, particles, changed, trail, camera, yaw, pitch);
    }

    public Look withTrail(double changed) {
        return copy(theme, projection, exact, overlays, particles, arrangement, changed, camera, yaw, pitch);
    }

    public Look withCamera(Camera changed) {
        return copy(theme, projection, exact, overlays, particles, arrangement, trail, changed, yaw, pitch);
    }

    public Look withAngles(double changedYaw, double changedPitch) {
        return copy(
                theme, projection, exact, overlays, particles, arrangement, trail, camera, changedYaw, changedPitch);
    }

    public Look withPins(List<Pin> changed) {
        return new Look(
                theme,
                projection,
                exact,
                overlays,
                particles,
                arrangement,
                trail,
                camera,
                yaw,
                pitch,
                changed,
                texture);
    }

    public Look withTexture(Optional<Texture> changed) {
        return new Look(
                theme, projection, exact, overlays, particles, arrangement, trail, camera, yaw, pitch, pins, changed);
    }

    /// The same pins and picture, all else as given.
    private Look copy(
            Theme theme,
            Projection projection,
            boolean exact,
            Set<Overlay> overlays,
            int particles,
            Arrangement arrangement,
            double trail,
            Camera camera,
            double yaw,
            double pitch) {
        return new Look(
                theme, projection, exact, overlays, particles, arrangement, trail, camera, yaw, pitch, pins, texture);
    }
}
