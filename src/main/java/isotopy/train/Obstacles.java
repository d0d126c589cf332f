package isotopy.train;

import isotopy.control.Control;
import isotopy.control.Readout;
import isotopy.control.Reshaping;
import isotopy.target.Labels;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What stands in the way of an experiment before any step is taken, each as a sentence that says what to change.
final class Obstacles {
    /// The share of the program's memory that training may take.
    private static final double SHARE = 0.75;

    private Obstacles() {}

    /// The first reason why that many threads cannot train the experiment.
    static Optional<String> of(Experiment experiment, int threads) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> experiment.network().family().unfit(experiment.stateDimension()),
                        () -> experiment
                                .network()
                                .integrator()
                                .unfit(experiment.network().family()),
                        () -> loss(experiment),
                        () -> Undefined.soon(experiment)
                                .map(found ->
                                        "“" + experiment.target().title() + "” " + found.words() + "."),
                        () -> memory(
                                experiment,
                                threads,
                                SHARE * Runtime.getRuntime().maxMemory()))
                .flatMap(reason -> reason.get().stream())
                .findFirst();
    }

    private static Optional<String> loss(Experiment experiment) {
        var loss = experiment.recipe().loss();
        var title = experiment.target().title();
        boolean classes = experiment.target() instanceof Labels;
        boolean scores = loss instanceof Loss.CrossEntropy;
        if (classes && !scores) {
            return Optional.of("The loss " + loss.id() + " measures a distance, and “" + title
                    + "” has classes: choose the loss cross-entropy.");
        }
        if (!classes && scores) {
            return Optional.of("The loss cross-entropy needs classes, and “" + title
                    + "” has none: choose the loss mse or huber.");
        }
        return Optional.empty();
    }

    /// Why so many bytes are not enough.
    static Optional<String> memory(Experiment experiment, int threads, double limit) {
        var need = Footprint.of(experiment, threads);
        return need.bytes() <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "A network of %,d parameters needs about %.1f GB to be trained, and %.1f GB may be used: choose a"
                                + " smaller width (%d) or depth (%d).",
                        need.parameters(),
                        need.bytes() / 1e9,
                        limit / 1e9,
                        experiment.network().width(),
                        experiment.network().depth()));
    }

    /// What keeps a control from being brought to the shape of the experiment.
    static Optional<String> between(Experiment experiment, Control control) {
        var family = experiment.network().family();
        if (!control.family().equals(family)) {
            return Optional.of(
                    "the control is of the family " + control.family().id() + ", the experiment of " + family.id());
        }
        if (control.inputs() != experiment.target().dimension()) {
            return Optional.of("the control acts on points with " + control.inputs()
                    + " coordinates, the experiment on points with "
                    + experiment.target().dimension());
        }
        int augment = experiment.network().augment();
        if (control.augment() != augment && augmented(experiment, control).isEmpty()) {
            return Optional.of("the control has " + control.augment() + " extra coordinates, the experiment has "
                    + augment + ", and layers of the family " + family.id() + " cannot take them up");
        }
        int classes =
                experiment.target() instanceof Labels labels ? labels.names().size() : 0;
        int scores =
                control.readout().filter(Readout::scores).map(Readout::outputs).orElse(0);
        if (classes != scores) {
            return Optional.of("the control tells " + scores + " classes apart, the experiment has " + classes);
        }
        int outputs = control.readout().map(Readout::outputs).orElse(control.inputs());
        return outputs == experiment.target().outputs()
                ? Optional.empty()
                : Optional.of("the control gives " + outputs + (outputs == 1 ? " number" : " numbers")
                        + " for a point, the experiment asks for "
                        + experiment.target().outputs());
    }

    /// Only whether there is one matters: which random numbers it has does not.
    private static Optional<Reshaping> augmented(Experiment experiment, Control control) {
        return Reshaping.augmented(
                control,
                experiment.network().augment(),
                experiment.sampling().domain(),
                experiment.random(Experiment.Purpose.READOUT, 0));
    }
}
