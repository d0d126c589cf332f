package isotopy.train;

import isotopy.control.Control;
import isotopy.theory.Basis;
import isotopy.theory.SumFit;
import java.util.List;
import java.util.Optional;

/// Sums beside compositions: how the error of classical approximations falls with their number of parameters, and how
/// that of a network does as its depth grows. Immutable; a study that goes on is a new one.
///
/// @param sums for each basis the errors of its fits, from few functions to many
/// @param composed the trained networks, from shallow to deep
/// @param rival the best sum with no more parameters than the experiment's own network, once it is known
/// @param finished whether nothing is to come
public record SumStudy(List<Sums> sums, List<Composed> composed, Optional<Rival> rival, boolean finished) {
    /// Before anything is known.
    public static final SumStudy EMPTY = new SumStudy(List.of(), List.of(), Optional.empty(), false);

    public SumStudy {
        sums = List.copyOf(sums);
        composed = List.copyOf(composed);
    }

    /// The errors of one basis.
    public record Sums(Basis basis, List<Miss> misses) {
        public Sums {
            misses = List.copyOf(misses);
        }
    }

    /// How far an approximation with so many parameters misses the test points.
    public record Miss(int parameters, double meanSquare, double supremum) {}

    /// A trained network of that depth.
    public record Composed(int depth, Control control, Miss miss) {}

    /// A sum to be shown beside the network.
    public record Rival(SumFit fit, Miss miss) {}
}
