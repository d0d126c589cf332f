package isotopy.view;

import java.util.Locale;

/// What step findings mean, in sentences. Plain functions.
final class StepWords {
    private StepWords() {}

    /// Whether the network is an equation, and by what one sees it.
    static String verdict(StepFindings found) {
        var folds = found.folds().indices();
        var from = Numbers.percent(found.trained());
        var to = Numbers.percent(found.limit());
        var text = found.equation()
                ? "Yes: solved exactly, the equation misses by " + to + ", the network by " + from
                        + ". Its layers are slices of a flow."
                : "No: the network misses by " + from + ", the equation that it slices by " + to + ". "
                        + (found.limit() > found.trained()
                                ? "It has learnt to use its own steps."
                                : "Its steps are too coarse for the equation.");
        return folds.isEmpty()
                ? text
                : text + (folds.size() == 1 ? " Layer " : " Layers ") + Sentences.layers(folds)
                        + (folds.size() == 1 ? " folds" : " fold") + " space, which no flow does.";
    }

    /// What the solver costs and misses, beside what the model misses.
    static String solver(StepFindings found) {
        var text = new StringBuilder("Solver error ")
                .append(Numbers.percent(found.difference()))
                .append(" of the side");
        found.evaluations()
                .ifPresent(count -> text.append(" · ")
                        .append(
                                count == Math.rint(count)
                                        ? Numbers.count((long) count)
                                        : String.format(Locale.ROOT, "%.1f", count))
                        .append(count == 1 ? " evaluation of f per particle" : " evaluations of f per particle"));
        text.append(". ");
        text.append(
                found.difference() > found.trained()
                        ? "That is more than the model misses by: what was learnt is the network, not the equation."
                        : found.difference() > 0.1 * found.trained()
                                ? "That is a part of what the model misses by: finer steps would change the picture a little."
                                : "That is far less than the model misses by: what is seen of the network holds for the equation.");
        var network = found.snapshot().experiment().network();
        network.integrator()
                .remark(network.family())
                .ifPresent(remark -> text.append(' ').append(Setting.sentence(remark)));
        return text.toString();
    }
}
