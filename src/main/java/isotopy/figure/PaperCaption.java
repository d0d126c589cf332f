package isotopy.figure;

import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Samples;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words below a figure in a paper: what is shown, and every parameter that somebody needs to make it again.
public final class PaperCaption {
    private PaperCaption() {}

    /// A few sentences of plain text about the flow of that moment.
    public static String of(FlowSnapshot snapshot) {
        var experiment = snapshot.experiment();
        return String.join(" ", what(snapshot), network(snapshot), recipe(snapshot), errors(experiment, snapshot));
    }

    private static String what(FlowSnapshot snapshot) {
        var experiment = snapshot.experiment();
        int test = Samples.testSize(experiment);
        return experiment.target().title() + ": a flow of " + dimensions(experiment.stateDimension())
                + ", learned from examples (" + count(experiment.sampling().samples()) + " in all, " + count(test)
                + " of them kept for the test).";
    }

    private static String dimensions(int dimension) {
        return switch (dimension) {
            case 1 -> "the line";
            case 2 -> "the plane";
            default -> "space with " + dimension + " coordinates";
        };
    }

    private static String network(FlowSnapshot snapshot) {
        var network = snapshot.experiment().network();
        var control = snapshot.control();
        var family = network.family();
        var facts = new ArrayList<String>();
        facts.add("control family " + family.id() + ", ẋ = " + family.formula().replace('z', 'x'));
        if (family.formula().contains("σ")) {
            facts.add("activation σ(u) = " + family.activation().formula());
        }
        if (family.hasWidth()) {
            facts.add("width " + control.width());
        }
        facts.add("depth " + control.depth());
        facts.add("horizon T = " + number(control.horizon()));
        if (network.augment() > 0) {
            facts.add("extra coordinates " + network.augment());
        }
        facts.add("integrator " + network.integrator().title());
        if (network.substeps() > 1) {
            facts.add(network.substeps() + " steps a layer");
        }
        if (network.bijective()) {
            facts.add("every layer kept a bijection");
        }
        return "Network: " + String.join("; ", facts) + ".";
    }

    private static String recipe(FlowSnapshot snapshot) {
        var experiment = snapshot.experiment();
        var recipe = experiment.recipe();
        var facts = new ArrayList<String>();
        facts.add(recipe.optimizer().title());
        facts.add("loss " + recipe.loss().title());
        facts.add("learning rate " + number(recipe.learningRate()));
        if (recipe.batch() > 0) {
            facts.add("batch " + count(recipe.batch()));
        }
        facts.add("training steps " + count(snapshot.step()));
        facts.add("seed " + experiment.seed());
        if (!snapshot.edits().isEmpty()) {
            facts.add("edited on the way at steps "
                    + snapshot.edits().stream().map(PaperCaption::count).collect(Collectors.joining(", ")));
        }
        return "Training: " + String.join("; ", facts) + ".";
    }

    private static String errors(Experiment experiment, FlowSnapshot snapshot) {
        var told = new ArrayList<String>(List.of(error(experiment, snapshot.train()) + " on the training points"));
        if (Samples.testSize(experiment) > 0) {
            told.add(error(experiment, snapshot.test()) + " on the test points");
        }
        return "Errors: " + String.join("; ", told) + ".";
    }

    private static String error(Experiment experiment, Evaluation found) {
        if (experiment.target() instanceof Labels) {
            return number(100 * found.accuracy()) + " % of the classes right";
        }
        var error = found.times(experiment.unit());
        return "mean square " + number(error.meanSquare()) + ", mean " + number(error.mean()) + ", largest "
                + number(error.supremum());
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// Three digits, without zeros at the end: "0.00123", "12.3", "1".
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        var rounded = new BigDecimal(value, new MathContext(3)).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 6
                ? rounded.toString().replace('E', 'e').replace("e+", "e")
                : rounded.toPlainString();
    }
}
