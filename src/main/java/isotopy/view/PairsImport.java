package isotopy.view;

import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.project.PointsCsv;
import isotopy.project.PointsException;
import isotopy.target.Correspondence;
import isotopy.target.Labels;
import isotopy.target.LineMap;
import isotopy.target.PlaneFunction;
import isotopy.target.PlaneMap;
import isotopy.target.TargetMap;
import java.nio.file.Path;
import java.util.List;

/// Pairs, or points with classes, from a table as the target of the window.
final class PairsImport {
    private PairsImport() {}

    /// Reads the table in the background and makes what it holds the target. A bad row is told of by its line, with
    /// the
    /// offer to leave such rows out.
    static void start(WorkbenchModel model, Tasks tasks, Path table, boolean skipBadRows) {
        tasks.run(
                () -> PointsCsv.readExamples(table, skipBadRows),
                examples -> use(model, examples),
                problem -> tell(model, tasks, table, problem));
    }

    private static void use(WorkbenchModel model, PointsCsv.Examples examples) {
        var target = examples.target();
        var starts = starts(target);
        var kind = target instanceof Labels ? "points with classes" : "pairs";
        model.dismissNotice();
        model.edit(
                Choices.capital(kind) + " from " + target.title(),
                now -> Fitting.with(now, target)
                        .withSampling(
                                now.sampling().withDomain(domain(now.sampling().domain(), starts))));
        if (examples.skipped() > 0) {
            model.tell(Notice.of(
                    Notice.Kind.WARNING,
                    starts.size() + " " + kind + " were read and " + examples.skipped()
                            + (examples.skipped() == 1 ? " bad row" : " bad rows")
                            + " left out, the first because of this: " + examples.firstSkipped()));
        }
    }

    private static Points starts(TargetMap target) {
        return switch (target) {
            case Correspondence pairs -> pairs.x();
            case Labels labels -> labels.x();
            case PlaneMap _, LineMap _, PlaneFunction _ ->
                throw new IllegalArgumentException("a table holds no map: " + target.title());
        };
    }

    private static void tell(WorkbenchModel model, Tasks tasks, Path table, Exception problem) {
        var sentence = String.valueOf(problem.getMessage());
        boolean row = problem instanceof PointsException wrong && wrong.row();
        model.tell(
                row
                        ? new Notice(
                                Notice.Kind.ERROR,
                                sentence,
                                List.of(new Notice.Offer("Leave bad rows out", () -> start(model, tasks, table, true))))
                        : Notice.of(Notice.Kind.ERROR, sentence));
    }

    /// The present square where all starts lie in it, else the smallest one around them, with a little room.
    static Box domain(Box present, Points starts) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < starts.dimension(); i++) {
            for (double x : starts.row(i)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        if (low >= present.low() && high <= present.high() && high - low > 0.1 * present.side()) {
            return present;
        }
        double side = Math.max(high - low, 1e-6 * Math.max(1, Math.abs(high)));
        double digit = Math.pow(10, Math.floor(Math.log10(side)) - 1); // two digits will do
        return new Box(
                Math.floor((low - 0.02 * side) / digit) * digit, Math.ceil((high + 0.02 * side) / digit) * digit);
    }
}
