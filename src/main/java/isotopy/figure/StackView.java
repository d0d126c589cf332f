package isotopy.figure;

import isotopy.math.Box;

/// Where the planes of the stack lie on the page: fictitious time is a third axis, seen from far away (no perspective),
/// turned by yaw about the upright axis and then by pitch towards the viewer.
///
/// With yaw = pitch = 0 one looks back along time: the plane of t = T is nearest, x₁ runs right, x₂ up and t towards
/// the viewer. More yaw moves what is near to the right, more pitch moves it down. The plane at share s of T stands (s
/// − ½) · length before the middle.
///
/// @param seen the square of the plane that is to be seen at all times: its middle and its side
record StackView(Box domain, Camera seen, Camera camera, double width, double height, double yaw, double pitch) {
    /// The stack is so many sides long.
    private static final double LENGTH = 2.5;

    static StackView of(Scene scene, Look look, double width, double height) {
        var domain = scene.snapshot().experiment().sampling().domain();
        return of(domain, Following.throughout(scene), look, width, height);
    }

    /// The stack in which all that is to be seen stays in the domain.
    static StackView of(Box domain, Look look, double width, double height) {
        return of(domain, new Camera(domain.centre(), domain.centre(), domain.side()), look, width, height);
    }

    private static StackView of(Box domain, Camera seen, Look look, double width, double height) {
        return new StackView(
                domain, seen, look.camera(), width, height, Math.toRadians(look.yaw()), Math.toRadians(look.pitch()));
    }

    /// How (x₁, x₂) at share s of T lies on the page.
    Page page(double share) {
        double scale = scale();
        double along = (share - 0.5) * LENGTH * seen.span();
        double zoom = camera.scale(width, height);
        double panX = width / 2 + (domain.centre() - camera.x1()) * zoom;
        double panY = height * 0.47 - (domain.centre() - camera.x2()) * zoom;
        double x1x = scale * Math.cos(yaw);
        double x1y = -scale * Math.sin(yaw) * Math.sin(pitch);
        double x2y = -scale * Math.cos(pitch);
        return new Page(
                width,
                height,
                panX - seen.x1() * x1x + along * scale * Math.sin(yaw),
                x1x,
                0,
                panY - seen.x1() * x1y - seen.x2() * x2y + along * scale * Math.cos(yaw) * Math.sin(pitch),
                x1y,
                x2y);
    }

    /// Page pixels per world unit: the whole stack is seen where the camera would show 1½ sides of the plane.
    private double scale() {
        double side = seen.span();
        double fit = Math.min(width / (3 * side), height / (2.75 * side));
        double zoom = 1.5 * domain.side() / camera.span();
        return fit * zoom;
    }

    /// Whether what happens later lies nearer to the viewer.
    boolean laterIsNearer() {
        return Math.cos(yaw) * Math.cos(pitch) >= 0;
    }

    /// Whether one looks from above.
    boolean fromAbove() {
        return Math.sin(pitch) * Math.cos(pitch) >= 0;
    }
}
