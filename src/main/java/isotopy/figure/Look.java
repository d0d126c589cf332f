package isotopy.figure;

import isotopy.math.Box;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What of a scene is shown, and from where: the saved view. Immutable.
///
/// `trail` is the length of trails as a share of T. `yaw` and `pitch` turn the stack, in degrees. `pins` are starts of
/// labelled particles. With `exact`, the differential equation is shown in place of the residual network.
public record Look(
        Theme theme,
        boolean stack,
        boolean exact,
        Set<Overlay> overlays,
        int particles,
        Arrangement arrangement,
        double trail,
        Camera camera,
        double yaw,
        double pitch,
        List<Pin> pins) {
    /// The fewest and the most particles that can be shown.
    public static final int FEWEST = 1_000;

    public static final int MOST = 20_000;

    /// So many are shown of a map of the line at most.
    public static final int MOST_ON_A_LINE = 400;

    /// A pinned particle: where it starts.
    public record Pin(double x1, double x2) {}

    /// Throws: `IllegalArgumentException` when a number is out of its range.
    public Look {
        if (particles < 1 || particles > 1_000_000) {
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
                false,
                false,
                EnumSet.of(
                        Overlay.PARTICLES, Overlay.TRAILS, Overlay.GRID, Overlay.TARGET, Overlay.SQUARE, Overlay.FOLDS),
                1000,
                Arrangement.RANDOM,
                0.25,
                Camera.fit(domain),
                32,
                22,
                List.of());
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
                && pins.equals(other.pins);
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

    public Look withOverlays(Set<Overlay> changed) {
        return new Look(theme, stack, exact, changed, particles, arrangement, trail, camera, yaw, pitch, pins);
    }

    public Look withTheme(Theme changed) {
        return new Look(changed, stack, exact, overlays, particles, arrangement, trail, camera, yaw, pitch, pins);
    }

    public Look withStack(boolean changed) {
        return new Look(theme, changed, exact, overlays, particles, arrangement, trail, camera, yaw, pitch, pins);
    }

    public Look withExact(boolean changed) {
        return new Look(theme, stack, changed, overlays, particles, arrangement, trail, camera, yaw, pitch, pins);
    }

    public Look withParticles(int changed) {
        return new Look(theme, stack, exact, overlays, changed, arrangement, trail, camera, yaw, pitch, pins);
    }

    public Look withArrangement(Arrangement changed) {
        return new Look(theme, stack, exact, overlays, particles, changed, trail, camera, yaw, pitch, pins);
    }

    public Look withTrail(double changed) {
        return new Look(theme, stack, exact, overlays, particles, arrangement, changed, camera, yaw, pitch, pins);
    }

    public Look withCamera(Camera changed) {
        return new Look(theme, stack, exact, overlays, particles, arrangement, trail, changed, yaw, pitch, pins);
    }

    public Look withAngles(double changedYaw, double changedPitch) {
        return new Look(
                theme, stack, exact, overlays, particles, arrangement, trail, camera, changedYaw, changedPitch, pins);
    }

    public Look withPins(List<Pin> changed) {
        return new Look(theme, stack, exact, overlays, particles, arrangement, trail, camera, yaw, pitch, changed);
    }
}
