package isotopy.figure;

import isotopy.control.ControlFamily;
import isotopy.math.FormulaActivation;
import isotopy.snapshot.FlowSnapshot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is written on pictures that stand by themselves.
final class Captions {
    /// The size of the first line, in text sizes.
    private static final float FIRST = 1.15f;

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

    /// The size of a line that is larger than others where it has room.
    static float size(String line, double room, float text) {
        return (float) Math.min(FIRST * text, room / (LETTER * Math.max(1, line.length())));
    }

    /// The words with the first of the endings with which they fit, or the last.
    static String fitting(String words, List<String> endings, double room, float text) {
        return endings.stream()
                .map(words::concat)
                .filter(line -> LETTER * FIRST * text * line.length() <= room)
                .findFirst()
                .orElse(words + endings.getLast());
    }

    /// The lines of a sentence that is broken after commas, or spaces, where it is longer than the room.
    static List<String> wrapped(String sentence, double room, float text) {
        int most = (int) Math.max(8, room / (LETTER * text));
        var lines = new ArrayList<String>();
        var rest = sentence;
        while (rest.length() > most) {
            int comma = rest.lastIndexOf(", ", most - 1) + 1;
            int at = comma > 0 ? comma : rest.lastIndexOf(' ', most);
            if (at <= 0) {
                break;
            }
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).strip();
        }
        lines.add(rest);
        return List.copyOf(lines);
    }
}
