package isotopy.view;

import isotopy.snapshot.Activity;
import isotopy.snapshot.Checkpoints.Checkpoint;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The right side of the window: what the training means. The miss in large type, the loss over the steps, the effort
/// of every layer, what theory says, and the numbers of what was clicked.
///
/// What theory says, whether the network is an equation, and how sums do beside it share one place. Compact, it keeps the number and one
/// section below it, at first the chart; tabs exchange it.
public final class InsightPanel extends VBox {
    /// While training runs, numbers and bars change at most this often, so that they can be read.
    private static final long READABLE = TimeUnit.MILLISECONDS.toNanos(100);

    /// And the chart, whose drawing takes some milliseconds, at most this often.
    private static final long SMOOTH = TimeUnit.MILLISECONDS.toNanos(66);

    /// A part of the panel, its tab while there is room for one part only, whether there is anything to be seen in
    /// it, and whether it is shown where there is room for all.
    private record Section(Node node, ToggleButton tab, BooleanSupplier any, BooleanSupplier roomy) {}

    private final WorkbenchModel model;
    private final MissView miss = new MissView();
    private final ConfusionCard confusion = new ConfusionCard();
    private final LossChart chart = new LossChart();
    private final EffortBars effort;
    private final TheoryCard theory;
    private final StepCard steps;
    private final SumsCard sums;
    private final InspectedCard inspected;
    private final Label effortTop = new Label();
    private final VBox content;
    private final ScrollPane scroll;
    private final FlowPane tabs = new FlowPane();
    private final LowerTabs lower = new LowerTabs(this::arrange);
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton clicked;
    private final ToggleButton theoryTab;
    private final List<Section> sections;
    private boolean compact;
    private long numbersAt;
    private long chartAt;

