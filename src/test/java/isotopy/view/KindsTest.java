package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.ControlFamily;
import isotopy.figure.Look;
import isotopy.figure.Projection;
import isotopy.figure.Theme;
import isotopy.flow.Folds;
import isotopy.math.Box;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.FunctionPreset;
import isotopy.target.Kind;
import isotopy.target.LabelPreset;
import isotopy.target.Labels;
import isotopy.target.LinePreset;
import isotopy.target.Preset;
import isotopy.target.TypedCurve;
import isotopy.target.TypedFunction;
import isotopy.target.TypedMap;
import isotopy.train.Evaluation;
import isotopy.train.Experiment;
import isotopy.train.Loss;
import isotopy.train.Network;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The four kinds of problem in the panels: going from one to the other and back, what each offers, and that nothing is
/// clipped in any.
class KindsTest {
    private static FlowSnapshot start;
    private static WorkbenchModel model;
    private static Scene panel;
    private static Kinds kinds;

    @BeforeAll
    static void open() {
        model = Panels.model();
        start = model.snapshotProperty().get();
        panel = Fx.on(
                () -> Panels.scene(new ExperimentPanel(model, Panels.gallery(model), () -> {}), Theme.LIGHT, 280, 530));
    }

    @BeforeEach
    void reset() {
        Fx.run(() -> {
            model.show(start, Look.standard(Box.UNIT), false);
            kinds = new Kinds(model);
        });
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static Experiment now() {
        return model.experimentProperty().get();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "PLANE")
    void aKindIsGoneToAndOneUndoComesBack(Kind kind) {
        Fx.run(() -> {
            var before = now();
            kinds.choose(kind);
            assertThat(now().target().kind()).isEqualTo(kind);
            assertThat(now().sampling().domain()).isEqualTo(now().target().home());
            assertThat(now().recipe().loss() instanceof Loss.CrossEntropy).isEqualTo(kind == Kind.LABELS);
            assertThat(Experiment.obstacle(now())).isEmpty();
            model.undo();
            assertThat(now()).isEqualTo(before);
            model.redo();
            assertThat(now().target().kind()).isEqualTo(kind);
        });
    }

    @Test
    void theFlowThatWasLearntComesBackWithItsKind() {
        var trained = Fx.trained(Experiment.standard(Preset.SHEAR), 20);
        Fx.run(() -> {
            model.show(trained, Look.standard(Box.UNIT), false);
            kinds.choose(Kind.LINE);
        });
        Fx.await(
                model,
                () -> model.snapshotProperty().get().experiment().target() == LinePreset.WAVE
                        && model.snapshotProperty().get().step() == 0);
        Fx.run(model::undo);
        Fx.await(model, () -> model.snapshotProperty().get().step() == 20);
        assertThat(Fx.on(() -> model.snapshotProperty().get().control())).isEqualTo(trained.control());
    }

    @Test
    void aKindIsComeBackToWhereItWasLeft() {
        Fx.run(() -> {
            kinds.choose(Kind.LINE);
            Targets.choose(model, LinePreset.SINE);
            model.edit("Domain", now -> now.withSampling(now.sampling().withDomain(new Box(-2, 3))));
            kinds.choose(Kind.PLANE);
            assertThat(now().target()).isEqualTo(Preset.SWIRL);
            assertThat(now().sampling().domain()).isEqualTo(Box.UNIT);
            kinds.choose(Kind.LINE);
            assertThat(now().target()).isEqualTo(LinePreset.SINE);
            assertThat(now().sampling().domain()).isEqualTo(new Box(-2, 3));
        });
    }

    @Test
    void whatWasAddedForOneKindStaysWithIt() {
        var own = Panels.model();
        Fx.run(() -> {
            var chooser = new Kinds(own);
            chooser.choose(Kind.LABELS);
            own.edit(
                    "Add a coordinate",
                    now -> now.withNetwork(now.network().withAugment(1).withTerminal(true)));
            own.changeLook(look -> look.withProjection(Projection.SPACE));
            chooser.choose(Kind.LINE);
            assertThat(network(own).augment()).isZero();
            assertThat(network(own).terminal()).isFalse();
            assertThat(own.lookProperty().get().projection()).isEqualTo(Projection.PLANE);
            Targets.choose(own, FunctionPreset.PRODUCT);
            assertThat(network(own).augment()).isZero();
            chooser.choose(Kind.LABELS);
            assertThat(network(own).augment()).isEqualTo(1);
            assertThat(network(own).terminal()).isTrue();
            assertThat(own.lookProperty().get().projection()).isEqualTo(Projection.SPACE);
            own.undo();
            assertThat(own.lookProperty().get().projection()).isEqualTo(Projection.PLANE);
            own.close();
        });
    }

    private static Network network(WorkbenchModel of) {
        return of.experimentProperty().get().network();
    }

    @Test
    void layersThatDoNotSuitTheLineAreExchangedAndThatIsSaid() {
        Fx.run(() -> {
            model.edit("Hamiltonian", now -> Fitting.with(now, ControlFamily.named("hamiltonian")));
            kinds.choose(Kind.LINE);
            assertThat(now().network().family().id()).isEqualTo("tanh");
            assertThat(Experiment.obstacle(now())).isEmpty();
            assertThat(model.noticeProperty().get().orElseThrow().text())
                    .contains("Hamiltonian")
                    .contains("tanh");
            var card = Panels.<ToggleButton>find(panel, "family-hamiltonian");
            card.fire();
            assertThat(now().network().family().id()).as("it cannot be chosen").isEqualTo("tanh");
            assertThat(card.getTooltip().getText()).contains("even");
        });
    }

    @ParameterizedTest
    @CsvSource({"LINE, parabola, Draw", "LABELS, spirals, Paint", "FUNCTION, maximum, ''", "PLANE, rotation, Draw"})
    void theRowShowsFourTargetsOfTheKindAndWhatDrawingMeans(Kind kind, String second, String draw) {
        Fx.run(() -> {
            kinds.choose(kind);
            Panels.<ToggleButton>find(panel, "target-" + second).fire();
            assertThat(now().target().kind()).isEqualTo(kind);
            assertThat(Panels.<ToggleButton>find(panel, "target-" + second).isSelected())
                    .isTrue();
            var button = Panels.<ToggleButton>find(panel, "target-draw");
            assertThat(button.isVisible()).isEqualTo(!draw.isEmpty());
            assertThat(draw.isEmpty() || button.getText().equals(draw)).isTrue();
            assertThat(Panels.clipped(panel)).isEmpty();
        });
    }

    @Test
    void thePointsAreCountedInOneLine() {
        Fx.run(() -> {
            var line = Panels.<Button>find(panel, "target-data");
            assertThat(line.getText()).isEqualTo("1,600 train · 400 test · noise 0");
            model.edit(
                    "Noise",
                    now -> now.withSampling(now.sampling().withTestFraction(0.5).withNoise(0.1)));
            assertThat(line.getText()).isEqualTo("1,000 train · 1,000 test · noise 0.1");
            kinds.choose(Kind.LABELS);
            assertThat(line.getText()).isEqualTo("500 train · 500 test · noise 0.1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x + 0.3*sin(3*y), y | PLANE", "x^3 | LINE", "x*y | FUNCTION", "exp(-r^2) | FUNCTION"})
    void aTypedTargetIsOfTheKindOfItsText(String text, Kind kind) {
        Fx.run(() -> {
            var popup = new FormulaPopup(model, Panels.AT_ONCE);
            var scene = Panels.scene(popup.pane(), Theme.LIGHT, 440, 320);
            var field = Panels.<TextField>find(scene, "target-formula-field");
            field.setText(text);
            assertThat(Panels.find(scene, "target-formula-mark").isVisible()).isFalse();
            assertThat(Panels.find(scene, "target-formula-picture").isVisible()).isTrue();
            assertThat(Panels.clipped(scene)).isEmpty();
            field.fireEvent(new ActionEvent());
            assertThat(now().target().kind()).isEqualTo(kind);
            assertThat(now().target()).isInstanceOfAny(TypedMap.class, TypedCurve.class, TypedFunction.class);
            model.undo();
            assertThat(now().target()).isEqualTo(Preset.SWIRL);
        });
    }

    @Test
    void aFormulaWithoutAValueInTheDomainSaysSoBeforeItIsUsed() {
        Fx.run(() -> {
            var popup = new FormulaPopup(model, Panels.AT_ONCE);
            var scene = Panels.scene(popup.pane(), Theme.LIGHT, 440, 320);
            var field = Panels.<TextField>find(scene, "target-formula-field");
            field.setText("ln(x)");
            Panels.layOut(scene);
            assertThat(Panels.<Label>find(scene, "target-formula-problem").getText())
                    .contains("has no finite value at", "choose a domain where it has one");
            assertThat(Panels.<Button>find(scene, "target-formula-use").isDisabled())
                    .isTrue();
            assertThat(Panels.clipped(scene)).isEmpty();
            field.fireEvent(new ActionEvent());
            assertThat(now().target()).isEqualTo(Preset.SWIRL);

            Targets.choose(model, LinePreset.PARABOLA);
            model.edit("Domain", now -> now.withSampling(now.sampling().withDomain(new Box(0.5, 2))));
            field.setText("ln(x) ");
            field.fireEvent(new ActionEvent());
            assertThat(now().target()).isInstanceOf(TypedCurve.class);
            assertThat(now().sampling().domain()).isEqualTo(new Box(0.5, 2));
        });
    }

    @Test
    void aTypoIsMarkedUnderItsCharacterAndChangesNothing() {
        Fx.run(() -> {
            var popup = new FormulaPopup(model, Panels.AT_ONCE);
            var scene = Panels.scene(popup.pane(), Theme.LIGHT, 440, 320);
            var field = Panels.<TextField>find(scene, "target-formula-field");
            field.setText("x + 2*(y");
            Panels.layOut(scene);
            var mark = Panels.<Label>find(scene, "target-formula-mark");
            double late = mark.getLayoutX();
            assertThat(mark.isVisible()).isTrue();
            assertThat(Panels.<Label>find(scene, "target-formula-problem").getText())
                    .endsWith(".");
            assertThat(Panels.<Button>find(scene, "target-formula-use").isDisabled())
                    .isTrue();
            Fx.save(Panels.picture(scene), "formula-popup");
            assertThat(Panels.clipped(scene)).isEmpty();
            field.fireEvent(new ActionEvent());
            assertThat(now().target()).isEqualTo(Preset.SWIRL);
            field.setText("$ + y");
            Panels.layOut(scene);
            assertThat(mark.getLayoutX()).isLessThan(late - 20);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theInsightOfEveryKindFitsALowWindow(Theme theme) {
        for (var target :
                List.of(LinePreset.DIP, LabelPreset.BLOBS.draw(300, 1), FunctionPreset.PRODUCT, LinePreset.WAVE)) {
            var trained = Fx.trained(Experiment.standard(target), 3);
            Fx.run(() -> {
                model.show(trained, Look.standard(target.home()).withTheme(theme), false);
                var insight = new InsightPanel(model);
                insight.setCompact(true);
                var row = new HBox(insight);
                var scene = Panels.scene(row, theme, theme == Theme.PROJECTOR ? 360 : 312, 560);
                for (var tab : List.of("loss", "classes", "effort", "theory", "steps", "sums")) {
                    var button = Panels.<ToggleButton>find(scene, "insight-tab-" + tab);
                    if (button.isVisible()) {
                        button.fire();
                        Panels.layOut(scene);
                        assertThat(Panels.clipped(scene))
                                .as(target.title() + ", " + tab)
                                .allMatch(text -> tab.equals("theory") || tab.equals("sums"));
                    }
                }
                assertThat(Panels.find(scene, "insight-tab-classes").isVisible())
                        .isEqualTo(target instanceof Labels);
                assertThat(Panels.find(scene, "insight-tab-sums").isVisible()).isEqualTo(!(target instanceof Labels));
                Fx.save(
                        Panels.picture(scene),
                        "insight-" + theme.id() + "-" + target.kind().id());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingInTheInsightOfAnyKindIsWiderThanItsPlace(Theme theme) {
        for (var target : List.of(
                LinePreset.FLIP,
                LabelPreset.ANNULUS.draw(300, 1),
                LabelPreset.BLOBS.draw(300, 1),
                FunctionPreset.PRODUCT,
                Preset.MIRROR)) {
            var trained = Fx.trained(Experiment.standard(target), 3);
            Fx.run(() -> model.show(trained, Look.standard(target.home()).withTheme(theme), false));
            Fx.await(model, () -> model.snapshotProperty().get().experiment().target() == target);
            Fx.run(() -> {
                var row = new HBox(new InsightPanel(model));
                var scene = Panels.scene(row, theme, theme == Theme.PROJECTOR ? 360 : 312, 740);
                for (var tab : List.of("theory", "steps", "sums")) {
                    var button = Panels.<ToggleButton>find(scene, "insight-lower-" + tab);
                    if (button.isVisible()) {
                        button.fire();
                        assertThat(Panels.cut(scene))
                                .as(target.title() + ", " + tab)
                                .isEmpty();
                    }
                }
                Fx.save(
                        Panels.picture(scene),
                        "insight-roomy-" + theme.id() + "-" + target.kind().id());
            });
        }
    }

    @Test
    void theUnitOfTheMissMovesNothingHoweverManyDigitsTheNumberHas() {
        Fx.run(() -> {
            var scene = Panels.scene(new MissView(), Theme.PROJECTOR, 360, 400);
            var view = (MissView) scene.getRoot().lookup("#insight-miss");
            var heights = Stream.of(0.064, 0.0000814, 1.1)
                    .map(miss -> {
                        view.show(missing(miss), missing(miss));
                        Panels.layOut(scene);
                        return Panels.find(scene, "insight-mean-square").getLayoutY();
                    })
                    .distinct();
            assertThat(heights).hasSize(1);
            assertThat(Panels.clipped(scene)).isEmpty();
        });
    }

    /// A flow of the line that misses by that share of the interval.
    private static FlowSnapshot missing(double miss) {
        var flow = Fx.trained(Experiment.standard(LinePreset.WAVE), 0);
        double mean = miss * flow.experiment().sampling().domain().side();
        var error = new Evaluation(mean * mean, mean, mean);
        return new FlowSnapshot(
                flow.experiment(),
                flow.control(),
                0,
                error,
                error,
                flow.history(),
                flow.folds(),
                List.of(),
                flow.activity(),
                0);
    }

    @Test
    void theTableOfConfusionCountsEveryTestPoint() {
        var trained = Fx.trained(Experiment.standard(LabelPreset.MOONS.draw(300, 1)), 30);
        Fx.run(() -> {
            model.show(trained, Look.standard(Box.UNIT), false);
            var scene = Panels.scene(new InsightPanel(model), Theme.LIGHT, 312, 900);
            int sum = 0;
            for (int truth = 0; truth < 2; truth++) {
                for (int said = 0; said < 2; said++) {
                    sum += Integer.parseInt(Panels.<Label>find(scene, "confusion-" + truth + "-" + said)
                            .getText());
                }
            }
            assertThat(sum).isEqualTo(60);
            assertThat(Panels.<Label>find(scene, "insight-mean-square").getText())
                    .contains("accuracy")
                    .contains("Brier");
        });
    }

    @Test
    void aBoundThatIsLiftedIsNeitherWarnedOfNorExplainsFolds() {
        var ring = Experiment.standard(LabelPreset.ANNULUS.draw(300, 1));
        var start = Fx.trained(ring, 0);
        var folded = new FlowSnapshot(
                ring,
                start.control(),
                1,
                start.train(),
                start.test(),
                start.history(),
                new Folds(List.of(new Folds.Fold(1, -0.1, Points.of(new double[] {0}, new double[] {0})))),
                List.of(),
                start.activity(),
                0);
        Fx.run(() -> model.show(folded, Look.standard(Box.UNIT), false));
        Fx.await(model, () -> model.obstructionProperty().get().isPresent());
        Fx.run(() -> {
            var theory = new TheoryCard(model);
            var scene = Panels.scene(theory, Theme.LIGHT, 312, 800);
            var words = Panels.<Label>find(scene, "insight-folding");
            assertThat(words.getText()).contains("what no flow can");
            model.edit("Add a coordinate", now -> now.withNetwork(now.network().withAugment(1)));
            theory.refreshText();
            theory.refreshFolds();
            assertThat(Panels.<Label>find(scene, "insight-theory-sentence").getText())
                    .contains("lifted");
            assertThat(words.getText()).doesNotContain("what no flow can");
            assertThat(TheoryText.hindered(now(), model.obstructionProperty().get()))
                    .isFalse();
        });
    }

    @Test
    void aCurveThatFallsHasItsFloorAndTheWaysOutOfIt() {
        var trained = Fx.trained(Experiment.standard(LinePreset.FLIP), 3);
        Fx.run(() -> model.show(trained, Look.standard(Box.UNIT), false));
        Fx.await(
                model,
                () -> model.obstructionProperty().get().isPresent()
                        && model.snapshotProperty().get().floor().isPresent());
        Fx.run(() -> {
            var insight = new InsightPanel(model);
            var scene = Panels.scene(insight, Theme.LIGHT, 312, 1000);
            assertThat(Panels.<Label>find(scene, "insight-floor").getText()).startsWith("floor of flows 0.3");
            assertThat(insight.chart().floorName()).contains("floor of flows");
            for (boolean compact : List.of(true, false)) {
                insight.setCompact(compact);
                Panels.layOut(scene);
                for (Node above = Panels.find(scene, "help-augment"); above != null; above = above.getParent()) {
                    assertThat(above.isVisible() && !(above instanceof ScrollPane))
                            .as("seen without scrolling and without choosing a tab")
                            .isTrue();
                }
            }
            assertThat(Panels.<Label>find(scene, "insight-ways-reason").getText())
                    .contains("falls");
            Panels.<Button>find(scene, "help-terminal").fire();
            assertThat(now().network().terminal()).isTrue();
            model.undo();
            Panels.<Button>find(scene, "help-augment").fire();
            assertThat(now().network().augment()).isEqualTo(1);
            assertThat(Panels.find(scene, "help-augment").isVisible()).isFalse();
            assertThat(Panels.find(scene, "help-space").isVisible()).isTrue();
            Panels.<Button>find(scene, "help-space").fire();
            assertThat(model.lookProperty().get().space()).isTrue();
        });
    }
}
