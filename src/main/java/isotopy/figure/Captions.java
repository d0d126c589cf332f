package isotopy.figure;

import isotopy.control.ControlFamily;
import isotopy.math.FormulaActivation;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is written on pictures that stand by themselves.
final class Captions {
    /// The size of the first line, and the distance of the next, in text sizes.
    private static final float FIRST = 1.15f;

    private static final float PITCH = 1.5f;

    /// The mean width of a letter, in text sizes.
    private static final float LETTER = 0.55f;

    private Captions() {}

    /// Where t stands: "t = 0.62 T · layer 13 of 20".
    static String time(Scene scene, double t) {
        var control = scene.snapshot().control();
        return share(scene, t) + " · layer " + (control.layerAt(t) + 1) + " of " + control.depth();
    }

    /// How far the training is: "1,200 training steps · t = 1.00 T".
    static String steps(Scene scene, double t) {
        long step = scene.snapshot().step();
        return String.format(Locale.ROOT, "%,d training step%s · ", step, step == 1 ? "" : "s") + share(scene, t);
    }

    /// What a number of the experiment is: "12 layers · t = 1.00 T".
    static String number(Scene scene, double t, Dial dial, double value) {
        return dial.said(value) + " · " + share(scene, t);
    }

    private static String share(Scene scene, double t) {
        return String.format(
                Locale.ROOT, "t = %.2f T", Math.clamp(t / scene.particles().horizon(), 0, 1));
    }

    /// The equation and its numbers: "ż = V σ(W z + b), 20 tanh layers of width 16, T = 1".
    static String formula(FlowSnapshot snapshot) {
        var control = snapshot.control();
        var family = control.family();
        int depth = control.depth();
        var layers = depth + " " + named(family) + (depth == 1 ? " layer" : " layers");
        var width = family.hasWidth() ? " of width " + control.width() : "";
        var sigma = family.activation() instanceof FormulaActivation typed ? ", σ(u) = " + typed.formula() : "";
        var horizon = BigDecimal.valueOf(control.horizon())
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        return "ż = " + family.formula() + sigma + ", " + layers + width + ", T = " + horizon
                + (control.readout().isPresent() ? ", read off by an affine map" : "");
    }

    /// What people call such layers: "tanh", "Hamiltonian tanh".
    private static String named(ControlFamily family) {
        if (family.activation() instanceof FormulaActivation) {
            return family.takesActivation() ? family.title() : "own";
        }
        return family.takesActivation()
                ? family.title() + " " + family.activation().id()
                : family.title();
    }

    /// The figure with these lines in its upper left corner, on a plate where they may lie over what is drawn, and
    /// of
    /// maps of the plane with the list of what is drawn.
    static Figure written(Figure figure, Shot shot, List<String> lines, boolean plate) {
        var palette = shot.palette();
        var marks = new ArrayList<>(figure.marks());
        if (shot.kind() == Kind.PLANE && shot.look().projection() == Projection.PLANE) {
            PlaneKeys.draw(shot, marks);
        }
        float size = palette.text() * FIRST;
        if (plate) {
            int longest = lines.stream().mapToInt(String::length).max().orElse(0);
            float foot = 1.8f * size + ((lines.size() - 1) * PITCH + 0.45f) * palette.text();
            Legend.plate(
                    0.5f * size, 0.6f * size, 1.5f * size + LETTER * longest * palette.text(), foot, palette, marks);
        }
        for (int k = 0; k < lines.size(); k++) {
            float text = k == 0 ? size : palette.text();
            float y = 1.8f * size + k * PITCH * palette.text();
            int argb = k == 0 ? palette.ink() : palette.quiet();
            marks.add(new Mark.Label(lines.get(k), size, y, text, false, Mark.Anchor.START, argb));
        }
        return new Figure(figure.width(), figure.height(), figure.background(), marks);
    }
}
