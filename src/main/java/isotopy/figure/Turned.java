package isotopy.figure;

/// A box of three coordinates seen from far away (no perspective): the third stands upright; turned by yaw about it and
/// then by pitch towards the viewer.
///
/// With yaw = pitch = 0 one looks along the second coordinate, the first runs right; more pitch looks down from above.
///
/// Units: `middle` and `side` are those of the box in world units; angles in radians.
record Turned(double[] middle, double[] side, double x0, double y0, double scale, double yaw, double pitch) {
    /// The box lies so in the middle of the page that it is seen from every angle.
    static Turned of(double[] middle, double[] side, Shot shot) {
        var look = shot.look();
        var box = shot.domain();
        double zoom = 1.5 * box.side() / look.camera().span();
        double width = shot.page().width();
        double height = shot.page().height();
        double scale = Math.min(width * 0.5, height * 0.53) * zoom;
        double pan = zoom * Math.min(width, height) / (1.5 * box.side());
        return new Turned(
                middle,
                side,
                width / 2 + (box.centre() - look.camera().x1()) * pan,
                0.48 * height - (box.centre() - look.camera().x2()) * pan,
                scale,
                Math.toRadians(look.yaw()),
                Math.toRadians(look.pitch()));
    }

    private double u(int i, double value) {
        return (value - middle[i]) / side[i];
    }

    /// Page x of a point.
    float x(double z1, double z2, double z3) {
        return (float) (x0 + scale * (Math.cos(yaw) * u(0, z1) - Math.sin(yaw) * u(1, z2)));
    }

    /// Page y of a point.
    float y(double z1, double z2, double z3) {
        double back = Math.sin(yaw) * u(0, z1) + Math.cos(yaw) * u(1, z2);
        return (float) (y0 - scale * (Math.cos(pitch) * u(2, z3) + Math.sin(pitch) * back));
    }

    /// How near a point is: about −0.9 in the farthest and 0.9 in the nearest corner.
    double near(double z1, double z2, double z3) {
        double back = Math.sin(yaw) * u(0, z1) + Math.cos(yaw) * u(1, z2);
        return Math.sin(pitch) * u(2, z3) - Math.cos(pitch) * back;
    }

    /// A corner of the box: bit i of `corner` says whether coordinate i is high.
    double[] corner(int corner) {
        var at = new double[3];
        for (int i = 0; i < 3; i++) {
            at[i] = middle[i] + ((corner >> i & 1) - 0.5) * side[i];
        }
        return at;
    }

    float x(double[] z) {
        return x(z[0], z[1], z[2]);
    }

    float y(double[] z) {
        return y(z[0], z[1], z[2]);
    }

    double near(double[] z) {
        return near(z[0], z[1], z[2]);
    }
}
