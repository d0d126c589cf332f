package isotopy.cli;

import isotopy.flow.SolverReport;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Labels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a training run came to, in a few lines for people.
final class Summary {
    private Summary() {}

    static List<String> of(FlowSnapshot snapshot, SolverReport solver, TrainingRun run, Path out) {
        var lines = new ArrayList<String>();
        var experiment = snapshot.experiment();
        var network = experiment.network();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s of the family %s%s, %s in %.1f s.",
                experiment.target().title(),
                Numbers.count(network.depth(), "layer"),
                network.family().id(),
                network.family().hasWidth() ? ", width " + network.width() : "",
                Numbers.count(run.taken(), "step"),
                run.seconds()));
        lines.add(experiment.target() instanceof Labels ? accuracy(snapshot, run) : error(snapshot, run));
        lines.add(solving(solver, experiment.sampling().domain().side()));
        lines.add(folding(snapshot));
        lines.add("Saved as " + out + ".");
        return lines;
    }

    private static String error(FlowSnapshot snapshot, TrainingRun run) {
        var evaluation = run.tested() ? snapshot.test() : snapshot.train();
        double supremum = Math.max(snapshot.train().supremum(), snapshot.test().supremum())
                / snapshot.experiment().sampling().domain().side();
        return (run.tested() ? "Test" : "Training") + " error " + Numbers.rough(evaluation.meanSquare())
                + " (mean square); on average a point misses by " + Numbers.rough(100 * snapshot.miss())
                + " % of the square's side, at most by " + Numbers.rough(100 * supremum) + " %.";
    }

    /// The solver's own error beside the model's.
    private static String solving(SolverReport solver, double side) {
        return "The field is evaluated " + times(solver.evaluations())
                + " times a point; the differential equation itself leads on average "
                + Numbers.rough(100 * solver.mean() / side) + " % of the side away from where the network does.";
    }

    private static String times(double value) {
        return value == Math.rint(value) ? Numbers.count((long) value) : Numbers.rough(value);
    }

    private static String accuracy(FlowSnapshot snapshot, TrainingRun run) {
        var evaluation = run.tested() ? snapshot.test() : snapshot.train();
        return "The read-out names the right class of " + Numbers.rough(100 * evaluation.accuracy()) + " % of the "
                + (run.tested() ? "test" : "training") + " points; Brier's score is "
                + Numbers.rough(evaluation.meanSquare()) + ".";
    }

    /// Which layers fold and what that means.
    static String folding(FlowSnapshot snapshot) {
        var folding = snapshot.folds().indices();
        if (folding.isEmpty()) {
            return "No layer folds at any of the points that were looked at.";
        }
        var names = folding.stream().map(layer -> String.valueOf(layer + 1)).collect(Collectors.joining(", "));
        boolean one = folding.size() == 1;
        return folding.size() + " of " + snapshot.control().depth() + " layers " + (one ? "folds" : "fold") + " ("
                + (one ? "layer " : "layers ") + names + "): " + (one ? "it turns" : "they turn")
                + " space over somewhere, which no flow does; --bijective keeps every layer one to one.";
    }
}
