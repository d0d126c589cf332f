package isotopy.control;

import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.Form;
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
public sealed interface ControlFamily permits Perceptron, Affine {
    /// Every family a user can choose, in the order in which they are shown.
    static List<ControlFamily> all() {
        var families = new ArrayList<ControlFamily>();
        for (var activation : Activation.values()) {
            if (activation != Activation.IDENTITY) {
                families.add(new Perceptron(activation));
            }
        }
        families.add(new Affine());
        return List.copyOf(families);
    }

    /// The family of that name.
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

    /// The name on the command line and in files.
    String id();

    /// The name on the family's card.
    String title();

    /// What theory concludes for this family, in one sentence.
    String conclusion();

    /// The σ of the form V σ(W z + b).
    Nonlinearity activation();

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
    VectorField field(int dimension, int width, int capacity);

    /// Overwrites `theta[at … at + p − 1]` by random parameters with which the field is zero everywhere, but its
    /// hidden units bend somewhere in `region`, so that training can wake them.
    void dormant(int dimension, int width, Box region, RandomGenerator random, double[] theta, int at);

    /// How the hidden units of the effective form look at the state.
    default Form form() {
        return Form.RIDGE;
    }

    /// The number q̂ of hidden units of the effective form.
    default int units(int dimension, int width) {
        return width;
    }

    /// Overwrites `into[to … to + q̂(2d + 1) − 1]` by the effective form of the layer: for each hidden unit w₁ …
    /// w_d, b,
    /// v₁ … v_d (or c₁ … c_d, β, v₁ … v_d, see [#form()]), whatever the free parameters are.
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

    /// Multiplies the field by `factor`, exactly: changes `theta[at … at + p − 1]` in place.
    void scale(int dimension, int width, double factor, double[] theta, int at);

    /// The parameters of a layer of another width, p′ numbers: wider layers keep the field exactly (new hidden
    /// units start with V = 0), narrower ones keep the hidden units that move most, Σⱼ |vⱼ||wⱼ|.
    ///
    /// `origin[i]` is overwritten by the index in the old layer of the new parameter i, −1 for a new one.
    double[] resized(
            int dimension, int width, double[] theta, int newWidth, Box region, RandomGenerator random, int[] origin);

    /// A bound of the field's Lipschitz constant, such as Lip(σ) Σⱼ |vⱼ||wⱼ|.
    double lipschitz(int dimension, int width, double[] theta, int at);

    /// The layer in the form V σ(W z + b).
    Weights weights(int dimension, int width, double[] theta);

    /// The parameters of the layer with these weights.
    ///
    /// Throws: `IllegalArgumentException` when the family does not contain them.
    double[] theta(Weights weights);
}
