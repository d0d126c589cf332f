package isotopy.view;

import isotopy.figure.Comparison;
import isotopy.figure.Illustrator;
import isotopy.figure.Theme;
import isotopy.train.SumStudy;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// *Against sums*: how the error of Fourier series and other sums falls with their number of parameters, beside that of
/// the network as it gets deeper, and pictures of both.
final class SumsCard extends VBox {
    private static final String COMPOSES = "A network composes where sums add.";

    /// A mean square below this is rounding.
    private static final double EXACT = 1e-24;

    /// From this width on the names in the picture are written out.
    private static final double WIDE = 420;

    private final WorkbenchModel model;
    private final SumChart chart = new SumChart();
    private final FlowPane legend = new FlowPane();
    private final StageSurface surface = new StageSurface();
    private final Pane picture = new Pane(surface);
    private final Label words = label("insight-sums-words");
    private final Label state = label("insight-sums-state", "quiet", "small");
    private Theme theme = Theme.LIGHT;
    private SumFindings shown = SumFindings.NOTHING;

    /// The card in the panel, from which a window with the same opens.
    SumsCard(WorkbenchModel model) {
        this(model, new SumsWindow(model));
    }

    private SumsCard(WorkbenchModel model, SumsWindow window) {
        this(model, "insight-sums");
        var larger = StageTheme.described(
                new Button(null, new FontIcon(Feather.MAXIMIZE_2)),
                "insight-sums-larger",
                "Shows the chart and the pictures in a window of their own.");
        larger.getStyleClass().add("icon-button");
        larger.setOnAction(event -> window.show(this));
        chart.setOnMouseClicked(event -> window.show(this));
        picture.setOnMouseClicked(event -> window.show(this));
        var heading = new Label("AGAINST SUMS");
        heading.getStyleClass().add("heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var head = new HBox(heading, larger);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addFirst(head);
    }

    private SumsCard(WorkbenchModel model, String id) {
        super(6);
        this.model = model;
        setId(id);
        getStyleClass().add("section");
        setMinHeight(Region.USE_PREF_SIZE);
        var composes = label(id + "-sentence");
        composes.setText(COMPOSES);
        Tips.on(
                composes,
                "A sum adds fixed functions, each with one number; a network carries the result of one layer into the next, so"
                        + " that its functions are made for the target. Compare how fast the errors fall.");
        Tips.on(
                chart,
                "The mean square error on the test points, in squared units of the values, against the number of parameters;"
                        + " both axes are logarithmic. Sums are fitted to the target everywhere, networks to the training"
                        + " points.");
        Tips.on(
                picture,
                "The target (pale), the best sum with as many parameters as the network, and the network itself.");
        picture.getStyleClass().add("sum-picture");
        legend.getStyleClass().add("sum-legend");
        getChildren().addAll(composes, chart, legend, state, picture, words);
        VBox.setVgrow(chart, Priority.ALWAYS);
        picture.widthProperty().addListener((property, before, now) -> paint());
        picture.heightProperty().addListener((property, before, now) -> paint());
        model.sums().foundProperty().subscribe(this::show);
        setTheme(model.lookProperty().get().theme());
        followSight();
    }

    /// The same in a window of its own.
    static SumsCard large(WorkbenchModel model) {
        return new SumsCard(model, "sums-large");
    }

    /// Asked for only while it is seen.
    private void followSight() {
        boolean[] watching = {false};
        Runnable follow = () -> {
            boolean seen = isVisible() && getScene() != null;
            if (seen != watching[0]) {
                watching[0] = seen;
                model.sums().watch(seen);
            }
        };
        visibleProperty().subscribe(follow);
        sceneProperty().subscribe(follow);
    }

    void setTheme(Theme changed) {
        theme = changed;
        chart.setTheme(theme);
        show(shown);
    }

    /// The chart, for tests.
    SumChart chart() {
        return chart;
    }

    private void show(SumFindings found) {
        shown = found;
        chart.show(found.study(), found.network());
        legend.getChildren().clear();
        found.study().sums().forEach(sums -> {
            var line = new Line(0, 0, 22, 0);
            line.setStroke(SumChart.colour(sums.basis(), theme));
            line.setStrokeWidth(1.8);
            for (float dash : SumChart.dashes(sums.basis())) {
                line.getStrokeDashArray().add((double) dash);
            }
            legend.getChildren().add(entry(sums.basis().title(), sums.basis().sentence(), line));
        });
        var line = new Line(0, 0, 22, 0);
        line.setStroke(Ink.of(theme).accent());
        line.setStrokeWidth(3.5);
        legend.getChildren()
                .add(entry(
                        "composed",
                        "Networks of the present family and width, trained with 1, 2, 4, … layers; the ring is the present one.",
                        line));
        state.setText(state(found.study()));
        words.setText(words(found));
        StageTheme.show(words, !words.getText().isEmpty());
        StageTheme.show(picture, found.picture().isPresent());
        paint();
    }

    private static Label entry(String name, String sentence, Line line) {
        var label = Tips.on(new Label(name), sentence);
        label.setGraphic(line);
        label.getStyleClass().addAll("quiet", "small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// The axes, and how far the study has come, or why it comes no further.
    static String state(SumStudy study) {
        var axes = "mean square error ↑ · parameters →";
        if (study.refusal().isPresent()) {
            return axes + " · " + study.refusal().get();
        }
        if (study.finished()) {
            return axes;
        }
        int deepest =
                study.composed().isEmpty() ? 0 : study.composed().getLast().depth();
        return axes + " · "
                + (study.sums().isEmpty()
                        ? "being computed …"
                        : deepest == 0
                                ? "networks are being trained …"
                                : "trained up to " + deepest + (deepest == 1 ? " layer …" : " layers …"));
    }

    /// Both approximants in numbers.
    static String words(SumFindings found) {
        return found.study()
                .rival()
                .flatMap(rival -> found.network().map(network -> words(rival, network)))
                .orElse("");
    }

    private static String words(SumStudy.Rival rival, SumStudy.Miss network) {
        if (rival.miss().meanSquare() < EXACT) {
            return "Best sum: " + rival.fit().basis().title() + " with "
                    + Numbers.count(rival.miss().parameters())
                    + " parameters, exact but for rounding. This network: " + Numbers.count(network.parameters())
                    + " parameters, mean square " + Numbers.measure(network.meanSquare()) + ".";
        }
        double factor = rival.miss().meanSquare() / Math.max(Double.MIN_NORMAL, network.meanSquare());
        var compared = factor > 1.05
                ? "the sum's is " + Numbers.measure(factor) + " times as large"
                : factor < 0.95
                        ? "the network's is " + Numbers.measure(1 / factor) + " times as large"
                        : "both are alike";
        return "Best sum: " + rival.fit().basis().title() + " with "
                + Numbers.count(rival.miss().parameters())
                + " parameters, mean square " + Numbers.measure(rival.miss().meanSquare()) + ". This network: "
                + Numbers.count(network.parameters()) + " parameters, " + Numbers.measure(network.meanSquare()) + "; "
                + compared + ".";
    }

    private void paint() {
        Optional<Comparison> comparison = shown.picture();
        double width = Math.floor(picture.getWidth());
        double height = Math.floor(picture.getHeight());
        if (comparison.isPresent() && width > 40 && height > 40) {
            var drawn = width < WIDE ? brief(comparison.get()) : comparison.get();
            surface.paint(Illustrator.comparison(drawn, theme, width, height), 1, 2, false);
        }
    }

    /// With the first word of the sum's name, where there is no room for more.
    private static Comparison brief(Comparison whole) {
        var name = whole.sumName();
        int end = name.indexOf(' ');
        return new Comparison(
                whole.target(),
                whole.domain(),
                end < 0 ? name : name.substring(0, end),
                whole.sum(),
                whole.composedName(),
                whole.composed());
    }

    private static Label label(String id, String... classes) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
