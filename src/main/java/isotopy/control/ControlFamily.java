package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Form;
import isotopy.math.FormulaActivation;
import isotopy.math.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The set of vector fields that one layer may use, f(·; θ) with θ ∈ Rᵖ.
///
/// A family knows the shape of θ, how to start it, and which changes of θ scale the field or leave it as it is; its
/// evaluation over clouds is a [VectorField].
///
/// Source: Li, Lin, Shen (2022), where a *control family* is a set of Lipschitz vector fields.
public sealed interface ControlFamily
        permits Perceptron,
                Affine,
                OneNeuron,
                Potential,
                Hamiltonian,
                Antisymmetric,
                Coordinatewise,
                Equivariant,
                Bumps {
    /// Every family a user can choose, in the order in which they are shown: layers by their σ, the linear ones,
    /// then those with a structure of their own, with σ = tanh.
    static List<ControlFamily> all() {
        var families = new ArrayList<ControlFamily>();
        for (var activation : Activation.values()) {
            if (activation != Activation.IDENTITY) {
                families.add(new Perceptron(activation));
            }
        }
        families.add(new Affine());
        families.add(new OneNeuron(Activation.TANH));
        families.add(new Potential(Activation.TANH));
        families.add(new Hamiltonian(Activation.TANH));
        families.add(new Antisymmetric(Activation.TANH, Antisymmetric.UNDAMPED));
        families.add(new Coordinatewise(Activation.TANH));
        families.add(new Equivariant(Activation.TANH));
        families.add(new Bumps());
        return List.copyOf(families);
    }

    /// The family of that name, with σ = tanh and no damping where these are choices.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    static ControlFamily named(String id) {
        for (var family : all()) {
            if (family.id().equals(id.toLowerCase(Locale.ROOT))) {
                return family;
            }
        }
        var names = all().stream().map(ControlFamily::id).toList();
        throw new IllegalArgumentException(
                "there is no family '" + id + "'; choose one of " + String.join(", ", names));
    }

    /// The family of that name with that σ and damping, which are left aside where they are no choice.
    ///
    /// Throws: `IllegalArgumentException` when there is no such family, or it cannot have that σ or damping.
    static ControlFamily named(String id, Nonlinearity activation, double damping) {
        if (FormulaActivation.ID.equalsIgnoreCase(id)) {
            if (activation instanceof Activation) {
                throw new IllegalArgumentException(
                        "the family formula needs a formula for σ, such as u*exp(-u^2): " + activation.id());
            }
            return new Perceptron(activation);
        }
        return switch (named(id)) {
            case Antisymmetric _ -> new Antisymmetric(activation, damping);
            case ControlFamily family when family.takesActivation() -> family.withActivation(activation);
            case ControlFamily family -> family;
        };
    }

    /// The name on the command line and in files.
    String id();

    /// The name on the family's card.
    String title();

    /// What theory concludes for this family, in one sentence.
    String conclusion();

    /// The field as people write it, in z, such as `V σ(W z + b)`.
    String formula();

    /// The σ of the formula.
    Nonlinearity activation();

    /// The damping γ of an antisymmetric family, in units of 1/t; 0 for the others.
    default double damping() {
        return 0;
    }

    /// Whether σ is a choice of its own, beside the family's name.
    default boolean takesActivation() {
        return false;
    }

    /// The same family with another σ; only where σ is a choice.
    default ControlFamily withActivation(Nonlinearity changed) {
        return this;
    }

    /// Why layers of this family cannot act on that many coordinates, in one sentence; empty where they can.
    default Optional<String> unfit(int dimension) {
        return Optional.empty();
    }

    /// Whether layers of this family have a width q that can be chosen.
    boolean hasWidth();

    /// The number p of parameters of a layer.
    int parameters(int dimension, int width);

    /// A workspace for clouds of up to `capacity` particles.
    default VectorField field(int dimension, int width, int capacity) {
        return EffectiveField.of(this, dimension, width, capacity);
    }

    /// Overwrites `theta[at … at + p − 1]` by the parameters with which training starts. The field is zero
    /// everywhere (as near as an antisymmetric family comes to it), but the hidden units bend somewhere in the
    /// room, so that training can wake them.
    void dormant(int dimension, int width, Room room, RandomGenerator random, double[] theta, int at);

    /// The same where all states start in `region`.
    default void dormant(int dimension, int width, Box region, RandomGenerator random, double[] theta, int at) {
        dormant(dimension, width, new Room(region, dimension), random, theta, at);
    }

    /// How the hidden units of the effective form look at the state, and what they make of it: σ(u) with
    /// [#activation()] for ridges, eᵘ for radial ones.
    default Form form() {
        return Form.RIDGE;
    }

    /// The number q̂ of hidden units of the effective form.
    default int units(int dimension, int width) {
        return width;
    }

    /// Overwrites `into[to … to + q̂(2d + 1) − 1]` by the effective form of the layer: for each hidden unit w₁ …
    /// w_d, b, v₁ … v_d (or c₁ … c_d, β, v₁ … v_d, see [#form()]), whatever the free parameters are.
    default void expand(int dimension, int width, double[] theta, int at, double[] into, int to) {
        System.arraycopy(theta, at, into, to, parameters(dimension, width));
    }

    /// Pulls a gradient back through [#expand]: adds (∂effective/∂θ)ᵀ `effective` to `dTheta[at … at + p − 1]`.
    ///
    /// Shapes: `effective[from … from + q̂(2d + 1) − 1]` is the gradient with respect to the effective form.
    default void contract(
            int dimension, int width, double[] theta, int at, double[] effective, int from, double[] dTheta) {
        for (int i = 0; i < parameters(dimension, width); i++) {
            dTheta[at + i] += effective[from + i];
        }
    }

    /// Whether the field can be multiplied by any number exactly, by [#scale].
    default boolean scales() {
        return true;
    }

    /// Multiplies the field by `factor`, exactly where the family [#scales()]: changes `theta[at … at + p − 1]` in
    /// place.
    void scale(int dimension, int width, double factor, double[] theta, int at);

    /// Weakens the layer where its Lipschitz bound is above `bound`, so that it is at most that as far as the
    /// family can; returns the factor by which parameters were multiplied, 1 where nothing was needed.
    default double limit(int dimension, int width, double bound, double[] theta, int at) {
        double strength = lipschitz(dimension, width, theta, at);
        if (!(strength > bound)) {
            return 1;
        }
        scale(dimension, width, bound / strength, theta, at);
        return bound / strength;
    }

    /// The parameters of a layer of another width, p′ numbers: wider layers keep the field exactly (new hidden
    /// units start at rest), narrower ones keep the hidden units that move most, such as Σⱼ |vⱼ||wⱼ|.
    ///
    /// `origin[i]` is overwritten by the index in the old layer of the new parameter i, −1 for a new one.
    double[] resized(
            int dimension, int width, double[] theta, int newWidth, Room room, RandomGenerator random, int[] origin);

    /// The same where all states start in `region`.
    default double[] resized(
            int dimension, int width, double[] theta, int newWidth, Box region, RandomGenerator random, int[] origin) {
        return resized(dimension, width, theta, newWidth, new Room(region, dimension), random, origin);
    }

    /// The layer on another number of coordinates. With more, the field of the old ones stays as it is while the
    /// new ones are 0, and there they rest; empty where the family has no such layer. With fewer, the last are
    /// forgotten.
    Optional<Carried> redimensioned(
            int dimension, int width, double[] theta, int newDimension, Room room, RandomGenerator random);

    /// A bound of the field's Lipschitz constant, such as Lip(σ) Σⱼ |vⱼ||wⱼ|; infinite where σ has none.
    double lipschitz(int dimension, int width, double[] theta, int at);

    /// The free parameters by their names in the formula; every index of θ stands in one of them.
    List<Table> tables(int dimension, int width);

    /// The layer in the form V σ(W z + b).
    ///
    /// Throws: `IllegalArgumentException` where hidden units are not ridges ([#form()]).
    default Weights weights(int dimension, int width, double[] theta) {
        int units = units(dimension, width);
        var effective = new double[units * (2 * dimension + 1)];
        expand(dimension, width, theta, 0, effective, 0);
        return Weights.of(dimension, units, effective);
    }

    /// The parameters of a layer with these weights.
    ///
    /// Throws: `IllegalArgumentException` when the family does not contain them.
    double[] theta(Weights weights);
}
