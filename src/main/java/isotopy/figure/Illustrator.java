package isotopy.figure;

import isotopy.math.Box;
import isotopy.target.Kind;
import isotopy.target.Obstruction;
import isotopy.target.TargetMap;
import java.util.ArrayList;
import java.util.Optional;

/// Draws scenes as figures. Pure: the same arguments give the same figure.
///
/// Units: width, height and size are logical pixels of the page.
public final class Illustrator {
    private Illustrator() {}

    /// What is to be seen of a scene at time t (cut to [0, T]), in the plane or as a stack of layers, as the look
    /// wants it.
    public static Figure at(Scene scene, double t, Look look, double width, double height) {
        return at(scene, t, look, width, height, Optional.empty());
    }

    /// The same, with the places marked at which the target cannot be a flow.
    public static Figure at(
            Scene scene, double t, Look look, double width, double height, Optional<Obstruction> obstruction) {
        return drawn(Shot.of(scene, t, look, width, height), obstruction);
    }

    /// A picture that stands by itself and speaks in that manner.
    public static Figure at(Scene scene, double t, Look look, Manner manner, double width, double height) {
        return said(scene, t, look, manner, Captions.time(scene, t), width, height);
    }

    /// The same with other words about what changes.
    static Figure said(Scene scene, double t, Look look, Manner manner, String words, double width, double height) {
        return said(scene, t, look, manner, words, Setting.of(scene, look, manner, width), width, height);
    }

    /// The same as one of several pictures that have their setting in common.
    static Figure said(
            Scene scene,
            double t,
            Look look,
            Manner manner,
            String words,
            Setting setting,
            double width,
            double height) {
        return Mount.figure(scene, t, look, manner, words, setting, width, height);
    }

    /// A picture that is seen as the shot says.
    static Figure of(Shot shot) {
        return drawn(shot, Optional.empty());
    }

    private static Figure drawn(Shot shot, Optional<Obstruction> obstruction) {
        var marks = new ArrayList<Mark>();
        switch (shot.projection()) {
            case PLANE -> {
                if (shot.kind() == Kind.LINE) {
                    LineIllustrator.draw(shot, marks);
                } else {
                    PlaneIllustrator.draw(shot, obstruction, marks);
                }
            }
            case STACK -> StackIllustrator.draw(shot, marks);
            case SPACE -> SpaceIllustrator.draw(shot, marks);
            case HEIGHT -> HeightIllustrator.draw(shot, marks);
        }
        return new Figure(
                shot.page().width(), shot.page().height(), shot.palette().background(), marks);
    }

    /// From where the plane is seen at time t: as the look says, but going along with a cloud that may leave the
    /// square.
    public static Camera camera(Scene scene, double t, Look look) {
        double horizon = scene.particles().horizon();
        return Following.camera(scene, t > 0 ? Math.min(t, horizon) : 0, look);
    }

    /// Where the two pictures of a map of the line lie on a page of that size.
    public static LineLayout layout(Scene scene, Look look, double width, double height) {
        return LineIllustrator.layout(scene, look, width, height);
    }

    /// The stage while the target is drawn: only the original lattice, what the target makes of it with the nodes
    /// to drag, and where no flow can follow.
    public static Figure drawing(
            TargetMap target, Box domain, Optional<Obstruction> obstruction, Look look, double width, double height) {
        var marks = new ArrayList<Mark>();
        var palette = Palette.of(look.theme());
        DrawingIllustrator.draw(
                target, domain, obstruction, look, palette, Page.of(look.camera(), width, height), marks);
        return new Figure(width, height, palette.background(), marks);
    }

    /// The same for a map of the line whose graph stands in a given layout: it does not move while it is dragged.
    public static Figure drawing(TargetMap target, LineLayout layout, Look look, double width, double height) {
        var marks = new ArrayList<Mark>();
        var palette = Palette.of(look.theme());
        LineIllustrator.drawing(target, layout, palette, marks);
        return new Figure(width, height, palette.background(), marks);
    }

    /// The picture that compares two approximants with their target.
    public static Figure comparison(Comparison comparison, Theme theme, double width, double height) {
        return Comparisons.draw(comparison, theme, width, height);
    }

    /// Where t stands, in words: "t = 0.62 T · layer 13 of 20".
    public static String caption(Scene scene, double t) {
        return Captions.time(scene, t);
    }

    /// The picture of a scene at t that stands by itself, on a page as large as that of a figure.
    public static Figure captioned(Figure figure, Scene scene, double t, Look look) {
        return at(scene, t, look, Manner.STANDARD, figure.width(), figure.height());
    }
}
