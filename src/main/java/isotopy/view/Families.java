package isotopy.view;

import isotopy.control.Affine;
import isotopy.control.Antisymmetric;
import isotopy.control.Bumps;
import isotopy.control.ControlFamily;
import isotopy.control.Coordinatewise;
import isotopy.control.Equivariant;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import isotopy.control.Perceptron;
import isotopy.control.Potential;
import isotopy.math.Activation;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import isotopy.train.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/// The families as the window shows them: in groups, each with a picture and a sentence. Plain functions.
final class Families {
    /// The name of the family whose σ the user types.
    static final String OWN = FormulaActivation.ID;

    /// The σ with which typing begins.
    static final String FIRST_FORMULA = "u/(1 + abs(u))";

    /// What may be typed, to be tried.
    static final List<String> EXAMPLES = List.of(
            FIRST_FORMULA, "u exp(-u^2)", "tanh(u) + 0.2 sin(5u)", "max(u, 0) - max(u - 1, 0)", "sin(u)/(1 + u^2)");

    /// The families on the cards, in front of all others.
    private static final List<String> USUAL = List.of("tanh", "relu", "one-neuron", "hamiltonian", "linear");

    /// Families that belong together, under one heading.
    record Group(String title, List<ControlFamily> families) {}

    private Families() {}

    /// The families on the cards.
    static List<ControlFamily> usual() {
        return USUAL.stream().map(ControlFamily::named).toList();
    }

    /// All families, in groups.
    static List<Group> groups() {
        var all = new ArrayList<>(ControlFamily.all());
        var linear = all.stream().filter(Affine.class::isInstance).toList();
        var byActivation = Stream.concat(
                        all.stream().filter(Perceptron.class::isInstance), Stream.of(own(FIRST_FORMULA)))
                .toList();
        all.removeAll(linear);
        all.removeAll(byActivation);
        return List.of(
                new Group("ONE HIDDEN LAYER, BY ITS σ", byActivation),
                new Group("STRUCTURED", all),
                new Group("WITHOUT σ", linear));
    }

    /// The family of that σ which a user has typed.
    ///
    /// Throws: `FormulaException` where the text is none.
    static ControlFamily own(String formula) {
        return new Perceptron(FormulaActivation.of(formula));
    }

    /// Every named σ.
    static List<Activation> activations() {
        return Arrays.stream(Activation.values())
                .filter(named -> named != Activation.IDENTITY)
                .toList();
    }

    /// Whether that is the same card, whatever σ and damping are.
    static boolean same(ControlFamily one, ControlFamily other) {
        return one.id().equals(other.id());
    }

    /// The family with the σ and damping of the present one, where it is on the same card.
    static ControlFamily kept(ControlFamily wanted, ControlFamily present) {
        return same(wanted, present) ? present : wanted;
    }

    /// A picture of σ, or of a field where σ does not tell what the family is.
    static Region picture(ControlFamily family) {
        return structured(family) ? new FieldPicture(family) : new CurvePicture(family.activation());
    }

    /// Whether a family is more than its σ.
    static boolean structured(ControlFamily family) {
        return !(family instanceof Perceptron) && !(family instanceof Affine);
    }

    /// Whether its flows keep something on purpose (areas, symmetry, every coordinate to itself), so that they do
    /// not come near everything.
    static boolean restricted(ControlFamily family) {
        return switch (family) {
            case Antisymmetric _, Hamiltonian _, Coordinatewise _, Equivariant _ -> true;
            case Affine _, Bumps _, OneNeuron _, Perceptron _, Potential _ -> false;
        };
    }

    /// What theory concludes of the flows of a family, in the space of the experiment.
    static String conclusion(ControlFamily family, Experiment experiment) {
        boolean everything = !restricted(family) && !Sentences.linear(family);
        if (experiment.stateDimension() > 1 || !everything) {
            return family.conclusion();
        }
        return "On the line flows of " + family.title()
                + " layers come as near as you like, uniformly, to every increasing curve, and to nothing else.";
    }

    /// The formula of the field, and what its σ is where that is not said on its card.
    static String formula(ControlFamily family) {
        return "f(z) = " + family.formula();
    }

    /// σ as people write it; empty for a family without.
    static Optional<String> sigma(ControlFamily family) {
        boolean hasSigma = family.formula().contains("σ");
        return hasSigma ? Optional.of("σ(u) = " + family.activation().formula()) : Optional.empty();
    }

    /// Formula and conclusion.
    static String sentence(ControlFamily family) {
        return formula(family) + sigma(family).map(text -> " with " + text).orElse("") + ". " + family.conclusion();
    }

    /// The name of a σ.
    static String name(Nonlinearity sigma) {
        return new Perceptron(sigma).title();
    }
}
