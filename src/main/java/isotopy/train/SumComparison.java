package isotopy.train;

import isotopy.control.Control;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.theory.Basis;
import isotopy.theory.SumFit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Makes a [SumStudy], the quick parts first. Mutable, for one thread and one study.
final class SumComparison {
    /// What is fitted and trained at first: it is there within a second or so.
    private static final int QUICK = 128;

    private static final int DEEPEST = 32;
    private static final int STEPS = 1500;
    private static final int LOOKS = 50;

    /// Below this share of the values' range an error is rounding, and more functions are not tried.
    private static final double ROUNDING = 1e-12;

    private final Experiment experiment;
    private final Predicate<SumStudy> wanted;
    private final Samples samples;
    private final Points x;
    private final Points y;
    private final Set<Basis> exhausted = EnumSet.noneOf(Basis.class);
    private SumStudy study = SumStudy.EMPTY;
    private boolean going = true;

    SumComparison(Experiment experiment, Predicate<SumStudy> wanted) {
        if (!SumStudy.suits(experiment)) {
            throw new IllegalArgumentException("sums are compared for one number at each point: "
                    + experiment.target().title());
        }
        experiment.requirePossible(1);
        // costs of the way are for the eye; what is compared is how near each comes
        this.experiment = thinned(experiment).withRecipe(experiment.recipe().withPenalties(Penalties.NONE));
        this.wanted = wanted;
        samples = Samples.draw(this.experiment);
        boolean tests = samples.testX().size() > 0;
        x = tests ? samples.testX() : samples.trainX();
        y = tests ? samples.testY() : samples.trainY();
    }

    /// With a choice of the pairs, in their order, where there are more than [SumStudy#MOST_PAIRS].
    private static Experiment thinned(Experiment experiment) {
        if (!(experiment.target() instanceof Correspondence pairs) || pairs.x().size() <= SumStudy.MOST_PAIRS) {
            return experiment;
        }
        var order = new int[pairs.x().size()];
        Samples.permute(order, experiment.random(Experiment.Purpose.COMPARISON, 0));
        var chosen = Arrays.copyOf(order, SumStudy.MOST_PAIRS);
        Arrays.sort(chosen);
        return experiment.withTarget(new Correspondence(
                pairs.title(), pairs.x().select(chosen), pairs.y().select(chosen), pairs.scaling()));
    }

    SumStudy study() {
        for (int parameters = 2; parameters <= QUICK; parameters *= 2) {
            fitAll(parameters);
        }
        rival();
        networks();
        for (int parameters = 2 * QUICK; parameters <= SumStudy.MOST; parameters *= 2) {
            fitAll(parameters);
        }
        if (going) {
            show(study.done());
        }
        return study;
    }

    private void show(SumStudy next) {
        study = next;
        going = going && wanted.test(study);
    }

    private void fitAll(int parameters) {
        for (var basis : Basis.suiting(experiment.target().dimension())) {
            if (going && !exhausted.contains(basis) && isNew(basis, parameters)) {
                fit(basis, parameters).ifPresent(fit -> {
                    var miss = miss(fit);
                    if (miss.root() < ROUNDING * range()) {
                        exhausted.add(basis);
                    }
                    show(Double.isFinite(miss.meanSquare()) ? study.with(basis, miss) : study);
                });
            }
        }
    }

    /// Whether it has other functions than before: a lattice may not grow with each wish.
    private boolean isNew(Basis basis, int parameters) {
        int count = basis.parameters(experiment.target().dimension(), parameters);
        return study.sums().stream()
                .filter(sums -> sums.basis() == basis)
                .allMatch(sums -> sums.misses().getLast().parameters() < count);
    }

    /// The fit, unless there are fewer points than parameters.
    private Optional<SumFit> fit(Basis basis, int parameters) {
        var domain = experiment.sampling().domain();
        int d = experiment.target().dimension();
        return switch (experiment.target()) {
            case LineMap map -> Optional.of(SumFit.to(map::apply, d, basis, parameters, domain));
            case PlaneFunction function -> Optional.of(SumFit.to(function::apply, d, basis, parameters, domain));
            case Correspondence _ ->
                parameters > samples.trainX().size()
                        ? Optional.empty()
                        : Optional.of(
                                SumFit.of(basis, parameters, samples.trainX(), samples.trainY(), around(samples)));
            case PlaneMap _, Labels _ -> Optional.empty();
        };
    }

    /// The least cube around all starts.
    private static Box around(Samples samples) {
        var all = samples.trainX().followedBy(samples.testX());
        var range = IntStream.range(0, all.dimension())
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(all.row(i)))
                .summaryStatistics();
        double low = range.getMin();
        return new Box(low, range.getMax() > low ? range.getMax() : low + 1);
    }

    private SumStudy.Miss miss(SumFit fit) {
        return new SumStudy.Miss(fit.parameters(), fit.meanSquare(x, y), fit.supremum(x, y));
    }

    private double range() {
        var values = DoubleStream.of(y.row(0)).summaryStatistics();
        return values.getMax() - values.getMin();
    }

    /// The best basis with as many functions as the network has parameters; the one that comes nearest is taken.
    private void rival() {
        int most = experiment.target() instanceof Correspondence
                ? Math.min(SumStudy.MOST, samples.trainX().size())
                : SumStudy.MOST;
        int parameters = Math.min(most, experiment.start().parameters());
        for (var basis : Basis.suiting(experiment.target().dimension())) {
            if (going) {
                fit(basis, parameters).ifPresent(fit -> {
                    var miss = miss(fit);
                    boolean better = study.rival()
                            .map(known -> miss.meanSquare() < known.miss().meanSquare())
                            .orElse(Double.isFinite(miss.meanSquare()));
                    show(better ? study.with(new SumStudy.Rival(fit, miss)) : study);
                });
            }
        }
    }

    /// Networks of 1, 2, 4, … layers, each begun where the one before ended.
    private void networks() {
        var control = at(1).start();
        for (int depth = 1; depth <= DEEPEST && going; depth *= 2) {
            control = trained(at(depth), control);
            if (going && at(depth).flow(control).apply(x).finite()) {
                var evaluation = Evaluation.of(at(depth).flow(control), x, y);
                show(study.with(new SumStudy.Composed(
                        depth,
                        control,
                        new SumStudy.Miss(control.parameters(), evaluation.meanSquare(), evaluation.supremum()))));
            }
        }
    }

    private Experiment at(int depth) {
        return experiment
                .withNetwork(experiment.network().withDepth(depth))
                .withRecipe(experiment.recipe().withSteps(STEPS));
    }

    /// The best control on the way, the first one included.
    private Control trained(Experiment deeper, Control from) {
        try (var trainer = new Trainer(deeper, from, 0, 1)) {
            var best = trainer.control();
            double least = trainer.trainEvaluation().meanSquare();
            for (int step = 1; step <= STEPS && going && trainer.advance().isEmpty(); step++) {
                if (step % LOOKS == 0) {
                    double now = trainer.trainEvaluation().meanSquare();
                    if (now < least) {
                        least = now;
                        best = trainer.control();
                    }
                    show(study);
                }
            }
            return best;
        }
    }
}
