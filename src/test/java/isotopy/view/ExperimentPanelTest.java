package isotopy.view;

import static org.assertj.core.api.Assertions.assertThat;

import isotopy.control.Affine;
import isotopy.control.ControlFamily;
import isotopy.control.Perceptron;
import isotopy.figure.Look;
import isotopy.figure.Theme;
import isotopy.flow.Integrator;
import isotopy.math.Activation;
import isotopy.math.Box;
import isotopy.math.FormulaActivation;
import isotopy.math.Points;
import isotopy.snapshot.FlowSnapshot;
import isotopy.target.Correspondence;
import isotopy.target.Preset;
import isotopy.train.Loss;
import isotopy.train.Optimization;
import isotopy.train.Schedule;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentPanelTest {
    private static FlowSnapshot start;
    private static WorkbenchModel model;
    private static Scene standard;
    private static GalleryPopup gallery;
    private static final CssLog CSS = new CssLog();
    private static FamilyPopup families;
    private Scene scene;

    @BeforeAll
    static void open() {
        model = Panels.model();
        start = model.snapshotProperty().get();
        standard = scene(Theme.LIGHT, 530);
        Fx.run(() -> {
            gallery = Panels.gallery(model);
            families = new FamilyPopup(
                    model, family -> model.edit("Choose " + family.title(), now -> Fitting.with(now, family)));
            Panels.<ToggleButton>find(standard, "exact").fire();
            Panels.layOut(standard); // from now on its fields can be found
        });
    }

    @BeforeEach
    void reset() {
        Fx.run(() -> {
            model.show(start, Look.standard(Box.UNIT), false);
            var exact = Panels.<ToggleButton>find(standard, "exact");
            exact.setSelected(false);
        });
        scene = standard;
    }

    @AfterAll
    static void close() {
        model.close();
        CSS.close();
        assertThat(CSS.complaints()).isEmpty();
    }

    private static Scene scene(Theme theme, double height) {
        return Fx.on(() -> {
            model.changeLook(look -> look.withTheme(theme));
            return Panels.scene(
                    new ExperimentPanel(model, Panels.gallery(model), () -> {}),
                    theme,
                    theme == Theme.PROJECTOR ? 336 : 280,
                    height);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void nothingIsClippedAtTheHeightOfASmallLaptop(Theme theme) {
        Fx.run(() -> model.edit(
                "Choose", now -> now.withNetwork(now.network().withFamily(new Perceptron(Activation.SINE)))));
        scene = scene(theme, 530);
        Fx.run(() -> {
            Fx.save(Panels.picture(scene), "panel-" + theme.id());
            for (var family : List.of(new Perceptron(Activation.SINE), new Affine())) {
                model.edit("Choose", now -> now.withNetwork(now.network().withFamily(family)));
                assertThat(Panels.clipped(scene)).as(family.id()).isEmpty();
            }
        });
    }

    @Test
    void inTheSmallestWindowEveryControlIsSeen() {
        Fx.run(() -> model.edit(
                "Choose", now -> now.withNetwork(now.network().withFamily(new Perceptron(Activation.SINE)))));
        scene = scene(Theme.DARK, 428);
        Fx.run(() -> {
            Fx.save(Panels.picture(scene), "panel-small");
            assertThat(Panels.clipped(scene)).isEmpty();
            assertThat(Panels.find(scene, "family-conclusion").getParent().isVisible())
                    .isFalse();
        });
    }

    @Test
    void inTheLowestHallPicturesAreWholeAndTheDepthIsReachedWithoutScrolling() {
        scene = scene(Theme.PROJECTOR, 368);
        Fx.run(() -> {
            Fx.save(Panels.picture(scene), "panel-hall-low");
            for (var id : List.of("target-last", "family-more", "depth-field")) {
                var node = Panels.find(scene, id);
                var bounds = node.localToScene(node.getBoundsInLocal());
                assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(368);
                assertThat(bounds.getHeight()).as(id).isGreaterThanOrEqualTo(node.prefHeight(-1) - 1);
            }
        });
    }

    @Test
    void targetsThatAreNotInTheRowHaveTheirPictureToo() {
        var pairs = new Correspondence(
                "a long name of pairs that were measured.csv",
                Points.of(new double[] {0, 0.5, -0.5}, new double[] {0, 0.5, 0.5}),
                Points.of(new double[] {0.5, 1, -1}, new double[] {0, 0, 0}));
        Fx.run(() -> model.edit("Pairs", now -> now.withTarget(pairs)));
        scene = scene(Theme.LIGHT, 530);
        Fx.run(() -> {
            var field = Panels.<TextField>find(scene, "depth-field");
            field.setText("5000");
            field.fireEvent(new javafx.event.ActionEvent());
            Fx.save(Panels.picture(scene), "panel-pairs");
            assertThat(Panels.<ToggleButton>find(scene, "target-last").getText())
                    .isEqualTo("Pairs");
        });
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aCardOfTheGalleryChoosesItsMapAndOneUndoTakesItBack(Preset preset) {
        Fx.run(() -> {
            model.edit("Choose Taper", now -> now.withTarget(preset == Preset.TAPER ? Preset.FAN : Preset.TAPER));
            var before = model.experimentProperty().get();
            ((ButtonBase) gallery.cards().lookup("#gallery-" + preset.id())).fire();
            assertThat(model.experimentProperty().get().target()).isEqualTo(preset);
            assertThat(Panels.<Label>find(scene, "target-name").getText()).isEqualTo(preset.title());
            model.undo();
            assertThat(model.experimentProperty().get()).isEqualTo(before);
        });
    }

    @Test
    void theRowShowsWhichTargetIsChosen() {
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "target-rotation").fire();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.ROTATION);
            assertThat(Panels.<ToggleButton>find(scene, "target-rotation").isSelected())
                    .isTrue();
            Panels.<ToggleButton>find(scene, "target-rotation").fire();
            assertThat(Panels.<ToggleButton>find(scene, "target-rotation").isSelected())
                    .isTrue();
            model.edit("Choose Fan", now -> now.withTarget(Preset.FAN));
            var last = Panels.<ToggleButton>find(scene, "target-last");
            assertThat(last.getText()).isEqualTo("Fan");
            assertThat(last.isSelected()).isTrue();
            model.undo();
            assertThat(last.isSelected()).isFalse();
            last.fire();
            assertThat(model.experimentProperty().get().target()).isEqualTo(Preset.FAN);
        });
    }

    @Test
    void mirrorAndFoldAreLabelledAsOutOfReach() {
        var labelled = Fx.on(() -> {
            var content = gallery.cards();
            return Stream.of(Preset.values())
                    .filter(preset -> content.lookup("#gallery-" + preset.id()) instanceof ButtonBase card
                            && card.getGraphic().lookup(".gallery-out-of-reach") != null)
                    .toList();
        });
        assertThat(labelled).containsExactly(Preset.MIRROR, Preset.FOLD);
    }

    static List<String> families() {
        return Stream.concat(ControlFamily.all().stream().map(ControlFamily::id), Stream.of("formula"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void aCardOfThePopupChoosesItsFamilyAndSaysWhatTheoryConcludes(String id) {
        Fx.run(() -> {
            model.edit(
                    "Choose",
                    now -> now.withNetwork(now.network()
                            .withFamily(id.equals("elu") ? new Affine() : new Perceptron(Activation.ELU))));
            var before = model.experimentProperty().get();
            ((ButtonBase) families.cards().lookup("#families-" + id)).fire();
            var family = model.experimentProperty().get().network().family();
            assertThat(family.id()).isEqualTo(id);
            assertThat(Panels.<Label>find(scene, "family-conclusion").getText()).isEqualTo(family.conclusion());
            var usual = scene.getRoot().lookup("#family-" + id);
            var card = usual == null ? Panels.<ToggleButton>find(scene, "family-last") : (ToggleButton) usual;
            assertThat(card.isSelected()).isTrue();
            assertThat(card.getText()).isEqualTo(family.title());
            model.undo();
            assertThat(model.experimentProperty().get()).isEqualTo(before);
        });
    }

    @Test
    void hamiltonianLayersAreNotToBeHadInOddDimensionsAndThePopupSaysWhy() {
        Fx.run(() -> {
            model.edit("Augment", now -> now.withNetwork(now.network().withAugment(1)));
            var before = model.experimentProperty().get();
            var card = Panels.<ToggleButton>find(scene, "family-hamiltonian");
            card.fire();
            assertThat(model.experimentProperty().get()).isSameAs(before);
            assertThat(card.getTooltip().getText()).contains("must be even: 3");
            ((ButtonBase) families.cards().lookup("#families-hamiltonian")).fire();
            assertThat(model.experimentProperty().get()).isSameAs(before);
            model.edit("Augment", now -> now.withNetwork(now.network().withAugment(2)));
            card.fire();
            assertThat(model.experimentProperty().get().network().family().id()).isEqualTo("hamiltonian");
        });
    }

    @Test
    void anOddNumberOfCoordinatesIsToldUnderItsFieldWhereLayersPairThem() {
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "family-hamiltonian").fire();
            var before = model.experimentProperty().get();
            type("augment-field", "1");
            assertThat(model.experimentProperty().get()).isSameAs(before);
            assertThat(Panels.<Label>find(scene, "augment-problem").getText()).contains("must be even: 3");
        });
    }

    @Test
    void aStructuredFamilyHasItsOwnSigmaAndAntisymmetricLayersTheirDamping() {
        Fx.run(() -> {
            assertThat(Panels.find(scene, "sigma").getParent().getParent().isVisible())
                    .isFalse();
            ((ButtonBase) families.cards().lookup("#families-antisymmetric")).fire();
            Panels.<ComboBox<Object>>find(scene, "sigma").setValue(Activation.RELU);
            type("damping-field", "0.25");
            var family = model.experimentProperty().get().network().family();
            assertThat(family.activation()).isEqualTo(Activation.RELU);
            assertThat(family.damping()).isEqualTo(0.25);
            Panels.<ToggleButton>find(scene, "family-last").fire();
            assertThat(model.experimentProperty().get().network().family()).isEqualTo(family);
            model.undo();
            assertThat(model.experimentProperty().get().network().family().damping())
                    .isZero();
        });
    }

    @Test
    void aSigmaOfOnesOwnIsTypedAndATypoIsMarkedAndChangesNothing() {
        Fx.run(() -> {
            ((ButtonBase) families.cards().lookup("#families-formula")).fire();
            type("formula-field", "tanh(u) + 0.1*u");
            assertThat(model.experimentProperty().get().network().family().activation())
                    .isEqualTo(FormulaActivation.of("tanh(u) + 0.1*u"));
            var before = model.experimentProperty().get();
            type("formula-field", "tanh(u) + 0.1*v");
            Panels.layOut(scene);
            assertThat(model.experimentProperty().get()).isSameAs(before);
            var problem = Panels.<Label>find(scene, "formula-problem");
            assertThat(problem.isVisible()).isTrue();
            assertThat(problem.getText()).contains("v");
            var mark = Panels.<Label>find(scene, "formula-mark");
            assertThat(mark.isVisible()).isTrue();
            Fx.save(Panels.picture(scene), "panel-formula");
            var late = mark.getLayoutX();
            type("formula-field", "w + u");
            Panels.layOut(scene);
            assertThat(mark.getLayoutX()).isLessThan(late - 30);
            assertThat(Panels.clipped(scene)).isEmpty();
            type("formula-field", "tanh(u) + 0.1*u");
            assertThat(mark.isVisible()).isFalse();
        });
    }

    @Test
    void layersOfOneNeuronBeginWithTheirExactSolutionWhereThereIsOne() {
        Fx.run(() -> {
            var exact = Stream.of(Integrator.values())
                    .filter(one -> one.id().equals("exact"))
                    .findFirst();
            Panels.<ToggleButton>find(scene, "family-one-neuron").fire();
            assertThat(model.experimentProperty().get().network().integrator())
                    .isEqualTo(exact.orElse(Integrator.EULER));
            Panels.<ToggleButton>find(scene, "family-tanh").fire();
            assertThat(model.experimentProperty().get().network().integrator()).isEqualTo(Integrator.EULER);
            assertThat(model.noticeProperty().get().isPresent()).isEqualTo(exact.isPresent());
        });
    }

    private void type(String id, String text) {
        var field = Panels.<TextField>find(scene, id);
        field.setText(text);
        field.fireEvent(new javafx.event.ActionEvent());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theFamiliesOpenInTheirWindow(Theme theme) {
        scene = scene(theme, 680);
        Fx.run(() -> {
            var stage = new javafx.stage.Stage();
            stage.setScene(scene);
            stage.setWidth(990);
            stage.setHeight(680);
            stage.show();
            var popup = new FamilyPopup(model, family -> {});
            popup.show(Panels.find(scene, "family-more"));
            Panels.layOut(popup.cards().getScene());
            Fx.save(Panels.picture(popup.cards().getScene()), "families-" + theme.id());
            assertThat(Panels.clipped(popup.cards().getScene())).isEmpty();
            popup.show(Panels.find(scene, "family-more"));
            stage.hide();
        });
    }

    @Test
    void oneDragOfASliderIsOneUndo() {
        Fx.run(() -> {
            var slider = Panels.<Slider>find(scene, "depth-slider");
            press(slider, MouseEvent.MOUSE_PRESSED);
            for (double share : new double[] {0.3, 0.5, 0.55, 0.8, 1}) {
                slider.setValue(share);
            }
            press(slider, MouseEvent.MOUSE_RELEASED);
            assertThat(model.experimentProperty().get().network().depth()).isEqualTo(100);
            assertThat(Panels.<TextField>find(scene, "depth-field").getText()).isEqualTo("100");
            press(slider, MouseEvent.MOUSE_PRESSED);
            slider.setValue(0);
            press(slider, MouseEvent.MOUSE_RELEASED);
            assertThat(model.experimentProperty().get().network().depth()).isEqualTo(1);
            model.undo();
            assertThat(model.experimentProperty().get().network().depth()).isEqualTo(100);
            model.undo();
            assertThat(model.experimentProperty().get().network().depth()).isEqualTo(20);
            assertThat(model.undoLabelProperty().get()).isEmpty();
            assertThat(slider.getValue()).isBetween(0.64, 0.66);
        });
    }

    private static void press(Slider slider, javafx.event.EventType<MouseEvent> type) {
        // handed to the slider's filters, past the thumb, so that only the gesture is marked
        Event.fireEvent(
                slider,
                new MouseEvent(
                        type,
                        0,
                        -50,
                        0,
                        0,
                        MouseButton.SECONDARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        new PickResult(slider, 0, -50)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth|0|Depth must be a whole number in 1 … 1000: 0.",
                "depth|2.5|Depth must be a whole number in 1 … 1000: 2.5.",
                "depth|many|Depth must be a whole number in 1 … 1000: “many”.",
                "width|513|Width must be a whole number in 1 … 512: 513.",
                "horizon|NaN|Horizon must be a number in 0.01 … 100: “NaN”.",
                "rate|1e9|Learning rate must be in 1e-8 … 10: 1e9.",
                "batch|-1|Batch must be a whole number in 0 … 1000000: -1.",
                "noise|-1|Noise must be in 0 … 1000: -1.",
                "seed|1.5|Seed must be a whole number",
                "domain|1, -1|A domain needs finite low < high: 1.0,-1.0.",
                "domain|5|Domain must be two numbers",
                "substeps|65|Substeps must be a whole number in 1 … 64: 65.",
                "clip||Clip must be a number in 0 … 1e9: “”.",
                "augment|7|Augment must be a whole number in 0 … 6: 7.",
                "kinetic|-1|Kinetic energy must be in 0 … 1000000: -1.",
                "steps|x|Steps must be a whole number in 0 … 10000000: “x”.",
                "samples|9|Samples must be a whole number in 10 … 1000000: 9.",
                "test-fraction|1|Test fraction must be in 0 … 0.9: 1."
            })
    void badInputIsToldUnderTheFieldAndChangesNothing(String id, String typed, String sentence) {
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "exact").fire();
            var before = model.experimentProperty().get();
            var field = Panels.<TextField>find(scene, id + "-field");
            field.setText(typed == null ? "" : typed);
            field.fireEvent(new javafx.event.ActionEvent());
            assertThat(model.experimentProperty().get()).isSameAs(before);
            var problem = Panels.<Label>find(scene, id + "-problem");
            assertThat(problem.isVisible()).isTrue();
            assertThat(problem.getText().toLowerCase()).startsWith(sentence.toLowerCase());
            assertThat(model.undoLabelProperty().get()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth|1000",
                "width|3",
                "horizon|2.5",
                "substeps|4",
                "rate|0.003",
                "steps|77",
                "batch|64",
                "clip|1.5",
                "augment|2",
                "weight-decay|0.001",
                "roughness|0.02",
                "kinetic|0.1",
                "jacobian|0.3",
                "tracked|5",
                "seed|−42",
                "samples|500",
                "test-fraction|0",
                "noise|0.1",
                "domain|−2, 3"
            })
    void whatIsTypedBecomesTheExperimentAndOneUndoTakesItBack(String id, String typed) {
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "exact").fire();
            var before = model.experimentProperty().get();
            var field = Panels.<TextField>find(scene, id + "-field");
            field.setText(typed);
            field.fireEvent(new javafx.event.ActionEvent());
            assertThat(model.experimentProperty().get()).isNotEqualTo(before);
            assertThat(field.getText()).isEqualTo(typed.replace('−', '-'));
            model.undo();
            assertThat(model.experimentProperty().get()).isEqualTo(before);
            assertThat(field.getText()).isNotEqualTo(typed);
        });
    }

    @Test
    void theSchemeAndTheSwitchAreEditsToo() {
        Fx.run(() -> {
            Panels.<CheckBox>find(scene, "bijective").fire();
            assertThat(model.experimentProperty().get().network().bijective()).isTrue();
            Panels.<ToggleButton>find(scene, "exact").fire();
            Panels.<ComboBox<Integrator>>find(scene, "integrator").setValue(Integrator.RK4);
            assertThat(model.experimentProperty().get().network().integrator()).isEqualTo(Integrator.RK4);
            model.undo();
            assertThat(Panels.<ComboBox<Integrator>>find(scene, "integrator").getValue())
                    .isEqualTo(Integrator.EULER);
            assertThat(model.redoLabelProperty().get()).contains("Integrator");
            model.undo();
            assertThat(Panels.<CheckBox>find(scene, "bijective").isSelected()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"optimizer,sgd", "schedule,cosine", "loss,huber"})
    void whatIsChosenFromAListBecomesTheExperimentAndOneUndoTakesItBack(String id, String name) {
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "exact").fire();
            var before = model.experimentProperty().get();
            var box = Panels.<ComboBox<Object>>find(scene, id);
            var shown = box.getValue();
            box.setValue(
                    switch (id) {
                        case "optimizer" -> Optimization.named(name);
                        case "schedule" -> Schedule.named(name);
                        default -> Loss.named(name);
                    });
            assertThat(model.experimentProperty().get().recipe()).isNotEqualTo(before.recipe());
            assertThat(box.getConverter().toString(box.getValue())).isEqualTo(name);
            model.undo();
            assertThat(model.experimentProperty().get()).isEqualTo(before);
            assertThat(box.getValue()).isEqualTo(shown);
        });
    }

    @Test
    void drawIsASwitch() {
        Fx.run(() -> {
            var draw = Panels.<ToggleButton>find(scene, "target-draw");
            draw.fire();
            assertThat(model.drawingProperty().get()).isTrue();
            assertThat(draw.isSelected()).isTrue();
            model.leaveDrawing();
            assertThat(draw.isSelected()).isFalse();
            draw.fire();
            draw.fire();
            assertThat(model.drawingProperty().get()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void exactTakesTheRoomOfThePicturesWhereThereIsTooLittle(Theme theme) {
        scene = scene(theme, 530);
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "exact").fire();
            Fx.save(Panels.picture(scene), "exact-" + theme.id());
            assertThat(Panels.<ExactPane>find(scene, "exact-pane").getHeight()).isGreaterThan(200);
            assertThat(Panels.find(scene, "family-grid").isVisible()).isFalse();
        });
        scene = scene(theme, 900);
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "exact").fire();
            Fx.save(Panels.picture(scene), "exact-tall-" + theme.id());
            assertThat(Panels.<ExactPane>find(scene, "exact-pane").getHeight()).isGreaterThan(200);
            assertThat(Panels.find(scene, "family-grid").isVisible()).isTrue();
        });
    }

    @Test
    void aLinearLayerHasNoWidth() {
        Fx.run(() -> {
            Panels.<ToggleButton>find(scene, "exact").fire();
            Panels.<ToggleButton>find(scene, "family-linear").fire();
            assertThat(Panels.find(scene, "width-field").isDisabled()).isTrue();
            assertThat(Panels.find(scene, "horizon-field").isDisabled()).isFalse();
        });
    }

    @Test
    void theDomainThatIsTypedIsTheOneThatIsShown() {
        Fx.run(() -> {
            model.edit("Domain", now -> now.withSampling(now.sampling().withDomain(new Box(0, 10))));
            assertThat(model.lookProperty().get().camera().x1()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theGalleryOpensInItsWindow(Theme theme) {
        scene = scene(theme, 680);
        Fx.run(() -> {
            var stage = new javafx.stage.Stage();
            stage.setScene(scene);
            stage.setWidth(990);
            stage.setHeight(680);
            stage.show();
            var popup = Panels.gallery(model);
            popup.show(Panels.find(scene, "target-more"), Side.RIGHT);
            Panels.layOut(popup.cards().getScene());
            Fx.save(Panels.picture(popup.cards().getScene()), "gallery-" + theme.id());
            assertThat(Panels.clipped(popup.cards().getScene())).isEmpty();
            popup.show(Panels.find(scene, "target-more"), Side.RIGHT);
            stage.hide();
        });
    }
}
