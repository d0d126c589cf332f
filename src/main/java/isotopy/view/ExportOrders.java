package isotopy.view;

import isotopy.cli.RenderText;
import isotopy.export.Order;
import isotopy.figure.Chart;
import isotopy.figure.Charts;
import isotopy.figure.Course;
import isotopy.figure.Look;
import isotopy.figure.Panels;
import isotopy.figure.Reel;
import isotopy.figure.Scene;
import isotopy.project.Project;
import isotopy.project.Provenance;
import isotopy.train.Experiment;
import isotopy.train.SumStudy;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes orders of what was chosen, in the background: paths of other particles than those of the window, earlier
/// moments and studies take a while. The last ones are kept.
final class ExportOrders {
    /// What is exported: the scene of the window and how it looks at it.
    record Subject(Scene scene, Look look) {}

    private @Nullable Scene traced;
    private @Nullable Look tracedLook;
    private @Nullable Experiment studied;
    private SumStudy study = SumStudy.EMPTY;

    /// The order, without a word of what makes it.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when there is no such picture.
    Order order(ExportChoices choices, Subject subject) {
        var look = choices.dress().over(subject.look());
        var finish = choices.finish();
        return switch (choices.kind()) {
            case PICTURE -> {
                var scene = scene(subject, look);
                double t = choices.moment() == 1
                        ? scene.particles().horizon()
                        : choices.moment() * scene.particles().horizon();
                yield new Order.Still(scene, look, t, choices.board().manner().withFollows(true), finish);
            }
            case STRIP ->
                new Order.Strip(
                        Panels.of(subject.scene().snapshot(), look, choices.strip()),
                        look,
                        choices.board().axisNames(),
                        finish);
            case FILM ->
                new Order.Moving(
                        reel(choices, subject, look),
                        choices.pace().rate(),
                        choices.pace().seconds(),
                        finish);
            case PAGE -> new Order.Page(scene(subject, look), look, finish);
            case CHART -> new Order.Plot(chart(choices.chart(), subject), look.theme(), finish);
            case DATA -> throw new IllegalArgumentException("data is not drawn");
        };
    }

    private Reel reel(ExportChoices choices, Subject subject, Look look) {
        var board = choices.board();
        return board.course() instanceof Course.Number
                ? new Reel(subject.scene().snapshot(), look, board) // no scene of it is there
                : Reel.of(scene(subject, board.dressed(look)), look, board);
    }

    /// The line that does the same with the project in that file.
    String line(ExportChoices choices, Order order, Look window, Path project, Path out) {
        var text = new RenderText(project, out, window, choices.marked());
        return switch (order) {
            case Order.Still still -> text.still(still);
            case Order.Strip strip -> text.strip(strip, choices.strip());
            case Order.Plot plot -> text.plot(plot, choices.chart());
            case Order.Page page -> text.page(page);
            case Order.Moving moving -> text.moving(moving);
        };
    }

    /// The same order, that says what made it.
    static Order marked(Order order, Optional<Provenance> provenance) {
        return switch (order) {
            case Order.Still o ->
                new Order.Still(
                        o.scene(), o.look(), o.t(), o.manner(), o.finish().withProvenance(provenance));
            case Order.Strip o ->
                new Order.Strip(o.panels(), o.look(), o.axisNames(), o.finish().withProvenance(provenance));
            case Order.Plot o -> new Order.Plot(o.chart(), o.theme(), o.finish().withProvenance(provenance));
            case Order.Page o -> new Order.Page(o.scene(), o.look(), o.finish().withProvenance(provenance));
            case Order.Moving o ->
                new Order.Moving(o.reel(), o.rate(), o.seconds(), o.finish().withProvenance(provenance));
        };
    }

    /// The project that such a file carries.
    static Project carried(Project project, ExportChoices choices) {
        return project.withLook(choices.dress().over(project.look())).withStoryboard(choices.board());
    }

    private synchronized Scene scene(Subject subject, Look look) {
        var shown = subject.scene();
        if (look.samePaths(subject.look())) {
            return shown;
        }
        var kept = traced;
        if (kept == null || kept.snapshot() != shown.snapshot() || tracedLook == null || !look.samePaths(tracedLook)) {
            kept = Scene.of(shown.snapshot(), look);
            traced = kept;
            tracedLook = look;
        }
        return kept;
    }

    private Chart chart(Charts which, Subject subject) {
        var snapshot = subject.scene().snapshot();
        return switch (which) {
            case LOSS -> Charts.loss(snapshot);
            case ENERGY -> Charts.energy(subject.scene());
            case THEORY -> {
                if (!SumStudy.suits(snapshot.experiment())) {
                    throw new IllegalArgumentException("sums are compared with curves and functions, and "
                            + snapshot.experiment().target().title() + " is neither; choose Loss or Energy");
                }
                yield Charts.theory(snapshot, study(snapshot.experiment()));
            }
        };
    }

    private synchronized SumStudy study(Experiment experiment) {
        if (!experiment.equals(studied)) {
            study = SumStudies.study(experiment, _ -> true);
            studied = experiment;
        }
        return study;
    }
}
