package isotopy.train;

import isotopy.control.Control;
import isotopy.target.Labels;
import isotopy.theory.Basis;
import isotopy.theory.SumFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Sums beside compositions: how the error of classical approximations falls with their number of parameters, and how
/// that of a network does as its depth grows. Immutable; a study that goes on is a new one.
///
/// A target that is given everywhere is laid before the sums everywhere, so that their errors are the least they can
/// have; given pairs are fitted as they are, so many of them at most as [#MOST_PAIRS] says, chosen by the seed.
/// Networks are trained as in the experiment, each from the one that is half
/// as deep, so that on the training points none is worse than the one before. All are measured on the test points, or
/// on the training points where there is no test.
///
/// @param sums for each basis the errors of its fits, from few functions to many
/// @param composed the trained networks, from shallow to deep
/// @param rival the best sum with as many parameters as the experiment's own network, or [#MOST] where that has more,
///     once it is known
/// @param finished whether nothing is to come
/// @param refusal why it ended before it was finished, as a sentence
public record SumStudy(
        List<Sums> sums, List<Composed> composed, Optional<Rival> rival, boolean finished, Optional<String> refusal) {
    /// Sums have so many parameters at most.
    public static final int MOST = 1024;

    /// Of more given pairs than this, a choice is fitted, trained and measured: a fit keeps one number for each
    /// pair and parameter.
    public static final int MOST_PAIRS = 10_000;

    /// Before anything is known.
    public static final SumStudy EMPTY = new SumStudy(List.of(), List.of(), Optional.empty(), false, Optional.empty());

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

    /// How far an approximation with so many parameters misses the points it is measured on.
    ///
    /// Units: those of the values, squared for `meanSquare`.
    public record Miss(int parameters, double meanSquare, double supremum) {
        /// The same in other units, of which `unit` make one of the present.
        public Miss times(double unit) {
            return unit == 1 ? this : new Miss(parameters, unit * unit * meanSquare, unit * supremum);
        }

        /// The root of the mean square.
        public double root() {
            return Math.sqrt(meanSquare);
        }
    }

    /// A trained network of that depth.
    public record Composed(int depth, Control control, Miss miss) {}

    /// A sum to be shown beside the network.
    public record Rival(SumFit fit, Miss miss) {}

    /// Whether there are sums to compare with: for maps of the line and functions of the plane.
    public static boolean suits(Experiment experiment) {
        return experiment.target().outputs() == 1 && !(experiment.target() instanceof Labels);
    }

    /// Makes the study, part by part: each state of it is shown as soon as it is there, and while a network is
    /// trained the last one again and again, until `wanted` declines it. Returns the last one.
    ///
    /// Throws: `IllegalArgumentException` unless [#suits], or when the experiment is an impossible one.
    public static SumStudy of(Experiment experiment, Predicate<SumStudy> wanted) {
        return new SumComparison(experiment, wanted).study();
    }

    /// With one more fit of a basis.
    SumStudy with(Basis basis, Miss miss) {
        var changed = new ArrayList<>(sums);
        for (int k = 0; k < changed.size(); k++) {
            if (changed.get(k).basis() == basis) {
                var misses = new ArrayList<>(changed.get(k).misses());
                misses.add(miss);
                changed.set(k, new Sums(basis, misses));
                return new SumStudy(changed, composed, rival, finished, refusal);
            }
        }
        changed.add(new Sums(basis, List.of(miss)));
        return new SumStudy(changed, composed, rival, finished, refusal);
    }

    /// With one more network.
    SumStudy with(Composed deeper) {
        var changed = new ArrayList<>(composed);
        changed.add(deeper);
        return new SumStudy(sums, changed, rival, finished, refusal);
    }

    SumStudy with(Rival found) {
        return new SumStudy(sums, composed, Optional.of(found), finished, refusal);
    }

    SumStudy done() {
        return new SumStudy(sums, composed, rival, true, refusal);
    }

    /// The same with all errors in other units, of which `unit` make one of the present; what the sums give stays.
    public SumStudy times(double unit) {
        return unit == 1
                ? this
                : new SumStudy(
                        sums.stream()
                                .map(of -> new Sums(
                                        of.basis(),
                                        of.misses().stream()
                                                .map(miss -> miss.times(unit))
                                                .toList()))
                                .toList(),
                        composed.stream()
                                .map(of -> new Composed(
                                        of.depth(), of.control(), of.miss().times(unit)))
                                .toList(),
                        rival.map(of -> new Rival(of.fit(), of.miss().times(unit))),
                        finished,
                        refusal);
    }

    /// What is known so far, and why nothing more comes.
    public SumStudy refused(String sentence) {
        return new SumStudy(sums, composed, rival, finished, Optional.of(sentence));
    }
}
