package isotopy.view;

import isotopy.figure.Theme;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Kind;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The right side of the window: what the training means. The miss in large type, the loss over the steps, the effort
/// of every layer, what theory says, and the numbers of what was clicked.
///
/// What theory says, whether the network is an equation, and how sums do beside it share one place. Compact, it keeps
/// the number and one section below it, at first the chart; tabs exchange it.
public final class InsightPanel extends VBox {
    /// While training runs the chart, whose drawing takes some milliseconds, at most this often.
    private static final long SMOOTH = TimeUnit.MILLISECONDS.toNanos(66);

    private final WorkbenchModel model;
    private final MissView miss = new MissView();
    private final ConfusionCard confusion = new ConfusionCard();
    private final LossCard loss = new LossCard();
    private final EffortCard effort;
    private final TheoryCard theory;
    private final StepCard steps;
    private final SumsCard sums;
    private final InspectedCard inspected;
    private final ScrollPane scroll;
    private final InsightTabs tabs = new InsightTabs(this::arrange);
    private final LowerTabs lower = new LowerTabs(this::arrange);
    private final ToggleButton clicked;
    private final ToggleButton theoryTab;
    private boolean compact;
    private long chartAt;

    public InsightPanel(WorkbenchModel model) {
        this.model = model;
        setId("insight");
        getStyleClass().add("insight");
        effort = new EffortCard(layer -> model.inspect(new Inspected.OneLayer(layer)));
        theory = new TheoryCard(model);
        steps = new StepCard(model);
        sums = new SumsCard(model);
        inspected = new InspectedCard(model);
        tabs.add(loss, "loss", "Loss", "Shows the loss over the training steps.", () -> true, this::charting);
        tabs.add(
                confusion,
                "classes",
                "Classes",
                "Shows which classes are taken for which.",
                () -> kind() == Kind.LABELS,
                () -> true);
        tabs.add(effort, "effort", "Effort", "Shows the size of every layer's parameters.", () -> true, this::charting);
        theoryTab = lower(
                theory,
                LowerTabs.Section.THEORY,
                "Theory",
                "Shows what theory says about this family and this target.",
                () -> true);
        lower(
                steps,
                LowerTabs.Section.STEPS,
                "ODE",
                "Shows whether the network is an ordinary differential equation.",
                () -> true);
        lower(
                sums,
                LowerTabs.Section.SUMS,
                "Sums",
                "Shows how Fourier series and other sums do beside the network.",
                this::summed);
        clicked = tabs.add(
                inspected,
                "clicked",
                "Clicked",
                "Shows the numbers of the clicked particle or layer.",
                this::inspecting,
                () -> true);
        // what was just clicked is looked at now: it stands above what theory says all the time
        var content = new VBox(loss, confusion, effort, inspected, lower, theory, steps, sums);
        content.getStyleClass().add("insight-content");
        VBox.setVgrow(sums, Priority.ALWAYS);
        scroll = new ScrollPane(content);
        scroll.getStyleClass().add("insight-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(miss, theory.ways(), tabs, scroll);
        tabs.selectFirst();
        listen();
        arrange();
        restyle();
        refresh();
    }

    /// A part of the place below the charts.
    private ToggleButton lower(
            Node node, LowerTabs.Section section, String text, String explanation, BooleanSupplier any) {
        var id = section.name().toLowerCase(Locale.ROOT);
        return tabs.add(node, id, text, explanation, any, () -> lower.wanted() == section);
    }

    /// Loads what charts are drawn with, some tenths of a second of work, so that building the panel later is
    /// quick. On any thread.
    public static void warmUp() {
        LossChart.warmUp();
    }

    /// Compact, for low windows: the number and one section at a time.
    public void setCompact(boolean wanted) {
        if (wanted != compact) {
            compact = wanted;
            arrange();
        }
    }

    /// Folds the whole panel away, for narrow windows, or brings it back.
    public void setFolded(boolean folded) {
        setVisible(!folded);
        setManaged(!folded);
        if (!folded) {
            refresh();
        }
    }

    /// The chart, for tests.
    LossChart chart() {
        return loss.chart();
    }

    /// The table of what was clicked, for tests.
    Facts facts() {
        return inspected.facts();
    }

    private void listen() {
        model.snapshotProperty().addListener((property, before, now) -> followNewest(now));
        model.readableProperty().addListener((property, before, now) -> follow(now));
        model.sceneProperty().addListener((property, before, now) -> {
            miss.show(now);
            inspected.refresh();
        });
        model.experimentProperty().addListener((property, before, now) -> {
            theory.refreshText();
            theory.refreshFolds();
            warn();
            if (before.target().kind() != now.target().kind()) {
                arrange();
            }
        });
        model.obstructionProperty().addListener((property, before, now) -> {
            theory.refreshText();
            theory.refreshFolds();
            warn();
        });
        model.lookProperty().addListener((property, before, now) -> {
            if (before.theme() != now.theme()) {
                restyle();
            }
        });
        model.inspectedProperty().addListener((property, before, now) -> showInspected(now));
        model.playback().shareProperty().addListener((property, before, now) -> followTime());
    }

    /// Shows the numbers of another moment.
    private void follow(FlowSnapshot snapshot) {
        if (!isVisible()) {
            return;
        }
        showNumbers(snapshot);
        if (model.rewind().chosenProperty().get().isPresent()) {
            showChart();
        }
    }

    /// The chart goes on though an earlier flow may be shown.
    private void followNewest(FlowSnapshot newest) {
        long now = System.nanoTime();
        if (isVisible() && (!Readable.running(newest) || now - chartAt >= SMOOTH)) {
            chartAt = now;
            showChart();
            if (model.rewind().chosenProperty().get().isPresent()) {
                miss.show(model.readableProperty().get(), newest);
            }
        }
    }

    private void refresh() {
        showChart();
        showNumbers(model.readableProperty().get());
        miss.show(model.sceneProperty().get());
        followTime();
    }

    private void showChart() {
        loss.chart()
                .show(
                        model.snapshotProperty().get(),
                        model.rewind().chosenProperty().get().map(Checkpoint::step));
    }

    private void showNumbers(FlowSnapshot snapshot) {
        miss.show(snapshot, model.snapshotProperty().get());
        confusion.show(snapshot);
        effort.show(snapshot);
        theory.refreshFolds();
        inspected.refresh();
        warn();
    }

    private void followTime() {
        effort.followTime(
                model.shownProperty().get(), model.playback().shareProperty().get());
        if (model.inspectedProperty().get() instanceof Inspected.Particle) {
            inspected.refresh();
        }
    }

    private void showInspected(Inspected what) {
        boolean any = !(what instanceof Inspected.Nothing);
        inspected.refresh();
        if (any) {
            tabs.select(clicked);
        } else if (clicked.isSelected()) {
            tabs.selectFirst();
        }
        arrange();
        if (any && !compact) {
            layout();
            scroll.setVvalue(1);
        }
    }

    private Kind kind() {
        return model.experimentProperty().get().target().kind();
    }

    /// Whether the target is one that sums approximate too.
    private boolean summed() {
        return kind() == Kind.LINE || kind() == Kind.FUNCTION;
    }

    /// Whether loss and effort stand above the lower sections: sums have a chart and pictures of their own, which
    /// are looked at together.
    private boolean charting() {
        return lower.wanted() != LowerTabs.Section.SUMS;
    }

    private boolean inspecting() {
        return !(model.inspectedProperty().get() instanceof Inspected.Nothing);
    }

    private void arrange() {
        StageTheme.show(lower, !compact);
        lower.offerSums(summed());
        tabs.arrange(compact);
    }

    private void warn() {
        lower.warn(theory.warns());
        theoryTab.setGraphic(theory.warns() ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
    }

    private void restyle() {
        var theme = model.lookProperty().get().theme();
        lower.arrange(theme == Theme.PROJECTOR);
        loss.chart().setTheme(theme);
        effort.setTheme(theme);
        steps.setTheme(theme);
        sums.setTheme(theme);
    }
}
