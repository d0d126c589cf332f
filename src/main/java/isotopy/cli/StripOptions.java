package isotopy.cli;

import isotopy.export.Finish;
import isotopy.export.Format;
import isotopy.export.Order;
import isotopy.figure.Chart;
import isotopy.figure.Charts;
import isotopy.figure.Look;
import isotopy.figure.Panels;
import isotopy.figure.Scene;
import isotopy.figure.Strip;
import isotopy.project.Project;
import isotopy.snapshot.FlowSnapshot;
import isotopy.train.SumStudy;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `render` that make one picture of several moments, or a chart.
final class StripOptions {
    private static final Set<String> NOT_OF_CHARTS =
            Set.of("--at", "--overlays", "--view", "--camera", "--caption", "--axis-labels");

    @Option(
            names = "--strip",
            paramLabel = "LIST",
            description = "Several moments side by side as one picture, (a), (b), (c) …: times as shares of T, such as"
                    + " 0,0.25,0.5,0.75,1, or training steps, such as steps=0,100,2000 (the nearest that are kept).")
    @Nullable
    String strip;

    @Option(
            names = "--chart",
            paramLabel = "NAME",
            description =
                    "A chart in place of the scene: loss (over the training steps), energy (of the particles, layer by"
                            + " layer) or theory (sums against compositions). As .tikz it is written for PGFPlots, with its"
                            + " data.")
    @Nullable
    String chart;

    /// Whether one of them was given.
    boolean given() {
        return strip != null || chart != null;
    }

    /// Refuses what does not go with them.
    ///
    /// Throws: `Failure` for a wrong call.
    void require(Format format, Given given) {
        if (strip != null && chart != null) {
            throw Failure.wrongCall("--chart " + chart + ": --strip " + strip + " draws the scene; leave one out");
        }
        if (given() && format.moves()) {
            throw Failure.wrongCall((strip != null ? "--strip " + strip : "--chart " + chart)
                    + ": that is one picture and no film; draw a .png, .svg, .pdf or .tikz");
        }
        if (strip != null) {
            var list = strip;
            Refused.by("--strip", () -> Strip.named(list));
            given.refuse(Set.of("--at", "--camera"), "a strip has times of its own and one view for all; leave it out");
        }
        if (chart != null) {
            var name = chart;
            Refused.by("--chart", () -> Charts.named(name));
            given.refuse(NOT_OF_CHARTS, "a chart shows numbers and no scene; leave it out");
        }
    }

    /// The picture that was asked for; empty where none of them was given. A chart of theory takes a while, until
    /// `ending`.
    ///
    /// Throws: `Failure` for a wrong call.
    Optional<Order> order(Project project, Look look, boolean axisNames, Finish finish, BooleanSupplier ending) {
        if (strip != null) {
            var chosen = Strip.named(strip);
            var panels = Refused.by("--strip", () -> Panels.of(project.snapshot(), look, chosen));
            return Optional.of(new Order.Strip(panels, look, axisNames, finish));
        }
        if (chart == null) {
            return Optional.empty();
        }
        var drawn = Refused.by("--chart", () -> chart(Charts.named(String.valueOf(chart)), project, look, ending));
        return Optional.of(new Order.Plot(drawn, look.theme(), finish));
    }

    private static Chart chart(Charts which, Project project, Look look, BooleanSupplier ending) {
        var snapshot = project.snapshot();
        return switch (which) {
            case LOSS -> Charts.loss(snapshot);
            case ENERGY -> Charts.energy(Scene.of(snapshot, look));
            case THEORY -> theory(snapshot, ending);
        };
    }

    private static Chart theory(FlowSnapshot snapshot, BooleanSupplier ending) {
        if (!SumStudy.suits(snapshot.experiment())) {
            throw new IllegalArgumentException("sums are compared with curves and functions, and "
                    + snapshot.experiment().target().title() + " is none; choose loss or energy");
        }
        var study = SumStudy.of(snapshot.experiment(), _ -> !ending.getAsBoolean());
        if (ending.getAsBoolean()) {
            throw Failure.interrupted("stopped; nothing was written");
        }
        return Charts.theory(snapshot, study);
    }
}
