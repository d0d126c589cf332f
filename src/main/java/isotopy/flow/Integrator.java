package isotopy.flow;

import isotopy.control.ControlFamily;
import isotopy.control.Hamiltonian;
import isotopy.control.OneNeuron;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How layers are turned into a map: by the steps of an explicit Runge–Kutta scheme, by steps whose length follows an
/// estimate of their error, by a symplectic splitting, or by the closed form of the flow itself.
public enum Integrator {
    /// The residual network itself.
    EULER("euler", "Euler, the residual network itself", 1, Tableau.EULER),
    /// The midpoint rule.
    MIDPOINT("midpoint", "midpoint rule, order 2", 2, Tableau.MIDPOINT),
    /// Heun's rule.
    HEUN("heun", "Heun's rule, order 2", 2, Tableau.HEUN),
    /// The classical scheme of Kutta.
    RK4("rk4", "classical Runge–Kutta, order 4", 4, Tableau.RK4),
    /// The scheme of Dormand and Prince with steps that each particle chooses for itself; training takes steps of
    /// the same scheme that are frozen for each layer ([Plan#frozen]).
    DOPRI5("dopri5", "Dormand–Prince, order 5, adaptive", 5, Tableau.DOPRI5),
    /// Strang's splitting of a Hamiltonian layer into its hidden units, each of which is a shear
    /// ([SymplecticStep]).
    SYMPLECTIC("symplectic", "splitting into shears, order 2, keeps area", 2, null),
    /// The closed form of the flow of a one-neuron layer ([ExactStep]).
    EXACT("exact", "closed form of the flow", Integer.MAX_VALUE, null);

    private final String id;
    private final String title;
    private final int order;
    private final @Nullable Tableau tableau;

    Integrator(String id, String title, int order, @Nullable Tableau tableau) {
        this.id = id;
        this.title = title;
        this.order = order;
        this.tableau = tableau;
    }

    /// The name on the command line and in files.
    public String id() {
        return id;
    }

    /// The name and what it is, for people.
    public String title() {
        return title;
    }

    /// The order of convergence as h → 0 for smooth f; the largest integer where there is no error at all.
    public int order() {
        return order;
    }

    /// The explicit Runge–Kutta scheme whose steps are taken, where it is one.
    public Optional<Tableau> tableau() {
        return Optional.ofNullable(tableau);
    }

    /// Whether steps are chosen anew by an estimate of their error, so that their number is not given.
    public boolean adaptive() {
        return this == DOPRI5;
    }

    /// Whether its map is a bijection however strong the layers are: because it is the flow itself, or made of
    /// steps that are bijections.
    public boolean bijective() {
        return adaptive() || tableau == null;
    }

    /// Below this value of h·Lip(f) a step is a bijection; infinite where it is one whatever h is. For the adaptive
    /// scheme that concerns the frozen steps of training; the map that follows the flow is a bijection anyway.
    public double bijectiveBelow() {
        return tableau == null ? Double.POSITIVE_INFINITY : tableau.bijectiveBelow();
    }

    /// Why it cannot be used with layers of that family, in one sentence; empty where it can.
    public Optional<String> unfit(ControlFamily family) {
        var others = "; choose euler, midpoint, heun, rk4 or dopri5";
        return switch (this) {
            case EULER, MIDPOINT, HEUN, RK4, DOPRI5 -> Optional.empty();
            case SYMPLECTIC ->
                family instanceof Hamiltonian
                        ? Optional.empty()
                        : Optional.of("the symplectic integrator is for the Hamiltonian family only, not for "
                                + family.id() + others);
            case EXACT ->
                family instanceof OneNeuron
                        ? Optional.empty()
                        : Optional.of(
                                "exact flows are known for layers of one neuron only, not for " + family.id() + others);
        };
    }

    /// What should be known of it with layers of that family, in one sentence; empty where nothing should.
    public Optional<String> remark(ControlFamily family) {
        return this == EXACT && !ScalarFlow.of(family.activation()).closed()
                ? Optional.of("with σ(u) = " + family.activation().formula()
                        + " the flow of a neuron has no closed form: its scalar equation is solved to 1e-13")
                : Optional.empty();
    }

    /// Whether it can be used with layers of that family.
    public boolean suits(ControlFamily family) {
        return unfit(family).isEmpty();
    }

    /// The integrator that layers of that family have where none is chosen.
    public static Integrator standard(ControlFamily family) {
        return EXACT.suits(family) ? EXACT : SYMPLECTIC.suits(family) ? SYMPLECTIC : EULER;
    }

    /// The integrator of that name.
    ///
    /// Throws: `IllegalArgumentException` that lists the names, when there is none.
    public static Integrator named(String id) {
        for (var integrator : values()) {
            if (integrator.id.equals(id.toLowerCase(Locale.ROOT))) {
                return integrator;
            }
        }
        throw new IllegalArgumentException("there is no integrator '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Integrator::id).collect(Collectors.joining(", ")));
    }
}
