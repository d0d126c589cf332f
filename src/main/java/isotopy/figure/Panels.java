package isotopy.figure;

import isotopy.snapshot.FlowSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Several moments side by side as one figure: panels of one scale with shared axes, called (a), (b), (c) and so on,
/// and one list of what their lines and signs are. Immutable.
public record Panels(List<Moment> moments) {
    /// More panels are not told apart on a page.
    public static final int MOST = 26;

    /// A scene at a time t in [0, T], and what is said of it.
    public record Moment(Scene scene, double t, String words) {
        /// A moment of one flow, called by its time.
        public static Moment at(Scene scene, double t) {
            double share = t / scene.particles().horizon();
            var words =
                    share == 0 ? "t = 0" : share == 1 ? "t = T" : String.format(Locale.ROOT, "t = %s T", round(share));
            return new Moment(scene, t, words);
        }

        /// An earlier flow of a run, called by its training step.
        public static Moment after(Scene scene, double t) {
            return new Moment(
                    scene,
                    t,
                    String.format(Locale.ROOT, "step %,d", scene.snapshot().step()));
        }

        private static String round(double share) {
            return String.format(Locale.ROOT, "%.3f", share).replaceFirst("0+$", "");
        }
    }

    /// Throws: `IllegalArgumentException` unless there is a panel, and not too many.
    public Panels {
        moments = List.copyOf(moments);
        if (moments.isEmpty() || moments.size() > MOST) {
            throw new IllegalArgumentException("a strip has 1 … " + MOST + " panels: " + moments.size());
        }
    }

    /// The panels that a strip names: moments of the present flow, or earlier flows of the run at t = T, of those
    /// that were kept the nearest ones.
    ///
    /// Throws: `IllegalArgumentException` with a sentence, when no earlier flow is kept.
    public static Panels of(FlowSnapshot snapshot, Look look, Strip strip) {
        return switch (strip) {
            case Strip.Times(var shares) -> {
                var scene = Scene.of(snapshot, look);
                double horizon = scene.particles().horizon();
                yield new Panels(shares.stream()
                        .map(share -> Moment.at(scene, share == 1 ? horizon : share * horizon))
                        .toList());
            }
            case Strip.Steps(var steps) ->
                new Panels(steps.stream()
                        .map(step -> Scene.of(earlier(snapshot, step), look))
                        .map(scene -> Moment.after(scene, scene.particles().horizon()))
                        .toList());
        };
    }

    private static FlowSnapshot earlier(FlowSnapshot snapshot, long step) {
        var kept = snapshot.checkpoints().kept().stream()
                .filter(moment -> snapshot.experiment().unlike(moment.control()).isEmpty())
                .min(Comparator.comparingLong(moment -> Math.abs(moment.step() - step)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the project keeps no earlier moments of its training; train it with this version, or show"
                                + " times"));
        return Math.abs(snapshot.step() - step) <= Math.abs(kept.step() - step)
                ? snapshot
                : snapshot.with(kept.control(), kept.step());
    }

    /// How high a page of that width is, when the panels stand in one row, or in as few rows as leave them
    /// readable.
    public double height(Look look, double width) {
        return new PanelLayout(this, look, true, width).height();
    }

    /// The figure, on a page of that width and of the height that the panels need.
    public Figure figure(Look look, double width) {
        return figure(look, true, width);
    }

    /// The same, with or without names of the axes.
    public Figure figure(Look look, boolean axisNames, double width) {
        return new PanelLayout(this, look, axisNames, width).figure();
    }
}
