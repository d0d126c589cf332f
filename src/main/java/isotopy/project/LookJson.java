package isotopy.project;

import isotopy.figure.Arrangement;
import isotopy.figure.Camera;
import isotopy.figure.Look;
import isotopy.figure.Overlay;
import isotopy.figure.Projection;
import isotopy.figure.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Writes and reads the saved view.
final class LookJson {
    private LookJson() {}

    static void write(Look look, JsonPen pen) {
        var overlays = Arrays.stream(Overlay.values())
                .filter(look::shows)
                .map(Overlay::id)
                .toList();
        var pins = look.pins().stream()
                .map(pin -> new double[] {pin.x1(), pin.x2()})
                .toArray(double[][]::new);
        var camera = look.camera();
        pen.text("theme", look.theme().id())
                .text("view", look.projection().id())
                .flag("exact", look.exact())
                .texts("overlays", overlays)
                .whole("particles", look.particles())
                .text("arrangement", look.arrangement().id())
                .number("trail", look.trail())
                .object(
                        "camera",
                        () -> pen.numbers("centre", camera.x1(), camera.x2()).number("span", camera.span()))
                .number("yaw", look.yaw())
                .number("pitch", look.pitch())
                .rows("pins", pins);
        look.texture().ifPresent(texture -> pen.object("texture", () -> TextureJson.write(texture, pen)));
    }

    static Look read(Fields fields) throws ProjectException {
        var pins = new ArrayList<Look.Pin>();
        for (var pin : fields.rows("pins", 2)) {
            pins.add(new Look.Pin(pin[0], pin[1]));
        }
        return fields.made(() -> new Look(
                Theme.named(fields.text("theme")),
                projection(fields),
                fields.flag("exact"),
                overlays(fields),
                fields.whole("particles"),
                Arrangement.named(fields.text("arrangement")),
                fields.number("trail"),
                camera(fields.object("camera")),
                fields.number("yaw"),
                fields.number("pitch"),
                pins,
                fields.has("texture") ? Optional.of(TextureJson.read(fields.object("texture"))) : Optional.empty()));
    }

    /// From where the scene is seen; older files only say whether as a stack.
    private static Projection projection(Fields fields) throws ProjectException {
        if (fields.has("view")) {
            return fields.made(() -> Projection.named(fields.text("view")));
        }
        return fields.flag("stack") ? Projection.STACK : Projection.PLANE;
    }

    private static Set<Overlay> overlays(Fields fields) throws ProjectException {
        var overlays = EnumSet.noneOf(Overlay.class);
        for (var name : fields.texts("overlays")) {
            overlays.add(fields.made(() -> Overlay.named(name)));
        }
        if (!fields.has("view")) {
            // older files could not choose these, which are on at first
            overlays.add(Overlay.REGIONS);
            overlays.add(Overlay.TEXTURE);
        }
        return overlays;
    }

    private static Camera camera(Fields fields) throws ProjectException {
        var centre = fields.numbers("centre", 2);
        double span = fields.number("span");
        return fields.made(() -> new Camera(centre[0], centre[1], span));
    }
}