    public InsightPanel(WorkbenchModel model) {
        this.model = model;
        setId("insight");
        getStyleClass().add("insight");
        effort = new EffortBars(layer -> model.inspect(new Inspected.OneLayer(layer)));
        theory = new TheoryCard(model);
        steps = new StepCard(model);
        inspected = new InspectedCard(model);
        sums = new SumsCard(model);
        clicked = tab("clicked", "Clicked", "Shows the numbers of the clicked particle or layer.");
        theoryTab = tab("theory", "Theory", "Shows what theory says about this family and this target.");
        sections = List.of(
                always("loss", "Loss", "Shows the loss over the training steps.", lossSection()),
                new Section(
                        confusion,
                        tab("classes", "Classes", "Shows which classes are taken for which."),
                        () -> kind() == Kind.LABELS,
                        () -> true),
                always("effort", "Effort", "Shows the size of every layer's parameters.", effortSection()),
                new Section(theory, theoryTab, () -> true, () -> lower.wanted() == LowerTabs.Section.THEORY),
                new Section(
                        steps,
                        tab("steps", "ODE", "Shows whether the network is an ordinary differential equation."),
                        () -> true,
                        () -> lower.wanted() == LowerTabs.Section.STEPS),
                new Section(
                        sums,
                        tab("sums", "Sums", "Shows how Fourier series and other sums do beside the network."),
                        this::summed,
                        () -> lower.wanted() == LowerTabs.Section.SUMS),
                new Section(inspected, clicked, this::inspecting, () -> true));
        tabs.setId("insight-tabs");
        tabs.getStyleClass().add("insight-tabs");
        sections.forEach(section -> tabs.getChildren().add(section.tab()));
        content = new VBox();
        content.getStyleClass().add("insight-content");
        // what was just clicked is looked at now: it stands above what theory says all the time
        content.getChildren()
                .addAll(
                        sections.getFirst().node(),
                        confusion,
                        sections.get(2).node(),
                        inspected,
                        lower,
                        theory,
                        steps,
                        sums);
        scroll = new ScrollPane(content);
        scroll.getStyleClass().add("insight-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(miss, tabs, scroll);
        group.selectToggle(sections.getFirst().tab());
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                group.selectToggle(before);
            } else {
                arrange();
            }
        });
        listen();
        arrange();
        restyle();
        refresh();
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
        return chart;
    }

    /// The table of what was clicked, for tests.
    Facts facts() {
        return inspected.facts();
    }

    private void listen() {
        model.snapshotProperty().addListener((property, before, now) -> followNewest(now));
        model.shownProperty().addListener((property, before, now) -> follow(now));
        model.sceneProperty().addListener((property, before, now) -> {
            miss.show(now);
            inspected.refresh();
        });
        model.experimentProperty().addListener((property, before, now) -> {
            theory.refreshText();
            theory.refreshFolds();
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

    /// Shows a new snapshot: at once when training stands, else as often as eyes can follow.
    private void follow(FlowSnapshot snapshot) {
        if (!isVisible()) {
            return;
        }
        boolean choosing = model.rewind().chosenProperty().get().isPresent();
        long now = System.nanoTime();
        if (!running(snapshot) || choosing || now - numbersAt >= READABLE) {
            numbersAt = now;
            showNumbers(snapshot);
        }
        if (choosing) {
            showChart();
        }
    }

    /// The chart goes on though an earlier flow may be shown.
    private void followNewest(FlowSnapshot newest) {
        long now = System.nanoTime();
        if (isVisible() && (!running(newest) || now - chartAt >= SMOOTH)) {
            chartAt = now;
            showChart();
            if (model.rewind().chosenProperty().get().isPresent()) {
                miss.show(model.shownProperty().get(), newest);
            }
        }
    }

    private static boolean running(FlowSnapshot snapshot) {
        return snapshot.activity() instanceof Activity.Training || snapshot.activity() instanceof Activity.Relaxing;
    }

    private void refresh() {
        showChart();
        showNumbers(model.shownProperty().get());
        miss.show(model.sceneProperty().get());
        followTime();
    }

    private void showChart() {
        chart.show(
                model.snapshotProperty().get(),
                model.rewind().chosenProperty().get().map(Checkpoint::step));
    }

    private void showNumbers(FlowSnapshot snapshot) {
        miss.show(snapshot, model.snapshotProperty().get());
        confusion.show(snapshot);
        effort.show(snapshot.control(), snapshot.folds());
        effortTop.setText("0 … " + Numbers.measure(effort.top()));
        theory.refreshFolds();
        inspected.refresh();
        warn();
    }

    private void followTime() {
        var control = model.shownProperty().get().control();
        effort.setCurrent(control.layerAt(model.playback().shareProperty().get() * control.horizon()));
        if (model.inspectedProperty().get() instanceof Inspected.Particle) {
            inspected.refresh();
        }
    }

    private void showInspected(Inspected what) {
        boolean any = !(what instanceof Inspected.Nothing);
        inspected.refresh();
        if (any) {
            group.selectToggle(clicked);
        } else if (clicked.isSelected()) {
            group.selectToggle(sections.getFirst().tab());
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

    private boolean inspecting() {
        return !(model.inspectedProperty().get() instanceof Inspected.Nothing);
    }

    private void arrange() {
        show(tabs, compact);
        show(lower, !compact);
        lower.offerSums(summed());
        for (var section : sections) {
            boolean any = section.any().getAsBoolean();
            show(section.tab(), any);
            if (!any && section.tab().isSelected()) {
                group.selectToggle(sections.getFirst().tab());
            }
            show(section.node(), any && (compact ? section.tab().isSelected() : section.roomy().getAsBoolean()));
        }
    }

    private void warn() {
        lower.warn(theory.warns());
        theoryTab.setGraphic(theory.warns() ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
    }

    private void restyle() {
        var theme = model.lookProperty().get().theme();
        chart.setTheme(theme);
        effort.setTheme(theme);
        steps.setTheme(theme);
        sums.setTheme(theme);
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private VBox lossSection() {
        var heading = Tips.on(
                new Label("LOSS"),
                "The mean square error over the training steps, on a logarithmic axis, in squared coordinates.");
        heading.getStyleClass().add("heading");
        var section = new VBox(heading, chart, new LossLegend());
        section.setId("insight-loss");
        section.getStyleClass().add("section");
        chart.setMinHeight(130);
        chart.setPrefHeight(190);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(section, Priority.ALWAYS);
        return section;
    }

    private VBox effortSection() {
        var heading = Tips.on(
                new Label("EFFORT PER LAYER ‖θₖ‖"),
                "The length of every layer's parameter vector, no unit; ✕ marks layers that fold. Click a bar for its numbers.");
        heading.getStyleClass().add("heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        effortTop.getStyleClass().addAll("quiet", "small");
        var section = new VBox(new HBox(heading, effortTop), effort);
        section.setId("insight-effort-section");
        section.getStyleClass().add("section");
        return section;
    }

    private Section always(String id, String text, String explanation, Node node) {
        return new Section(node, tab(id, text, explanation), () -> true, () -> true);
    }

    private ToggleButton tab(String id, String text, String explanation) {
        var button = Tips.on(new ToggleButton(text), explanation);
        button.setId("insight-tab-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        return button;
    }
}
